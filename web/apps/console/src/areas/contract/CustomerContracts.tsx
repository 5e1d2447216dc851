import { call, usePages } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { ContractIcon, PlusIcon } from '@firstfix/ui/icons';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { useCan } from '../../session/session.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { statusTones, type ContractRow } from './data.ts';
import { ContractDrawer } from './dialogs.ts';
import styles from './contract.module.css';

/** The contracts of one customer, in the order in which they end. */
export function CustomerContracts({ account }: { account: { number: string; name: string } }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const can = useCan();
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const query = { account: account.number };
  const contracts = usePages<ContractRow>(
    ['contracts', query],
    async (cursor, signal) => (await call<{ items: ContractRow[]; nextCursor: string | null }>('GET', '/api/v1/contracts', { query: { ...query, cursor, limit: 50 }, signal })).data,
  );
  const { day } = dates;
  return (
    <Card
      title={t('contract.list')}
      actions={
        <>
          {contracts.items.length > 0 && <ExportMenu list="contracts" query={query} />}
          {can('contract.maintain') && (
            <Button icon={PlusIcon} onPress={() => setAdding(true)}>
              {t('contract.new')}
            </Button>
          )}
        </>
      }
    >
      {contracts.error ? (
        <ErrorState error={contracts.error} onRetry={() => void contracts.reload()} />
      ) : contracts.isLoading ? (
        <Skeleton lines={4} />
      ) : contracts.items.length === 0 ? (
        <EmptyState icon={ContractIcon} title={t('contract.noneOfCustomer')} />
      ) : (
        <div className={styles.stack}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('contract.number')}</th>
                  <th scope="col">{t('contract.title')}</th>
                  <th scope="col">{t('contract.status')}</th>
                  <th scope="col">{t('contract.coverage')}</th>
                  <th scope="col" className={styles.number}>{t('contract.lines')}</th>
                  <th scope="col">{t('contract.term')}</th>
                  <th scope="col" className={styles.number}>{t('contract.amount')}</th>
                </tr>
              </thead>
              <tbody>
                {contracts.items.map((contract) => (
                  <tr key={contract.number}>
                    <th scope="row">
                      <AppLink href={`/contracts/${encodeURIComponent(contract.number)}`}>{contract.number}</AppLink>
                    </th>
                    <td>{contract.title}</td>
                    <td>
                      <StatusTag tone={statusTones[contract.status]}>{t(`contract.status.${contract.status}`)}</StatusTag>
                    </td>
                    <td>{contract.coverageCodes.join(', ')}</td>
                    <td className={styles.number}>{numbers.number(contract.lines)}</td>
                    <td className={styles.nowrap}>{t('contract.fromTo', { from: day(contract.startsOn), to: day(contract.endsOn) })}</td>
                    <td className={styles.number}>{contract.amount === null ? '' : numbers.money(contract.amount, contract.currency)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {contracts.hasMore && (
            <div>
              <Button isPending={contracts.isLoadingMore} onPress={() => void contracts.loadMore()}>
                {t('contract.more')}
              </Button>
            </div>
          )}
        </div>
      )}
      {adding && <ContractDrawer account={{ id: account.number, label: account.name }} onClose={() => setAdding(false)} onSaved={(number) => router.history.push(`/contracts/${encodeURIComponent(number)}`)} />}
    </Card>
  );
}

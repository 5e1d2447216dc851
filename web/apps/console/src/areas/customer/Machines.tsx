import { call, usePages } from '@firstfix/api';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { PlusIcon } from '@firstfix/ui/icons';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { AssetForm } from '../asset/AssetForm.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import styles from './customer.module.css';
import { keyOf, type PageOf } from './data.ts';

interface Machine {
  id: string;
  serial: string;
  modelNameZh: string;
  modelNameEn: string;
  siteName: string | null;
  location: string;
  usedFor: string;
  importance: string;
  lifeCycleStage: string;
  warrantyEnd: string | null;
  warranty: string;
}

/** The machines of a customer, or of one of its sites. */
export function Machines({ account, site }: { account: string; site?: { number: string; name: string } }) {
  const t = useText();
  const can = useCan();
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const query = site ? { site: site.number } : { account };
  const dates = useDates();
  const { language } = useLanguage();
  const machines = usePages<Machine>([...keyOf(account), 'assets', site?.number ?? ''], async (cursor, signal) =>
    (await call<PageOf<Machine>>('GET', '/api/v1/assets', { query: { ...query, cursor, limit: 100 }, signal })).data);
  return (
    <Card
      title={t('customer.assets')}
      actions={
        <>
          {machines.items.length > 0 && <ExportMenu list="assets" query={query} />}
          {can('asset.maintain') && (
            <Button icon={PlusIcon} onPress={() => setAdding(true)}>
              {t('customer.newMachine')}
            </Button>
          )}
        </>
      }
    >
      {machines.error ? (
        <ErrorState error={machines.error} onRetry={() => void machines.reload()} />
      ) : machines.isLoading ? (
        <Skeleton lines={6} />
      ) : machines.items.length === 0 ? (
        <EmptyState title={t('customer.noMachines')} />
      ) : (
        <div className={styles.stack}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('customer.machine.serial')}</th>
                  <th scope="col">{t('customer.machine.model')}</th>
                  <th scope="col">{t('customer.field.site')}</th>
                  <th scope="col">{t('customer.machine.usedFor')}</th>
                  <th scope="col">{t('customer.machine.importance')}</th>
                  <th scope="col">{t('customer.machine.warranty')}</th>
                </tr>
              </thead>
              <tbody>
                {machines.items.map((machine) => (
                  <tr key={machine.id}>
                    <th scope="row">
                      <AppLink href={`/assets/${encodeURIComponent(machine.serial)}`}>{machine.serial}</AppLink>
                    </th>
                    <td>{language === 'zh-CN' ? machine.modelNameZh : machine.modelNameEn}</td>
                    <td>
                      {machine.siteName}
                      {machine.location && <span className={styles.under}>{machine.location}</span>}
                    </td>
                    <td>{machine.usedFor}</td>
                    <td>{t(`customer.importance.${machine.importance}`)}</td>
                    <td>
                      <StatusTag tone={machine.warranty === 'RUNNING' ? 'done' : machine.warranty === 'EXPIRED' ? 'waiting' : 'new'} isPlain>
                        {machine.warrantyEnd ? t(machine.warranty === 'EXPIRED' ? 'customer.machine.ended' : 'customer.machine.until', { date: dates.day(machine.warrantyEnd) }) : t('customer.machine.unknown')}
                      </StatusTag>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {machines.hasMore && (
            <div>
              <Button isPending={machines.isLoadingMore} onPress={() => void machines.loadMore()}>
                {t('customer.more')}
              </Button>
            </div>
          )}
        </div>
      )}
      {adding && (
        <AssetForm
          asset={null}
          account={account}
          site={site && { id: site.number, label: site.name }}
          onClose={() => setAdding(false)}
          onSaved={(serial) => router.history.push(`/assets/${encodeURIComponent(serial)}`)}
        />
      )}
    </Card>
  );
}

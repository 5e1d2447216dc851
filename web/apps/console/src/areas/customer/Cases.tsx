import { call, usePages } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, PriorityMark, Skeleton, StatusTag, type Priority, type Tone } from '@firstfix/ui';
import { AppLink } from '../../shell/AppLink.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import styles from './customer.module.css';
import { keyOf, type PageOf } from './data.ts';

interface CaseLine {
  number: string;
  status: string;
  priority: string;
  subject: string;
  site: { number: string; name: string };
  asset?: { serial: string } | null;
  reportedAt: string;
  ownerName?: string | null;
}

/** A case's own states, in the one colour map of the product. */
const tones: Record<string, Tone> = { RECEIVED: 'new', RELEASED: 'dispatched', WAITING_FOR_CUSTOMER: 'waiting', WITH_VENDOR: 'waiting', WORK_DONE: 'done', RESOLVED_REMOTELY: 'done', CLOSED: 'done', CANCELLED: 'cancelled' };
const known = new Set(['RECEIVED', 'RELEASED', 'WAITING_FOR_CUSTOMER', 'WITH_VENDOR', 'WORK_DONE', 'RESOLVED_REMOTELY', 'CLOSED', 'CANCELLED']);

/** The customer's cases, or a site's, newest first. */
export function Cases({ account, site }: { account: string; site?: string }) {
  const t = useText();
  const dates = useDates();
  const cases = usePages<CaseLine>([...keyOf(account), 'cases', site ?? ''], async (cursor, signal) =>
    (await call<PageOf<CaseLine>>('GET', '/api/v1/cases', { query: { ...(site ? { site } : { account }), cursor, limit: 50 }, signal })).data);
  return (
    <Card title={t('customer.cases')} actions={cases.items.length > 0 && <ExportMenu list="cases" query={site ? { site } : { account }} />}>
      {cases.error ? (
        <ErrorState error={cases.error} onRetry={() => void cases.reload()} />
      ) : cases.isLoading ? (
        <Skeleton lines={6} />
      ) : cases.items.length === 0 ? (
        <EmptyState title={t('customer.noCases')} />
      ) : (
        <div className={styles.stack}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('customer.case.number')}</th>
                  <th scope="col">{t('customer.case.priority')}</th>
                  <th scope="col">{t('customer.case.subject')}</th>
                  <th scope="col">{t('customer.state')}</th>
                  <th scope="col">{t('customer.machine.serial')}</th>
                  <th scope="col">{t('customer.case.reportedAt')}</th>
                  <th scope="col">{t('customer.case.owner')}</th>
                </tr>
              </thead>
              <tbody>
                {cases.items.map((one) => (
                  <tr key={one.number}>
                    <th scope="row">
                      <AppLink href={`/cases/${one.number}`}>{one.number}</AppLink>
                    </th>
                    <td>
                      <PriorityMark level={Number(one.priority.slice(1)) as Priority} />
                    </td>
                    <td>{one.subject}</td>
                    <td>
                      <StatusTag tone={tones[one.status] ?? 'scheduled'} isPlain>
                        {known.has(one.status) ? t(`customer.case.${one.status}`) : one.status}
                      </StatusTag>
                    </td>
                    <td>{one.asset && <AppLink href={`/assets/${encodeURIComponent(one.asset.serial)}`}>{one.asset.serial}</AppLink>}</td>
                    <td title={dates.exact(one.reportedAt)}>{dates.dateTime(one.reportedAt)}</td>
                    <td>{one.ownerName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {cases.hasMore && (
            <div>
              <Button isPending={cases.isLoadingMore} onPress={() => void cases.loadMore()}>
                {t('customer.older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

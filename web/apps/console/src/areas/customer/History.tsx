import { call, usePages } from '@firstfix/api';
import { useText, type Say } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Skeleton, Timeline, type Moment } from '@firstfix/ui';
import { CheckIcon, EditIcon, PhoneIcon, PlusIcon, SendIcon } from '@firstfix/ui/icons';
import type { QueryKey } from '@tanstack/react-query';
import styles from './customer.module.css';
import type { HistoryEntry, PageOf } from './data.ts';

const icons = { Registered: PlusIcon, Changed: EditIcon, Recorded: PhoneIcon, Made: SendIcon, HandedOver: SendIcon, Settled: CheckIcon } as const;
const known = new Set([
  'AccountRegistered', 'AccountChanged', 'SiteRegistered', 'SiteChanged', 'ContactRegistered', 'ContactChanged', 'PromiseMade', 'PromiseHandedOver', 'PromiseSettled',
]);
const fields = new Set([
  'name', 'shortName', 'parent', 'debtor', 'tier', 'industry', 'language', 'overdue', 'remarks', 'active', 'orgUnit', 'address', 'city', 'district', 'zone', 'latitude', 'longitude',
  'accessNotes', 'site', 'jobTitle', 'position', 'decides', 'reportsTo', 'phone', 'mobile', 'email', 'preferredChannel', 'interests',
]);

/** Who changed what, when and why. */
export function History({ url, queryKey }: { url: string; queryKey: QueryKey }) {
  const t = useText();
  const history = usePages<HistoryEntry>(queryKey, async (cursor, signal) => (await call<PageOf<HistoryEntry>>('GET', url, { query: { cursor, limit: 50 }, signal })).data);
  return (
    <Card title={t('customer.history')}>
      {history.error ? (
        <ErrorState error={history.error} onRetry={() => void history.reload()} />
      ) : history.isLoading ? (
        <Skeleton lines={6} />
      ) : history.items.length === 0 ? (
        <EmptyState title={t('customer.historyEmpty')} />
      ) : (
        <div className={styles.stack}>
          <Timeline label={t('customer.history')} moments={history.items.map((entry) => asMoment(entry, t))} />
          {history.hasMore && (
            <div>
              <Button isPending={history.isLoadingMore} onPress={() => void history.loadMore()}>
                {t('customer.older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function asMoment(entry: HistoryEntry, t: Say): Moment {
  const verb = Object.keys(icons).find((end) => entry.event.endsWith(end)) as keyof typeof icons | undefined;
  const what = known.has(entry.event) ? t(`customer.event.${entry.event}`) : entry.event;
  return {
    id: String(entry.position),
    at: entry.occurredAt,
    icon: verb ? icons[verb] : EditIcon,
    title: (
      <>
        <strong>{entry.actorName}</strong> {what} {entry.about}
      </>
    ),
    body: (entry.changes.length > 0 || entry.reason) && (
      <>
        {entry.changes.length > 0 && (
          <ul className={styles.changes}>
            {entry.changes.map((change) => (
              <li key={change.field}>
                <span className={styles.fieldName}>{fields.has(change.field) ? t(`customer.field.${change.field}`) : change.field}</span> {value(change.field, change.before, t)} → {value(change.field, change.after, t)}
              </li>
            ))}
          </ul>
        )}
        {entry.reason && <p className={styles.reason}>{t('customer.because', { reason: entry.reason })}</p>}
      </>
    ),
  };
}

function value(field: string, text: string, t: Say): string {
  if (text === '') return '–';
  if (text === 'true' || text === 'false') return t(text === 'true' ? 'customer.yes' : 'customer.no');
  if (field === 'tier') return t(`customer.tier.${text}`);
  if (field === 'position') return t(`customer.position.${text}`);
  if (field === 'preferredChannel') return t(`customer.channel.${text}`);
  return text;
}

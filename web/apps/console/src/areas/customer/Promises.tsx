import { call, usePages } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, IconButton, Menu, Segmented, Skeleton, StatusTag } from '@firstfix/ui';
import { MoreIcon, PlusIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import styles from './customer.module.css';
import { keyOf, promiseTones, type Customer, type CustomerPromise, type PageOf } from './data.ts';
import { HandOverForm, SettleForm, type Settlement } from './PromiseForms.tsx';

/** What was promised to the customer, the soonest due first. */
export function Promises({ customer, onAdd }: { customer: Customer; onAdd: () => void }) {
  const t = useText();
  const [only, setOnly] = useState('OPEN');
  const list = usePages<CustomerPromise>([...keyOf(customer.number), 'promises', only], async (cursor, signal) =>
    (await call<PageOf<CustomerPromise>>('GET', '/api/v1/promises', { query: { account: customer.number, ...(only === 'OPEN' ? { status: only } : {}), cursor, limit: 50 }, signal })).data);
  return (
    <Card
      title={t('customer.promises')}
      actions={
        <>
          <Segmented
            label={t('customer.show')}
            value={only}
            onChange={setOnly}
            options={[
              { id: 'OPEN', label: t('customer.promise.OPEN') },
              { id: 'ALL', label: t('customer.all') },
            ]}
          />
          {list.items.length > 0 && <ExportMenu list="promises" query={{ account: customer.number, ...(only === 'OPEN' ? { status: only } : {}) }} />}
          {customer.actions.includes('make-promise') && (
            <Button icon={PlusIcon} onPress={onAdd}>
              {t('customer.makePromise')}
            </Button>
          )}
        </>
      }
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.reload()} />
      ) : list.isLoading ? (
        <Skeleton lines={4} />
      ) : list.items.length === 0 ? (
        <EmptyState title={t(only === 'OPEN' ? 'customer.noPromises' : 'customer.noPromisesEver')} />
      ) : (
        <div className={styles.stack}>
          <PromiseRows account={customer.number} promises={list.items} />
          {list.hasMore && (
            <div>
              <Button isPending={list.isLoadingMore} onPress={() => void list.loadMore()}>
                {t('customer.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

export function PromiseRows({ account, promises }: { account: string; promises: CustomerPromise[] }) {
  const t = useText();
  const dates = useDates();
  const [settling, setSettling] = useState<{ promise: CustomerPromise; how: Settlement | 'hand-over' } | null>(null);
  return (
    <>
      <ul className={styles.rows}>
        {promises.map((promise) => {
          const settlements = (['keep', 'hand-over', 'break', 'withdraw'] as const).filter((how) => promise.actions.includes(how));
          return (
            <li key={promise.id}>
              <span className={styles.words}>
                {promise.what}
                <span className={styles.under}>
                  {promise.ownerName} · <time dateTime={promise.dueAt} title={dates.exact(promise.dueAt)}>{t('customer.promise.dueBy', { at: dates.dateTime(promise.dueAt) })}</time>
                </span>
                {promise.settledNote && <span className={styles.under}>{promise.settledNote}</span>}
              </span>
              <span className={styles.aside}>
                <StatusTag tone={promise.overdue ? 'breached' : promiseTones[promise.status]} isPlain>
                  {t(promise.overdue ? 'customer.promise.overdue' : `customer.promise.${promise.status}`)}
                </StatusTag>
                {settlements.length > 0 && (
                  <Menu
                    label={t('customer.promise.settle', { what: promise.what })}
                    placement="bottom end"
                    trigger={<IconButton icon={MoreIcon} label={t('customer.promise.settle', { what: promise.what })} />}
                    entries={settlements.map((how) => ({ id: how, label: t(`customer.promise.${how}`) }))}
                    onAction={(how) => setSettling({ promise, how: how as (typeof settlements)[number] })}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {settling?.how === 'hand-over' && <HandOverForm account={account} promise={settling.promise} onClose={() => setSettling(null)} />}
      {settling && settling.how !== 'hand-over' && <SettleForm account={account} promise={settling.promise} how={settling.how} onClose={() => setSettling(null)} />}
    </>
  );
}

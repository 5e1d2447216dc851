import { call, usePages } from '@firstfix/api';
import { useText, type Say } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Select, Skeleton, Timeline, type Moment } from '@firstfix/ui';
import { CarIcon, ChatIcon, GlobeIcon, MailIcon, MoreIcon, PhoneIcon, PlusIcon, UsersIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import styles from './customer.module.css';
import { channels, keyOf, path, type Customer, type Interaction, type PageOf } from './data.ts';

const icons = { PHONE: PhoneIcon, PORTAL: GlobeIcon, EMAIL: MailIcon, CHAT: ChatIcon, VISIT: CarIcon, MEETING: UsersIcon, OTHER: MoreIcon } as const;
const all = '-';

/** Every contact on every channel, newest first. */
export function Interactions({ customer, onAdd }: { customer: Customer; onAdd: () => void }) {
  const t = useText();
  const [channel, setChannel] = useState(all);
  const list = usePages<Interaction>([...keyOf(customer.number), 'interactions', channel], async (cursor, signal) =>
    (await call<PageOf<Interaction>>('GET', path(customer.number, '/interactions'), { query: { ...(channel === all ? {} : { channel }), cursor, limit: 50 }, signal })).data);
  return (
    <Card
      title={t('customer.interactions')}
      actions={
        <>
          <Select label={t('customer.channel')} hideLabel value={channel} onChange={setChannel} options={[{ id: all, label: t('customer.allChannels') }, ...channels.map((id) => ({ id, label: t(`customer.channel.${id}`) }))]} />
          {customer.actions.includes('record-interaction') && (
            <Button icon={PlusIcon} onPress={onAdd}>
              {t('customer.recordInteraction')}
            </Button>
          )}
        </>
      }
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.reload()} />
      ) : list.isLoading ? (
        <Skeleton lines={6} />
      ) : list.items.length === 0 ? (
        <EmptyState title={t('customer.noInteractions')} />
      ) : (
        <div className={styles.stack}>
          <Timeline label={t('customer.interactions')} moments={list.items.map((one) => asMoment(one, t))} />
          {list.hasMore && (
            <div>
              <Button isPending={list.isLoadingMore} onPress={() => void list.loadMore()}>
                {t('customer.older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function asMoment(one: Interaction, t: Say): Moment {
  return {
    id: one.id,
    at: one.occurredAt,
    icon: icons[one.channel],
    kind: one.body ? 'public' : 'event',
    title: (
      <>
        <strong>{one.subject}</strong>{' '}
        <span className={styles.muted}>
          {[t(`customer.channel.${one.channel}`), t(`customer.direction.${one.direction}`), one.contactName, one.personName].filter(Boolean).join(' · ')}
        </span>{' '}
        {one.reference && <AppLink className={styles.inText} href={hrefOf(one.reference)}>{one.reference}</AppLink>}
      </>
    ),
    body: one.body && <span className={styles.quote}>{one.body}</span>,
  };
}

function hrefOf(reference: string): string {
  return reference.startsWith('W-') ? `/work-orders/${reference}` : `/cases/${reference}`;
}

import { useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Button, ButtonLink, EmptyState, ErrorState, IconButton, Popover, Skeleton } from '@firstfix/ui';
import { BellIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inboxPage, markAllRead, markRead, useUnread, type InboxItem } from './data.ts';
import { InboxLine } from './InboxLine.tsx';
import styles from './notification.module.css';

const most = 99;

/** What is new, from every page. */
export function Bell() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const unread = useUnread();
  const count = unread.data?.count ?? 0;
  return (
    <span className={styles.bell}>
      <Popover
        label={t('notification.inbox')}
        placement="bottom end"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={<IconButton icon={BellIcon} label={t('notification.bell', { count })} />}
      >
        {(close) => <News onLeave={close} />}
      </Popover>
      {count > 0 && (
        <span className={styles.badge} data-urgent={(unread.data?.urgent ?? 0) > 0 || undefined} aria-hidden="true">
          {count > most ? `${most}+` : count}
        </span>
      )}
    </span>
  );
}

function News({ onLeave }: { onLeave: () => void }) {
  const t = useText();
  const news = useQuery({ queryKey: ['inbox', 'news'], queryFn: ({ signal }) => inboxPage(false, undefined, signal, 12) });
  const read = useAction<string>({ run: (id, { headers }) => markRead(id, headers), touches: [['inbox']] });
  const readAll = useAction<string>({ run: (arrivedBy, { headers }) => markAllRead(arrivedBy, headers), touches: [['inbox']] });
  const items = news.data?.items ?? [];
  const newest = items[0]?.at;
  const open = (item: InboxItem) => {
    if (!item.read) read.mutate(item.id);
    onLeave();
  };
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <h2>{t('notification.inbox')}</h2>
        <Button kind="quiet" isDisabled={!newest || items.every((item) => item.read)} isPending={readAll.isPending} onPress={() => newest && readAll.mutate(newest)}>
          {t('notification.readAll')}
        </Button>
      </div>
      <div className={styles.panelList}>
        {news.isPending ? (
          <Skeleton lines={4} height={32} />
        ) : news.error ? (
          <ErrorState error={news.error} onRetry={() => void news.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState title={t('notification.none')} />
        ) : (
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.id}>
                <InboxLine item={item} onOpen={open} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.panelFoot}>
        <ButtonLink kind="quiet" href="/inbox" onPress={onLeave}>
          {t('notification.toInbox')}
        </ButtonLink>
      </div>
    </div>
  );
}

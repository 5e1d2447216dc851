import { useAction, usePages } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, EmptyState, ErrorState, Skeleton, Tabs } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../shell/Page.tsx';
import { inboxPage, markAllRead, markRead, useUnread, type InboxItem } from './data.ts';
import { InboxLine } from './InboxLine.tsx';
import styles from './notification.module.css';

/** Everything one was told, newest first, day by day. */
export function Inbox() {
  const t = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const { unread = false } = useSearch({ from: '/signed-in/shell/inbox' });
  const count = useUnread().data?.count ?? 0;
  const list = usePages<InboxItem>(['inbox', 'list', unread], (cursor, signal) => inboxPage(unread, cursor, signal));
  const read = useAction<string>({ run: (id, { headers }) => markRead(id, headers), touches: [['inbox']] });
  const readAll = useAction<string>({ run: (arrivedBy, { headers }) => markAllRead(arrivedBy, headers), touches: [['inbox']] });
  const newest = list.items[0]?.at;
  const days = new Map<string, InboxItem[]>();
  for (const item of list.items) {
    const day = dates.date(item.at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return (
    <Page
      title={t('notification.inbox')}
      actions={
        <Button icon={CheckIcon} isDisabled={count === 0 || !newest} isPending={readAll.isPending} onPress={() => newest && readAll.mutate(newest)}>
          {t('notification.readAll')}
        </Button>
      }
      bar={
        <Tabs
          label={t('notification.inbox')}
          value={unread ? 'unread' : 'all'}
          onChange={(id) => void navigate({ to: '/inbox', search: id === 'unread' ? { unread: true } : {}, replace: true })}
          tabs={[
            { id: 'all', label: t('notification.all') },
            { id: 'unread', label: t('notification.unread'), count },
          ]}
        />
      }
    >
      <div className={styles.page}>
        {list.isLoading ? (
          <Skeleton lines={6} height={40} />
        ) : list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.reload()} />
        ) : list.items.length === 0 ? (
          <EmptyState title={t(unread ? 'notification.noneUnread' : 'notification.none')} text={t('notification.noneText')} />
        ) : (
          [...days].map(([day, items]) => (
            <section key={day} aria-label={day}>
              <h2 className={styles.day}>{day}</h2>
              <ul className={`${styles.list} ${styles.sheet}`}>
                {items.map((item) => (
                  <li key={item.id}>
                    <InboxLine item={item} onOpen={(opened) => !opened.read && read.mutate(opened.id)} />
                  </li>
                ))}
              </ul>
            </section>
          ))
        )}
        {list.hasMore && (
          <Button isPending={list.isLoadingMore} onPress={() => void list.loadMore()}>
            {t('notification.more')}
          </Button>
        )}
      </div>
    </Page>
  );
}

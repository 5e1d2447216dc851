import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, ErrorState, KeyValueList, Skeleton, StatusTag, Timeline, toast, useShortcut } from '@firstfix/ui';
import { AlertIcon, BellIcon, CheckIcon, ClockIcon, SendIcon, SlashIcon, UserIcon, UsersIcon, type Icon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { historyQuery, type Entry, type Reminder } from './data.ts';
import { DelegateDialog, SnoozeDialog } from './ReminderDialogs.tsx';
import styles from './reminder.module.css';

const signs: Record<string, Icon> = {
  SCHEDULED: ClockIcon,
  REMINDED: BellIcon,
  ESCALATED: AlertIcon,
  MOVED: UserIcon,
  SNOOZED: ClockIcon,
  DELEGATED: UsersIcon,
  ACKNOWLEDGED: CheckIcon,
  WITHDRAWN: SlashIcon,
};

/** One duty: what, until when, with whom, what may be done about it, and everything that happened to it. */
export function ReminderPanel({ reminder }: { reminder: Reminder }) {
  const t = useText();
  const dates = useDates();
  const [acting, setActing] = useState<'snooze' | 'delegate' | null>(null);
  const can = (action: string) => reminder.actions.includes(action);
  const acknowledge = useAction({
    touches: [['reminders']],
    run: (_: void, { headers }) => call('POST', `/api/v1/reminders/${reminder.id}/acknowledge`, { headers, body: { reason: '' } }),
    onSuccess: () => void toast({ kind: 'success', text: t('reminder.acknowledged') }),
  });
  useShortcut('A', t('reminder.acknowledge'), t('reminder.title'), () => can('acknowledge') && !acknowledge.isPending && acknowledge.mutate());
  useShortcut('S', t('reminder.snooze'), t('reminder.title'), () => can('snooze') && setActing('snooze'));
  useShortcut('D', t('reminder.delegate'), t('reminder.title'), () => can('delegate') && setActing('delegate'));
  const problem = acknowledge.error;
  return (
    <div className={styles.stack}>
      <header className={styles.head}>
        <h2>{reminder.title}</h2>
        <p>
          <AppLink href={reminder.link}>{reminder.number}</AppLink> {reminder.urgent && <StatusTag tone="breached" isPlain>{t('reminder.urgent')}</StatusTag>}
        </p>
      </header>
      {reminder.actions.length > 0 && (
        <div className={styles.buttons}>
          {can('acknowledge') && (
            <Button kind="primary" icon={CheckIcon} keys="A" isPending={acknowledge.isPending} onPress={() => acknowledge.mutate()}>
              {t('reminder.acknowledge')}
            </Button>
          )}
          {can('snooze') && (
            <Button icon={ClockIcon} keys="S" onPress={() => setActing('snooze')}>
              {t('reminder.snooze')}
            </Button>
          )}
          {can('delegate') && (
            <Button icon={SendIcon} keys="D" onPress={() => setActing('delegate')}>
              {t('reminder.delegate')}
            </Button>
          )}
        </div>
      )}
      {problem && (
        <Banner kind="error" title={problem.detail ?? problem.title} isLive>
          {problem.hint}
        </Banner>
      )}
      <KeyValueList
        items={[
          { label: t('reminder.due'), value: dates.exact(reminder.dueAt) },
          { label: t('reminder.responsible'), value: reminder.mine ? t('reminder.me') : reminder.responsibleName },
          { label: t('reminder.by'), value: reminder.entrustedBy },
          { label: t('reminder.since'), value: dates.exact(reminder.arrivedAt) },
          ...(reminder.level > 0 ? [{ label: t('reminder.level'), value: t('reminder.levelText', { count: reminder.level }) }] : []),
          ...(reminder.snoozedUntil ? [{ label: t('reminder.snoozedUntil'), value: dates.exact(reminder.snoozedUntil) }] : []),
          ...(reminder.acknowledgedAt ? [{ label: t('reminder.acknowledgedBy'), value: `${reminder.acknowledgedBy ?? ''} · ${dates.exact(reminder.acknowledgedAt)}` }] : []),
          ...(reminder.nextAt ? [{ label: t('reminder.next'), value: dates.exact(reminder.nextAt) }] : []),
        ]}
      />
      <History id={reminder.id} />
      {acting === 'snooze' && <SnoozeDialog reminder={reminder} onClose={() => setActing(null)} />}
      {acting === 'delegate' && <DelegateDialog reminder={reminder} onClose={() => setActing(null)} />}
    </div>
  );
}

function History({ id }: { id: string }) {
  const t = useText();
  const dates = useDates();
  const history = useQuery(historyQuery(id));
  const words = (entry: Entry) => {
    const people = entry.people.join(t('reminder.and'));
    const { details } = entry;
    return [
      entry.kind === 'REMINDED' || entry.kind === 'ESCALATED' ? t('reminder.told', { people: people || t('reminder.nobody') }) : '',
      entry.kind === 'SCHEDULED' || entry.kind === 'MOVED' || entry.kind === 'DELEGATED' ? people : '',
      details.dueAt ? t('reminder.dueAt', { at: dates.dateTime(details.dueAt) }) : '',
      details.until ? t('reminder.until', { at: dates.dateTime(details.until) }) : '',
      details.heardAt ? t('reminder.heardAt', { at: dates.dateTime(details.heardAt) }) : '',
      entry.reason,
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <section aria-label={t('reminder.history')}>
      {history.isPending ? (
        <Skeleton lines={4} />
      ) : history.error ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <Timeline
          label={t('reminder.history')}
          moments={history.data.map((entry) => ({
            id: entry.id,
            at: entry.occurredAt,
            icon: signs[entry.kind],
            title: t(`reminder.entry.${entry.kind}`, { who: entry.actorName }),
            body: words(entry),
          }))}
        />
      )}
    </section>
  );
}

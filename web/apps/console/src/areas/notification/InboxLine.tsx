import { useDates, useText } from '@firstfix/i18n';
import { classes } from '@firstfix/ui';
import { AlertIcon, BoardIcon, CalendarIcon, ClockIcon, EyeIcon, HistoryIcon, InboxIcon, SlashIcon, StarIcon, type Icon } from '@firstfix/ui/icons';
import { Link } from 'react-aria-components';
import type { InboxItem } from './data.ts';
import styles from './notification.module.css';

const signs: Record<string, Icon> = {
  'review-needed': EyeIcon,
  'work-order-released': BoardIcon,
  'appointment-booked': CalendarIcon,
  'appointment-cancelled': SlashIcon,
  'milestone-at-risk': ClockIcon,
  'repeat-fault': HistoryIcon,
  'milestone-missed': AlertIcon,
  'watch-started': StarIcon,
  'message-overdue': AlertIcon,
  'case-reopened': HistoryIcon,
  'reminder-arrival': InboxIcon,
  'reminder-before-due': ClockIcon,
  'reminder-escalation': AlertIcon,
};

/** One message: what, about whom, when. Opening it is reading it. */
export function InboxLine({ item, onOpen }: { item: InboxItem; onOpen: (item: InboxItem) => void }) {
  const t = useText();
  const dates = useDates();
  const Sign = signs[item.template] ?? BoardIcon;
  return (
    <Link href={item.link || undefined} className={classes(styles.line, !item.read && styles.unread)} onPress={() => onOpen(item)}>
      <span className={styles.sign} data-urgent={item.urgent || undefined}>
        <Sign size={16} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          {item.title}
          {item.urgent && <span className={styles.urgent}>{t('notification.urgent')}</span>}
        </span>
        <span className={styles.text}>{item.text}</span>
      </span>
      <time className={styles.when} dateTime={item.at} title={dates.exact(item.at)}>
        {dates.relative(item.at)}
      </time>
      {!item.read && <span className={styles.dot} role="img" aria-label={t('notification.unread')} />}
    </Link>
  );
}

import { isProblem } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, EmptyState, ErrorState, PriorityMark, Skeleton, type Priority } from '@firstfix/ui';
import { ClockIcon, HelpIcon, HistoryIcon, HourglassIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ClockDialog, type Asked } from './ClockDialog.tsx';
import { CustomerLinkButton } from './CustomerLink.tsx';
import { ClockRing } from './ClockRing.tsx';
import { clockQuery, nextOf, useServiceTime, type ClockFile, type ClockSource, type MilestoneView } from './data.ts';
import styles from './sla.module.css';

/** The clock of a case: what is due next, every milestone, and on request the reasons and everything that happened. */
export function ClockPanel({ source }: { source: ClockSource }) {
  const t = useText();
  const query = useQuery(clockQuery(source));
  const [asked, setAsked] = useState<Asked | null>(null);
  if (query.isPending) return <Skeleton lines={6} />;
  if (query.isError) {
    return isProblem(query.error) && query.error.status === 404 ? (
      <EmptyState icon={ClockIcon} title={t('sla.none')} text={t('sla.none.text')} />
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const file = query.data;
  return (
    <section className={styles.panel} aria-label={t('sla.title')}>
      <Head file={file} />
      {file.unconfirmedYears.length > 0 && <Banner kind="warning">{t('sla.unconfirmed', { years: file.unconfirmedYears.join(', ') })}</Banner>}
      <ul className={styles.milestones}>
        {file.clock.milestones.map((milestone) => (
          <Milestone key={milestone.kind} file={file} milestone={milestone} onWhy={() => setAsked(milestone.kind)} />
        ))}
      </ul>
      <div className={styles.foot}>
        <span className={styles.note}>
          <PriorityMark level={Number(file.priority[1]) as Priority} /> {t('sla.terms', { coverage: file.clock.coverageCode, calendar: file.calendarCode, zone: file.clock.zone })}
        </span>
        <span className={styles.footActions}>
          {file.pauses.length > 0 && (
            <Button kind="quiet" icon={HourglassIcon} onPress={() => setAsked('pauses')}>
              {t('sla.pauses.show')}
            </Button>
          )}
          {'caseId' in source && (
            <>
              <CustomerLinkButton caseId={source.caseId} />
              <Button kind="quiet" icon={HistoryIcon} onPress={() => setAsked('ledger')}>
                {t('sla.ledger.show')}
              </Button>
            </>
          )}
        </span>
      </div>
      {asked && <ClockDialog source={source} file={file} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function Head({ file }: { file: ClockFile }) {
  const t = useText();
  const dates = useDates(file.clock.zone);
  const serviceTime = useServiceTime();
  const { clock } = file;
  const next = nextOf(clock);
  const left = next?.remainingSeconds ?? 0;
  return (
    <div className={styles.head} data-band={clock.band}>
      <ClockRing percent={next?.usedPercent ?? 100} band={clock.band} size={64} />
      <div>
        <p className={styles.band}>{t(`sla.band.${clock.band}`)}</p>
        <p className={styles.due}>
          {!next || clock.status === 'STOPPED'
            ? t('sla.head.done')
            : next.missed && next.dueAt
              ? t('sla.badge.missed', { kind: t(`sla.milestone.${next.kind}`), due: dates.dateTime(next.dueAt) })
            : next.dueAt
              ? t('sla.head.due', { kind: t(`sla.milestone.${next.kind}`), due: dates.dateTime(next.dueAt) })
              : t('sla.head.paused', { kind: t(`sla.milestone.${next.kind}`) })}
        </p>
        <p className={styles.note}>
          {clock.status === 'STOPPED' && file.stoppedAt
            ? t('sla.head.stoppedAt', { at: dates.dateTime(file.stoppedAt) })
            : file.pausedSince
              ? t(left < 0 ? 'sla.head.pausedSinceOver' : 'sla.head.pausedSince', { since: dates.dateTime(file.pausedSince), reason: pauseReason(t, clock.pauseReason ?? ''), left: serviceTime(left) })
              : next && t(left < 0 ? 'sla.head.over' : 'sla.head.left', { time: serviceTime(left) })}
        </p>
        {clock.pauseEndsAt && <p className={styles.note}>{t('sla.head.pauseEnds', { at: dates.dateTime(clock.pauseEndsAt) })}</p>}
        {clock.pauseRanOutAt && <p className={styles.note}>{t('sla.head.pauseRanOut', { at: dates.dateTime(clock.pauseRanOutAt) })}</p>}
        {file.pausedSeconds > 0 && <p className={styles.note}>{t('sla.head.pausedTotal', { time: serviceTime(file.pausedSeconds) })}</p>}
      </div>
    </div>
  );
}

function Milestone({ file, milestone, onWhy }: { file: ClockFile; milestone: MilestoneView; onWhy: () => void }) {
  const t = useText();
  const dates = useDates(file.clock.zone);
  const serviceTime = useServiceTime();
  const kind = t(`sla.milestone.${milestone.kind}`);
  const state = milestone.missed ? 'MISSED' : milestone.status;
  const when = milestone.reachedAt
    ? t('sla.reachedAt', { at: dates.dateTime(milestone.reachedAt) })
    : !isAsked(milestone)
      ? t(milestone.status === 'CANCELLED' ? 'sla.notAwaited' : 'sla.notBegun')
      : milestone.dueAt
        ? t('sla.dueAt', { at: dates.dateTime(milestone.dueAt) })
        : t('sla.leftPaused', { time: serviceTime(milestone.remainingSeconds ?? 0) });
  return (
    <li className={styles.milestone} data-state={state}>
      <span className={styles.kind}>{kind}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ width: `${Math.min(100, isAsked(milestone) ? milestone.usedPercent : 0)}%` }} />
      </span>
      <span className={styles.when}>
        {when}
        <span className={styles.note}>
          {t(`sla.state.${state}`)} · {t('sla.target', { time: serviceTime(milestone.targetSeconds) })}
        </span>
      </span>
      {isAsked(milestone) && (
        <Button kind="quiet" icon={HelpIcon} onPress={onWhy} aria-label={t('sla.why.of', { kind })}>
          {t('sla.why')}
        </Button>
      )}
    </li>
  );
}

/** Whether its time runs or ran: otherwise there is nothing to explain. */
const isAsked = (milestone: MilestoneView) => milestone.status !== 'CANCELLED' && milestone.status !== 'NOT_BEGUN';

const reasons = ['WAITING_FOR_CUSTOMER', 'CUSTOMER_NOT_READY', 'CUSTOMER_REFUSED', 'NOT_ON_SITE', 'MAINTENANCE_WINDOW', 'RESTORED'];

/** The reason of a pause; a word of its own is shown as it is. */
export function pauseReason(t: ReturnType<typeof useText>, reason: string): string {
  return reasons.includes(reason) ? t(`sla.pause.${reason}`) : reason;
}

import { useDates, useText, type Say } from '@firstfix/i18n';
import { Banner, Dialog, ErrorState, Segmented, Skeleton } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pauseReason } from './ClockPanel.tsx';
import { PauseList } from './PauseList.tsx';
import { explanationQuery, milestoneKinds, useReason, useServiceTime, type ClockEntry, type ClockFile, type ClockSource, type MilestoneKind, type Segment } from './data.ts';
import styles from './sla.module.css';

/** What is asked for: a milestone, the pauses, or everything that happened. */
export type Asked = MilestoneKind | 'pauses' | 'ledger';

/** Why a deadline is where it is, and everything that happened to the clock. */
export function ClockDialog({ source, file, asked, onClose }: { source: ClockSource; file: ClockFile; asked: Asked; onClose: () => void }) {
  const t = useText();
  const [shown, setShown] = useState<string>(asked);
  const options = [
    ...file.clock.milestones.filter((one) => one.status !== 'CANCELLED' && one.status !== 'NOT_BEGUN').map((one) => ({ id: one.kind, label: t('sla.why.of', { kind: t(`sla.milestone.${one.kind}`) }) })),
    ...(file.pauses.length > 0 ? [{ id: 'pauses', label: t('sla.pauses') }] : []),
    ...('caseId' in source ? [{ id: 'ledger', label: t('sla.ledger') }] : []),
  ];
  return (
    <Dialog isOpen size="wide" onClose={onClose} title={t('sla.dialog', { number: file.caseNumber })}>
      <div className={styles.dialog}>
        <Segmented label={t('sla.dialog.part')} options={options} value={shown} onChange={setShown} />
        {shown === 'ledger' ? <Ledger file={file} /> : shown === 'pauses' ? <PauseList file={file} /> : <Why source={source} file={file} kind={shown as MilestoneKind} />}
      </div>
    </Dialog>
  );
}

function Why({ source, file, kind }: { source: ClockSource; file: ClockFile; kind: MilestoneKind }) {
  const t = useText();
  const dates = useDates(file.clock.zone);
  const serviceTime = useServiceTime();
  const query = useQuery(explanationQuery(source, kind));
  if (query.isPending) return <Skeleton lines={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const why = query.data;
  return (
    <>
      <p>
        {t('sla.why.summary', { start: dates.dateTime(why.startedAt), target: serviceTime(why.targetSeconds) })}{' '}
        {why.dueAt && <strong>{t('sla.why.due', { due: dates.dateTime(why.dueAt) })}</strong>}
      </p>
      {why.unconfirmedYears.length > 0 && <Banner kind="warning">{t('sla.unconfirmed', { years: why.unconfirmedYears.join(', ') })}</Banner>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('sla.segment.from')}</th>
              <th scope="col">{t('sla.segment.to')}</th>
              <th scope="col">{t('sla.segment.what')}</th>
              <th scope="col" className={styles.number}>{t('sla.segment.counted')}</th>
              <th scope="col" className={styles.number}>{t('sla.segment.total')}</th>
            </tr>
          </thead>
          <tbody>
            {why.segments.map((segment) => (
              <Row key={segment.start} segment={segment} zone={file.clock.zone} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ segment, zone }: { segment: Segment; zone: string }) {
  const t = useText();
  const dates = useDates(zone);
  const serviceTime = useServiceTime();
  const reason = useReason();
  const rule = t(`sla.rule.${segment.rule}`);
  const what =
    segment.kind === 'PAUSED'
      ? t('sla.segment.paused', { reason: pauseReason(t, segment.reasonZh) })
      : t(segment.kind === 'OPEN' ? 'sla.segment.open' : 'sla.segment.closed', { rule: reason(segment) ? `${rule} · ${reason(segment)}` : rule });
  return (
    <tr data-kind={segment.kind}>
      <td className={styles.time}>{dates.dateTime(segment.start)}</td>
      <td className={styles.time}>{dates.dateTime(segment.end)}</td>
      <td>
        {what} <span className={styles.note}>{t('sla.segment.calendar', { calendar: segment.calendar, version: segment.calendarVersion })}</span>
      </td>
      <td className={styles.number}>{segment.countedSeconds > 0 ? serviceTime(segment.countedSeconds) : '–'}</td>
      <td className={styles.number}>{serviceTime(segment.totalSeconds)}</td>
    </tr>
  );
}

function Ledger({ file }: { file: ClockFile }) {
  const t = useText();
  const dates = useDates(file.clock.zone);
  const serviceTime = useServiceTime();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sla.ledger.when')}</th>
            <th scope="col">{t('sla.ledger.what')}</th>
            <th scope="col">{t('sla.ledger.who')}</th>
          </tr>
        </thead>
        <tbody>
          {file.entries.map((entry, position) => (
            <tr key={`${entry.occurredAt}:${entry.kind}:${position}`} data-kind={entry.kind}>
              <td title={dates.exact(entry.occurredAt)} className={styles.time}>
                {dates.dateTime(entry.occurredAt)}
                {isLate(entry) && <div className={styles.note}>{t('sla.ledger.recorded', { at: dates.dateTime(entry.recordedAt) })}</div>}
              </td>
              <td>
                <strong>{t(`sla.entry.${entry.kind}`)}</strong> {told(t, dates.dateTime, serviceTime, entry)}
                {entry.reason && <div className={styles.note}>{pauseReason(t, entry.reason)}</div>}
                {typeof entry.details.evidence === 'string' && entry.details.evidence && <div className={styles.note}>{entry.details.evidence}</div>}
              </td>
              <td className={styles.time}>{entry.actor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Written down more than a minute after it happened. */
function isLate(entry: ClockEntry) {
  return new Date(entry.recordedAt).getTime() - new Date(entry.occurredAt).getTime() > 60_000;
}

function told(t: Say, at: (instant: string) => string, serviceTime: (seconds: number) => string, entry: ClockEntry): string {
  const { pausedSince, pausedUntil, endBefore, longestMinutes, milestone, dueAt, due, coverageBefore, coverage, priorityBefore, priority, importance, impact, wasMissed, missed } = entry.details as {
    pausedSince?: string;
    pausedUntil?: string;
    endBefore?: string;
    longestMinutes?: number;
    milestone?: MilestoneKind;
    dueAt?: string;
    due?: Record<string, string>;
    coverageBefore?: string;
    coverage?: string;
    priorityBefore?: string;
    priority?: string;
    importance?: string;
    impact?: string;
    wasMissed?: boolean;
    missed?: boolean;
  };
  const parts: string[] = [];
  if (pausedSince && pausedUntil) parts.push(t('sla.ledger.pausedFromTo', { from: at(pausedSince), to: at(pausedUntil) }));
  else if (pausedSince) parts.push(t('sla.ledger.pausedSince', { from: at(pausedSince) }));
  if (endBefore) parts.push(t('sla.ledger.insteadOf', { end: at(endBefore) }));
  if (longestMinutes) parts.push(t('sla.ledger.longest', { time: serviceTime(longestMinutes * 60) }));
  if (milestone) parts.push(t(`sla.milestone.${milestone}`));
  if (coverageBefore) parts.push(`${coverageBefore} ${priorityBefore ?? ''} → ${coverage ?? ''} ${priority ?? ''}`);
  else if (coverage) parts.push(`${coverage} ${priority ?? ''}`);
  if (importance) parts.push(t('sla.ledger.importance', { importance: t(`sla.importance.${importance}`) }));
  if (impact) parts.push(t('sla.ledger.impact', { impact: t(`sla.impact.${impact}`) }));
  if (entry.kind === 'CORRECTED' && wasMissed && missed === false) parts.push(t('sla.ledger.nowInTime'));
  if (dueAt) parts.push(t('sla.dueAt', { at: at(dueAt) }));
  for (const kind of milestoneKinds) {
    const instant = due?.[kind];
    if (instant) parts.push(`${t(`sla.milestone.${kind}`)} ${at(instant)}`);
  }
  return parts.join(' · ');
}

import { useDates, useDurations, useText } from '@firstfix/i18n';
import { Button, EmptyState, PriorityMark, SlaRing, StatusTag, Tabs } from '@firstfix/ui';
import { useIsFetching } from '@tanstack/react-query';
import { memo, useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react';
import { crewNames, levelOf, type BoardJob, type Candidate, type Suggestion } from '../data.ts';
import styles from './BoardPage.module.css';

export const jobLists = ['UNASSIGNED', 'WAITING_PART', 'TO_CONFIRM'] as const;
export type JobTab = (typeof jobLists)[number];

interface JobsListProps {
  jobs: readonly BoardJob[];
  tab: JobTab;
  onTab: (tab: JobTab) => void;
  chosen: string | undefined;
  onChoose: (job: BoardJob) => void;
  suggestions: ReadonlyMap<string, Suggestion>;
  skillNames: ReadonlyMap<string, string>;
  onAssign?: (job: BoardJob, candidate: Candidate) => void;
  pending?: string;
  onGrab?: (job: BoardJob) => void;
}

/** So many cards at first, and so many more each time their end comes into sight. */
const some = 30;

/** Open work, what is due first on top. It stays where it is whatever happens on the board. */
export const JobsList = memo(function JobsList({ jobs, tab, onTab, chosen, onChoose, suggestions, skillNames, onAssign, pending, onGrab }: JobsListProps) {
  const t = useText();
  const shown = jobs.filter((job) => job.list === tab);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-chosen="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const [most, setMost] = useState(some);
  const drawn = Math.max(most, shown.findIndex((job) => job.number === chosen) + some / 2);
  return (
    <section className={styles.jobs} aria-label={t('dispatch.board.jobs')}>
      <Tabs
        label={t('dispatch.board.jobs')}
        value={tab}
        onChange={(id) => {
          setMost(some);
          onTab(id as JobTab);
        }}
        tabs={jobLists.map((id) => ({
          id,
          label: t(`dispatch.board.list.${id}`),
          count: jobs.filter((job) => job.list === id).length,
          content:
            shown.length === 0 ? (
              <EmptyState title={t(`dispatch.board.none.${id}`)} />
            ) : (
              <ul className={styles.cards} ref={list}>
                {shown.slice(0, drawn).map((job) => (
                  <JobCard
                    key={job.number}
                    job={job}
                    isChosen={chosen === job.number}
                    suggestion={suggestions.get(job.number)}
                    skill={job.requiredSkill ? (skillNames.get(job.requiredSkill) ?? job.requiredSkill) : undefined}
                    pending={pending?.startsWith(`${job.number} `) ? pending : undefined}
                    onChoose={onChoose}
                    onAssign={onAssign}
                    onGrab={onGrab}
                  />
                ))}
                {shown.length > drawn && <More count={shown.length - drawn} onMore={() => setMost(drawn + some)} />}
              </ul>
            ),
        }))}
      />
    </section>
  );
});

/** The end of the cards that are drawn: comes into sight, or is pressed, and there are more. */
function More({ count, onMore }: { count: number; onMore: () => void }) {
  const t = useText();
  const end = useRef<HTMLLIElement>(null);
  const more = useEffectEvent(onMore);
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '400px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count]);
  return (
    <li ref={end}>
      <Button kind="quiet" onPress={onMore}>
        {t('dispatch.board.moreJobs', { count })}
      </Button>
    </li>
  );
}

interface JobCardProps {
  job: BoardJob;
  isChosen: boolean;
  suggestion: Suggestion | undefined;
  skill: string | undefined;
  pending: string | undefined;
  onChoose: (job: BoardJob) => void;
  onAssign?: (job: BoardJob, candidate: Candidate) => void;
  onGrab?: (job: BoardJob) => void;
}

/** Whether who fits best is being asked. A part of its own: that is asked with every change, and most cards have their answer. */
function Asking() {
  const t = useText();
  return <>{useIsFetching({ queryKey: ['board-suggestions'] }) > 0 ? t('dispatch.board.asking') : ''}</>;
}

const JobCard = memo(function JobCard({ job, isChosen, suggestion, skill, pending, onChoose, onAssign, onGrab }: JobCardProps) {
  const t = useText();
  const dates = useDates();
  const durations = useDurations();
  const held = useRef<{ x: number; y: number } | null>(null);
  const best = suggestion?.best ?? [];
  const down = (event: PointerEvent) => {
    if (event.button === 0 && event.pointerType === 'mouse') held.current = { x: event.clientX, y: event.clientY };
  };
  const moved = (event: PointerEvent) => {
    if (!held.current || Math.hypot(event.clientX - held.current.x, event.clientY - held.current.y) < 6) return;
    held.current = null;
    onGrab?.(job);
  };
  return (
    <li className={styles.card} data-chosen={isChosen}>
      <button
        type="button"
        className={styles.cardMain}
        data-job={job.number}
        aria-pressed={isChosen}
        onClick={() => onChoose(job)}
        onPointerDown={down}
        onPointerMove={moved}
        onPointerUp={() => (held.current = null)}
        onDragStart={(event) => event.preventDefault()}
      >
        <span className={styles.cardHead}>
          <PriorityMark level={levelOf(job.priority)} />
          <span className={styles.cardTitle}>{job.subject}</span>
          {job.dueAt && <SlaRing due={job.dueAt} start={job.releasedAt} />}
        </span>
        <span className={styles.quiet}>{[job.customerName, job.siteName, durations.full(job.expectedMinutes * 60)].filter(Boolean).join(' · ')}</span>
        <span className={styles.cardTags}>
          {job.crewSize > 1 && <span className={styles.skill}>{t('dispatch.crew.size', { count: job.crewSize })}</span>}
          {skill && <span className={styles.skill}>{skill}</span>}
          {job.list !== 'UNASSIGNED' && <StatusTag tone="waiting">{t(`dispatch.job.${job.status}`)}</StatusTag>}
          {job.visitNumber > 1 && <StatusTag tone="dispatched">{t('dispatch.visitNumber', { visit: job.visitNumber })}</StatusTag>}
          <span className={styles.number}>{job.number}</span>
        </span>
      </button>
      {job.list === 'UNASSIGNED' && (
        <div className={styles.cardBest}>
          {best.length > 0 && onAssign ? (
            best.map((candidate, index) => (
              <Button
                key={candidate.engineerCode}
                kind={index === 0 && isChosen ? 'primary' : 'secondary'}
                isPending={pending === `${job.number} ${candidate.engineerCode}`}
                onPress={() => onAssign(job, candidate)}
                aria-label={t('dispatch.board.assign', { rank: index + 1, name: crewNames(candidate), at: candidate.startsAt ? dates.time(candidate.startsAt) : '', number: job.number })}
              >
                {index === 0
                  ? t('dispatch.board.assignFirst', { name: crewNames(candidate), at: candidate.startsAt ? dates.time(candidate.startsAt) : '' })
                  : `#${index + 1}`}
              </Button>
            ))
          ) : (
            <span className={styles.quiet}>{!suggestion ? <Asking /> : best.length === 0 ? t('dispatch.board.nobodyToday') : ''}</span>
          )}
        </div>
      )}
    </li>
  );
});

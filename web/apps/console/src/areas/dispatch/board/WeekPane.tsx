import { WeekGrid, type WeekCell } from '@firstfix/board';
import { useDates, useLanguage, useText, type Say } from '@firstfix/i18n';
import { EmptyState, ErrorState, Skeleton } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { weekQuery, type Week } from '../data.ts';
import { filtered } from './finding.ts';
import { EngineerLink } from './RowHead.tsx';
import type { BoardSearch } from './search.ts';
import styles from './BoardPage.module.css';

type Day = Week['rows'][number]['days'][number];

const hours = (minutes: number) => (Math.round(minutes / 6) / 10).toString();

function toCell(day: Day, date: string, title: string, t: Say): WeekCell {
  const absence = day.absences.map((reason) => t(`dispatch.absence.${reason}`)).join(' ');
  const booked = hours(day.bookedMinutes);
  const available = hours(day.availableMinutes);
  return {
    id: date,
    share: day.availableMinutes > 0 ? day.bookedMinutes / day.availableMinutes : null,
    // On standby, or outside of all shifts, nothing can be full.
    load: day.availableMinutes > 0 ? t('dispatch.board.load', { work: booked, shift: available }) : day.bookedMinutes > 0 ? t('dispatch.week.booked', { work: booked }) : '',
    visits: day.visits > 0 ? t('dispatch.week.visits', { count: day.visits }) : '',
    late: day.lateVisits > 0 ? String(day.lateVisits) : '',
    absence,
    words: t('dispatch.week.day', { day: title, booked, available, visits: day.visits, late: day.lateVisits, absence: absence || 'none' }),
  };
}

/** How full everybody's days are, Monday to Sunday; a day leads to the board of that day. */
interface WeekPaneProps {
  search: BoardSearch;
  skillNames: ReadonlyMap<string, string>;
  onDay: (date: string, engineer: string) => void;
}

export function WeekPane({ search, skillNames, onDay }: WeekPaneProps) {
  const t = useText();
  const dates = useDates('UTC');
  const week = useQuery(weekQuery(search.territory, search.date));
  const data = week.data;
  const { language } = useLanguage();
  const days = useMemo(() => {
    // English is the English of Europe: day before month.
    const head = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
    const today = data && new Intl.DateTimeFormat('sv-SE', { timeZone: data.zone }).format(new Date());
    return (data?.days ?? []).map((date) => ({ id: date, label: head.format(new Date(`${date}T00:00:00Z`)), isToday: date === today }));
  }, [data, language]);
  const rows = useMemo(
    () =>
      filtered(data?.rows ?? [], { skill: search.skill, q: search.q }).map((row) => ({
        id: row.code,
        row,
        cells: row.days.map((day, index) => toCell(day, data?.days[index] ?? '', dates.day(data?.days[index] ?? ''), t)),
      })),
    [data, search.skill, search.q, dates, t],
  );
  const header = useCallback(
    ({ row }: (typeof rows)[number]) => (
      <span className={styles.who}>
        <EngineerLink code={row.code}>{row.name}</EngineerLink>
        <span className={styles.skills}>{row.skills.map((skill) => skillNames.get(skill.code) ?? skill.code).join(' ')}</span>
      </span>
    ),
    [skillNames],
  );
  if (week.isPending) {
    return (
      <div className={styles.pad}>
        <Skeleton lines={10} height={34} />
      </div>
    );
  }
  if (!data) return <ErrorState error={week.error} onRetry={() => void week.refetch()} />;
  if (rows.length === 0) return <EmptyState title={t(data.rows.length === 0 ? 'dispatch.noEngineers' : 'dispatch.board.nobodyFits')} />;
  return (
    <WeekGrid
      label={t('dispatch.week.grid', { from: dates.day(data.days[0] ?? ''), until: dates.day(data.days.at(-1) ?? '') })}
      days={days}
      rows={rows}
      header={header}
      headerTitle={t('dispatch.board.engineers', { count: rows.length })}
      onOpen={(row, date) => onDay(date, row.id)}
    />
  );
}

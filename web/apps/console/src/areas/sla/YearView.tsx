import { useLanguage, useText } from '@firstfix/i18n';
import { Banner, ErrorState, Skeleton } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useReason, yearQuery, type CalendarDay } from './data.ts';
import styles from './sla.module.css';

/** Twelve months with every day's rule: a colour, a mark and, to ask, its hours. */
export function YearView({ code, year }: { code: string; year: number }) {
  const t = useText();
  const query = useQuery(yearQuery(code, year));
  if (query.isPending) return <Skeleton lines={12} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const months = Array.from({ length: 12 }, (_, month) => query.data.days.filter((day) => Number(day.date.slice(5, 7)) === month + 1));
  return (
    <>
      {!query.data.confirmed && <Banner kind="warning">{t('sla.year.unconfirmed', { year: String(year) })}</Banner>}
      <div className={styles.months}>
        {months.map((days) => (
          <Month key={days[0]?.date} days={days} />
        ))}
      </div>
    </>
  );
}

function Month({ days }: { days: CalendarDay[] }) {
  const { language } = useLanguage();
  const first = new Date(`${days[0]?.date ?? '2000-01-01'}T12:00:00Z`);
  const names = useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' });
    const full = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    // 2024-01-01 was a Monday.
    return Array.from({ length: 7 }, (_, i) => ({ short: day.format(Date.UTC(2024, 0, 1 + i)), full: full.format(Date.UTC(2024, 0, 1 + i)) }));
  }, [language]);
  const lead = (first.getUTCDay() + 6) % 7;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className={styles.month}>
      <caption>{new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(first)}</caption>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name.full} scope="col" abbr={name.full}>
              {name.short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, position) => (
          <tr key={`${days[0]?.date}:${position}`}>
            {week.map((day, weekday) => (day ? <Day key={day.date} day={day} /> : <td key={`empty-${weekday}`} aria-hidden="true" />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marked = ['official-holiday', 'make-up-day', 'special-date'];

function Day({ day }: { day: CalendarDay }) {
  const t = useText();
  const reason = useReason();
  const hours = day.hours.map((pair) => pair.join('–')).join(' ') || t('sla.closed');
  const words = [day.date, t(`sla.rule.${day.rule}`), reason(day), hours].filter(Boolean).join(' · ');
  const isMarked = marked.includes(day.rule);
  return (
    <td>
      <span className={styles.day} data-rule={day.rule} data-closed={day.hours.length === 0} data-today={day.date === new Date().toLocaleDateString('sv')} title={words}>
        {Number(day.date.slice(8))}
        {isMarked && (
          <span className={styles.mark} aria-hidden="true">
            {t(`sla.mark.${day.rule}`)}
          </span>
        )}
        {isMarked && <span className="visually-hidden">{words}</span>}
      </span>
    </td>
  );
}

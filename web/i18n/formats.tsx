import { createContext, use, useMemo } from 'react';
import { useIntl } from 'react-intl';

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone of the site a record belongs to. Inside it all dates are the site's; the zone is named when it differs from the reader's. */
export const SiteZone = createContext<string | undefined>(undefined);

type Instant = string | number | Date;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export interface Durations {
  /** "1 h 20 min" / "1 小时 20 分"; at most two units, because a third is never read. */
  full: (seconds: number) => string;
  /** "1:20" for narrow places such as the SLA ring; minutes below an hour. */
  clock: (seconds: number) => string;
}

export function useDurations(): Durations {
  const { formatMessage } = useIntl();
  return useMemo(
    () => ({
      full: (seconds) => {
        const rest = Math.abs(Math.round(seconds));
        if (rest < minute) return formatMessage({ id: 'common.duration.seconds' }, { s: rest });
        // Round to minutes first: 59 min 40 s is an hour, not "60 min".
        const minutes = Math.round(rest / minute);
        const d = Math.floor(minutes / 1440);
        const h = Math.floor((minutes % 1440) / 60);
        const m = minutes % 60;
        if (d > 0) return formatMessage({ id: h > 0 ? 'common.duration.daysHours' : 'common.duration.days' }, { d, h });
        if (h > 0) return formatMessage({ id: m > 0 ? 'common.duration.hoursMinutes' : 'common.duration.hours' }, { h, m });
        return formatMessage({ id: 'common.duration.minutes' }, { m });
      },
      clock: (seconds) => {
        const total = Math.floor(Math.abs(seconds) / minute);
        const sign = seconds < 0 ? '−' : '';
        return `${sign}${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
      },
    }),
    [formatMessage],
  );
}

export interface Dates {
  date: (at: Instant) => string;
  /** A calendar date (`2026-11-23`) that belongs to no zone, such as the end of a contract; always with its year. */
  day: (date: string) => string;
  /** The day as one says it on the phone: "Mon, Mar 2" / "3月2日周一". */
  weekday: (at: Instant) => string;
  time: (at: Instant) => string;
  /** Day and time; names the zone when the site's differs from the reader's. */
  dateTime: (at: Instant) => string;
  /** Everything, for a tooltip. */
  exact: (at: Instant) => string;
  /** "3 min ago" / "3 分钟前"; beyond a week the date. */
  relative: (at: Instant, now?: Instant) => string;
}

export function useDates(zone?: string): Dates {
  const site = use(SiteZone);
  const intl = useIntl();
  const timeZone = zone ?? site ?? ownZone;
  return useMemo(() => {
    const foreign = timeZone !== ownZone;
    const year = (at: Instant) => new Date(at).getFullYear();
    const format = (at: Instant, options: Intl.DateTimeFormatOptions) => intl.formatDate(new Date(at), { timeZone, ...options });
    const dates: Dates = {
      date: (at) => format(at, { month: 'short', day: 'numeric', ...(year(at) === new Date().getFullYear() ? {} : { year: 'numeric' }) }),
      day: (date) => intl.formatDate(new Date(`${date}T00:00:00Z`), { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }),
      weekday: (at) => format(at, { weekday: 'short', month: 'short', day: 'numeric' }),
      time: (at) => format(at, { hour: '2-digit', minute: '2-digit', hour12: false }),
      dateTime: (at) =>
        format(at, {
          month: 'short',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hour12: false,
          ...(year(at) === new Date().getFullYear() ? {} : { year: 'numeric' }),
          ...(foreign ? { timeZoneName: 'short' } : {}),
        }),
      exact: (at) =>
        format(at, {
          year: 'numeric',
          month: 'long',
          day: 'numeric',
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hour12: false,
          timeZoneName: 'short',
        }),
      relative: (at, now = Date.now()) => {
        const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
        const size = Math.abs(seconds);
        if (size < 45) return intl.formatRelativeTime(0, 'second', { numeric: 'auto' });
        if (size < hour) return intl.formatRelativeTime(Math.round(seconds / minute), 'minute', { numeric: 'always' });
        if (size < day) return intl.formatRelativeTime(Math.round(seconds / hour), 'hour', { numeric: 'always' });
        if (size < 7 * day) return intl.formatRelativeTime(Math.round(seconds / day), 'day', { numeric: 'auto' });
        return dates.date(at);
      },
    };
    return dates;
  }, [intl, timeZone]);
}

export interface Numbers {
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  percent: (share: number) => string;
  money: (amount: number, currency: string) => string;
  bytes: (size: number) => string;
}

export function useNumbers(): Numbers {
  const intl = useIntl();
  return useMemo(() => {
    const number = (value: number, options: Intl.NumberFormatOptions = {}) => intl.formatNumber(value, options as never);
    return {
      number,
      percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 1 }),
      money: (amount, currency) => number(amount, { style: 'currency', currency }),
      bytes: (size) =>
        size < 1024 * 1024
          ? number(Math.max(1, Math.round(size / 1024)), { style: 'unit', unit: 'kilobyte' })
          : number(Math.round(size / 104857.6) / 10, { style: 'unit', unit: 'megabyte' }),
    };
  }, [intl]);
}

import { call } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';

export type MilestoneKind = 'RESPONSE' | 'ON_SITE' | 'RESTORE';
export type Band = 'CALM' | 'WARM' | 'HOT' | 'MISSED' | 'PAUSED' | 'DONE';

export interface MilestoneView {
  kind: MilestoneKind;
  status: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';
  targetSeconds: number;
  dueAt: string | null;
  remainingSeconds: number | null;
  reachedAt: string | null;
  missed: boolean;
  usedPercent: number;
}

/** A clock as the server sums it up; also part of a case in lists. */
export interface ClockSummary {
  caseId: string;
  status: 'RUNNING' | 'PAUSED' | 'STOPPED';
  band: Band;
  coverageCode: string;
  zone: string;
  pauseReason: string | null;
  milestones: MilestoneView[];
}

export interface ClockEntry {
  kind: string;
  occurredAt: string;
  recordedAt: string;
  actor: string;
  reason: string;
  details: Record<string, unknown>;
}

export interface ClockFile {
  caseId: string;
  caseNumber: string;
  now: string;
  clock: ClockSummary;
  priority: 'P1' | 'P2' | 'P3' | 'P4';
  calendarCode: string;
  calendarVersion: number;
  startedAt: string;
  pausedSince: string | null;
  stoppedAt: string | null;
  unconfirmedYears: number[];
  entries: ClockEntry[];
}

export interface Segment {
  start: string;
  end: string;
  kind: 'OPEN' | 'PAUSED' | 'CLOSED';
  rule: string;
  reasonZh: string;
  reasonEn: string;
  calendar: string;
  calendarVersion: string;
  countedSeconds: number;
  totalSeconds: number;
}

export interface Explanation {
  milestone: MilestoneKind;
  targetSeconds: number;
  startedAt: string;
  dueAt: string | null;
  reachedAt: string | null;
  zone: string;
  unconfirmedYears: number[];
  segments: Segment[];
}

export interface AtRisk {
  caseId: string;
  caseNumber: string;
  subject: string;
  customerName: string;
  siteName: string;
  serial: string | null;
  modelNameZh: string | null;
  modelNameEn: string | null;
  workOrderNumber: string | null;
  engineerName: string | null;
  milestone: MilestoneKind;
  dueAt: string;
  remainingSeconds: number;
  band: Band;
  usedPercent: number;
  priority: 'P1' | 'P2' | 'P3' | 'P4';
  coverageCode: string;
  zone: string;
}

export type Hours = [string, string][];

export interface CalendarDefinition {
  zone: string;
  official: boolean;
  week: Record<string, Hours>;
  specialDays: { date: string; hours: Hours; reason: string }[];
}

export interface CalendarRow {
  code: string;
  nameZh: string;
  nameEn: string;
  version: number;
  definition: CalendarDefinition;
}

export interface CalendarVersion {
  version: number;
  effectiveFrom: string;
  inForce: boolean;
  definition: CalendarDefinition;
  madeAt: string;
  madeBy: string;
  reason: string;
}

export interface CalendarFile {
  code: string;
  nameZh: string;
  nameEn: string;
  version: number;
  versions: CalendarVersion[];
  actions: string[];
}

export interface CalendarDay {
  date: string;
  rule: string;
  hours: Hours;
  reasonZh: string;
  reasonEn: string;
}

export interface CalendarYear {
  code: string;
  year: number;
  zone: string;
  confirmed: boolean;
  days: CalendarDay[];
}

export interface Notice {
  year: number;
  revision: number;
  source: string;
  importedAt: string;
  importedBy: string;
  daysOff: number;
  makeUpDays: number;
}

export interface NoticeOutcome {
  saved: boolean;
  notice: Notice;
  replaces: Notice | null;
}

/** The clock is asked again every half minute: what is left is counted by the server alone. */
export const clockQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['clock', caseId],
    queryFn: async ({ signal }) => (await call<ClockFile>('GET', `/api/v1/clocks/${caseId}`, { signal })).data,
    refetchInterval: 30_000,
  });

export const explanationQuery = (caseId: string, kind: MilestoneKind) =>
  queryOptions({
    queryKey: ['clock', caseId, 'explanation', kind],
    queryFn: async ({ signal }) => (await call<Explanation>('GET', `/api/v1/clocks/${caseId}/milestones/${kind}/explanation`, { signal })).data,
  });

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) => (await call<{ items: CalendarRow[] }>('GET', '/api/v1/calendars', { signal })).data.items,
});

export const calendarQuery = (code: string) =>
  queryOptions({
    queryKey: ['calendar', code],
    queryFn: ({ signal }) => call<CalendarFile>('GET', `/api/v1/calendars/${encodeURIComponent(code)}`, { signal }),
  });

export const yearQuery = (code: string, year: number) =>
  queryOptions({
    queryKey: ['calendar', code, 'year', year],
    queryFn: async ({ signal }) => (await call<CalendarYear>('GET', `/api/v1/calendars/${encodeURIComponent(code)}/years/${year}`, { signal })).data,
  });

export const noticesQuery = queryOptions({
  queryKey: ['official-notices'],
  queryFn: async ({ signal }) => (await call<{ items: Notice[] }>('GET', '/api/v1/official-notices', { signal })).data.items,
});

/** Master data carry both names; this picks the reader's. */
export function useName(): (thing: { nameZh: string; nameEn: string }) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
}

export function useReason(): (thing: { reasonZh: string; reasonEn: string }) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.reasonZh : thing.reasonEn);
}

/** The milestone to look at: one that is overdue before the next one that is due. */
export function nextOf(clock: ClockSummary): MilestoneView | undefined {
  const late = clock.milestones.find((one) => one.status === 'MISSED' && !one.reachedAt);
  return (clock.status === 'STOPPED' ? undefined : late) ?? clock.milestones.find((one) => one.status === 'RUNNING' || one.status === 'PAUSED');
}

/** Service time in hours and minutes, never days: a day of a calendar has nine hours, or eight, or twenty-four. */
export function useServiceTime(): (seconds: number) => string {
  const t = useText();
  return useCallback(
    (seconds) => {
      const minutes = Math.round(Math.abs(seconds) / 60);
      const [h, m] = [Math.floor(minutes / 60), minutes % 60];
      if (h === 0) return t('common.duration.minutes', { m });
      return m === 0 ? t('common.duration.hours', { h }) : t('common.duration.hoursMinutes', { h, m });
    },
    [t],
  );
}

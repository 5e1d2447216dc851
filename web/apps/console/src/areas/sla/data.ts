import { call, type Schema } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';

export const milestoneKinds = ['RESPONSE', 'ON_SITE', 'PART_DELIVERY', 'RESTORE', 'RESOLVE'] as const;

export type MilestoneKind = (typeof milestoneKinds)[number];
/** How far the at-risk list looks ahead. */
export const withins = ['PT2H', 'PT8H', 'PT24H', 'PT72H'] as const;

/** How many days a report looks back. */
export const reportDays = ['7', '30', '90', '365'] as const;

export const verdictKinds = ['KEPT', 'MISSED', 'WAITING'] as const;

export type Band = 'CALM' | 'WARM' | 'HOT' | 'MISSED' | 'PAUSED' | 'DONE';

export type MilestoneView = Schema<'ClockSummaryMilestoneView'>;

/** A clock as the server sums it up; also part of a case in lists. */
export type ClockSummary = Schema<'ClockSummary'> & { band: Band };

export type ClockEntry = Schema<'ClockFileEntryView'>;

export type ClockFile = Omit<Schema<'ClockFileView'>, 'clock'> & { clock: ClockSummary };

export type Segment = Schema<'ClockFileSegmentView'>;

export type Explanation = Schema<'ClockFileExplanation'>;

export type AtRisk = Schema<'AtRiskBoardRow'> & { band: Band };

export type ForecastSpan = Schema<'BreachForecastSpan'>;

export type ComplianceLine = Omit<Schema<'ComplianceLine'>, 'milestone'> & { milestone: MilestoneKind };

export type StandardLine = Schema<'StandardReportLine'>;

export const moments = ['CASE_REPORTED', 'CASE_ANSWERED', 'CAUSE_PREDICTED', 'QUOTE_REQUESTED', 'QUOTE_SENT', 'CASE_RELEASED', 'VISIT_BOOKED', 'ENGINEER_ON_SITE', 'WORK_DONE', 'CASE_CLOSED'] as const;

export const tiers = ['VIP', 'IMPORTANT', 'ORDINARY', 'SMALL', 'PROSPECT'] as const;

export type JudgedMilestone = Omit<Schema<'ComplianceRow'>, 'verdict'> & { verdict: 'KEPT' | 'MISSED' | 'WAITING' };

export type Hours = [string, string][];

export interface CalendarDefinition {
  zone: string;
  official: boolean;
  week: Record<string, Hours>;
  specialDays: { date: string; hours: Hours; reason: string }[];
}

export type CalendarRow = Schema<'CalendarCatalogueRow'>;

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

export type CalendarDay = Schema<'CalendarCatalogueDay'>;

export type CalendarYear = Schema<'CalendarCatalogueYear'>;

export type Notice = Schema<'CalendarControllerNoticeView'>;

export type NoticeOutcome = Schema<'CalendarControllerNoticeOutcome'>;

/** Where a clock is asked for: by its case in the house, or by the secret of a customer's link. */
export type ClockSource = { caseId: string } | { secret: string };

const pathOf = (source: ClockSource) => ('caseId' in source ? `/api/v1/clocks/${source.caseId}` : `/api/v1/customer-clocks/${source.secret}`);

/** The clock is asked again every half minute: what is left is counted by the server alone. */
export const clockQuery = (source: ClockSource) =>
  queryOptions({
    queryKey: ['clock', source],
    queryFn: async ({ signal }) => (await call<ClockFile>('GET', pathOf(source), { signal })).data,
    refetchInterval: 30_000,
  });

export const explanationQuery = (source: ClockSource, kind: MilestoneKind) =>
  queryOptions({
    queryKey: ['clock', source, 'explanation', kind],
    queryFn: async ({ signal }) => (await call<Explanation>('GET', `${pathOf(source)}/milestones/${kind}/explanation`, { signal })).data,
  });

export const forecastQuery = queryOptions({
  queryKey: ['breach-forecast'],
  queryFn: async ({ signal }) => (await call<{ asOf: string; spans: ForecastSpan[]; atLeast: boolean }>('GET', '/api/v1/breach-forecast', { signal })).data,
  refetchInterval: 60_000,
});

export const complianceQuery = (span: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['compliance', span],
    queryFn: async ({ signal }) => (await call<{ lines: ComplianceLine[] }>('GET', '/api/v1/compliance', { query: span, signal })).data.lines,
  });

export const standardsQuery = (span: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['standards', span],
    queryFn: async ({ signal }) => (await call<{ lines: StandardLine[] }>('GET', '/api/v1/standards', { query: span, signal })).data.lines,
  });

export const rolesQuery = queryOptions({
  queryKey: ['roles', 'names'],
  queryFn: async ({ signal }) => (await call<{ items: { code: string; nameZh: string; nameEn: string }[] }>('GET', '/api/v1/roles', { signal })).data.items,
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

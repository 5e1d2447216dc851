import { call, type ProblemError, type Schema } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';

export type Policy = Schema<'PlanningPolicy'>;

export type PolicyView = Schema<'PlanningPolicyScreenView'>;

export type Trial = Schema<'TrialScreenView'>;

export type TrialLine = Schema<'TrialScreenRow'>;

export type Outcome = Schema<'TrialDayOutcome'>;

export type Overruling = Schema<'OverrulingListRow'>;

export type Summary = Schema<'OverrulingListSummary'>;

export const overrulingReasons = ['OWN_ENGINEER', 'CUSTOMER_WISH', 'KNOWS_MACHINE', 'CALM_DAY', 'LEARNING', 'PART_IN_VAN', 'WRONG_DATA', 'OTHER'] as const;

/** What a figure is counted in. */
type Unit = 'money' | 'minutes' | 'hours' | 'count' | 'factor' | 'speed' | 'time';

const priorities = ['P1', 'P2', 'P3', 'P4'] as const;

/** Every figure of a policy, as the server names it, in the groups of the screen. */
export const groups = [
  { id: 'travel', figures: ['travelPerHour', 'detour', 'kilometresPerHour'] },
  { id: 'overtime', figures: ['overtimePerHour', 'overtimeMinutes'] },
  { id: 'rest', figures: ['legalRestHours'] },
  { id: 'late', figures: [...priorities.map((id) => `latePerMinute.${id}`), 'brokenPromisePerMinute'] },
  { id: 'margin', figures: ['margin.minutes', 'margin.percent'] },
  { id: 'undone', figures: priorities.map((id) => `undone.${id}`) },
  { id: 'calm', figures: ['changedEngineer'] },
  { id: 'own', figures: ['notPreferred', 'surplusLevel'] },
  { id: 'reserve', figures: ['reserve.engineers', 'reserve.from', 'reserve.until', 'reserve.centsPerHour'] },
  { id: 'publication', figures: ['publication.mostDisturbed', 'publication.leastGain'] },
] as const;

const units: Record<string, Unit> = {
  detour: 'factor',
  kilometresPerHour: 'speed',
  overtimeMinutes: 'minutes',
  legalRestHours: 'hours',
  'margin.minutes': 'minutes',
  'margin.percent': 'count',
  'reserve.engineers': 'count',
  'reserve.from': 'time',
  'reserve.until': 'time',
  'publication.mostDisturbed': 'count',
};

export const unitOf = (figure: string): Unit => units[figure] ?? 'money';

export const freshMargin = { minutes: 120, percent: 50 };

export const freshReserve = { engineers: 1, from: '09:00', until: '17:00', centsPerHour: 3000 };

export const freshPublication = { mostDisturbed: 0, leastGain: 5000 };

/** A figure by its name; nothing where the policy has no such rule. */
export function read(policy: Policy, figure: string): number | string | null {
  let value: unknown = policy;
  for (const part of figure.split('.')) value = value === null || value === undefined ? null : (value as Record<string, unknown>)[part];
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** The same policy with another figure. */
export function write(policy: Policy, figure: string, value: number | string): Policy {
  const [first = '', second] = figure.split('.');
  if (!second) return { ...policy, [first]: value };
  return { ...policy, [first]: { ...(policy as unknown as Record<string, Record<string, unknown>>)[first], [second]: value } };
}

/** Times of day come with seconds and are written without. */
export const plain = (policy: Policy): Policy =>
  policy.reserve ? { ...policy, reserve: { ...policy.reserve, from: policy.reserve.from.slice(0, 5), until: policy.reserve.until.slice(0, 5) } } : policy;

const byPriority = { P1: 0, P2: 0, P3: 0, P4: 0 };

const everyFigure: Policy = {
  travelPerHour: 0, overtimePerHour: 0, notPreferred: 0, changedEngineer: 0, surplusLevel: 0, latePerMinute: byPriority, undone: byPriority, brokenPromisePerMinute: 0,
  overtimeMinutes: 0, detour: 1, kilometresPerHour: 1, margin: freshMargin, reserve: freshReserve, legalRestHours: 11, publication: freshPublication,
};

/** Whether the server refuses a figure of the policy, and not the words that go with it. */
export const refusesFigure = (problem: ProblemError) => problem.errors.some((one) => read(everyFigure, one.field) !== null);

/** A figure as people say it: with its unit, money in the currency of the house. */
export function useFigure(): (figure: string, value: number | null) => string {
  const t = useText();
  const numbers = useNumbers();
  return useCallback(
    (figure, value) => {
      if (value === null) return '–';
      switch (unitOf(figure)) {
        case 'money':
          return numbers.money(value / 100, 'CNY');
        case 'minutes':
          return t('dispatch.weigh.minutes', { count: value });
        case 'hours':
          return t('dispatch.weigh.hours', { count: value });
        case 'speed':
          return t('dispatch.weigh.speed', { value: numbers.number(value, { maximumFractionDigits: 1 }) });
        case 'time':
          return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
        default:
          return numbers.number(value, { maximumFractionDigits: 2 });
      }
    },
    [t, numbers],
  );
}

export const policyQuery = (unit: string) =>
  queryOptions({
    queryKey: ['planning-policy', unit],
    queryFn: async ({ signal }) => (await call<PolicyView>('GET', `/api/v1/planning-policies/${unit}`, { signal })).data,
  });

export const policiesQuery = queryOptions({
  queryKey: ['planning-policies'],
  queryFn: async ({ signal }) => (await call<{ items: Schema<'PlanningPolicyScreenRow'>[] }>('GET', '/api/v1/planning-policies', { signal })).data.items,
});

export const trialsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['policy-trials', unit],
    queryFn: async ({ signal }) => (await call<{ items: TrialLine[] }>('GET', '/api/v1/policy-trials', { query: { unit, limit: 20 }, signal })).data.items,
  });

/** Looked at again while it is computed. */
export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-trial', id],
    queryFn: async ({ signal }) => (await call<Trial>('GET', `/api/v1/policy-trials/${id}`, { signal })).data,
    refetchInterval: (query) => (query.state.data?.status === 'COMPUTING' ? 1_000 : false),
  });

export const summaryQuery = (from?: string) =>
  queryOptions({
    queryKey: ['overrulings', 'summary', from ?? ''],
    queryFn: async ({ signal }) => (await call<Summary>('GET', '/api/v1/overrulings/summary', { query: { from }, signal })).data,
  });

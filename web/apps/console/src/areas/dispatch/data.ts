import { call, type Schema } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Priority, Tone } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';

/** An open work order that nobody is booked for. */
export type Job = Schema<'WorkOrderListRow'>;

export interface Finding {
  code: string;
  hard: boolean;
  values: Record<string, string | number>;
}

export type Candidate = Schema<'CandidatesCandidate'>;

/** What a rule says, in both languages. */
export type Line = Schema<'RuleWordsLine'>;

export type Board = Schema<'BoardScreenBoard'>;

export type BoardVisit = Schema<'BoardScreenBar'>;

export type BoardJob = Schema<'BoardScreenJob'>;

export type Week = Schema<'BoardWeekWeek'>;

export type Places = Schema<'BoardMapPlaces'>;

export type Suggestion = Schema<'BestCandidatesSuggestion'>;

export type Why = Schema<'WhyHereAnswer'>;

/** What would be said to a booking at that time. */
export type Check = Omit<Schema<'BookingCheckAnswer'>, 'findings'> & { findings: Finding[] };

export type VisitStatus = 'BOOKED' | 'ACCEPTED' | 'TRAVELLING' | 'ON_SITE' | 'DONE' | 'CANCELLED';

export const visitTone: Record<VisitStatus, Tone> = {
  BOOKED: 'scheduled',
  ACCEPTED: 'dispatched',
  TRAVELLING: 'travelling',
  ON_SITE: 'onsite',
  DONE: 'done',
  CANCELLED: 'cancelled',
};

export type Visit = Schema<'DayListVisit'>;

export type Shift = Schema<'EngineerScreenShiftRow'>;

export type Absence = Schema<'EngineerScreenAbsenceRow'>;

export type Day = Schema<'DayListDay'>;

export type Days = Schema<'DayListDays'>;

export type Skill = Schema<'EngineerSkill'>;

export type EngineerLine = Schema<'EngineerScreenRow'>;

export type Engineer = Schema<'EngineerScreenView'>;

/** Who owns a customer and who stands in. */
export type Dedication = Schema<'EngineerScreenDedicationView'>;

/** A visit that was booked or moved; with what was kept to learn from, if the engine would have chosen otherwise. */
export interface Booked {
  appointment: Visit;
  findings: Finding[];
  overruling: Schema<'OverrulingListRow'> | null;
}

export type Term = Schema<'DispatchTermsTerm'>;

interface Unit extends Term {
  kind: string;
  path: string;
  depth: number;
  zone: string;
}

export type Policy = Schema<'OverlapPolicyListRow'>;

/** @param date none: the first day on which somebody can go */
export const candidatesQuery = (number: string, date?: string) =>
  queryOptions({
    queryKey: ['candidates', number, date ?? ''],
    queryFn: async ({ signal }) => (await call<Schema<'CandidatesAnswer'>>('GET', `/api/v1/work-orders/${number}/candidates`, { query: { date, limit: 500 }, signal })).data,
  });

/** @param crew who else comes along */
export const checkQuery = (number: string, engineer: string, crew: readonly string[], startsAt: string | null, endsAt: string | null) =>
  queryOptions({
    queryKey: ['booking-check', number, engineer, crew, startsAt, endsAt],
    enabled: startsAt !== null && engineer !== '',
    staleTime: 5_000,
    queryFn: async ({ signal }) => (await call<Check>('GET', `/api/v1/work-orders/${number}/booking-check`, { query: { engineer, crew: [...crew], startsAt, endsAt }, signal })).data,
  });

export const boardQuery = (territory?: string, date?: string) =>
  queryOptions({
    queryKey: ['board', territory ?? '', date ?? ''],
    queryFn: async ({ signal }) => (await call<Board>('GET', '/api/v1/board', { query: { territory, date }, signal })).data,
    // While it is shown it is told what changes; when it is opened again it is asked for. Phones become silent without any event.
    staleTime: 0,
    refetchInterval: 120_000,
    placeholderData: (before) => before,
  });

export const weekQuery = (territory?: string, date?: string) =>
  queryOptions({
    queryKey: ['board-week', territory ?? '', date ?? ''],
    queryFn: async ({ signal }) => (await call<Week>('GET', '/api/v1/board/week', { query: { territory, date }, signal })).data,
    placeholderData: (before) => before,
  });

export const mapQuery = (territory?: string, date?: string) =>
  queryOptions({
    queryKey: ['board-map', territory ?? '', date ?? ''],
    queryFn: async ({ signal }) => (await call<Places>('GET', '/api/v1/board/map', { query: { territory, date }, signal })).data,
    placeholderData: (before) => before,
  });

export const suggestionsQuery = (territory?: string, date?: string) =>
  queryOptions({
    queryKey: ['board-suggestions', territory ?? '', date ?? ''],
    queryFn: async ({ signal }) => (await call<Schema<'BestCandidatesAnswer'>>('GET', '/api/v1/board/suggestions', { query: { territory, date }, signal })).data,
    placeholderData: (before) => before,
  });

export const whyQuery = (number: string) =>
  queryOptions({
    queryKey: ['why', number],
    queryFn: async ({ signal }) => (await call<Why>('GET', `/api/v1/appointments/${number}/why`, { signal })).data,
  });

export const termsQuery = queryOptions({
  queryKey: ['dispatch-terms'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await call<{ skills: Term[]; territories: Term[] }>('GET', '/api/v1/dispatch-terms', { signal })).data,
});

export const branchesQuery = queryOptions({
  queryKey: ['org-units'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await call<{ items: Unit[] }>('GET', '/api/v1/org-units', { signal })).data.items,
});

export const engineerQuery = (code: string) =>
  queryOptions({
    queryKey: ['engineer', code],
    queryFn: async ({ signal }) => (await call<Engineer>('GET', `/api/v1/engineers/${code}`, { signal })).data,
  });

export const dedicationQuery = (customer: string) =>
  queryOptions({
    queryKey: ['dedication', customer],
    queryFn: async ({ signal }) => (await call<Dedication>('GET', `/api/v1/dedications/${encodeURIComponent(customer)}`, { signal })).data,
  });

/** All who can be sent now, for fields to choose one. */
export const activeEngineersQuery = queryOptions({
  queryKey: ['engineers', 'active'],
  queryFn: async ({ signal }) => (await call<{ items: EngineerLine[] }>('GET', '/api/v1/engineers', { query: { active: true, limit: 500 }, signal })).data.items,
});

export interface Booking {
  workOrderNumber: string;
  engineerCode: string;
  /** Codes of who comes along. */
  crew?: string[];
  startsAt: string;
  endsAt?: string | null;
  acceptOverlap?: boolean;
  /** The engine's candidates were on the screen: another choice is kept to learn from. */
  proposalSeen?: boolean;
}

/** Everybody of a crew, the lead first. */
export const crewNames = (one: { engineerName: string; crew: readonly { name: string }[] }) => [one.engineerName, ...one.crew.map((member) => member.name)].join(' + ');

export const codesOf = (crew: readonly { code: string }[]) => crew.map((member) => member.code);

interface Named {
  nameZh: string | null;
  nameEn: string | null;
}

/** Master data come in both languages; the reader sees his own. */
export function useName(): (named: Named) => string {
  const { language } = useLanguage();
  return useCallback((named) => (language === 'zh-CN' ? named.nameZh : named.nameEn) ?? '', [language]);
}

/** What a rule says, in the reader's language. */
export function useLine(): (line: Line) => string {
  const { language } = useLanguage();
  return useCallback((line) => (language === 'zh-CN' ? line.textZh : line.textEn), [language]);
}

/** What would have to be allowed, in the reader's language. */
export function useRelaxation(): (line: Line) => string {
  const { language } = useLanguage();
  return useCallback((line) => (language === 'zh-CN' ? line.relaxationZh : line.relaxationEn) ?? '', [language]);
}

export function levelOf(priority: string): Priority {
  return Number(priority.slice(1)) as Priority;
}

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

export type Candidate = Omit<Schema<'CandidatesCandidate'>, 'findings'> & { findings: Finding[] };

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

export type Term = Schema<'DispatchTermsTerm'>;

interface Unit extends Term {
  kind: string;
  path: string;
  depth: number;
  zone: string;
}

export type Policy = Schema<'OverlapPolicyListRow'>;

export const candidatesQuery = (number: string) =>
  queryOptions({
    queryKey: ['candidates', number],
    queryFn: async ({ signal }) => (await call<{ dueAt: string | null; items: Candidate[] }>('GET', `/api/v1/work-orders/${number}/candidates`, { query: { limit: 50 }, signal })).data,
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
  startsAt: string;
  endsAt?: string | null;
  acceptOverlap?: boolean;
}

interface Named {
  nameZh: string | null;
  nameEn: string | null;
}

/** Master data come in both languages; the reader sees his own. */
export function useName(): (named: Named) => string {
  const { language } = useLanguage();
  return useCallback((named) => (language === 'zh-CN' ? named.nameZh : named.nameEn) ?? '', [language]);
}

export function levelOf(priority: string): Priority {
  return Number(priority.slice(1)) as Priority;
}

import { call } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Priority, Tone } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';

/** An open work order that nobody is booked for. */
export interface Job {
  number: string;
  status: 'RELEASED' | 'WAITING_FOR_PART' | 'WAITING_FOR_CUSTOMER';
  subject: string;
  priority: string;
  caseNumber: string;
  customerName: string;
  customerTier: string;
  siteName: string;
  city: string;
  serial: string | null;
  modelNameZh: string | null;
  modelNameEn: string | null;
  requiredSkill: string | null;
  expectedMinutes: number;
  visitNumber: number;
  visitReason: string;
  dueAt: string | null;
  releasedAt: string;
}

export interface Finding {
  code: string;
  hard: boolean;
  values: Record<string, string | number>;
}

export interface Candidate {
  rank: number;
  engineerCode: string;
  engineerName: string;
  verdict: 'SUITABLE' | 'WITH_WARNINGS' | 'IMPOSSIBLE';
  startsAt: string | null;
  endsAt: string | null;
  kilometres: number | null;
  skillLevel: number;
  dedicated: 'OWNER' | 'STAND_IN' | null;
  findings: Finding[];
}

export type VisitStatus = 'BOOKED' | 'ACCEPTED' | 'TRAVELLING' | 'ON_SITE' | 'DONE' | 'CANCELLED';

export const visitTone: Record<VisitStatus, Tone> = {
  BOOKED: 'scheduled',
  ACCEPTED: 'dispatched',
  TRAVELLING: 'travelling',
  ON_SITE: 'onsite',
  DONE: 'done',
  CANCELLED: 'cancelled',
};

export interface Visit {
  number: string;
  version: number;
  status: VisitStatus;
  startsAt: string;
  endsAt: string;
  acceptedAt: string | null;
  travellingAt: string | null;
  arrivedAt: string | null;
  doneAt: string | null;
  engineerCode: string;
  engineerName: string;
  work: { number: string; status: string; subject: string; priority: string; caseNumber: string; visitNumber: number; dueAt: string | null; expectedMinutes: number };
  where: { customerName: string; siteName: string; address: string; city: string; accessNotes: string; zone: string };
  contact: { name: string; phone: string } | null;
  machine: { serial: string; modelNameZh: string; modelNameEn: string; location: string } | null;
  actions: string[];
}

export interface Shift {
  id: string;
  startsAt: string;
  endsAt: string;
  kind: 'NORMAL' | 'STANDBY' | 'OVERTIME';
}

export interface Absence {
  id: string;
  startsAt: string;
  endsAt: string;
  reason: 'LEAVE' | 'ILLNESS' | 'TRAINING' | 'OTHER';
  note: string;
}

export interface Day {
  engineerCode: string;
  engineerName: string;
  phone: string;
  zone: string;
  startsAt: string;
  endsAt: string;
  shifts: Shift[];
  absences: Absence[];
  visits: Visit[];
}

export interface Days {
  date: string;
  asOf: string;
  items: Day[];
}

export interface Skill {
  code: string;
  level: number;
  expiresOn: string | null;
}

export interface EngineerLine {
  code: string;
  name: string;
  territory: string | null;
  active: boolean;
  orgPath: string;
  skills: Skill[];
  absentNow: Absence['reason'] | null;
  onShiftNow: boolean;
}

export interface Engineer {
  code: string;
  version: number;
  name: string;
  phone: string;
  email: string;
  territory: string | null;
  home: { latitude: number; longitude: number } | null;
  zone: string;
  active: boolean;
  skills: Skill[];
  shifts: Shift[];
  absences: Absence[];
  customers: { customerNumber: string; customerName: string; standIn: boolean }[];
  actions: string[];
}

/** Who owns a customer and who stands in. */
export interface Dedication {
  customerNumber: string;
  engineer: { code: string; name: string } | null;
  standIn: { code: string; name: string } | null;
  actions: string[];
}

export interface Term {
  code: string;
  nameZh: string;
  nameEn: string;
}

interface Unit extends Term {
  kind: string;
  path: string;
  depth: number;
  zone: string;
}

export interface Policy {
  unitCode: string;
  nameZh: string;
  nameEn: string;
  path: string;
  inForce: 'FORBIDDEN' | 'WARNED' | 'ALLOWED';
  own: 'FORBIDDEN' | 'WARNED' | 'ALLOWED' | null;
}

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

import { call } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Priority, Tone } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';

export type WorkOrderStatus =
  | 'RELEASED'
  | 'IN_WORK'
  | 'WAITING_FOR_PART'
  | 'WAITING_FOR_CUSTOMER'
  | 'HANDED_OVER'
  | 'ENDED_OPEN'
  | 'COMPLETED'
  | 'CANCELLED';

export const statuses: readonly WorkOrderStatus[] = [
  'RELEASED',
  'IN_WORK',
  'WAITING_FOR_PART',
  'WAITING_FOR_CUSTOMER',
  'HANDED_OVER',
  'ENDED_OPEN',
  'COMPLETED',
  'CANCELLED',
];

export const outcomes = [
  'REPAIRED',
  'WRONG_PREDICTION',
  'PART_MISSING',
  'PART_DEAD_ON_ARRIVAL',
  'CUSTOMER_NOT_READY',
  'CUSTOMER_REFUSED',
  'NOT_ON_SITE',
  'HANDED_OVER',
  'WITH_VENDOR',
] as const;

export type Outcome = (typeof outcomes)[number];

export const toneOf: Record<WorkOrderStatus, Tone> = {
  RELEASED: 'new',
  IN_WORK: 'onsite',
  WAITING_FOR_PART: 'waiting',
  WAITING_FOR_CUSTOMER: 'waiting',
  HANDED_OVER: 'dispatched',
  ENDED_OPEN: 'waiting',
  COMPLETED: 'done',
  CANCELLED: 'cancelled',
};

/** A line of the lists. */
export interface WorkOrderLine {
  number: string;
  status: WorkOrderStatus;
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
  outcome: Outcome | null;
  engineerName: string | null;
  dueAt: string | null;
  releasedAt: string;
  finishedAt: string | null;
}

export interface Check {
  position: number;
  textZh: string;
  textEn: string;
  kind: 'CHECK' | 'READING';
  unit: string;
  low: number | null;
  high: number | null;
  required: boolean;
  answer: 'OK' | 'NOT_OK' | 'NOT_APPLICABLE' | null;
  reading: number | null;
  outOfRange: boolean;
  note: string;
  answeredAt: string | null;
}

export interface Part {
  id: string;
  kind: 'USED' | 'TAKEN_BACK' | 'RETURNED_UNUSED' | 'DEAD_ON_ARRIVAL';
  partNumber: string;
  nameZh: string;
  nameEn: string;
  quantity: number;
  serial: string;
  occurredAt: string;
}

export interface Report {
  version: number;
  signed: boolean;
  findings: string;
  actions: string;
  advice: string;
  trueCauses: string[];
  predictionRight: boolean | null;
  outcome: Outcome | null;
  outcomeNote: string;
  arrivedAt: string | null;
  leftAt: string | null;
  signedByName: string | null;
  signedAt: string | null;
  documentSha256: string | null;
  signatureFileId: string | null;
  pdfFileId: string | null;
}

export interface Missing {
  code: string;
  position: number | null;
}

export interface WorkOrder {
  number: string;
  version: number;
  status: WorkOrderStatus;
  workType: { code: string; nameZh: string; nameEn: string };
  subject: string;
  priority: string;
  serviceCase: { number: string; description: string; criticalWatch: boolean };
  customer: { number: string; name: string; tier: string };
  site: { number: string; name: string; address: string; city: string; accessNotes: string; zone: string };
  contact: { name: string; jobTitle: string; phone: string; mobile: string } | null;
  machine: { number: string; serial: string; modelNameZh: string; modelNameEn: string; location: string; importance: string } | null;
  requiredSkill: string | null;
  expectedMinutes: number;
  visitNumber: number;
  visitReason: string;
  engineerName: string | null;
  dueAt: string | null;
  releasedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  customerLanguage: string;
  lines: { position: number; task: string; status: 'OPEN' | 'DONE' | 'DROPPED' }[];
  checklist: Check[];
  parts: Part[];
  photos: { fileId: string; moment: 'BEFORE' | 'DURING' | 'AFTER' }[];
  report: Report;
  prediction: {
    status: string;
    unknown: boolean;
    remarks: string;
    recordedBy: string;
    likelyCauses: { code: string; nameZh: string; nameEn: string; probability: number }[];
    carriedParts: { number: string; nameZh: string; nameEn: string }[];
  } | null;
  visits: {
    number: string;
    visitNumber: number;
    visitReason: string;
    status: WorkOrderStatus;
    outcome: Outcome | null;
    engineerName: string | null;
    startedAt: string | null;
    finishedAt: string | null;
  }[];
  missing: Missing[];
  actions: string[];
}

export interface ReportDocument {
  language: string;
  house: string;
  number: string;
  caseNumber: string;
  visitNumber: number;
  workType: string;
  subject: string;
  customer: { number: string; name: string; site: string; address: string; contact: string };
  machine: { serial: string; model: string; location: string };
  engineer: string;
  arrivedAt: string;
  checklist: { text: string; answer: string; flagged: boolean; note: string }[];
  findings: string;
  actions: string;
  trueCauses: string[];
  parts: { kind: string; number: string; name: string; quantity: number; serial: string }[];
  advice: string;
  outcome: string;
  outcomeText: string;
  outcomeNote: string;
  photos: { moment: string; sha256: string }[];
}

export interface Completion {
  beforeSignature: Missing[];
  beforeLeaving: Missing[];
  document: ReportDocument;
  documentSha256: string;
}

export interface Verification {
  documentSha256: string;
  recomputedSha256: string;
  documentMatches: boolean;
  signatureMatches: boolean;
  printMatches: boolean | null;
}

/** An appointment of the work order; dispatch owns it. */
export interface Visit {
  number: string;
  version: number;
  status: 'BOOKED' | 'ACCEPTED' | 'TRAVELLING' | 'ON_SITE' | 'DONE' | 'CANCELLED';
  startsAt: string;
  endsAt: string;
  arrivedAt: string | null;
  cancelReason: string;
  engineerCode: string;
  engineerName: string;
  actions: string[];
}

export const visitTone: Record<Visit['status'], Tone> = {
  BOOKED: 'scheduled',
  ACCEPTED: 'dispatched',
  TRAVELLING: 'travelling',
  ON_SITE: 'onsite',
  DONE: 'done',
  CANCELLED: 'cancelled',
};

export const workOrderQuery = (number: string) =>
  queryOptions({
    queryKey: ['work-order', number],
    queryFn: async ({ signal }) => (await call<WorkOrder>('GET', `/api/v1/work-orders/${number}`, { signal })).data,
  });

export const visitsQuery = (number: string) =>
  queryOptions({
    queryKey: ['appointments', number],
    queryFn: async ({ signal }) => (await call<{ items: Visit[] }>('GET', '/api/v1/appointments', { query: { workOrder: number }, signal })).data.items,
  });

export const completionQuery = (number: string) =>
  queryOptions({
    queryKey: ['completion', number],
    queryFn: async ({ signal }) => (await call<Completion>('GET', `/api/v1/work-orders/${number}/completion`, { signal })).data,
  });

interface Cause {
  code: string;
  parentCode: string | null;
  nameZh: string;
  nameEn: string;
}

export const causesQuery = queryOptions({
  queryKey: ['causes'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await call<{ items: Cause[] }>('GET', '/api/v1/causes', { signal })).data.items,
});

export const skillsQuery = queryOptions({
  queryKey: ['skills'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await call<{ skills: { code: string; nameZh: string; nameEn: string }[] }>('GET', '/api/v1/dispatch-terms', { signal })).data.skills,
});

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

import { call, type Schema } from '@firstfix/api';
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
export type WorkOrderLine = Schema<'WorkOrderListRow'>;

export type Check = Schema<'WorkOrderScreenCheck'>;

export type Part = Schema<'WorkOrderScreenPart'>;

export type Report = Schema<'WorkOrderScreenReport'>;

export type Missing = Schema<'CompletenessMissing'>;

export type WorkOrder = Schema<'WorkOrderScreenView'>;

export type ReportDocument = Schema<'ReportDocument'>;

export type Completion = Schema<'WorkOrderScreenCompletion'>;

export type Verification = Schema<'WorkOrderScreenVerification'>;

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

export type WorkType = Schema<'WorkTypeListRow'>;

export type WorkTypeLine = WorkType['checklist'][number];

export const workTypesQuery = queryOptions({
  queryKey: ['work-types'],
  queryFn: async ({ signal }) => (await call<{ items: WorkType[] }>('GET', '/api/v1/work-types', { signal })).data.items,
});

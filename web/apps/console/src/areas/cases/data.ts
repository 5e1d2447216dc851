import { api, take, tagged, type paths, type Tagged } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Tone } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';

type Body<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: { 200: { content: Record<string, infer Answer> } };
}
  ? Answer
  : never;

export type CaseLine = Body<'/api/v1/cases', 'get'>['items'][number];
export type CaseView = Body<'/api/v1/cases/{number}', 'get'>;
export type Activity = Body<'/api/v1/cases/{number}/activity', 'get'>['items'][number];
export type Attachment = Body<'/api/v1/cases/{number}/attachments', 'get'>['items'][number];
export type Watch = Body<'/api/v1/cases/{number}/watches', 'get'>['items'][number];
export type IncidentReport = Body<'/api/v1/cases/{number}/incident-report', 'get'>;
export type CallLine = Body<'/api/v1/calls', 'get'>['items'][number];
export type ScreenPop = Body<'/api/v1/calls/{id}/screen-pop', 'get'>;
export type Candidate = Body<'/api/v1/case-intakes', 'get'>;
export type Machine = Candidate['sites'][number]['machines'][number];
export type Preview = Body<'/api/v1/case-previews', 'get'>;
export type Symptom = Body<'/api/v1/symptoms', 'get'>['items'][number];
export type CaseStatus = CaseLine['status'];
export type Impact = CaseView['impact'];
export type Urgency = CaseView['urgency'];

export const statuses = ['RECEIVED', 'WAITING_FOR_CUSTOMER', 'RELEASED', 'WITH_VENDOR', 'WORK_DONE', 'RESOLVED_REMOTELY', 'CLOSED', 'CANCELLED'] as const;
export const openStatuses = ['RECEIVED', 'WAITING_FOR_CUSTOMER', 'RELEASED', 'WITH_VENDOR', 'WORK_DONE', 'RESOLVED_REMOTELY'] as const;
/** What a case may be picked out by beside its facts. */
export const marks = ['mine', 'overdue', 'atRisk', 'watched'] as const;

export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export const impacts = ['STOPPED', 'DEGRADED', 'REDUNDANCY_LOST', 'NONE'] as const;
export const urgencies = ['HIGH', 'MEDIUM', 'LOW'] as const;

export const tones: Record<CaseStatus, Tone> = {
  RECEIVED: 'new',
  WAITING_FOR_CUSTOMER: 'waiting',
  RELEASED: 'dispatched',
  WITH_VENDOR: 'waiting',
  WORK_DONE: 'done',
  RESOLVED_REMOTELY: 'done',
  CLOSED: 'done',
  CANCELLED: 'cancelled',
};

export const levelOf = (priority: string) => Number(priority.slice(1)) as 1 | 2 | 3 | 4;

interface Named {
  nameZh: string;
  nameEn: string;
}

/** Master data carry both names; this picks the reader's. */
export function useName(): (thing: Named) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
}

export function useModelName(): (machine: { modelNameZh: string; modelNameEn: string }) => string {
  const name = useName();
  return (machine) => name({ nameZh: machine.modelNameZh, nameEn: machine.modelNameEn });
}

export const caseQuery = (number: string) =>
  queryOptions({
    queryKey: ['case', number],
    queryFn: ({ signal }): Promise<Tagged<CaseView>> => tagged(api.GET('/api/v1/cases/{number}', { params: { path: { number } }, signal })),
  });

export const activityQuery = (number: string) =>
  queryOptions({
    queryKey: ['case', number, 'activity'],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/cases/{number}/activity', { params: { path: { number } }, signal }))).items,
  });

export const attachmentsQuery = (number: string) =>
  queryOptions({
    queryKey: ['case', number, 'attachments'],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/cases/{number}/attachments', { params: { path: { number } }, signal }))).items,
  });

export const watchesQuery = (number: string) =>
  queryOptions({
    queryKey: ['case', number, 'watches'],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/cases/{number}/watches', { params: { path: { number } }, signal }))).items,
  });

export const symptomsQuery = queryOptions({
  queryKey: ['symptoms'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/v1/symptoms', { signal }))).items,
  staleTime: 10 * 60_000,
});

export const popQuery = (id: string) =>
  queryOptions({
    queryKey: ['calls', id, 'pop'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/calls/{id}/screen-pop', { params: { path: { id } }, signal })),
  });

export interface Place {
  account?: string;
  site?: string;
  asset?: string;
}

export const intakeQuery = (place: Place) =>
  queryOptions({
    queryKey: ['case-intake', place],
    queryFn: ({ signal }) => take(api.GET('/api/v1/case-intakes', { params: { query: place }, signal })),
    enabled: Boolean(place.account || place.site || place.asset),
  });

/** Remembers what this person chose last, so that it stands first the next time. */
export function lastUsed(name: string): { list: string[]; use: (code: string) => void } {
  const key = `firstfix.last.${name}`;
  let list: string[] = [];
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (Array.isArray(read)) list = read.map(String);
  } catch {
    // What cannot be read is as good as nothing.
  }
  return {
    list,
    use: (code) => {
      try {
        localStorage.setItem(key, JSON.stringify([code, ...list.filter((one) => one !== code)].slice(0, 5)));
      } catch {
        // Without storage nothing is remembered.
      }
    },
  };
}

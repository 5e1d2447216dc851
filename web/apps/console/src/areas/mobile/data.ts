import { api, take, useAction, type paths } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Tone } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';

type Answer<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

export type WorkOrder = Answer<'/api/v1/work-orders/{number}'>;
export type Check = WorkOrder['checklist'][number];
export type Report = WorkOrder['report'];
export type Movement = WorkOrder['parts'][number];
export type Clock = NonNullable<WorkOrder['clock']>;
export type Completion = Answer<'/api/v1/work-orders/{number}/completion'>;
export type Missing = Completion['beforeLeaving'][number];
export type Outcome = NonNullable<Report['outcome']>;
export type Cause = Answer<'/api/v1/causes'>['items'][number];

export type Day = Answer<'/api/v1/engineers/{code}/day'>;
export type Visit = Day['visits'][number];
export type Part = Answer<'/api/v1/parts'>['items'][number];

export const ownCodeQuery = queryOptions({
  queryKey: ['engineer', 'me'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/v1/engineers/me', { signal }))).code ?? null,
  staleTime: 10 * 60_000,
});

/** Without a date the server takes today where the engineer works. */
export const dayQuery = (code: string, date?: string) =>
  queryOptions({
    queryKey: ['engineer-day', code, date ?? 'today'],
    queryFn: ({ signal }): Promise<Day> => take(api.GET('/api/v1/engineers/{code}/day', { params: { path: { code }, query: { date } }, signal })),
  });

/** By the visit's own number, or by that of its work order. */
export const visitQuery = (number: string) =>
  queryOptions({
    queryKey: ['visit', number],
    queryFn: async ({ signal }): Promise<Visit | null> => {
      if (number.startsWith('V-')) return take(api.GET('/api/v1/appointments/{number}', { params: { path: { number } }, signal }));
      const { items } = await take(api.GET('/api/v1/appointments', { params: { query: { workOrder: number } }, signal }));
      return items.findLast((one) => one.status !== 'CANCELLED') ?? items.at(-1) ?? null;
    },
  });

export const workOrderQuery = (number: string) =>
  queryOptions({
    queryKey: ['work-order', number],
    queryFn: ({ signal }): Promise<WorkOrder> => take(api.GET('/api/v1/work-orders/{number}', { params: { path: { number } }, signal })),
    enabled: number !== '',
  });

export const completionQuery = (number: string) =>
  queryOptions({
    queryKey: ['completion', number],
    queryFn: ({ signal }): Promise<Completion> => take(api.GET('/api/v1/work-orders/{number}/completion', { params: { path: { number } }, signal })),
  });

export const causesQuery = queryOptions({
  queryKey: ['causes'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/v1/causes', { signal }))).items,
  staleTime: 60 * 60_000,
});

export async function findParts(text: string, family: string | undefined, signal: AbortSignal): Promise<Part[]> {
  return (await take(api.GET('/api/v1/parts', { params: { query: { text, family, limit: 20 } }, signal }))).items;
}

export const stepPaths = { ACCEPT: 'accept', TRAVEL: 'travel', ARRIVE: 'arrive' } as const;
export type StepAction = keyof typeof stepPaths;

/** What can be done on the way now, as the server said; the first is the next step. */
export function stepsOf(visit: Visit): StepAction[] {
  return visit.actions.filter((action): action is StepAction => action in stepPaths);
}

export function useStep(visit: Visit, onDone?: (action: StepAction) => void) {
  return useAction({
    run: async (action: StepAction, { headers }) => {
      await take(api.POST(`/api/v1/appointments/{number}/${stepPaths[action]}`, { params: { path: { number: visit.number } }, body: {}, headers }));
      return action;
    },
    touches: [['engineer-day'], ['visit'], ['work-order', visit.work.number], ['completion', visit.work.number]],
    onSuccess: (action) => onDone?.(action),
  });
}

export const visitTones: Record<Visit['status'], Tone> = {
  BOOKED: 'scheduled',
  ACCEPTED: 'dispatched',
  TRAVELLING: 'travelling',
  ON_SITE: 'onsite',
  DONE: 'done',
  CANCELLED: 'cancelled',
};

interface Named {
  nameZh: string;
  nameEn: string;
}

/** Master data carry both names; this picks the reader's. */
export function useName() {
  const { language } = useLanguage();
  return (thing: Named | { modelNameZh: string; modelNameEn: string } | { textZh: string; textEn: string }): string => {
    const [zh, en] = 'nameZh' in thing ? [thing.nameZh, thing.nameEn] : 'modelNameZh' in thing ? [thing.modelNameZh, thing.modelNameEn] : [thing.textZh, thing.textEn];
    return language === 'zh-CN' ? zh : en;
  };
}

/** Opens the phone's own map. */
export function directions({ latitude, longitude, city, address }: Visit['where']): string {
  const words = encodeURIComponent(`${city} ${address}`.trim());
  return latitude == null || longitude == null ? `geo:0,0?q=${words}` : `geo:${latitude},${longitude}?q=${latitude},${longitude}(${words})`;
}

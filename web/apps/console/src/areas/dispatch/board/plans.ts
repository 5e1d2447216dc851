import { call, useAction, type ProblemError, type Schema } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { toast } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';
import { touched } from '../booking.ts';
import type { Step } from './actions.ts';

export type PlanVersion = Schema<'PlanScreenVersion'>;

export type PlanChange = Schema<'PlanScreenChange'>;

export const planQuery = (territory?: string, date?: string) =>
  queryOptions({
    queryKey: ['plan', territory ?? '', date ?? ''],
    queryFn: async ({ signal }) => (await call<Schema<'PlanScreenView'>>('GET', '/api/v1/plans', { query: { territory, date }, signal })).data,
    // The live stream tells when a proposal is there; asking is for when it is down.
    refetchInterval: ({ state }) => (state.data?.open?.status === 'COMPUTING' ? 1_500 : false),
  });

interface Area {
  territory?: string;
  date?: string;
}

/** Asking for plans and deciding about them. @param done what was published is a step of this dispatcher that can be taken back */
export function usePlanActions({ territory, date }: Area, onProblem: (problem: ProblemError) => void, done: (step: Step) => void) {
  const t = useText();
  const touches = [['plan'], ...touched];
  const ask = useAction({
    run: (cause: PlanVersion['cause'], { headers }) => call('POST', '/api/v1/plans', { headers, body: { territory, date, cause } }),
    touches: [['plan']],
    onError: onProblem,
  });
  const ill = useAction({
    run: (code: string, { headers }) => call('POST', `/api/v1/engineers/${code}/ill`, { headers, body: { territory, date } }),
    touches,
    onError: onProblem,
  });
  const undo = useAction({
    run: async (version: PlanVersion, { headers }) =>
      (await call<PlanVersion>('POST', `/api/v1/plan-versions/${version.id}/undo`, { headers, body: { reason: t('dispatch.plan.undone') } })).data,
    touches,
    onSuccess: (undone, version) => {
      // Who is absent gets nothing back: those visits stay where they are, and that is said.
      const stays = undone.changes.filter((change) => change.state === 'LEFT').map((change) => change.workOrderNumber);
      const number = version.number ?? 0;
      toast({ text: stays.length === 0 ? t('dispatch.plan.takenBack', { number }) : t('dispatch.plan.takenBackExcept', { number, count: stays.length, orders: stays.join(', ') }) });
    },
    onError: onProblem,
  });
  const publish = useAction({
    run: async ({ version, positions }: { version: PlanVersion; positions: number[] }, { headers }) =>
      (await call<PlanVersion>('POST', `/api/v1/plan-versions/${version.id}/publish`, { headers, body: { positions, reason: t(`dispatch.plan.reason.${version.cause}`, { note: version.note }) } })).data,
    touches,
    onSuccess: (version, { positions }) =>
      done({ kind: 'published', text: t('dispatch.plan.published', { number: version.number ?? 0, count: positions.length }), takeBack: () => undo.mutate(version) }),
    onError: onProblem,
  });
  const discard = useAction({
    run: (version: PlanVersion, { headers }) => call('POST', `/api/v1/plan-versions/${version.id}/discard`, { headers }),
    touches: [['plan']],
    onError: onProblem,
  });
  return { ask, ill, publish, discard, undo };
}

/** The kinds of what a proposal does, for its ghosts on the board. */
export function leavingOf(version: PlanVersion | null | undefined, rejected: ReadonlySet<number>): Set<string> {
  return new Set((version?.changes ?? []).flatMap((change) => (change.former && change.appointment && !rejected.has(change.position) ? [change.appointment] : [])));
}

import { call, ifMatch, useAction, type ProblemError } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { toast } from '@firstfix/ui';
import { useState } from 'react';
import { touched } from '../booking.ts';
import { crewNames, type Booked, type Booking, type Visit } from '../data.ts';
import { askWhy } from '../policy/whyOtherwise.ts';

/** A step of this dispatcher that can be taken back. */
export type Step =
  | { kind: 'booked'; number: string; text: string }
  | { kind: 'moved'; number: string; text: string; engineerCode: string; crew: string[]; startsAt: string; endsAt: string }
  | { kind: 'published'; text: string; takeBack: () => void };

export interface Move {
  number: string;
  version: number;
  engineerCode: string;
  crew: string[];
  startsAt: string;
  endsAt: string;
  acceptOverlap?: boolean;
  former: { engineerCode: string; crew: string[]; startsAt: string; endsAt: string };
}

const most = 20;

/** Booking and moving on the board, and the way back: in the toast for ten seconds, by the button for as long as the page is open. */
export function useBoardActions(onProblem: (problem: ProblemError) => void) {
  const t = useText();
  const dates = useDates();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const forget = (step: Step) => setSteps((before) => before.filter((one) => one !== step));

  const back = useAction({
    run: async (step: Exclude<Step, { kind: 'published' }>, { headers }) => {
      if (step.kind === 'booked') return call('POST', `/api/v1/appointments/${step.number}/cancel`, { headers, body: { reason: t('dispatch.undone') } });
      const { data } = await call<Visit>('GET', `/api/v1/appointments/${step.number}`);
      const { engineerCode, crew, startsAt, endsAt } = step;
      return call('POST', `/api/v1/appointments/${step.number}/move`, {
        headers: { ...headers, ...ifMatch(`"${data.version}"`) },
        body: { engineerCode, crew, startsAt, endsAt, acceptOverlap: true, reason: t('dispatch.undone') },
      });
    },
    touches: touched,
    onSuccess: (_result, step) => {
      forget(step);
      toast({ text: t('dispatch.takenBack', { number: step.number }) });
    },
    onError: (problem) => onProblem(problem),
  });
  const takeBack = (step: Step) => {
    if (step.kind !== 'published') return back.mutate(step);
    forget(step);
    step.takeBack();
  };
  const done = (step: Step) => {
    setSteps((before) => [...before, step].slice(-most));
    toast({ kind: 'success', text: step.text, onUndo: () => takeBack(step) });
  };

  const book = useAction({
    run: async (booking: Booking, { headers }) => (await call<Booked>('POST', '/api/v1/appointments', { headers, body: { ...booking, proposalSeen: true } })).data,
    touches: touched,
    onSuccess: ({ appointment: visit, overruling }) => {
      askWhy(overruling);
      done({ kind: 'booked', number: visit.number, text: t('dispatch.booked', { name: crewNames(visit), at: dates.dateTime(visit.startsAt), number: visit.work.number }) });
    },
    onError: (problem) => onProblem(problem),
  });
  const move = useAction({
    run: async ({ number, version, engineerCode, crew, startsAt, endsAt, acceptOverlap }: Move, { headers }) =>
      (
        await call<Booked>('POST', `/api/v1/appointments/${number}/move`, {
          headers: { ...headers, ...ifMatch(`"${version}"`) },
          body: { engineerCode, crew, startsAt, endsAt, acceptOverlap: acceptOverlap ?? false, reason: t('dispatch.board.movedByHand'), proposalSeen: true },
        })
      ).data,
    touches: touched,
    onSuccess: ({ appointment: visit, overruling }, { number, former }) => {
      askWhy(overruling);
      done({ kind: 'moved', number, ...former, text: t('dispatch.board.moved', { name: crewNames(visit), at: dates.dateTime(visit.startsAt), number }) });
    },
    onError: (problem) => onProblem(problem),
  });
  const last = steps.at(-1);
  return { book, move, last, done, undoLast: () => last && takeBack(last), isUndoing: back.isPending };
}

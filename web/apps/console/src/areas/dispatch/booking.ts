import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { toast } from '@firstfix/ui';
import { crewNames, type Booked, type Booking, type Visit } from './data.ts';
import { askWhy } from './policy/whyOtherwise.ts';

/** What a booking changes on every screen. */
export const touched = [['board'], ['board-suggestions'], ['why'], ['unassigned'], ['candidates'], ['days'], ['work-orders'], ['work-order'], ['appointments']];

/** Books; the toast takes it back for those who slipped. */
export function useBooking(onBooked: (visit: Visit) => void) {
  const t = useText();
  const dates = useDates();
  const undo = useAction({
    run: (number: string, { headers }) => call('POST', `/api/v1/appointments/${number}/cancel`, { headers, body: { reason: t('dispatch.undone') } }),
    touches: touched,
    onSuccess: (_result, number) => toast({ text: t('dispatch.takenBack', { number }) }),
    onError: (problem) => toast({ kind: 'error', text: problem.detail ?? problem.title }),
  });
  return useAction({
    run: async (booking: Booking, { headers }) => (await call<Booked>('POST', '/api/v1/appointments', { headers, body: { ...booking, proposalSeen: true } })).data,
    touches: touched,
    onSuccess: ({ appointment, overruling }) => {
      askWhy(overruling);
      toast({
        kind: 'success',
        text: t('dispatch.booked', { name: crewNames(appointment), at: dates.dateTime(appointment.startsAt), number: appointment.work.number }),
        onUndo: () => undo.mutate(appointment.number),
      });
      onBooked(appointment);
    },
  });
}

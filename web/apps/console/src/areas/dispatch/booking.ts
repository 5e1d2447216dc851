import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { toast } from '@firstfix/ui';
import type { Booking, Finding, Visit } from './data.ts';

const touched = [['unassigned'], ['candidates'], ['days'], ['work-orders'], ['work-order'], ['appointments']];

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
    run: async (booking: Booking, { headers }) => (await call<{ appointment: Visit; findings: Finding[] }>('POST', '/api/v1/appointments', { headers, body: booking })).data,
    touches: touched,
    onSuccess: ({ appointment }) => {
      toast({
        kind: 'success',
        text: t('dispatch.booked', { name: appointment.engineerName, at: dates.dateTime(appointment.startsAt), number: appointment.work.number }),
        onUndo: () => undo.mutate(appointment.number),
      });
      onBooked(appointment);
    },
  });
}

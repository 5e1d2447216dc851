import { call, useAction, type Schema } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { toast } from '@firstfix/ui';
import { queryOptions } from '@tanstack/react-query';
import { touched } from '../booking.ts';
import type { Visit } from '../data.ts';

export type Slots = Schema<'SlotsAnswer'>;

export type Offer = Schema<'SlotsOffer'>;

export type Hold = Schema<'SlotsHold'>;

export type Window = Schema<'SlotsWindow'>;

const all = [...touched, ['slots']];

export const slotsQuery = (order: string, from: string | null) =>
  queryOptions({
    queryKey: ['slots', order, from],
    queryFn: async ({ signal }) => (await call<Slots>('GET', `/api/v1/work-orders/${order}/slots`, { query: { from: from ?? undefined }, signal })).data,
  });

export function useHold(order: string) {
  return useAction({
    run: async ({ startsAt, endsAt }: Window, { headers }) => (await call<Hold>('POST', `/api/v1/work-orders/${order}/slot-holds`, { headers, body: { startsAt, endsAt } })).data,
    touches: all,
  });
}

export function useRelease() {
  return useAction({
    run: async (hold: string, { headers }) => call('DELETE', `/api/v1/slot-holds/${hold}`, { headers }),
    touches: all,
  });
}

export function useAgree(onAgreed: () => void) {
  const t = useText();
  const dates = useDates();
  return useAction({
    run: async (hold: Hold, { headers }) => (await call<{ appointment: Visit }>('POST', `/api/v1/slot-holds/${hold.id}/book`, { headers, body: {} })).data,
    touches: all,
    onSuccess: ({ appointment }) => {
      toast({ kind: 'success', text: t('dispatch.booked', { name: appointment.engineerName, at: dates.dateTime(appointment.startsAt), number: appointment.work.number }) });
      onAgreed();
    },
  });
}

export function useWish(order: string, onSaved: () => void) {
  return useAction({
    run: async (windows: Window[], { headers }) => call('PUT', `/api/v1/work-orders/${order}/wished-windows`, { headers, body: { windows } }),
    touches: all,
    onSuccess: onSaved,
  });
}

/** The windows of each day, in the order of time. */
export function byDay(items: readonly Offer[]): { date: string; offers: Offer[] }[] {
  const days: { date: string; offers: Offer[] }[] = [];
  for (const offer of items) {
    if (days.at(-1)?.date !== offer.date) days.push({ date: offer.date, offers: [] });
    days.at(-1)?.offers.push(offer);
  }
  return days;
}

export function recommended(items: readonly Offer[]): Offer[] {
  return items.filter((item) => item.recommended !== null).sort((one, other) => (one.recommended ?? 0) - (other.recommended ?? 0));
}

/** Whole seconds until then, not below zero. */
export function secondsUntil(at: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Minutes and seconds, as on a stop-watch. */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

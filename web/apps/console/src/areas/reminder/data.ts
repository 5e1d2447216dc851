import { call, type Page, type Schema } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Option } from '@firstfix/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';

export type Reminder = Schema<'MyRemindersReminderRow'>;

export type Entry = Schema<'MyRemindersEntryRow'>;

export type Policy = Schema<'PolicyCataloguePolicyView'>;

export type Show = 'WAITING' | 'OPEN' | 'OVER';

export const shows: Show[] = ['WAITING', 'OPEN', 'OVER'];

export type Channel = 'INBOX' | 'MAIL' | 'WEBHOOK';

export const channels: Channel[] = ['INBOX', 'MAIL', 'WEBHOOK'];

export async function remindersPage(show: Show, cursor: string | undefined, signal: AbortSignal) {
  return (await call<Page<Reminder>>('GET', '/api/v1/reminders', { query: { show, cursor, limit: 50 }, signal })).data;
}

export const reminderQuery = (id: string) =>
  queryOptions({ queryKey: ['reminders', 'one', id], queryFn: async ({ signal }) => (await call<Reminder>('GET', `/api/v1/reminders/${id}`, { signal })).data });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['reminders', 'history', id],
    queryFn: async ({ signal }) => (await call<{ items: Entry[] }>('GET', `/api/v1/reminders/${id}/history`, { signal })).data.items,
  });

export function useCount() {
  return useQuery({
    queryKey: ['reminders', 'count'],
    queryFn: async ({ signal }) => (await call<{ waiting: number; overdue: number }>('GET', '/api/v1/reminders/count', { signal })).data,
    refetchInterval: 60_000,
  });
}

export const policiesQuery = queryOptions({
  queryKey: ['reminder-policies'],
  queryFn: async ({ signal }) => (await call<{ items: Policy[]; webhookConfigured: boolean }>('GET', '/api/v1/reminder-policies', { signal })).data,
});

interface Named {
  code: string;
  nameZh: string;
  nameEn: string;
}

export const calendarsQuery = queryOptions({
  queryKey: ['calendars', 'names'],
  queryFn: async ({ signal }) => (await call<{ items: Named[] }>('GET', '/api/v1/calendars', { signal })).data.items,
});

export const rolesQuery = queryOptions({
  queryKey: ['roles', 'names'],
  queryFn: async ({ signal }) => (await call<{ items: Named[] }>('GET', '/api/v1/roles', { signal })).data.items,
});

/** Master data carry both names; this picks the reader's. */
export function useName(): (thing: { nameZh: string; nameEn: string }) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
}

interface Colleague {
  userId: string;
  name: string;
  userName: string;
  orgUnitNameZh: string;
  orgUnitNameEn: string;
}

/** People who can sign in, by a part of their name. */
export async function findColleagues(text: string, signal: AbortSignal, language: string): Promise<Option[]> {
  const { data } = await call<{ items: Colleague[] }>('GET', '/api/v1/colleagues', { query: { text }, signal });
  return data.items.map((one) => ({ id: one.userId, label: one.name, note: `${one.userName} · ${language === 'zh-CN' ? one.orgUnitNameZh : one.orgUnitNameEn}` }));
}

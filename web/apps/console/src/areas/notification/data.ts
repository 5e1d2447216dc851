import { call, type Page, type Schema } from '@firstfix/api';
import { useQuery } from '@tanstack/react-query';

export type InboxItem = Schema<'InboxListInboxItem'>;

export type MailRow = Schema<'MailListMailRow'>;

export const mailStates = ['WAITING', 'SENT', 'FAILED'] as const;

export type MailStatus = (typeof mailStates)[number];

export type MailView = Schema<'MailListMailView'>;

export type MailSummary = Schema<'MailListMailSummary'>;

export async function inboxPage(unread: boolean, cursor: string | undefined, signal: AbortSignal, limit = 50) {
  return (await call<Page<InboxItem>>('GET', '/api/v1/inbox', { query: { unread, cursor, limit }, signal })).data;
}

export const markRead = (id: string, headers: Record<string, string>) => call('POST', `/api/v1/inbox/${id}/read`, { body: {}, headers });

export const markAllRead = (arrivedBy: string, headers: Record<string, string>) =>
  call('POST', '/api/v1/inbox/read', { body: { arrivedBy }, headers });

export function useUnread() {
  return useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: async ({ signal }) => (await call<{ count: number; urgent: number }>('GET', '/api/v1/inbox/unread-count', { signal })).data,
    refetchInterval: 60_000,
  });
}

export function useMailSummary() {
  return useQuery({
    queryKey: ['mails', 'summary'],
    queryFn: async ({ signal }) => (await call<MailSummary>('GET', '/api/v1/mails/summary', { signal })).data,
  });
}

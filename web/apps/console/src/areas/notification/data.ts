import { call, type Page } from '@firstfix/api';
import { useQuery } from '@tanstack/react-query';

export interface InboxItem {
  id: string;
  at: string;
  template: string;
  title: string;
  text: string;
  /** The screen it leads to; empty if there is none. */
  link: string;
  urgent: boolean;
  read: boolean;
}

export interface MailRow {
  id: string;
  createdAt: string;
  toAddress: string;
  toName: string;
  language: string;
  template: string;
  subject: string;
  reference: string;
  status: MailStatus;
  sentAt: string | null;
  attempts: number;
  nextAttemptAt: string | null;
  error: string;
  actions: string[];
}

export type MailStatus = 'WAITING' | 'SENT' | 'FAILED';

export interface MailView {
  id: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  status: MailStatus;
  attachments: { id: string; fileName: string; size: number }[];
  actions: string[];
}

export interface MailSummary {
  serverConfigured: boolean;
  host: string;
  from: string;
  waiting: number;
  failed: number;
}

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

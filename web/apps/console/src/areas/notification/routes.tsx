import { MailIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { Bell } from './Bell.tsx';
import { mailStates } from './data.ts';

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): { unread?: boolean } => ({ unread: search.unread === true || undefined }),
  component: lazyPage(() => import('./Inbox.tsx'), 'Inbox'),
});

const mailRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/mail',
  validateSearch: (search: Record<string, unknown>): { status?: string; address?: string } => ({
    status: oneOf(mailStates, search.status),
    address: said(search.address),
  }),
  component: lazyPage(() => import('./Mails.tsx'), 'Mails'),
});

export const routes = [inboxRoute, mailRoute] as const;

const inbox = () => [['inbox']];

export const area: Area = {
  name: 'notification',
  nav: [{ id: 'mail', labelKey: 'notification.mail.nav', icon: MailIcon, href: '/admin/mail', order: 940, permission: 'notification.read-mail' }],
  bell: Bell,
  // What puts messages into somebody's inbox.
  live: [
    { type: 'work-order.WorkOrderReleased', keys: inbox },
    { type: 'appointment.*', keys: inbox },
    { type: 'case.Milestone*', keys: inbox },
    { type: 'case.CriticalWatch*', keys: inbox },
    { type: 'case.ProgressMessage*', keys: inbox },
    { type: 'case.CaseReopened', keys: inbox },
    { type: 'case.DiagnosisRecorded', keys: inbox },
    { type: 'reminder.ReminderGiven', keys: inbox },
    { type: 'mail.*', keys: () => [['mails']] },
  ],
};

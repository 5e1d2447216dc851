import { ClockIcon, SettingsIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { shows, type Show } from './data.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const remindersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reminders',
  validateSearch: (search: Record<string, unknown>): { id?: string; show?: Show } => ({
    id: uuid.test(said(search.id) ?? '') ? said(search.id) : undefined,
    show: oneOf(shows, search.show),
  }),
  component: lazyPage(() => import('./Reminders.tsx'), 'Reminders'),
});

const policiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/reminders',
  component: lazyPage(() => import('./Policies.tsx'), 'Policies'),
});

export const routes = [remindersRoute, policiesRoute] as const;

export const area: Area = {
  name: 'reminder',
  nav: [
    { id: 'reminders', labelKey: 'reminder.nav', icon: ClockIcon, href: '/reminders', order: 55, permission: 'reminder.use' },
    { id: 'reminder-policies', labelKey: 'reminder.policies.nav', icon: SettingsIcon, href: '/admin/reminders', order: 895, permission: 'reminder.policy' },
  ],
  live: [
    { type: 'reminder.*', keys: () => [['reminders']] },
    { type: 'reminder-policy.*', keys: () => [['reminder-policies']] },
  ],
};

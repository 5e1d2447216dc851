import { BoardIcon, InboxIcon, UsersIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { dayOf, oneOf, said, yesOrNo } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const unassignedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unassigned',
  validateSearch: (search: Record<string, unknown>): { order?: string } => ({ order: said(search.order) }),
  component: lazyPage(() => import('./Unassigned.tsx'), 'Unassigned'),
});

const dayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/day',
  validateSearch: (search: Record<string, unknown>): { date?: string; branch?: string } => ({
    date: dayOf(search.date),
    branch: said(search.branch),
  }),
  component: lazyPage(() => import('./DayList.tsx'), 'DayList'),
});

const engineersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/engineers',
  validateSearch: (search: Record<string, unknown>): { skill?: string; active?: string } => ({
    skill: said(search.skill),
    active: oneOf(yesOrNo, search.active),
  }),
  component: lazyPage(() => import('./Engineers.tsx'), 'Engineers'),
});

const engineerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/engineers/$code',
  component: lazyPage(() => import('./EngineerPage.tsx'), 'EngineerPage'),
});

export const routes = [unassignedRoute, dayRoute, engineersRoute, engineerRoute] as const;

export const area: Area = {
  name: 'dispatch',
  nav: [
    { id: 'unassigned', labelKey: 'dispatch.unassigned.nav', icon: InboxIcon, href: '/unassigned', order: 200, permission: 'dispatch.book', landingFor: ['DISPATCHER'] },
    { id: 'day', labelKey: 'dispatch.day.nav', icon: BoardIcon, href: '/day', order: 210, permission: 'dispatch.read' },
    { id: 'engineers', labelKey: 'dispatch.engineers.nav', icon: UsersIcon, href: '/engineers', order: 220, permission: 'dispatch.read' },
  ],
  live: [
    { type: 'work-order.*', keys: () => [['unassigned'], ['candidates'], ['days']] },
    { type: 'appointment.*', keys: () => [['unassigned'], ['candidates'], ['days'], ['appointments']] },
  ],
};

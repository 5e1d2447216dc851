import { BoardIcon, InboxIcon, UsersIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

const unassignedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unassigned',
  validateSearch: (search: Record<string, unknown>): { order?: string } => (typeof search.order === 'string' && search.order ? { order: search.order } : {}),
  component: lazyPage(() => import('./Unassigned.tsx'), 'Unassigned'),
});

const dayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/day',
  validateSearch: (search: Record<string, unknown>): { date?: string; branch?: string } => ({
    ...(typeof search.date === 'string' && day.test(search.date) ? { date: search.date } : {}),
    ...(typeof search.branch === 'string' && search.branch ? { branch: search.branch } : {}),
  }),
  component: lazyPage(() => import('./DayList.tsx'), 'DayList'),
});

const engineersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/engineers',
  validateSearch: (search: Record<string, unknown>): { skill?: string; active?: string } => ({
    ...(typeof search.skill === 'string' && search.skill ? { skill: search.skill } : {}),
    ...(typeof search.active === 'string' && search.active ? { active: search.active } : {}),
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

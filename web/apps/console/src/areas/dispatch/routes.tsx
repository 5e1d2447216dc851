import { BoardIcon, CalendarIcon, CarIcon, GaugeIcon, HistoryIcon, InboxIcon, UsersIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { dayOf, oneOf, said, yesOrNo } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { boardSearch } from './board/search.ts';

const boardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board',
  validateSearch: boardSearch,
  loaderDeps: ({ search: { territory, date } }) => ({ territory, date }),
  // The day is asked for while the page is loaded, not after it.
  loader: ({ context, deps: { territory, date } }) => void import('./data.ts').then(({ boardQuery }) => context.queries.prefetchQuery(boardQuery(territory, date))),
  component: lazyPage(() => import('./board/BoardPage.tsx'), 'BoardPage'),
});

const policyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board/policy',
  validateSearch: (search: Record<string, unknown>): { unit?: string; trial?: string; focus?: string; value?: string } => ({
    unit: said(search.unit),
    trial: said(search.trial),
    focus: said(search.focus),
    value: said(search.value),
  }),
  component: lazyPage(() => import('./policy/PolicyPage.tsx'), 'PolicyPage'),
});

const trialRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board/trials/$id',
  component: lazyPage(() => import('./policy/TrialPage.tsx'), 'TrialPage'),
});

const overrulingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board/overrulings',
  validateSearch: (search: Record<string, unknown>): { reason?: string; rule?: string; engineer?: string } => ({
    reason: said(search.reason),
    rule: said(search.rule),
    engineer: said(search.engineer),
  }),
  component: lazyPage(() => import('./policy/Overrulings.tsx'), 'Overrulings'),
});

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

const travelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board/travel',
  validateSearch: (search: Record<string, unknown>): { branch?: string } => ({ branch: said(search.branch) }),
  component: lazyPage(() => import('./travel/TravelPage.tsx'), 'TravelPage'),
});

export const routes = [boardRoute, policyRoute, trialRoute, overrulingsRoute, travelRoute, unassignedRoute, dayRoute, engineersRoute, engineerRoute] as const;

export const area: Area = {
  name: 'dispatch',
  nav: [
    { id: 'board', labelKey: 'dispatch.board.nav', icon: BoardIcon, href: '/board', order: 195, permission: 'dispatch.read', landingFor: ['DISPATCHER'] },
    { id: 'policy', labelKey: 'dispatch.weigh.nav', icon: GaugeIcon, href: '/board/policy', order: 230, permission: 'dispatch.policy' },
    { id: 'overrulings', labelKey: 'dispatch.overrulings', icon: HistoryIcon, href: '/board/overrulings', order: 231, permission: 'dispatch.book' },
    { id: 'unassigned', labelKey: 'dispatch.unassigned.nav', icon: InboxIcon, href: '/unassigned', order: 200, permission: 'dispatch.book' },
    { id: 'day', labelKey: 'dispatch.day.nav', icon: CalendarIcon, href: '/day', order: 210, permission: 'dispatch.read' },
    { id: 'travel', labelKey: 'dispatch.travel.nav', icon: CarIcon, href: '/board/travel', order: 225, permission: 'dispatch.policy' },
    { id: 'engineers', labelKey: 'dispatch.engineers.nav', icon: UsersIcon, href: '/engineers', order: 220, permission: 'dispatch.read' },
  ],
  live: [
    // The board itself hears of changes row by row (board/news.ts).
    { type: 'work-order.*', keys: () => [['unassigned'], ['candidates'], ['days']] },
    { type: 'appointment.*', keys: () => [['board-week'], ['board-map'], ['why'], ['unassigned'], ['candidates'], ['days'], ['appointments']] },
    { type: 'plan.*', keys: () => [['plan'], ['why']] },
    { type: 'policy-trial.*', keys: () => [['policy-trial'], ['policy-trials']] },
    { type: 'planning-policy.*', keys: () => [['planning-policy'], ['planning-policies'], ['board-suggestions'], ['candidates'], ['why']] },
    { type: 'overruling.*', keys: () => [['overrulings']] },
    { type: 'travel-profile.*', keys: () => [['travel'], ['board'], ['board-suggestions'], ['days']] },
    { type: 'engineer.*', keys: () => [['board-week'], ['board-map'], ['candidates'], ['days'], ['engineer'], ['van']] },
  ],
};

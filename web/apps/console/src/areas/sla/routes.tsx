import { AlertIcon, CalendarIcon, GaugeIcon, StarIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said, yesOrNo } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { rootRoute, shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { milestoneKinds, reportDays, verdictKinds, withins } from './data.ts';

const atRiskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/at-risk',
  validateSearch: (search: Record<string, unknown>): { within?: string; milestone?: string; missed?: string } => ({
    within: oneOf(withins, search.within),
    milestone: oneOf(milestoneKinds, search.milestone),
    missed: oneOf(yesOrNo, search.missed),
  }),
  component: lazyPage(() => import('./AtRiskList.tsx'), 'AtRiskList'),
});

const serviceLevelsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/service-levels',
  validateSearch: (search: Record<string, unknown>): { days?: string; coverage?: string; milestone?: string; verdict?: string } => ({
    days: oneOf(reportDays, search.days),
    coverage: said(search.coverage),
    milestone: oneOf(milestoneKinds, search.milestone),
    verdict: oneOf(verdictKinds, search.verdict),
  }),
  component: lazyPage(() => import('./ServiceLevels.tsx'), 'ServiceLevels'),
});

const standardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/standards',
  validateSearch: (search: Record<string, unknown>): { days?: string; standard?: string; verdict?: string } => ({
    days: oneOf(reportDays, search.days),
    standard: said(search.standard),
    verdict: oneOf(verdictKinds, search.verdict),
  }),
  component: lazyPage(() => import('./Standards.tsx'), 'Standards'),
});

const calendarsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/calendars',
  component: lazyPage(() => import('./Calendars.tsx'), 'Calendars'),
});

const customerClockRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clock/$secret',
  component: lazyPage(() => import('./CustomerClock.tsx'), 'CustomerClock'),
});

/** Pages for people who have no account. */
export const openRoutes = [customerClockRoute] as const;

export const routes = [atRiskRoute, serviceLevelsRoute, standardsRoute, calendarsRoute] as const;

export const area: Area = {
  name: 'sla',
  nav: [
    { id: 'at-risk', labelKey: 'sla.atRisk.nav', icon: AlertIcon, href: '/at-risk', order: 50, permission: 'sla.read' },
    { id: 'service-levels', labelKey: 'sla.levels.nav', icon: GaugeIcon, href: '/service-levels', order: 55, permission: 'sla.read' },
    { id: 'standards', labelKey: 'sla.standards.nav', icon: StarIcon, href: '/standards', order: 56, permission: 'sla.read' },
    { id: 'calendars', labelKey: 'sla.calendars.nav', icon: CalendarIcon, href: '/admin/calendars', order: 890, permission: 'calendar.maintain' },
  ],
  live: [
    { type: 'sla.*', keys: () => [['at-risk'], ['clock'], ['calendars'], ['official-notices'], ['breach-forecast'], ['compliance'], ['milestones'], ['standards'], ['standard-clocks']] },
    { type: 'cases.*', keys: () => [['at-risk'], ['clock']] },
    { type: 'case.*', keys: () => [['at-risk'], ['clock']] },
  ],
};

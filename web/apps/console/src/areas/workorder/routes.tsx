import { ListIcon, WrenchIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, someOf } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { outcomes, statuses } from './data.ts';

export interface WorkOrderSearch {
  status?: string[];
  outcome?: string;
}

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work-orders',
  validateSearch: (search: Record<string, unknown>): WorkOrderSearch => ({ status: someOf(statuses, search.status), outcome: oneOf(outcomes, search.outcome) }),
  component: lazyPage(() => import('./WorkOrders.tsx'), 'WorkOrders'),
});

const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work-orders/$number',
  component: lazyPage(() => import('./WorkOrderPage.tsx'), 'WorkOrderPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/$number',
  component: lazyPage(() => import('./ReportPage.tsx'), 'ReportPage'),
});

const typesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/work-types',
  component: lazyPage(() => import('./WorkTypes.tsx'), 'WorkTypes'),
});

export const routes = [listRoute, recordRoute, reportRoute, typesRoute] as const;

export const area: Area = {
  name: 'workorder',
  nav: [
    { id: 'work-orders', labelKey: 'workorder.nav', icon: WrenchIcon, href: '/work-orders', order: 230, permission: 'work-order.read' },
    { id: 'work-types', labelKey: 'workorder.types.nav', icon: ListIcon, href: '/admin/work-types', order: 885, permission: 'catalogue.maintain' },
  ],
  live: [
    { type: 'work-order.*', keys: () => [['work-orders'], ['work-order'], ['completion'], ['unassigned']] },
    { type: 'work-type.*', keys: () => [['work-types']] },
    { type: 'appointment.*', keys: () => [['work-orders'], ['work-order'], ['appointments']] },
  ],
};

// The engineer's phone page: plain and responsive, for use while on line.
import { api, take } from '@firstfix/api';
import { MobileIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { signedInRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const dayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/m',
  validateSearch: (search: Record<string, unknown>): { date?: string } =>
    typeof search.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.date) ? { date: search.date } : {},
  component: lazyPage(() => import('./DayPage.tsx'), 'DayPage'),
});

const visitRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/m/visits/$number',
  validateSearch: (search: Record<string, unknown>): { step?: 'sign' } => (search.step === 'sign' ? { step: 'sign' } : {}),
  component: lazyPage(() => import('./VisitPage.tsx'), 'VisitPage'),
});

export const routes = [] as const;

/** Pages under /m have no console around them: their parent is `signedInRoute`, not `shellRoute`. */
export const bareRoutes = [dayRoute, visitRoute] as const;

export const area: Area = {
  name: 'mobile',
  nav: [
    {
      id: 'phone',
      labelKey: 'mobile.nav',
      icon: MobileIcon,
      href: '/m',
      order: 95,
      permission: 'appointment.carry-out',
      landingFor: ['ENGINEER', 'DEDICATED_ENGINEER'],
      // A dispatcher may carry out for others, but has no visits of his own.
      concerns: async () => Boolean((await take(api.GET('/api/v1/engineers/me'))).code),
    },
  ],
};

import { GaugeIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const supportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support',
  validateSearch: (search: Record<string, unknown>): { waiting?: 'REVIEW' } => ({ waiting: search.waiting === 'REVIEW' ? 'REVIEW' : undefined }),
  component: lazyPage(() => import('./Support.tsx'), 'Support'),
});

const scoresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support/scores',
  component: lazyPage(() => import('./Scores.tsx'), 'Scores'),
});

export const routes = [supportRoute, scoresRoute] as const;

export const area: Area = {
  name: 'diagnosis',
  nav: [{ id: 'support', labelKey: 'diagnosis.nav', icon: GaugeIcon, href: '/support', order: 60, permission: 'diagnosis.record', landingFor: ['TECHNICAL_SUPPORT'] }],
  live: [
    { type: 'case.*', keys: () => [['diagnoses'], ['diagnosis']] },
  ],
};

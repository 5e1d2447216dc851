import { GaugeIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { treesSearch } from './trees/search.ts';

const supportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support',
  validateSearch: (search: Record<string, unknown>): { waiting?: 'REVIEW' } => ({ waiting: search.waiting === 'REVIEW' ? 'REVIEW' : undefined }),
  component: lazyPage(() => import('./Support.tsx'), 'Support'),
});

const isDays = (value: unknown): value is '30' | '90' => value === '30' || value === '90';

const scoresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support/scores',
  validateSearch: (search: Record<string, unknown>): { days?: '30' | '90' } => ({ days: isDays(String(search.days)) ? (String(search.days) as '30' | '90') : undefined }),
  component: lazyPage(() => import('./Scores.tsx'), 'Scores'),
});

type WeakBy = 'CAUSE' | 'MODEL' | 'PART' | 'FIRMWARE' | 'CONDITION' | 'SYMPTOM';
const weakBy: readonly unknown[] = ['CAUSE', 'MODEL', 'PART', 'FIRMWARE', 'CONDITION', 'SYMPTOM'];

const weakPointsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support/weak-points',
  validateSearch: (search: Record<string, unknown>): { by?: WeakBy; days?: '30' | '90'; family?: string; symptom?: string } => ({
    by: weakBy.includes(search.by) ? (search.by as WeakBy) : undefined,
    days: isDays(String(search.days)) ? (String(search.days) as '30' | '90') : undefined,
    family: typeof search.family === 'string' ? search.family : undefined,
    symptom: typeof search.symptom === 'string' ? search.symptom : undefined,
  }),
  component: lazyPage(() => import('./WeakPoints.tsx'), 'WeakPoints'),
});

const repeatsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support/repeats',
  validateSearch: (search: Record<string, unknown>): { all?: true } => (search.all === true ? { all: true } : {}),
  component: lazyPage(() => import('./Repeats.tsx'), 'Repeats'),
});

const learningRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support/learning',
  component: lazyPage(() => import('./Learning.tsx'), 'Learning'),
});

const treesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support/trees',
  validateSearch: treesSearch,
  component: lazyPage(() => import('./trees/Trees.tsx'), 'Trees'),
});

export const routes = [supportRoute, scoresRoute, weakPointsRoute, repeatsRoute, learningRoute, treesRoute] as const;

export const area: Area = {
  name: 'diagnosis',
  nav: [{ id: 'support', labelKey: 'diagnosis.nav', icon: GaugeIcon, href: '/support', order: 60, permission: 'diagnosis.record', landingFor: ['TECHNICAL_SUPPORT'] }],
  live: [
    { type: 'case.*', keys: () => [['diagnoses'], ['diagnosis'], ['repeat-faults']] },
    { type: 'diagnosis-model.*', keys: () => [['learning-reports'], ['diagnosis-models']] },
  ],
};

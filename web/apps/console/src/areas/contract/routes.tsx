import { ContractIcon, ClockIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { findOf } from './data.ts';

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contracts',
  validateSearch: (search: Record<string, unknown>): { status?: string; account?: string; coverage?: string; ending?: string } => ({
    ...(text(search.status) ? { status: text(search.status) } : {}),
    ...(text(search.account) ? { account: text(search.account) } : {}),
    ...(text(search.coverage) ? { coverage: text(search.coverage) } : {}),
    ...(text(search.ending) ? { ending: text(search.ending) } : {}),
  }),
  component: lazyPage(() => import('./ContractList.tsx'), 'ContractList'),
});

const contractRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contracts/$number',
  component: lazyPage(() => import('./ContractPage.tsx'), 'ContractPage'),
});

const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/coverage',
  component: lazyPage(() => import('./CoverageCodes.tsx'), 'CoverageCodes'),
});

export const routes = [listRoute, contractRoute, coverageRoute] as const;

export const area: Area = {
  name: 'contract',
  nav: [
    { id: 'contracts', labelKey: 'contract.nav', icon: ContractIcon, href: '/contracts', order: 70, permission: 'contract.read', landingFor: ['SALES'] },
    { id: 'coverage', labelKey: 'contract.coverages.nav', icon: ClockIcon, href: '/admin/coverage', order: 880, permission: 'coverage.maintain' },
  ],
  search: [
    {
      id: 'contracts',
      labelKey: 'contract.nav',
      order: 50,
      permission: 'search.use',
      find: async (words, { signal }) => (await findOf('contract', words, signal)).map((hit) => ({ id: hit.id, label: `${hit.id} ${hit.label}`, href: `/contracts/${hit.id}` })),
    },
  ],
  live: [{ type: 'contract.*', keys: () => [['contracts'], ['contract'], ['entitlement'], ['coverage-codes']] }],
};

import { ContractIcon, ClockIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { contractStatuses, endings, findOf } from './data.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contracts',
  validateSearch: (search: Record<string, unknown>): { status?: string; account?: string; coverage?: string; ending?: string } => ({
    status: oneOf(contractStatuses, search.status),
    account: said(search.account),
    coverage: said(search.coverage),
    ending: oneOf(endings, search.ending),
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

import { api, take } from '@firstfix/api';
import { HomeIcon, TicketIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { said, someOf } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { CallBar } from './CallBar.tsx';
import { marks, priorities, statuses } from './data.ts';

export interface CaseListSearch {
  status?: string[];
  priority?: string[];
  marks?: string[];
  symptom?: string;
  account?: string;
  site?: string;
  asset?: string;
  branch?: string;
  q?: string;
  sort?: 'DUE';
}

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases',
  validateSearch: (search: Record<string, unknown>): CaseListSearch => ({
    status: someOf(statuses, search.status),
    priority: someOf(priorities, search.priority),
    marks: someOf(marks, search.marks),
    symptom: said(search.symptom),
    account: said(search.account),
    site: said(search.site),
    asset: said(search.asset),
    branch: said(search.branch),
    q: said(search.q),
    sort: search.sort === 'DUE' ? 'DUE' : undefined,
  }),
  component: lazyPage(() => import('./CaseList.tsx'), 'CaseList'),
});

const newRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/new',
  validateSearch: (search: Record<string, unknown>): { account?: string; site?: string; asset?: string } => ({
    account: said(search.account),
    site: said(search.site),
    asset: said(search.asset),
  }),
  component: lazyPage(() => import('./NewCasePage.tsx'), 'NewCasePage'),
});

const caseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cases/$number',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: said(search.tab) }),
  component: lazyPage(() => import('./CasePage.tsx'), 'CasePage'),
});

const workRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work',
  component: lazyPage(() => import('./WorkPage.tsx'), 'WorkPage'),
});

const callRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work/call/$id',
  component: lazyPage(() => import('./CallPage.tsx'), 'CallPage'),
});

export const routes = [listRoute, newRoute, caseRoute, workRoute, callRoute] as const;

export const area: Area = {
  name: 'cases',
  nav: [
    { id: 'work', labelKey: 'cases.work', icon: HomeIcon, href: '/work', order: 10, permission: 'call.answer', landingFor: ['AGENT'] },
    { id: 'cases', labelKey: 'cases.nav', icon: TicketIcon, href: '/cases', order: 20, permission: 'case.read', landingFor: ['DEDICATED_ENGINEER'] },
  ],
  create: [{ id: 'case', labelKey: 'cases.case', icon: TicketIcon, href: '/cases/new', order: 10, permission: 'case.open' }],
  search: [
    {
      id: 'cases',
      labelKey: 'cases.nav',
      order: 10,
      permission: 'search.use',
      find: async (text, { signal }) => {
        const found = await take(api.GET('/api/v1/search', { params: { query: { q: text, kind: 'case' } }, signal }));
        return found.items.map((hit) => ({ id: hit.id, label: `${hit.number} ${hit.title}`, note: hit.subtitle, href: `/cases/${hit.number}`, icon: TicketIcon }));
      },
    },
  ],
  live: [
    { type: 'case.*', keys: () => [['cases'], ['case']] },
    { type: 'call.*', keys: () => [['calls']] },
  ],
  callBar: CallBar,
};

import { call } from '@firstfix/api';
import { BuildingIcon, MapIcon, UserIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said, yesOrNo } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { tiers } from './data.ts';

export interface CustomerSearch {
  text?: string;
  tier?: string;
  orgUnit?: string;
  overdue?: string;
  active?: string;
}

const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: (search: Record<string, unknown>): CustomerSearch => ({
    text: said(search.text),
    tier: oneOf(tiers, search.tier),
    orgUnit: said(search.orgUnit),
    overdue: oneOf(yesOrNo, search.overdue),
    active: oneOf(yesOrNo, search.active),
  }),
  component: lazyPage(() => import('./Customers.tsx'), 'Customers'),
});

const newCustomerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/new',
  component: lazyPage(() => import('./NewCustomer.tsx'), 'NewCustomer'),
});

const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$number',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => (typeof search.tab === 'string' ? { tab: search.tab } : {}),
  component: lazyPage(() => import('./CustomerPage.tsx'), 'CustomerPage'),
});

const siteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sites/$number',
  component: lazyPage(() => import('./SitePage.tsx'), 'SitePage'),
});

export const routes = [customersRoute, newCustomerRoute, customerRoute, siteRoute] as const;

interface FoundThing {
  kind: string;
  id: string;
  number: string;
  title: string;
  subtitle: string;
}

const places: Record<string, (found: FoundThing) => { href: string; icon: typeof BuildingIcon }> = {
  account: (found) => ({ href: `/customers/${found.number}`, icon: BuildingIcon }),
  contact: (found) => ({ href: `/customers/${found.number}?tab=contacts`, icon: UserIcon }),
  site: (found) => ({ href: `/sites/${found.number}`, icon: MapIcon }),
};

/** Customers, their people and their sites: by name, pinyin initials, number, last digits of a telephone number. */
async function findCustomers(text: string, { signal }: { signal: AbortSignal }) {
  const { data } = await call<{ items: FoundThing[] }>('GET', '/api/v1/search', { query: { q: text }, signal });
  return data.items.flatMap((found) => {
    const place = places[found.kind]?.(found);
    return place ? [{ id: `${found.kind}:${found.id}`, label: found.title, note: found.kind === 'contact' ? found.subtitle : `${found.number} ${found.subtitle}`, ...place }] : [];
  });
}

export const area: Area = {
  name: 'customer',
  nav: [{ id: 'customers', labelKey: 'customer.nav', icon: BuildingIcon, href: '/customers', order: 30, permission: 'customer.read', landingFor: ['SALES'] }],
  create: [{ id: 'customer', labelKey: 'customer.customer', icon: BuildingIcon, href: '/customers/new', order: 30, permission: 'customer.maintain' }],
  search: [{ id: 'customers', labelKey: 'customer.search.accounts', order: 20, permission: 'search.use', find: findCustomers }],
  live: [
    { type: 'account.*', keys: () => [['customers'], ['customer']] },
    { type: 'site.*', keys: () => [['customer'], ['site']] },
    { type: 'contact.*', keys: () => [['customer'], ['site']] },
    { type: 'interaction.*', keys: () => [['customer']] },
    { type: 'promise.*', keys: () => [['customers'], ['customer']] },
  ],
};

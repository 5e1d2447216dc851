import { api, take } from '@firstfix/api';
import { BookIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { rootRoute, shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { audiences, kbTabs, kinds, statuses, tongues, worthOrders } from './choices.ts';

export interface KbSearch {
  tab?: (typeof kbTabs)[number];
  q?: string;
  status?: (typeof statuses)[number];
  kind?: (typeof kinds)[number];
  audience?: (typeof audiences)[number];
  family?: string;
  symptom?: string;
  missing?: (typeof tongues)[number];
  sort?: (typeof worthOrders)[number];
}

const kbRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kb',
  validateSearch: (search: Record<string, unknown>): KbSearch => ({
    tab: oneOf(kbTabs, search.tab),
    q: said(search.q),
    status: oneOf(statuses, search.status),
    kind: oneOf(kinds, search.kind),
    audience: oneOf(audiences, search.audience),
    family: said(search.family),
    symptom: said(search.symptom),
    missing: oneOf(tongues, search.missing),
    sort: oneOf(worthOrders, search.sort),
  }),
  component: lazyPage(() => import('./KnowledgePage.tsx'), 'KnowledgePage'),
});

const newRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kb/new',
  validateSearch: (search: Record<string, unknown>): { kind?: (typeof kinds)[number] } => ({ kind: oneOf(kinds, search.kind) }),
  component: lazyPage(() => import('./EditorPage.tsx'), 'NewArticlePage'),
});

const articleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kb/$number',
  validateSearch: (search: Record<string, unknown>): { edition?: string } => ({ edition: said(search.edition) }),
  component: lazyPage(() => import('./ArticlePage.tsx'), 'ArticlePage'),
});

const editRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kb/$number/edit',
  component: lazyPage(() => import('./EditorPage.tsx'), 'EditArticlePage'),
});

const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: said(search.q) }),
  component: lazyPage(() => import('./Help.tsx'), 'Help'),
});

const helpArticleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/$number',
  component: lazyPage(() => import('./Help.tsx'), 'HelpArticlePage'),
});

/** Pages for people who have no account. */
export const openRoutes = [helpRoute, helpArticleRoute] as const;

export const routes = [kbRoute, newRoute, articleRoute, editRoute] as const;

export const area: Area = {
  name: 'knowledge',
  nav: [{ id: 'knowledge', labelKey: 'knowledge.nav', icon: BookIcon, href: '/kb', order: 45, permission: 'knowledge.read' }],
  create: [{ id: 'article', labelKey: 'knowledge.new', icon: BookIcon, href: '/kb/new', order: 40, permission: 'knowledge.write' }],
  search: [
    {
      id: 'knowledge',
      labelKey: 'knowledge.nav',
      order: 45,
      permission: 'knowledge.read',
      find: async (text, { signal }) => {
        const found = await take(api.GET('/api/v1/knowledge/suggestions', { params: { query: { text } }, signal }));
        // Outside of any component the page itself says in which language it is.
        const isChinese = document.documentElement.lang.startsWith('zh');
        const say = (both: { zh: string; en: string }) => (isChinese ? both.zh || both.en : both.en || both.zh);
        return found.items.slice(0, 5).map((hit) => ({ id: hit.number, label: `${hit.number} ${say(hit.title)}`, note: say(hit.summary), href: `/kb/${hit.number}`, icon: BookIcon }));
      },
    },
  ],
  live: [
    { type: 'article.*', keys: () => [['articles'], ['article'], ['article-editions'], ['usefulness'], ['case-knowledge'], ['worth-an-article']] },
    { type: 'case.*', keys: () => [['case-knowledge']] },
  ],
};

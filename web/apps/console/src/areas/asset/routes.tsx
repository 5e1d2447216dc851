import { AssetIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { importances, stages } from './data.ts';

export interface AssetSearch {
  text?: string;
  account?: string;
  site?: string;
  importance?: string;
  stage?: string;
}

const assetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assets',
  validateSearch: (search: Record<string, unknown>): AssetSearch => ({
    text: said(search.text),
    account: said(search.account),
    site: said(search.site),
    importance: oneOf(importances, search.importance),
    stage: oneOf(stages, search.stage),
  }),
  component: lazyPage(() => import('./Assets.tsx'), 'Assets'),
});

const assetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assets/$serial',
  component: lazyPage(() => import('./AssetPage.tsx'), 'AssetPage'),
});

export const routes = [assetsRoute, assetRoute] as const;

export const area: Area = {
  name: 'asset',
  nav: [{ id: 'assets', labelKey: 'asset.nav', icon: AssetIcon, href: '/assets', order: 40, permission: 'asset.read' }],
  live: [{ type: 'asset.*', keys: () => [['assets'], ['asset']] }],
};

import { AssetIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

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
  validateSearch: (search: Record<string, unknown>): AssetSearch => {
    const kept: AssetSearch = {};
    for (const name of ['text', 'account', 'site', 'importance', 'stage'] as const) {
      // A serial of digits alone is a number in the address.
      const value = search[name];
      if ((typeof value === 'string' || typeof value === 'number') && value !== '') kept[name] = String(value);
    }
    return kept;
  },
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

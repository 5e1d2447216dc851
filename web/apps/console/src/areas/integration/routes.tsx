import { UploadIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/import',
  component: lazyPage(() => import('./Imports.tsx'), 'Imports'),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/import/$id',
  component: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage'),
});

export const routes = [importsRoute, importRoute] as const;

export const area: Area = {
  name: 'integration',
  nav: [{ id: 'import', labelKey: 'integration.nav', icon: UploadIcon, href: '/admin/import', order: 930, permission: 'import.run' }],
};

import { PaletteIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const galleryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/ui',
  component: lazyPage(() => import('./Gallery.tsx'), 'Gallery'),
});

export const routes = [galleryRoute] as const;

/** The living page of all components; also what accessibility and pictures are tested on. */
export const area: Area = {
  name: 'gallery',
  nav: [{ id: 'gallery', labelKey: 'gallery.nav', icon: PaletteIcon, href: '/admin/ui', order: 990, permission: 'role.maintain' }],
};

import { BuildingIcon, LockIcon, UsersIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const usersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/users',
  validateSearch: (search: Record<string, unknown>): { text?: string; role?: string; active?: string } => ({
    ...(typeof search.text === 'string' && search.text ? { text: search.text } : {}),
    ...(typeof search.role === 'string' && search.role ? { role: search.role } : {}),
    ...(typeof search.active === 'string' && search.active ? { active: search.active } : {}),
  }),
  component: lazyPage(() => import('./Users.tsx'), 'Users'),
});

const rolesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/roles',
  component: lazyPage(() => import('./Roles.tsx'), 'Roles'),
});

const organizationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/organization',
  component: lazyPage(() => import('./OrgUnits.tsx'), 'OrgUnits'),
});

export const routes = [usersRoute, rolesRoute, organizationRoute] as const;

export const area: Area = {
  name: 'organization',
  nav: [
    { id: 'users', labelKey: 'organization.users.nav', icon: UsersIcon, href: '/admin/users', order: 900, permission: 'user.maintain', landingFor: ['ADMINISTRATOR'] },
    { id: 'roles', labelKey: 'organization.roles.nav', icon: LockIcon, href: '/admin/roles', order: 910, permission: 'user.maintain' },
    { id: 'organization', labelKey: 'organization.units.nav', icon: BuildingIcon, href: '/admin/organization', order: 920, permission: 'organization.maintain' },
  ],
};

import { BuildingIcon, LockIcon, UsersIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said, yesOrNo } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';

const usersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/users',
  validateSearch: (search: Record<string, unknown>): { text?: string; role?: string; active?: string } => ({
    text: said(search.text),
    role: said(search.role),
    active: oneOf(yesOrNo, search.active),
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

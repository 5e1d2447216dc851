import { call, type Schema } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import { queryOptions, useQuery } from '@tanstack/react-query';

export type RoleGrant = Schema<'RoleGrant'>;

export type User = Schema<'UserListRow'>;

export type Role = Schema<'RoleCatalogueRole'>;

export type OrgUnit = Schema<'OrgTreeUnit'>;

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await call<{ items: Role[]; permissions: string[] }>('GET', '/api/v1/roles', { signal })).data,
});

export const unitsQuery = queryOptions({
  queryKey: ['org-units'],
  queryFn: async ({ signal }) => (await call<{ items: OrgUnit[] }>('GET', '/api/v1/org-units', { signal })).data.items,
});

interface Named {
  nameZh: string;
  nameEn: string;
}

/** Master data carry both names; this picks the reader's. */
export function useName(): (thing: Named) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
}

export function useRoles() {
  return useQuery(rolesQuery);
}

export function useUnits() {
  return useQuery(unitsQuery);
}

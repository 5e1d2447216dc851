import { call } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import { queryOptions, useQuery } from '@tanstack/react-query';

export interface RoleGrant {
  role: string;
  orgUnitCode: string;
}

export interface User {
  userId: string;
  userName: string;
  name: string;
  phone: string;
  email: string;
  language: 'zh-CN' | 'en';
  active: boolean;
  orgUnitCode: string;
  orgUnitNameZh: string;
  orgUnitNameEn: string;
  roles: RoleGrant[];
  version: number;
}

export interface Role {
  code: string;
  nameZh: string;
  nameEn: string;
  builtIn: boolean;
  permissions: string[];
}

export interface OrgUnit {
  code: string;
  kind: 'HEADQUARTERS' | 'REGION' | 'BRANCH' | 'STATION';
  nameZh: string;
  nameEn: string;
  path: string;
  zone: string;
  depth: number;
}

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

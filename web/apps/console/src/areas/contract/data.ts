import { call, type Schema } from '@firstfix/api';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { queryOptions } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Option } from '@firstfix/ui';

export const contractStatuses = ['DRAFT', 'ACTIVE', 'SUSPENDED', 'ENDED'] as const;

/** Within how many days a contract ends. */
export const endings = ['30', '90', '180'] as const;

export type ContractStatus = (typeof contractStatuses)[number];
export type LineScope = 'ASSET' | 'SITE' | 'FAMILY' | 'ACCOUNT';
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';
export type Milestone = (typeof milestones)[number];

export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export const milestones = ['RESPONSE', 'ON_SITE', 'PART_DELIVERY', 'RESTORE', 'RESOLVE'] as const;
export const importances = ['CRITICAL', 'HIGH', 'NORMAL', 'LOW'] as const;
export const impacts = ['STOPPED', 'DEGRADED', 'REDUNDANCY_LOST', 'NONE'] as const;
export const pauseReasons = ['WAITING_FOR_CUSTOMER', 'CUSTOMER_NOT_READY', 'CUSTOMER_REFUSED', 'NOT_ON_SITE', 'MAINTENANCE_WINDOW'] as const;
export const scopes = ['ASSET', 'SITE', 'FAMILY', 'ACCOUNT'] as const;
export const statusTones = { DRAFT: 'new', ACTIVE: 'done', SUSPENDED: 'waiting', ENDED: 'cancelled' } as const;

export type ContractRow = Schema<'ContractListRow'>;

export type ContractLine = Schema<'ContractFileLineView'>;

export type Contract = Schema<'ContractFileView'> & { status: ContractStatus };

export type Coverage = Schema<'CoverageCatalogueView'>;

export type PauseRight = Schema<'PauseRight'>;

export type SpecialTarget = Schema<'SpecialTarget'>;

export type QuotaUse = Schema<'QuotaUse'>;

export type Entitlement = Schema<'EntitlementCheckView'>;

export const contractQuery = (number: string) =>
  queryOptions({
    queryKey: ['contract', number],
    queryFn: ({ signal }) => call<Contract>('GET', `/api/v1/contracts/${encodeURIComponent(number)}`, { signal }),
  });

export const coverageQuery = queryOptions({
  queryKey: ['coverage-codes'],
  queryFn: async ({ signal }) => (await call<{ items: Coverage[] }>('GET', '/api/v1/coverage-codes', { signal })).data.items,
});

export const calendarNamesQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) => (await call<{ items: { code: string; nameZh: string; nameEn: string }[] }>('GET', '/api/v1/calendars', { signal })).data.items,
});

export interface Claim {
  account?: string;
  site?: string;
  asset?: string;
}

export const entitlementQuery = (claim: Claim) =>
  queryOptions({
    queryKey: ['entitlement', claim],
    queryFn: async ({ signal }) => (await call<Entitlement>('GET', '/api/v1/entitlements', { query: { ...claim }, signal })).data,
  });

/** What the search of the house finds of one kind: accounts, sites or machines to choose from. */
export async function findOf(kind: string, text: string, signal: AbortSignal): Promise<Option[]> {
  const { data } = await call<{ items: { number: string; title: string; subtitle: string }[] }>('GET', '/api/v1/search', { query: { q: text, kind }, signal });
  return data.items.map((hit) => ({ id: hit.number, label: hit.title, note: hit.number }));
}

/** Master data carry both names; this picks the reader's. */
export function useName(): (thing: { nameZh: string; nameEn: string }) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
}

/** How much of what a line includes is used; nothing where nothing limits it. */
export function useQuotaUse(): (use: QuotaUse | null) => string {
  const t = useText();
  const dates = useDates();
  return (use) =>
    use
      ? [
          use.quota.visits != null && t('contract.quota.visits', { used: use.visits, included: use.quota.visits }),
          use.quota.hours != null && t('contract.quota.hours', { used: Math.round(use.minutes / 6) / 10, included: use.quota.hours }),
          t('contract.quota.until', { day: dates.day(use.until) }),
        ]
          .filter(Boolean)
          .join(' · ')
      : '';
}

/** Service time in hours and minutes, never days: a day of a calendar has nine hours, or eight, or twenty-four. */
export function useServiceTime(): (seconds: number) => string {
  const t = useText();
  return useCallback(
    (seconds) => {
      const minutes = Math.round(Math.abs(seconds) / 60);
      const [h, m] = [Math.floor(minutes / 60), minutes % 60];
      if (h === 0) return t('common.duration.minutes', { m });
      return m === 0 ? t('common.duration.hours', { h }) : t('common.duration.hoursMinutes', { h, m });
    },
    [t],
  );
}

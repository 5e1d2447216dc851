import { call, type Schema } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Tone } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';

export const tiers = ['VIP', 'IMPORTANT', 'ORDINARY', 'SMALL', 'PROSPECT'] as const;
export const positions = ['OPERATOR', 'IT_MANAGER', 'CIO', 'FINANCE', 'PURCHASING', 'MANAGEMENT', 'OTHER'] as const;
export const preferredChannels = ['PHONE', 'SMS', 'EMAIL', 'CHAT', 'PORTAL'] as const;
export const channels = ['PHONE', 'PORTAL', 'EMAIL', 'CHAT', 'VISIT', 'MEETING', 'OTHER'] as const;
export type Tier = (typeof tiers)[number];
export type Channel = (typeof channels)[number];
export type PromiseStatus = 'OPEN' | 'KEPT' | 'BROKEN' | 'WITHDRAWN';

interface UnitNames {
  orgUnitCode: string;
  orgUnitNameZh: string;
  orgUnitNameEn: string;
}

export type CustomerRow = Schema<'AccountListAccountRow'>;

export type Customer = Schema<'AccountFileAccountView'>;

export type GroupMember = Schema<'AccountFileGroupMember'>;

export type SiteRow = Schema<'SiteListSiteRow'>;

export type Site = Schema<'SiteFileSiteView'> & { accountTier: Tier | null };

export type Contact = Schema<'ContactListContactView'>;

export type Interaction = Schema<'InteractionListInteractionRow'>;

export type CustomerPromise = Schema<'PromiseListPromiseView'>;

export type HistoryEntry = Schema<'CustomerHistoryHistoryEntry'>;

export type Fleet = Schema<'AssetFileFleet'>;

export interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Whatever belongs to one customer has a key that begins with its number, so that one change refreshes all of it. */
export const keyOf = (number: string) => ['customer', number] as const;

export const path = (number: string, rest = '') => `/api/v1/customers/${encodeURIComponent(number)}${rest}`;

export function useCustomer(number: string) {
  return useQuery({ queryKey: [...keyOf(number)], queryFn: async ({ signal }) => (await call<Customer>('GET', path(number), { signal })).data });
}

export function useContacts(account: string, options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...keyOf(account), 'contacts'],
    queryFn: async ({ signal }) => (await call<PageOf<Contact>>('GET', '/api/v1/contacts', { query: { account, limit: 500 }, signal })).data.items,
    ...options,
  });
}

export function useSites(account: string) {
  return useQuery({
    queryKey: [...keyOf(account), 'sites'],
    queryFn: async ({ signal }) => (await call<PageOf<SiteRow>>('GET', '/api/v1/sites', { query: { account, limit: 500 }, signal })).data.items,
  });
}

export function useUnits() {
  return useQuery({
    queryKey: ['org-units'],
    queryFn: async ({ signal }) =>
      (await call<{ items: { code: string; nameZh: string; nameEn: string; path: string; zone: string; depth: number }[] }>('GET', '/api/v1/org-units', { signal })).data.items,
  });
}

export function useUnitName(): (unit: UnitNames) => string {
  const { language } = useLanguage();
  return (unit) => (language === 'zh-CN' ? unit.orgUnitNameZh : unit.orgUnitNameEn);
}

/** Attention has a colour scale of its own meaning: the tier is a rank, not a state that is good or bad. */
export const tierTones: Record<Tier, Tone> = { VIP: 'dispatched', IMPORTANT: 'scheduled', ORDINARY: 'new', SMALL: 'new', PROSPECT: 'travelling' };
export const promiseTones: Record<PromiseStatus, Tone> = { OPEN: 'scheduled', KEPT: 'done', BROKEN: 'breached', WITHDRAWN: 'cancelled' };

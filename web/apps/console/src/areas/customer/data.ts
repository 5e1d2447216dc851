import { call } from '@firstfix/api';
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

export interface CustomerRow extends UnitNames {
  id: string;
  number: string;
  name: string;
  shortName: string;
  tier: Tier;
  industry: string;
  overdue: boolean;
  active: boolean;
  sites: number;
  openPromises: number;
  overduePromises: number;
  lastContactAt: string | null;
}

export interface Customer extends UnitNames {
  id: string;
  number: string;
  name: string;
  shortName: string;
  tier: Tier;
  industry: string;
  language: string;
  overdue: boolean;
  remarks: string;
  active: boolean;
  parentNumber: string | null;
  parentName: string | null;
  debtorNumber: string | null;
  debtorName: string | null;
  subsidiaries: number;
  sites: number;
  contacts: number;
  openPromises: number;
  overduePromises: number;
  nextPromiseDueAt: string | null;
  lastContactAt: string | null;
  createdAt: string;
  version: number;
  actions: string[];
}

export interface GroupMember {
  number: string;
  name: string;
  tier: Tier;
  overdue: boolean;
  active: boolean;
  parentNumber: string | null;
  asked: boolean;
}

export interface SiteRow extends UnitNames {
  id: string;
  number: string;
  name: string;
  address: string;
  city: string;
  district: string;
  active: boolean;
  contacts: number;
}

export interface Site extends UnitNames {
  id: string;
  number: string;
  name: string;
  address: string;
  city: string;
  district: string;
  zone: string;
  latitude: number | null;
  longitude: number | null;
  accessNotes: string;
  active: boolean;
  accountNumber: string | null;
  accountName: string | null;
  accountTier: Tier | null;
  accountOverdue: boolean;
  contacts: number;
  version: number;
  actions: string[];
}

export interface Contact {
  id: string;
  accountNumber: string | null;
  siteNumber: string | null;
  siteName: string | null;
  name: string;
  jobTitle: string;
  position: string;
  decides: string;
  reportsTo: string | null;
  reportsToName: string | null;
  phone: string;
  mobile: string;
  email: string;
  preferredChannel: string;
  language: string;
  interests: string;
  active: boolean;
  version: number;
  actions: string[];
}

export interface Interaction {
  id: string;
  channel: Channel;
  direction: 'INBOUND' | 'OUTBOUND';
  occurredAt: string;
  subject: string;
  body: string;
  reference: string;
  personName: string;
  contactName: string | null;
}

export interface CustomerPromise {
  id: string;
  what: string;
  dueAt: string;
  ownerName: string;
  status: PromiseStatus;
  overdue: boolean;
  madeAt: string;
  settledAt: string | null;
  settledNote: string;
  version: number;
  actions: string[];
}

export interface HistoryEntry {
  position: number;
  event: string;
  about: string;
  occurredAt: string;
  actorName: string;
  reason: string;
  changes: { field: string; before: string; after: string }[];
}

export interface Fleet {
  inService: number;
  critical: number;
  retired: number;
  underWarranty: number;
  warrantyEnded: number;
  families: { family: string; assets: number }[];
}

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

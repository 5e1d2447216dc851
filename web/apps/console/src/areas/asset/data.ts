import { call } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import type { Option, Tone } from '@firstfix/ui';

export type Importance = 'CRITICAL' | 'HIGH' | 'NORMAL' | 'LOW';
export type Stage = 'ORDERED' | 'INSTALLING' | 'IN_USE' | 'AGEING' | 'RETIRED';
export type WarrantyState = 'UNKNOWN' | 'NOT_STARTED' | 'RUNNING' | 'EXPIRED';

export const importances: Importance[] = ['CRITICAL', 'HIGH', 'NORMAL', 'LOW'];
export const stages: Stage[] = ['ORDERED', 'INSTALLING', 'IN_USE', 'AGEING', 'RETIRED'];

interface ModelNames {
  modelNameZh: string;
  modelNameEn: string;
}

export interface AssetRow extends ModelNames {
  id: string;
  number: string;
  serial: string;
  modelCode: string;
  family: string;
  accountNumber: string | null;
  accountName: string | null;
  siteNumber: string | null;
  siteName: string | null;
  importance: Importance;
  usedFor: string;
  location: string;
  lifeCycleStage: Stage;
  warrantyEnd: string | null;
  warranty: WarrantyState;
}

export interface Software {
  kind: string;
  name: string;
  release: string;
  patchLevel: string;
}

export interface AssetView extends ModelNames {
  id: string;
  number: string;
  serial: string;
  modelCode: string;
  family: string;
  maker: string;
  endOfService: string | null;
  account: { number: string; name: string; tier: string; overdue: boolean } | null;
  site: { number: string; name: string; address: string; zone: string } | null;
  siteNumber: string | null;
  userContactId: string | null;
  user: { id: string; name: string; jobTitle: string; phone: string; mobile: string } | null;
  parentSerial: string | null;
  parts: number;
  importance: Importance;
  usedFor: string;
  criticalHours: string;
  location: string;
  firmware: string;
  operatingSystem: string;
  patchLevel: string;
  installedOn: string | null;
  warrantyStart: string | null;
  warrantyEnd: string | null;
  warranty: WarrantyState;
  warrantyDaysLeft: number | null;
  lifeCycleStage: Stage;
  software: Software[];
  version: number;
  actions: string[];
}

export interface ServiceFileLine {
  id: string;
  kind: string;
  occurredAt: string;
  reference: string;
  summary: Record<string, unknown> | null;
  personName: string;
  field: string | null;
  before: string | null;
  after: string | null;
  reason: string;
}

export interface AssetTreeNode extends ModelNames {
  serial: string;
  parentSerial: string | null;
  lifeCycleStage: Stage;
  asked: boolean;
}

export const stageTones: Record<Stage, Tone> = { ORDERED: 'new', INSTALLING: 'scheduled', IN_USE: 'done', AGEING: 'waiting', RETIRED: 'cancelled' };
export const warrantyTones: Record<WarrantyState, Tone> = { UNKNOWN: 'new', NOT_STARTED: 'scheduled', RUNNING: 'done', EXPIRED: 'cancelled' };

export function useModelName(): (thing: ModelNames) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.modelNameZh : thing.modelNameEn);
}

/** Sites to choose from: all of one customer, or what the search of the house finds. */
export function searchSites(account: string | undefined) {
  return async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const { data } = await call<{ items: { number: string; name: string; city: string; accountName?: string | null }[] }>('GET', '/api/v1/sites', { query: { text, account, limit: 30 }, signal });
    return data.items.map((one) => ({ id: one.number, label: one.name, note: [one.accountName, one.city, one.number].filter(Boolean).join(' · ') }));
  };
}

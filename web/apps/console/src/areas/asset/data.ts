import { call, type Schema } from '@firstfix/api';
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

export type AssetRow = Schema<'AssetListAssetRow'>;

export type Software = Schema<'AssetFileSoftwareView'>;

export type AssetView = Schema<'AssetFileAssetView'>;

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

export type AssetTreeNode = Schema<'AssetFileTreeNode'>;

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

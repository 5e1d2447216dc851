import { call, type Tagged, type Schema } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import { queryOptions } from '@tanstack/react-query';

export interface Named {
  nameZh: string;
  nameEn: string;
}

export interface Cause extends Named {
  code: string;
  parentCode: string | null;
  partKind: string | null;
}

export interface Part extends Named {
  number: string;
  kind: string;
}

export interface LikelyCause extends Named {
  code: string;
  probability: number;
}

export interface CountedCauses {
  basis: 'FAMILY' | 'ALL_FAMILIES' | 'NONE';
  total: number;
  causes: (LikelyCause & { count: number; share: number; low: number; high: number })[];
  worthCarrying: { part: Part; chance: number }[];
}

export interface Diagnosis {
  caseNumber: string;
  status: 'OPEN' | 'RECORDED' | 'FROZEN' | 'SCORED';
  source: 'COUNTED' | 'TECHNICAL_SUPPORT' | 'DEDICATED_ENGINEER';
  visit: number;
  unknown: boolean;
  remarks: string;
  likelyCauses: LikelyCause[];
  carriedParts: Part[];
  recordedBy: string | null;
  recordedAt: string | null;
  review: 'NOT_NEEDED' | 'PENDING' | 'AGREED' | 'CHANGED';
  reviewedBy: string;
  frozenAt: string | null;
  counted: CountedCauses;
  earlier: { visit: number; unknown: boolean; likelyCauses: LikelyCause[]; carriedParts: Part[]; recordedBy: string; frozenAt: string; topHit: boolean | null; anyHit: boolean | null }[];
  outcome: {
    causes: (Named & { code: string })[];
    topHit: boolean | null;
    anyHit: boolean | null;
    partsCarried: number;
    partsNeeded: number;
    partsRight: number;
  } | null;
  version: number;
  actions: string[];
}

export type QueueLine = Schema<'DiagnosisQueueLine'>;

export type ScoreLine = Schema<'ScoreboardLine'>;

export const causesQuery = queryOptions({
  queryKey: ['causes'],
  queryFn: async ({ signal }) => (await call<{ items: Cause[] }>('GET', '/api/v1/causes', { signal })).data.items,
  staleTime: 10 * 60_000,
});

export const diagnosisQuery = (caseNumber: string) =>
  queryOptions({
    queryKey: ['diagnosis', caseNumber],
    queryFn: ({ signal }): Promise<Tagged<Diagnosis>> => call<Diagnosis>('GET', `/api/v1/cases/${encodeURIComponent(caseNumber)}/diagnosis`, { signal }),
  });

export async function findParts(text: string, signal: AbortSignal) {
  return (await call<{ items: Part[] }>('GET', '/api/v1/parts', { query: { text, limit: 20 }, signal })).data.items;
}

/** Master data carry both names; this picks the reader's. */
export function useName(): (thing: Named) => string {
  const { language } = useLanguage();
  return (thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
}

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
}

export interface Reason {
  kind: 'PAST_CASE' | 'CASE_ELSEWHERE' | 'MAKERS_TABLE' | 'WORD' | 'COUNTED';
  reference: string;
  text: string;
  textEn: string;
  strength: number;
  times: number;
  of: number;
}

export interface PredictedCause extends LikelyCause {
  reasons: Reason[];
}

interface Asked {
  code: string;
  questionZh: string;
  questionEn: string;
}

/** What the engine says; probabilities of all causes and of the unknown make one. */
export interface Predicted {
  model: number;
  learntFrom: number;
  unknown: boolean;
  unknownProbability: number;
  causes: PredictedCause[];
  choices: { parts: Part[]; kinds: string[]; promise: number }[];
  checks: (Asked & { howZh: string; howEn: string; doneBy: 'CUSTOMER' | 'ENGINEER' | 'SUPPORT'; minutes: number; bits: number })[];
  answered: (Asked & { answer: 'YES' | 'NO' | 'UNKNOWN'; revision: number; answeredBy: string })[];
}

export const conditions = ['HOT', 'HUMID', 'UNSTABLE_POWER', 'DUST', 'UNSUPPORTED_PART'] as const;
export type SiteCondition = (typeof conditions)[number];

export interface Diagnosis {
  caseNumber: string;
  status: 'OPEN' | 'RECORDED' | 'FROZEN' | 'SCORED';
  source: 'PREDICTED' | 'TECHNICAL_SUPPORT' | 'DEDICATED_ENGINEER';
  visit: number;
  unknown: boolean;
  remarks: string;
  likelyCauses: LikelyCause[];
  carriedParts: Part[];
  recordedBy: string | null;
  recordedAt: string | null;
  answer: 'NONE' | 'CONFIRMED' | 'CHANGED' | 'UNKNOWN';
  review: 'NOT_NEEDED' | 'PENDING' | 'AGREED' | 'CHANGED';
  reviewedBy: string;
  frozenAt: string | null;
  predicted: Predicted | null;
  counted: CountedCauses;
  earlier: Earlier[];
  outcome: {
    causes: (Named & { code: string })[];
    topHit: boolean | null;
    anyHit: boolean | null;
    partsCarried: number;
    partsNeeded: number;
    partsRight: number;
    conditions: SiteCondition[];
  } | null;
  version: number;
  actions: string[];
}

export interface Earlier {
  visit: number;
  source: Diagnosis['source'];
  answer: Diagnosis['answer'];
  unknown: boolean;
  likelyCauses: LikelyCause[];
  carriedParts: Part[];
  recordedBy: string;
  frozenAt: string;
  topHit: boolean | null;
  anyHit: boolean | null;
  engineCause: LikelyCause | null;
  enginePromise: number | null;
  engineTopHit: boolean | null;
  engineCovered: boolean | null;
}

/** A share with its 95 % interval; nothing is judged while `of` is 0. */
export interface HonestShare {
  hits: number;
  of: number;
  share: number;
  low: number;
  high: number;
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

export const symptomsQuery = queryOptions({
  queryKey: ['symptoms'],
  queryFn: async ({ signal }) => (await call<{ items: (Named & { code: string; parentCode: string | null })[] }>('GET', '/api/v1/symptoms', { signal })).data.items,
  staleTime: 10 * 60_000,
});

/** The name of a cause or symptom by its code, in the reader's language; the code while the catalogue is not there. */
export function useNameOfCode(catalogue: (Named & { code: string })[] | undefined): (code: string) => string {
  const name = useName();
  return (code) => {
    const found = catalogue?.find((one) => one.code === code);
    return found ? name(found) : code;
  };
}

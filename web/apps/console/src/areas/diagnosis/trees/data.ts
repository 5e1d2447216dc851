import { call, type Page } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import { queryOptions } from '@tanstack/react-query';

export const tabs = ['symptoms', 'causes', 'remedies', 'fault-lines', 'checks'] as const;

export type Tab = (typeof tabs)[number];

/** What the bodies of the API call the entry. */
export const bodyOf: Record<Tab, string> = { symptoms: 'symptom', causes: 'cause', remedies: 'remedy', 'fault-lines': 'line', checks: 'check' };

/** What can come in as a file. */
export const importKind: Partial<Record<Tab, string>> = { symptoms: 'SYMPTOMS', causes: 'CAUSES', remedies: 'REMEDIES', 'fault-lines': 'FAULT_LINES' };

export interface Sign {
  causeCode: string;
  yes: number;
}

/** An entry of any of the five; which fields it has depends on the tab. */
export interface Entry {
  code: string;
  active: boolean;
  version: number;
  lacks: string[];
  actions: string[];
  parentCode?: string | null;
  nameZh?: string;
  nameEn?: string;
  families?: string[];
  partKinds?: string[];
  group?: boolean;
  cases?: number;
  remedies?: number;
  causes?: string[];
  minutes?: number;
  family?: string | null;
  model?: string | null;
  wordsZh?: string;
  wordsEn?: string;
  symptomCode?: string | null;
  causeCode?: string;
  weight?: number;
  source?: string;
  questionZh?: string;
  questionEn?: string;
  howZh?: string;
  howEn?: string;
  doneBy?: string;
  symptomCodes?: string[];
  otherwise?: number;
  signs?: Sign[];
  answered?: number;
}

export interface Change {
  field: string;
  before: string;
  after: string;
}

export interface State {
  version: number;
  reason: string;
  changedBy: string;
  changedAt: string;
  changes: Change[];
  facts: { field: string; value: string }[];
}

/** The server counts cases of a symptom up to here. */
export const MOST_CASES = 1000;
const MOST_PAGES = 10;

/** A catalogue has dozens to some thousands of entries; the tree needs all of them to show where each belongs. */
async function all(tab: Tab, family: string | undefined, signal: AbortSignal) {
  const items: Entry[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { data } = await call<Page<Entry>>('GET', `/api/v1/trees/${tab}`, { query: { family, limit: 500, cursor }, signal });
    items.push(...data.items);
    if (!data.nextCursor) break;
    cursor = data.nextCursor;
  }
  return items;
}

export const entriesQuery = (tab: Tab, family?: string) => queryOptions({ queryKey: ['trees', tab, family ?? ''], queryFn: ({ signal }) => all(tab, family, signal) });

export const historyQuery = (tab: Tab, code: string) =>
  queryOptions({
    queryKey: ['trees', tab, 'versions', code],
    queryFn: async ({ signal }) => (await call<Page<State>>('GET', `/api/v1/trees/${tab}/${encodeURIComponent(code)}/versions`, { query: { limit: 100 }, signal })).data.items,
  });

export const familiesQuery = queryOptions({
  queryKey: ['families'],
  queryFn: async ({ signal }) => (await call<{ items: string[] }>('GET', '/api/v1/families', { signal })).data.items,
  staleTime: 10 * 60_000,
});

/** In the reader's language; what lacks it is called by its other name. */
export function useTitle(): (entry: Entry) => string {
  const { language } = useLanguage();
  return (entry) => {
    const [zh, en] = [entry.nameZh ?? entry.wordsZh ?? entry.questionZh, entry.nameEn ?? entry.wordsEn ?? entry.questionEn];
    return (language === 'zh-CN' ? zh || en : en || zh) || entry.code;
  };
}

/** The name of a code, or the code itself while nothing is known about it. */
export function useNames(entries: Entry[] | undefined): (code: string) => string {
  const title = useTitle();
  const byCode = new Map((entries ?? []).map((entry) => [entry.code, entry]));
  return (code) => {
    const entry = byCode.get(code);
    return entry ? title(entry) : code;
  };
}

/** What a case can be given and a line can name: no group, nothing retired. */
export function choosable(entries: Entry[] | undefined): Entry[] {
  return (entries ?? []).filter((entry) => entry.active && !entry.group);
}

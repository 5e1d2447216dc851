import { api, take, tagged, type Schema } from '@firstfix/api';
import { useLanguage, type Language } from '@firstfix/i18n';
import type { Tone } from '@firstfix/ui';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import { worthOrders } from './choices.ts';

export * from './choices.ts';

export type Article = Schema<'ArticleViewView'>;
export type ArticleLine = Schema<'ArticleListLine'>;
export type EditionLine = Schema<'ArticleViewEditionLine'>;
export type Content = Schema<'Content'>;
export type Bilingual = Schema<'Bilingual'>;
export type Step = Schema<'Step'>;
export type Suggestion = Schema<'ArticleSuggestionsSuggestion'>;
export type CaseKnowledge = Schema<'CaseKnowledgeView'>;
export type Followed = Schema<'CaseKnowledgeFollowed'>;
export type Usefulness = Schema<'UsefulnessReportView'>;
export type UsefulnessLine = Schema<'UsefulnessReportLine'>;
export type Figures = Schema<'UsefulnessReportFigures'>;
export type WorthLine = Schema<'WorthAnArticleLine'>;
export type HelpHit = Schema<'CustomerHelpHit'>;
export type HelpArticle = Schema<'CustomerHelpArticle'>;
export type ArticleStatus = Article['status'];
export type Kind = Article['kind'];
export type Audience = Content['audience'];
/** A language as the server names it. */
export type Tongue = Article['missing'][number];

export const results = ['RESOLVED_REMOTELY', 'FIRST_VISIT', 'MORE_VISITS', 'REOPENED'] as const;
export const followResults = ['SOLVED', 'NOT_SOLVED', 'ABANDONED'] as const;

export const tones: Record<ArticleStatus, Tone> = { DRAFT: 'new', PUBLISHED: 'done', RETIRED: 'cancelled' };

export const tongueOf = (language: Language): Tongue => (language === 'zh-CN' ? 'CHINESE' : 'ENGLISH');
export const sideOf = (tongue: Tongue): 'zh' | 'en' => (tongue === 'CHINESE' ? 'zh' : 'en');
export const langOf = (tongue: Tongue): Language => (tongue === 'CHINESE' ? 'zh-CN' : 'en');

/** A text in the reader's language; in the other where that is all there is. */
export function useSay(): (text: Bilingual) => string {
  const { language } = useLanguage();
  return (text) => (language === 'zh-CN' ? text.zh || text.en : text.en || text.zh);
}

/** The language an article is read in: the reader's own, or the one it is written in. */
export function readIn(language: Language, missing: readonly Tongue[]): Tongue {
  const own = tongueOf(language);
  return missing.includes(own) && missing.length === 1 ? (own === 'CHINESE' ? 'ENGLISH' : 'CHINESE') : own;
}

export const articleQuery = (number: string, which: { edition?: number; newest?: boolean } = {}) =>
  queryOptions({
    queryKey: ['article', number, which],
    queryFn: async ({ signal }) => {
      const found = await tagged(api.GET('/api/v1/knowledge/articles/{number}', { params: { path: { number }, query: which }, signal }));
      return found.data as Article;
    },
  });

export const editionsQuery = (number: string) =>
  queryOptions({
    queryKey: ['article-editions', number],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/knowledge/articles/{number}/editions', { params: { path: { number } }, signal }))).items as EditionLine[],
  });

export const usefulnessQuery = (number: string) =>
  queryOptions({
    queryKey: ['usefulness', number],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/knowledge/articles/{number}/usefulness', { params: { path: { number } }, signal }))) as Usefulness,
  });

export const usefulnessLinesQuery = queryOptions({
  queryKey: ['usefulness', 'all'],
  queryFn: async ({ signal }) => {
    const found = await take(api.GET('/api/v1/knowledge/usefulness', { signal }));
    return { fewest: found.fewest, items: found.items as UsefulnessLine[] };
  },
});

export const worthQuery = (sort: (typeof worthOrders)[number]) =>
  queryOptions({
    queryKey: ['worth-an-article', sort],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/knowledge/worth-an-article', { params: { query: { sort } }, signal }))).items as WorthLine[],
  });

export const caseKnowledgeQuery = (number: string) =>
  queryOptions({
    queryKey: ['case-knowledge', number],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/cases/{number}/knowledge', { params: { path: { number } }, signal }))) as CaseKnowledge,
  });

export const helpQuery = (text: string) =>
  queryOptions({
    queryKey: ['help', text],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/help/articles', { params: { query: { text } }, signal }))).items as HelpHit[],
    placeholderData: keepPreviousData,
    retry: false,
  });

export const helpArticleQuery = (number: string) =>
  queryOptions({
    queryKey: ['help-article', number],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/help/articles/{number}', { params: { path: { number } }, signal }))) as HelpArticle,
    retry: false,
  });

interface Named {
  code: string;
  nameZh: string;
  nameEn: string;
}

export const symptomsQuery = queryOptions({
  queryKey: ['symptoms'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/v1/symptoms', { signal }))).items,
  staleTime: 60 * 60_000,
});

export const causesQuery = queryOptions({
  queryKey: ['causes'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/v1/causes', { signal }))).items,
  staleTime: 60 * 60_000,
});

export const modelsQuery = queryOptions({
  queryKey: ['models', 'all'],
  queryFn: async ({ signal }) => (await take(api.GET('/api/v1/models', { params: { query: { limit: 500 } }, signal }))).items,
  staleTime: 10 * 60_000,
});

/** What a code of a catalogue is called; the code itself while the catalogue is on its way. */
export function useNames(items: readonly Named[] | undefined): (code: string) => string {
  const { language } = useLanguage();
  const names = useMemo(() => new Map((items ?? []).map((one) => [one.code, language === 'zh-CN' ? one.nameZh : one.nameEn])), [items, language]);
  return (code) => names.get(code) ?? code;
}

export const nothing: Bilingual = { zh: '', en: '' };
export const emptyStep: Step = { instruction: nothing, expected: nothing, hint: nothing };
export const emptyContent: Content = {
  audience: 'STAFF',
  title: nothing,
  summary: nothing,
  body: nothing,
  steps: [],
  about: { families: [], models: [], symptoms: [], causes: [] },
};

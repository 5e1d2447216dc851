import { call, type Schema } from '@firstfix/api';
import { useLanguage } from '@firstfix/i18n';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { termsQuery } from '../dispatch/data.ts';

export * from './choices.ts';

export const kinds = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'PARTS_TO_CARRY', 'SHORT_TEXT'] as const;

export type Lesson = Schema<'LessonListRow'>;

export type LessonFilters = Schema<'LessonListFilters'>;

export type Content = Schema<'QuestionContent'>;

export type Words = Schema<'QuestionContentWords'>;

export type QuestionLine = Schema<'QuestionBankRow'>;

export type Question = Schema<'QuestionBankView'>;

export type QuestionVersion = Schema<'QuestionBankVersionView'>;

export type ExamLine = Schema<'ExamFileRow'>;

export type ExamSettings = Schema<'ExamFileSettings'>;

export type ExamView = Schema<'ExamFileView'>;

export type Taker = Schema<'ExamFileTaker'>;

export type Item = Schema<'ItemReportItem'>;

export type Mine = Schema<'MyExamsMine'>;

export type MyExam = Schema<'MyExamsRow'>;

export type Paper = Schema<'PaperViewView'>;

export type PaperQuestion = Schema<'PaperViewQuestionView'>;

export type WordsAnswer = Schema<'GradingDeskAnswerRow'>;

export type Appeal = Schema<'GradingDeskAppealRow'>;

export type EngineerLine = Schema<'EngineerRecordRow'>;

export type EngineerFile = Schema<'EngineerRecordView'>;

const read = async <T>(path: string, signal: AbortSignal, query?: Record<string, string | undefined>) => (await call<T>('GET', path, { query, signal })).data;

export const lessonFiltersQuery = queryOptions({ queryKey: ['exam-lessons', 'filters'], queryFn: ({ signal }) => read<LessonFilters>('/api/v1/exam-lesson-filters', signal) });

/** A question about a case with the truth filled in; it is not asked again while somebody writes. */
export const fromCaseQuery = (number: string, about: string) =>
  queryOptions({
    queryKey: ['exam-lessons', number, about],
    queryFn: ({ signal }) => read<Content>(`/api/v1/exam-lessons/${encodeURIComponent(number)}/question`, signal, { about }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const questionQuery = (code: string) =>
  queryOptions({ queryKey: ['exam-question', code], queryFn: ({ signal }) => read<Question>(`/api/v1/exam-questions/${encodeURIComponent(code)}`, signal) });

/** Questions in use of a skill, to choose from. */
export const bankQuery = (skill: string) =>
  queryOptions({
    queryKey: ['exam-questions', 'bank', skill],
    queryFn: async ({ signal }) => (await read<{ items: QuestionLine[] }>('/api/v1/exam-questions', signal, { status: 'ACTIVE', skill, limit: '500' })).items,
  });

export const examsQuery = queryOptions({ queryKey: ['exams'], queryFn: async ({ signal }) => (await read<{ items: ExamLine[] }>('/api/v1/exams', signal)).items });

export const examQuery = (code: string) => queryOptions({ queryKey: ['exam', code], queryFn: ({ signal }) => read<ExamView>(`/api/v1/exams/${encodeURIComponent(code)}`, signal) });

export const engineersQuery = (skill?: string) =>
  queryOptions({
    queryKey: ['exam-engineers', skill ?? ''],
    queryFn: async ({ signal }) => (await read<{ items: EngineerLine[] }>('/api/v1/exam-engineers', signal, { skill })).items,
  });

export const engineerQuery = (code: string) =>
  queryOptions({ queryKey: ['exam-engineers', 'one', code], queryFn: ({ signal }) => read<EngineerFile>(`/api/v1/exam-engineers/${encodeURIComponent(code)}`, signal) });

export const mineQuery = queryOptions({ queryKey: ['my-exams'], queryFn: ({ signal }) => read<Mine>('/api/v1/my-exams', signal) });

export const paperQuery = (id: string) =>
  queryOptions({ queryKey: ['exam-paper', id], queryFn: ({ signal }) => read<Paper>(`/api/v1/exam-papers/${encodeURIComponent(id)}`, signal) });

/** Both languages are kept; this picks the reader's. */
export function useWords(): (words: Words) => string {
  const { language } = useLanguage();
  return useCallback((words) => (language === 'zh-CN' ? words.zh : words.en), [language]);
}

export function useTitle(): (exam: { titleZh: string; titleEn: string }) => string {
  const { language } = useLanguage();
  return useCallback((exam) => (language === 'zh-CN' ? exam.titleZh : exam.titleEn), [language]);
}

export function useNamed(): (thing: { nameZh: string; nameEn: string }) => string {
  const { language } = useLanguage();
  return useCallback((thing) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn), [language]);
}

/** Skills of the catalogue, and the name of one. */
export function useSkills() {
  const named = useNamed();
  const terms = useQuery(termsQuery);
  const skills = terms.data?.skills ?? [];
  const nameOf = (code: string) => {
    const term = skills.find((one) => one.code === code);
    return term ? named(term) : code;
  };
  return { options: skills.map((term) => ({ id: term.code, label: named(term) })), nameOf };
}

import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, StatusTag, type FilterValues, type Tone } from '@firstfix/ui';
import { BookIcon, EyeIcon, PlusIcon } from '@firstfix/ui/icons';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ExportMenu } from '../../index.ts';
import { Hub } from './Hub.tsx';
import { difficulties, questionStates, useSkills, useWords, type QuestionLine } from './data.ts';

const route = getRouteApi('/signed-in/shell/exams/questions');

export const questionTones: Record<QuestionLine['status'], Tone> = { DRAFT: 'new', ACTIVE: 'done', RETIRED: 'cancelled' };

/** The question bank. */
export function Questions() {
  const t = useText();
  const words = useWords();
  const dates = useDates();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const { options, nameOf } = useSkills();
  const source = usePages<QuestionLine>(
    ['exam-questions', search],
    async (cursor, signal) => (await call<{ items: QuestionLine[]; nextCursor: string | null }>('GET', '/api/v1/exam-questions', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<QuestionLine>[]>(
    () => [
      { id: 'code', header: t('exam.question'), cell: (row) => row.code, isRowHeader: true, width: 90 },
      {
        id: 'status',
        header: t('exam.state'),
        cell: (row) => (row.waiting && row.status !== 'RETIRED' ? <StatusTag tone="waiting" icon={EyeIcon}>{t('exam.question.waiting')}</StatusTag> : <StatusTag tone={questionTones[row.status]}>{t(`exam.questionStatus.${row.status}`)}</StatusTag>),
        text: (row) => t(`exam.questionStatus.${row.status}`),
        width: 160,
      },
      { id: 'text', header: t('exam.question.text'), cell: (row) => words({ zh: row.textZh, en: row.textEn }), text: (row) => words({ zh: row.textZh, en: row.textEn }), grows: true, width: 260 },
      { id: 'report', header: t('exam.lesson.report'), cell: (row) => row.report, text: (row) => row.report, width: 180 },
      { id: 'kind', header: t('exam.question.kind'), cell: (row) => t(`exam.kind.${row.kind}`), width: 140 },
      { id: 'difficulty', header: t('exam.difficulty'), cell: (row) => t(`exam.difficulty.${row.difficulty}`), width: 90 },
      { id: 'skill', header: t('exam.field.skill'), cell: (row) => nameOf(row.skill), width: 110 },
      { id: 'by', header: t('exam.question.by'), cell: (row) => row.writtenBy, width: 90 },
      { id: 'at', header: t('exam.question.at'), cell: (row) => dates.date(row.changedAt), width: 110 },
    ],
    [t, words, dates, nameOf],
  );
  const one = (value: string | undefined) => (value ? [value] : undefined);
  const values: FilterValues = { status: one(search.status), skill: one(search.skill), difficulty: one(search.difficulty), waiting: one(search.waiting) };
  return (
    <Hub
      at="questions"
      layout="fill"
      actions={
        <>
          <ExportMenu list="exam-questions" query={{ ...search }} />
          <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push('/exams/questions/new')}>
            {t('exam.question.new')}
          </Button>
        </>
      }
      bar={
        <FilterBar
          values={values}
          onChange={(next) => void navigate({ search: { status: next.status?.[0], skill: next.skill?.[0], difficulty: next.difficulty?.[0], waiting: next.waiting?.[0] }, replace: true })}
          filters={[
            { id: 'waiting', label: t('exam.question.review'), options: [{ id: 'true', label: t('exam.question.waiting') }] },
            { id: 'status', label: t('exam.state'), options: questionStates.map((id) => ({ id, label: t(`exam.questionStatus.${id}`) })) },
            { id: 'skill', label: t('exam.field.skill'), options },
            { id: 'difficulty', label: t('exam.difficulty'), options: difficulties.map((id) => ({ id, label: t(`exam.difficulty.${id}`) })) },
          ]}
        />
      }
    >
      <DataGrid label={t('exam.tab.questions')} name="exam-questions" source={source} columns={columns} rowId={(row) => row.code} onOpen={(row) => router.history.push(`/exams/questions/${row.code}`)} empty={<EmptyState icon={BookIcon} title={t('exam.question.none')} text={t('exam.question.noneText')} />} />
    </Hub>
  );
}

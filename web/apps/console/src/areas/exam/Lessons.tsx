import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, Menu, type FilterValues } from '@firstfix/ui';
import { BookIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AppLink, ExportMenu } from '../../index.ts';
import { Hub } from './Hub.tsx';
import { abouts, lessonFiltersQuery, useNamed, wrongs, type Lesson } from './data.ts';
import styles from './exam.module.css';

const route = getRouteApi('/signed-in/shell/exams/lessons');

/** Cases that went wrong, to make questions of. */
export function Lessons() {
  const t = useText();
  const named = useNamed();
  const dates = useDates();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const filters = useQuery(lessonFiltersQuery);
  const source = usePages<Lesson>(
    ['exam-lessons', search],
    async (cursor, signal) => (await call<{ items: Lesson[]; nextCursor: string | null }>('GET', '/api/v1/exam-lessons', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<Lesson>[]>(() => {
    const list = (causes: Lesson['trueCauses']) => causes.map(named).join(', ');
    const wrong = (row: Lesson) => row.wentWrong.map((one) => t(`exam.wrong.${one}`)).join(', ');
    return [
      { id: 'case', header: t('exam.lesson.case'), cell: (row) => <AppLink href={`/cases/${row.caseNumber}`}>{row.caseNumber}</AppLink>, text: (row) => row.caseNumber, isRowHeader: true, width: 150 },
      { id: 'report', header: t('exam.lesson.report'), cell: (row) => row.report, text: (row) => row.report, grows: true, width: 200 },
      { id: 'family', header: t('exam.lesson.family'), cell: (row) => row.family ?? '', width: 100 },
      { id: 'wrong', header: t('exam.lesson.wrong'), cell: wrong, text: wrong, width: 200 },
      { id: 'predicted', header: t('exam.lesson.predicted'), cell: (row) => list(row.predictedCauses), text: (row) => list(row.predictedCauses), width: 170 },
      { id: 'truth', header: t('exam.lesson.truth'), cell: (row) => list(row.trueCauses) || t('exam.lesson.unknown'), text: (row) => list(row.trueCauses), width: 150 },
      { id: 'at', header: t('exam.lesson.at'), cell: (row) => dates.date(row.happenedAt), width: 110 },
      {
        id: 'make',
        header: t('exam.lesson.make'),
        width: 170,
        text: (row) => String(row.questions),
        cell: (row) => (
          <span className={styles.actions}>
            {row.trueCauses.length > 0 && (
              <Menu
                label={t('exam.lesson.makeOf', { case: row.caseNumber })}
                trigger={
                  <Button kind="quiet" icon={PlusIcon} aria-label={t('exam.lesson.makeOf', { case: row.caseNumber })}>
                    {t('exam.lesson.make')}
                  </Button>
                }
                groups={[{ id: 'about', entries: abouts.map((about) => ({ id: about, label: t(`exam.about.${about}`) })) }]}
                onAction={(about) => router.history.push(`/exams/questions/new?case=${row.caseNumber}&about=${about}`)}
              />
            )}
            {row.questions > 0 && <span className={styles.note}>{t('exam.lesson.made', { count: row.questions })}</span>}
          </span>
        ),
      },
    ];
  }, [t, named, dates, router]);
  const one = (value: string | undefined) => (value ? [value] : undefined);
  const values: FilterValues = { symptom: one(search.symptom), family: one(search.family), wrong: one(search.wrong) };
  return (
    <Hub
      at="lessons"
      layout="fill"
      actions={<ExportMenu list="exam-lessons" query={{ ...search }} />}
      bar={
        <FilterBar
          values={values}
          onChange={(next) => void navigate({ search: { symptom: next.symptom?.[0], family: next.family?.[0], wrong: next.wrong?.[0] }, replace: true })}
          filters={[
            { id: 'wrong', label: t('exam.lesson.wrong'), options: wrongs.map((id) => ({ id, label: t(`exam.wrong.${id}`) })) },
            { id: 'symptom', label: t('exam.lesson.symptom'), options: (filters.data?.symptoms ?? []).map((symptom) => ({ id: symptom.code, label: named(symptom) })) },
            { id: 'family', label: t('exam.lesson.family'), options: (filters.data?.families ?? []).map((family) => ({ id: family, label: family })) },
          ]}
        />
      }
    >
      <DataGrid label={t('exam.tab.lessons')} name="exam-lessons" source={source} columns={columns} rowId={(row) => row.caseNumber} empty={<EmptyState icon={BookIcon} title={t('exam.lesson.none')} text={t('exam.lesson.noneText')} />} />
    </Hub>
  );
}

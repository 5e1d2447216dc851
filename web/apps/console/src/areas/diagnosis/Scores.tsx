import { call } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, Skeleton } from '@firstfix/ui';
import { DataGrid, type Column } from '@firstfix/grid';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useName, type Named, type ScoreLine } from './data.ts';
import styles from './scores.module.css';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** How often predictions were right in the last year, per person and per symptom. "Don't know" is not judged. */
export function Scores() {
  const [from] = useState(() => new Date(Date.now() - YEAR).toISOString());
  const t = useText();
  const name = useName();
  const scores = useQuery({
    queryKey: ['diagnosis-scores', from],
    queryFn: async ({ signal }) => (await call<{ byPerson: ScoreLine[]; bySymptom: ScoreLine[] }>('GET', '/api/v1/diagnosis-scores', { query: { from }, signal })).data,
  });
  const symptoms = useQuery({
    queryKey: ['symptoms'],
    queryFn: async ({ signal }) => (await call<{ items: (Named & { code: string })[] }>('GET', '/api/v1/symptoms', { signal })).data.items,
  });
  const symptomName = (code: string) => {
    const symptom = symptoms.data?.find((one) => one.code === code);
    return symptom ? name(symptom) : code;
  };
  return (
    <Page title={t('diagnosis.scores')}>
      {scores.isError ? (
        <ErrorState error={scores.error} onRetry={() => void scores.refetch()} />
      ) : scores.isPending ? (
        <Skeleton lines={10} />
      ) : (
        <div className={styles.tables}>
          <ScoreTable title={t('diagnosis.byPerson')} who={t('diagnosis.person')} lines={scores.data.byPerson} label={(code) => code || t('diagnosis.countedOnly')} />
          <ScoreTable title={t('diagnosis.bySymptom')} who={t('diagnosis.column.symptom')} lines={scores.data.bySymptom} label={symptomName} />
        </div>
      )}
    </Page>
  );
}

function ScoreTable({ title, who, lines, label }: { title: string; who: string; lines: ScoreLine[]; label: (code: string) => string }) {
  const t = useText();
  const numbers = useNumbers();
  const columns = useMemo<Column<ScoreLine>[]>(
    () => [
      { id: 'who', header: who, cell: (line) => label(line.who), text: (line) => label(line.who), isRowHeader: true, grows: true, width: 180 },
      { id: 'judged', header: t('diagnosis.judged'), cell: (line) => numbers.number(line.judged), align: 'end', width: 90 },
      { id: 'top', header: t('diagnosis.topHits'), cell: (line) => numbers.number(line.topHits), align: 'end', width: 90 },
      { id: 'any', header: t('diagnosis.anyHits'), cell: (line) => numbers.number(line.anyHits), align: 'end', width: 90 },
      { id: 'share', header: t('diagnosis.topShare'), cell: (line) => (line.topShare === null ? '' : numbers.percent(line.topShare)), align: 'end', width: 100 },
    ],
    [t, who, label, numbers],
  );
  return (
    <Card title={title}>
      <div className={styles.table}>
        <DataGrid label={title} source={{ items: lines }} columns={columns} rowId={(line) => line.who} empty={<EmptyState title={t('diagnosis.noScores')} />} />
      </div>
    </Card>
  );
}

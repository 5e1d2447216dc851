import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { EmptyState, PriorityMark, Segmented, SlaRing, type Priority } from '@firstfix/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { useName, type QueueLine } from './data.ts';
import { DiagnosisPanel } from './DiagnosisPanel.tsx';
import { SupportNav } from './SupportNav.tsx';
import styles from './diagnosis.module.css';
import engine from './prediction.module.css';

const route = getRouteApi('/signed-in/shell/support');

/** What waits for technical support, the most urgent first; the panel beside it follows the row. */
export function Support() {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const navigate = route.useNavigate();
  const { waiting } = route.useSearch();
  const waitingFor = waiting ?? 'DIAGNOSIS';
  const queue = usePages<QueueLine>(
    ['diagnoses', waitingFor],
    async (cursor, signal) => (await call<{ items: QueueLine[]; nextCursor: string | null }>('GET', '/api/v1/diagnoses', { query: { waitingFor, cursor }, signal })).data,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = queue.items.find((line) => line.caseNumber === chosen) ?? queue.items[0];
  const columns = useMemo<Column<QueueLine>[]>(
    () => [
      { id: 'priority', header: t('diagnosis.column.priority'), cell: (line) => <PriorityMark level={Number(line.priority.slice(1)) as Priority} />, text: (line) => line.priority, width: 64 },
      { id: 'number', header: t('diagnosis.column.case'), cell: (line) => line.caseNumber, isRowHeader: true, width: 140 },
      { id: 'symptom', header: t('diagnosis.column.symptom'), cell: (line) => (line.symptom ? name(line.symptom) : line.subject), text: (line) => (line.symptom ? name(line.symptom) : line.subject), grows: true, width: 200 },
      { id: 'machine', header: t('diagnosis.column.machine'), cell: (line) => (line.asset ? name({ nameZh: line.asset.modelNameZh, nameEn: line.asset.modelNameEn }) : ''), width: 150 },
      { id: 'customer', header: t('diagnosis.column.customer'), cell: (line) => line.accountName, text: (line) => line.accountName, width: 150 },
      { id: 'since', header: t('diagnosis.column.since'), cell: (line) => dates.relative(line.waitingSince), width: 124 },
      { id: 'due', header: t('diagnosis.column.due'), cell: (line) => line.dueAt && <SlaRing due={line.dueAt} start={line.reportedAt} />, width: 124 },
    ],
    [t, name, dates],
  );
  return (
    <Page
      title={t('diagnosis.support')}
      layout="fill"
      actions={<ExportMenu list="diagnoses" query={{ waitingFor }} />}
      bar={
        <div className={engine.filters}>
        <SupportNav here="" />
        <Segmented
          label={t('diagnosis.waitingFor')}
          value={waitingFor}
          onChange={(next) => void navigate({ search: next === 'REVIEW' ? { waiting: 'REVIEW' } : {} })}
          options={[
            { id: 'DIAGNOSIS', label: t('diagnosis.toDiagnose') },
            { id: 'REVIEW', label: t('diagnosis.toReview') },
          ]}
        />
        </div>
      }
    >
      <div className={styles.layout}>
        <div className={styles.list}>
          <DataGrid
            label={t('diagnosis.support')}
            name="diagnoses"
            source={queue}
            columns={columns}
            rowId={(line) => line.caseNumber}
            onActive={(line) => setChosen(line.caseNumber)}
            onOpen={(line) => {
              setChosen(line.caseNumber);
              // Enter goes on to the diagnosis beside the list; the case itself is one link further.
              requestAnimationFrame(() => heading.current?.querySelector('a')?.focus());
            }}
            empty={<EmptyState title={t('diagnosis.queueEmpty')} text={t('diagnosis.queueEmptyText')} />}
          />
        </div>
        <aside className={styles.side} aria-label={t('diagnosis.panel')}>
          {shown ? (
            <>
              <h2 ref={heading}>
                <AppLink href={`/cases/${shown.caseNumber}`}>{shown.caseNumber}</AppLink>
              </h2>
              <p className={styles.note}>{shown.subject}</p>
              <DiagnosisPanel caseNumber={shown.caseNumber} />
            </>
          ) : (
            <EmptyState title={t('diagnosis.nothingChosen')} />
          )}
        </aside>
      </div>
    </Page>
  );
}

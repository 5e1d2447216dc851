import { call, ifMatch, useAction, usePages, type Page as ListPage } from '@firstfix/api';
import { DataGrid, type Column as GridColumn } from '@firstfix/grid';
import { useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, Select, Skeleton, StatusTag, Stepper, Tabs } from '@firstfix/ui';
import { CheckIcon, RefreshIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { isBusy, type Column, type Finding, type ImportView } from './data.ts';
import { tones } from './tones.ts';
import styles from './integration.module.css';

const pollEvery = 700;
const leftOut = '-';

/** One file: how its columns are read, what the dry run found, and taking it in. */
export function ImportPage() {
  const t = useText();
  const { id } = useParams({ from: '/signed-in/shell/admin/import/$id' });
  const queries = useQueryClient();
  const run = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: async ({ signal }) => (await call<ImportView>('GET', `/api/v1/imports/${id}`, { signal })).data,
    refetchInterval: (query) => (isBusy(query.state.data?.status) ? pollEvery : false),
  });
  const status = run.data?.status;
  useEffect(() => {
    // The findings of the last pass are complete when it has ended.
    if (status && !isBusy(status)) void queries.invalidateQueries({ queryKey: ['imports', 'findings', id] });
  }, [status, id, queries]);
  if (run.error) return <Page title={t('integration.import')}><ErrorState error={run.error} onRetry={() => void run.refetch()} /></Page>;
  if (!run.data) return <Page title={t('integration.import')}><Skeleton lines={8} /></Page>;
  return <File run={run.data} key={run.data.id} />;
}

function File({ run }: { run: ImportView }) {
  const t = useText();
  const start = useAction({
    run: (_: void, { headers }) => call('POST', `/api/v1/imports/${run.id}/run`, { body: {}, headers }),
    touches: [['imports']],
  });
  const step = run.status === 'DONE' ? null : run.status === 'RUNNING' ? 'run' : run.status === 'CHECKING' ? 'check' : run.missing.length > 0 ? 'columns' : 'run';
  return (
    <Page
      title={run.fileName}
      note={<StatusTag tone={tones[run.status]}>{t(`integration.status.${run.status}`)}</StatusTag>}
      actions={
        run.actions.includes('run') && (
          <Button kind={run.status === 'DONE' ? 'secondary' : 'primary'} icon={CheckIcon} isPending={start.isPending} isDisabled={run.status !== 'DONE' && run.rowsGood + run.rowsChanged === 0} onPress={() => start.mutate()}>
            {run.status === 'DONE' ? t('integration.runAgain') : t('integration.run', { count: run.rowsGood + run.rowsChanged })}
          </Button>
        )
      }
    >
      <div className={styles.page}>
        <Stepper
          current={step}
          steps={[
            { id: 'columns', label: t('integration.step.columns') },
            { id: 'check', label: t('integration.step.check') },
            { id: 'run', label: t('integration.step.run') },
          ]}
        />
        {start.error && <Banner kind="error" isLive title={start.error.detail}>{start.error.hint}</Banner>}
        {run.failure && <Banner kind="error" title={run.failure} />}
        {run.missing.length > 0 && (
          <Banner kind="warning" title={t('integration.missing', { fields: run.missing.map((field) => field.label).join(', ') })}>
            {t('integration.missingText')}
          </Banner>
        )}
        <Counts run={run} />
        {run.columns.some((column) => column.samples.length > 0) && run.actions.includes('read-columns-as') && <Columns run={run} key={run.version} />}
        <Findings run={run} />
      </div>
    </Page>
  );
}

function Counts({ run }: { run: ImportView }) {
  const t = useText();
  const numbers = useNumbers();
  const isRun = run.status === 'DONE' || run.status === 'RUNNING';
  return (
    <div className={styles.counts} aria-live="polite">
      <Count label={t('integration.rows')} value={run.rowsTotal} note={run.encoding} />
      <Count label={t(isRun ? 'integration.taken' : 'integration.good')} value={run.rowsGood} tone="done" />
      <Count label={t(isRun ? 'integration.changed' : 'integration.changes')} value={run.rowsChanged} tone={run.rowsChanged > 0 ? 'onsite' : undefined} />
      <Count label={t('integration.existing')} value={run.rowsExisting} />
      <Count label={t('integration.bad')} value={run.rowsBad} tone={run.rowsBad > 0 ? 'breached' : undefined} />
      {isBusy(run.status) && (
        <div className={styles.progress}>
          <progress value={run.status === 'RUNNING' ? run.rowsDone : undefined} max={run.rowsTotal || 1} aria-label={t(`integration.status.${run.status}`)} />
          <span>{run.status === 'RUNNING' ? t('integration.progress', { done: run.rowsDone, total: run.rowsTotal }) : t('integration.checking')}</span>
        </div>
      )}
    </div>
  );

  function Count({ label, value, note, tone }: { label: string; value: number; note?: string; tone?: string }) {
    return (
      <div className={styles.count} data-tone={tone}>
        <span>{label}</span>
        <strong>{numbers.number(value)}</strong>
        {note && <small>{note}</small>}
      </div>
    );
  }
}

/** What each column is read as; the dry run begins anew after a change. */
function Columns({ run }: { run: ImportView }) {
  const t = useText();
  const start = useMemo(() => Object.fromEntries(run.columns.map((column) => [column.index, column.field])), [run.columns]);
  const [fields, setFields] = useState<Record<number, string>>(start);
  const isChanged = run.columns.some((column) => fields[column.index] !== column.field);
  const taken = new Set(Object.values(fields).filter(Boolean));
  const read = useAction({
    run: (input: { index: number; field: string }[]) =>
      call('PUT', `/api/v1/imports/${run.id}/columns`, { body: { columns: input }, headers: ifMatch(`"${run.version}"`) }),
    touches: [['imports', 'one', run.id]],
  });
  const save = () => read.mutate(Object.entries(fields).filter(([, field]) => field).map(([index, field]) => ({ index: Number(index), field })));
  const options = (column: Column) => [
    { id: leftOut, label: t('integration.leftOut') },
    ...run.fields
      .filter((field) => !taken.has(field.key) || fields[column.index] === field.key)
      .map((field) => ({ id: field.key, label: field.required ? `${field.label} *` : field.label })),
  ];
  return (
    <Card
      title={t('integration.columns')}
      actions={
        isChanged && (
          <Button icon={RefreshIcon} isPending={read.isPending} onPress={save}>
            {t('integration.checkAgain')}
          </Button>
        )
      }
    >
      {read.error && <Banner kind="error" isLive title={read.error.detail}>{read.error.hint}</Banner>}
      <ul className={styles.columns}>
        {run.columns.map((column) => (
          <li key={column.index} className={styles.column} data-out={!fields[column.index] || undefined}>
            <Select
              label={column.header || t('integration.column', { number: column.index + 1 })}
              value={fields[column.index] || leftOut}
              onChange={(field) => setFields((before) => ({ ...before, [column.index]: field === leftOut ? '' : field }))}
              options={options(column)}
            />
            <span className={styles.samples}>{column.samples.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const outcomes = ['NEW', 'CHANGED', 'SAME'];
const severityTones = { ERROR: 'breached', WARNING: 'waiting', NEW: 'done', CHANGED: 'onsite', SAME: 'new' } as const;

function Findings({ run }: { run: ImportView }) {
  const t = useText();
  const [severity, setSeverity] = useState('all');
  const findings = usePages<Finding>(
    ['imports', 'findings', run.id, severity],
    async (cursor, signal) =>
      (await call<ListPage<Finding>>('GET', `/api/v1/imports/${run.id}/findings`, { query: { cursor, severity: severity === 'rows' ? outcomes : severity === 'all' ? undefined : severity }, signal })).data,
  );
  const columns = useMemo<GridColumn<Finding>[]>(
    () => [
      { id: 'row', header: t('integration.row'), cell: (finding) => finding.row, align: 'end', width: 72, isRowHeader: true },
      {
        id: 'severity',
        header: t('integration.severity'),
        cell: (finding) => (
          <StatusTag tone={severityTones[finding.severity]} isPlain>
            {t(`integration.severity.${finding.severity}`)}
          </StatusTag>
        ),
        text: (finding) => t(`integration.severity.${finding.severity}`),
        width: 110,
      },
      { id: 'column', header: t('integration.columnName'), cell: (finding) => finding.column, width: 150 },
      { id: 'value', header: t('integration.value'), cell: (finding) => finding.value, width: 220 },
      { id: 'message', header: t('integration.message'), cell: (finding) => finding.message, grows: true, width: 340 },
      { id: 'hint', header: t('integration.hint'), cell: (finding) => finding.hint, width: 260 },
    ],
    [t],
  );
  if (isBusy(run.status) && run.rowsDone === 0) return null;
  return (
    <section className={styles.findings} aria-label={t('integration.findings')}>
      <Tabs
        label={t('integration.findings')}
        value={severity}
        onChange={setSeverity}
        tabs={[
          { id: 'all', label: t('integration.findings'), count: run.findings },
          { id: 'ERROR', label: t('integration.severity.ERROR') },
          { id: 'WARNING', label: t('integration.severity.WARNING') },
          { id: 'rows', label: t('integration.rowByRow') },
          { id: 'CHANGED', label: t('integration.severity.CHANGED'), count: run.rowsChanged },
        ]}
      />
      <div className={styles.grid}>
        <DataGrid
          label={t('integration.findings')}
          name="import-findings"
          source={findings}
          columns={columns}
          rowId={(finding) => `${finding.row} ${finding.column} ${finding.code}`}
          empty={<EmptyState icon={CheckIcon} title={t('integration.noFindings')} />}
        />
      </div>
    </section>
  );
}

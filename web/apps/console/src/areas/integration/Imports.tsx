import { call, useAction, usePages, type Page as ListPage } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Card, EmptyState, FileDrop, NoPermission, Select, StatusTag } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useCan } from '../../session/session.ts';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { openImport, type ImportRow, type Kind } from './data.ts';
import { tones } from './tones.ts';
import styles from './integration.module.css';

const largest = 25 * 1024 * 1024;

/** Files in: choose what it is, drop it, and see first what would happen. */
export function Imports() {
  const t = useText();
  return useCan()('import.run') ? <Door /> : <Page title={t('integration.imports')}><NoPermission right="import.run" /></Page>;
}

function Door() {
  const t = useText();
  const dates = useDates();
  const router = useRouter();
  const [kind, setKind] = useState('ACCOUNTS');
  const kinds = useQuery({ queryKey: ['imports', 'kinds'], queryFn: async ({ signal }) => (await call<Kind[]>('GET', '/api/v1/import-kinds', { signal })).data, staleTime: Number.POSITIVE_INFINITY });
  const chosen = kinds.data?.find((one) => one.kind === kind);
  const open = useAction<File, string>({
    run: async (file) => (await openImport(kind, file)).data.id,
    touches: [['imports', 'list']],
    onSuccess: (id) => router.history.push(`/admin/import/${id}`),
  });
  const imports = usePages<ImportRow>(['imports', 'list'], async (cursor, signal) => (await call<ListPage<ImportRow>>('GET', '/api/v1/imports', { query: { cursor }, signal })).data);
  const label = useMemo(() => new Map((kinds.data ?? []).map((one) => [one.kind, one.label])), [kinds.data]);
  const columns = useMemo<Column<ImportRow>[]>(
    () => [
      { id: 'started', header: t('integration.started'), cell: (run) => dates.dateTime(run.startedAt), text: (run) => run.startedAt, width: 130 },
      { id: 'kind', header: t('integration.kind'), cell: (run) => label.get(run.kind) ?? run.kind, width: 120 },
      { id: 'file', header: t('integration.file'), cell: (run) => run.fileName, isRowHeader: true, grows: true, width: 220 },
      {
        id: 'status',
        header: t('integration.status'),
        cell: (run) => <StatusTag tone={tones[run.status]}>{t(`integration.status.${run.status}`)}</StatusTag>,
        text: (run) => t(`integration.status.${run.status}`),
        width: 120,
      },
      { id: 'total', header: t('integration.rows'), cell: (run) => run.rowsTotal, align: 'end', width: 80 },
      { id: 'good', header: t('integration.goodRows'), cell: (run) => run.rowsGood, align: 'end', width: 90 },
      { id: 'changed', header: t('integration.changed'), cell: (run) => run.rowsChanged, align: 'end', width: 90 },
      { id: 'existing', header: t('integration.existing'), cell: (run) => run.rowsExisting, align: 'end', width: 100 },
      { id: 'bad', header: t('integration.bad'), cell: (run) => run.rowsBad, align: 'end', width: 90 },
      { id: 'by', header: t('integration.by'), cell: (run) => run.startedBy, width: 140 },
    ],
    [t, dates, label],
  );
  return (
    <Page title={t('integration.imports')} layout="fill" actions={imports.items.length > 0 && <ExportMenu list="imports" />}>
      <div className={styles.door}>
        <div className={styles.card}>
        <Card title={t('integration.new')}>
          <div className={styles.new}>
            <div className={styles.choice}>
              <Select label={t('integration.kind')} value={kind} onChange={setKind} options={(kinds.data ?? []).map((one) => ({ id: one.kind, label: one.label }))} />
              {chosen && (
                <p className={styles.fields}>
                  {t('integration.columns.expected')}{' '}
                  {chosen.fields.map((field) => (
                    <span key={field.key} className={styles.field} data-required={field.required || undefined}>
                      {field.label}
                      {field.required && <span className="visually-hidden"> ({t('integration.required')})</span>}
                    </span>
                  ))}
                </p>
              )}
            </div>
            <div>
              <FileDrop
                label={t(open.isPending ? 'integration.opening' : 'integration.drop')}
                files={[]}
                accept={['.csv', '.txt', '.xlsx']}
                maxBytes={largest}
                isDisabled={open.isPending}
                onChange={([file]) => file && open.mutate(file)}
              />
            </div>
          </div>
          {open.error && (
            <Banner kind="error" isLive title={open.error.detail}>
              {open.error.hint}
            </Banner>
          )}
        </Card>
        </div>
        <DataGrid
          label={t('integration.imports')}
          name="imports"
          source={imports}
          columns={columns}
          rowId={(run) => run.id}
          onOpen={(run) => router.history.push(`/admin/import/${run.id}`)}
          empty={<EmptyState title={t('integration.none')} text={t('integration.noneText')} />}
        />
      </div>
    </Page>
  );
}

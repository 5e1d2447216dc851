import { ProblemError } from '@firstfix/api';
import { DataGrid, type Column, type Sort } from '@firstfix/grid';
import { useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, FilterBar, PriorityMark, Segmented, SlaRing, StatusTag, toast, type FilterValues, type Priority, type Tone } from '@firstfix/ui';
import { SendIcon } from '@firstfix/ui/icons';
import { useMemo, useState } from 'react';
import styles from './gallery.module.css';

interface Sample {
  no: string;
  subject: string;
  customer: string;
  tone: Tone;
  level: Priority;
  due: string;
  start: string;
  minutes: number;
}

const stateOf: Tone[] = ['new', 'scheduled', 'dispatched', 'travelling', 'onsite', 'waiting', 'done'];
const problem = new ProblemError({ code: 'example', instance: 'R-7F2A-0194' }, { status: 503 });

export function Lists() {
  const t = useText();
  const [mode, setMode] = useState('rows');
  const [sort, setSort] = useState<Sort>({ column: 'due', direction: 'ascending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['C-2026-004103']));
  const [filters, setFilters] = useState<FilterValues>({ state: ['new', 'onsite'] });
  const [words, setWords] = useState('');
  const rows = useMemo<Sample[]>(() => {
    const now = Date.now();
    return Array.from({ length: 10_000 }, (_, index) => ({
      no: `C-2026-00${4100 + index}`,
      subject: t(`gallery.sample.${(['battery', 'board', 'fan', 'disk'] as const)[index % 4] ?? 'fan'}`),
      customer: t(`gallery.sample.customer${(index % 3) + 1}`),
      tone: stateOf[index % stateOf.length] ?? 'new',
      level: ((index % 4) + 1) as Priority,
      due: new Date(now + (index * 37 - 30) * 60_000).toISOString(),
      start: new Date(now - 120 * 60_000).toISOString(),
      minutes: 30 + ((index * 15) % 150),
    }));
  }, [t]);
  const columns = useMemo<Column<Sample>[]>(
    () => [
      { id: 'no', header: t('gallery.column.no'), cell: (row) => row.no, isRowHeader: true, isSortable: true, width: 150 },
      { id: 'level', header: t('gallery.level'), cell: (row) => <PriorityMark level={row.level} />, text: (row) => `P${row.level}`, isSortable: true, width: 80 },
      { id: 'subject', header: t('gallery.subject'), cell: (row) => row.subject, text: (row) => row.subject, grows: true, width: 220 },
      { id: 'customer', header: t('gallery.customer'), cell: (row) => row.customer, width: 180 },
      { id: 'state', header: t('gallery.column.state'), cell: (row) => <StatusTag tone={row.tone} />, width: 120 },
      { id: 'due', header: t('gallery.restore'), cell: (row) => <SlaRing due={row.due} start={row.start} />, isSortable: true, width: 110 },
      { id: 'minutes', header: t('gallery.duration'), cell: (row) => row.minutes, align: 'end', width: 90 },
    ],
    [t],
  );
  const shown = mode === 'rows' ? { items: rows, loadedAt: 1 } : { items: [], isLoading: mode === 'loading', error: mode === 'error' ? problem : null, reload: () => setMode('rows') };
  return (
    <Card
      title={t('gallery.list')}
      actions={
        <Segmented
          label={t('gallery.listState')}
          value={mode}
          onChange={setMode}
          options={[
            { id: 'rows', label: t('gallery.list.rows') },
            { id: 'loading', label: t('gallery.list.loading') },
            { id: 'empty', label: t('gallery.list.empty') },
            { id: 'error', label: t('gallery.list.error') },
          ]}
        />
      }
    >
      <FilterBar
        search={{ label: t('gallery.search'), value: words, onChange: setWords }}
        values={filters}
        onChange={setFilters}
        filters={[
          { id: 'state', label: t('gallery.column.state'), isMultiple: true, options: stateOf.map((id) => ({ id, label: t(`ui.status.${id}`) })) },
          { id: 'level', label: t('gallery.level'), options: ['1', '2', '3', '4'].map((id) => ({ id, label: `P${id}` })) },
        ]}
      />
      <div className={styles.grid}>
        <DataGrid
          label={t('gallery.list')}
          source={shown}
          columns={columns}
          rowId={(row) => row.no}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => toast({ text: t('gallery.opened', { no: row.no }) })}
          bulk={() => (
            <Button kind="primary" icon={SendIcon}>
              {t('gallery.dispatch')}
            </Button>
          )}
          empty={<EmptyState title={t('gallery.noRisk')} action={<Button onPress={() => setMode('rows')}>{t('ui.clearFilters', { count: 2 })}</Button>} />}
        />
      </div>
    </Card>
  );
}

import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useDurations, useText } from '@firstfix/i18n';
import { EmptyState, SlaRing, StatusTag } from '@firstfix/ui';
import { useMemo } from 'react';
import { visitTone, type Board, type BoardVisit } from '../data.ts';
import { useChanged } from './watching.ts';

interface Line extends BoardVisit {
  engineer: string;
  engineerCode: string;
}

/** The board as a list, for narrow and enlarged screens: the same visits, the same choice. */
export function ListView({ board, rows, onOpen }: { board: Board; rows: readonly Board['rows'][number][]; onOpen: (number: string) => void }) {
  const changed = useChanged(board);
  const t = useText();
  const dates = useDates();
  const durations = useDurations();
  const items = useMemo<Line[]>(
    () => [...new Map(rows.flatMap((row) => row.bars.map((bar) => [bar.number, { ...bar, engineer: bar.crew.map((one) => one.name).join(' + ') || row.name, engineerCode: row.code }] as const))).values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    [rows],
  );
  const columns = useMemo<Column<Line>[]>(
    () => [
      { id: 'time', header: t('dispatch.time'), cell: (row) => `${dates.time(row.startsAt)}–${dates.time(row.endsAt)}`, width: 108 },
      { id: 'engineer', header: t('dispatch.engineer'), cell: (row) => row.engineer, text: (row) => row.engineer, width: 90 },
      {
        id: 'state',
        header: t('dispatch.state'),
        cell: (row) => <StatusTag tone={row.orphaned ? 'breached' : visitTone[row.status]}>{row.orphaned ? t('dispatch.board.orphaned') : t(`dispatch.visit.${row.status}`)}</StatusTag>,
        text: (row) => t(`dispatch.visit.${row.status}`),
        width: 130,
      },
      { id: 'subject', header: t('dispatch.subject'), cell: (row) => row.subject, text: (row) => row.subject, isRowHeader: true, grows: true, width: 180 },
      { id: 'customer', header: t('dispatch.customer'), cell: (row) => row.customerName, text: (row) => row.customerName, width: 120 },
      { id: 'due', header: t('dispatch.due'), cell: (row) => row.dueAt && row.status !== 'DONE' && <SlaRing due={row.dueAt} start={row.releasedAt} />, width: 92 },
      { id: 'travel', header: t('dispatch.board.travel'), cell: (row) => durations.full(row.travelMinutes * 60), width: 100 },
      { id: 'number', header: t('dispatch.visitOf'), cell: (row) => row.number, width: 100 },
    ],
    [t, dates, durations],
  );
  return (
    <DataGrid
      label={t('dispatch.board')}
      name="board-list"
      source={{ items }}
      columns={columns}
      rowId={(row) => row.number}
      onOpen={(row) => onOpen(row.number)}
      changed={changed}
      empty={<EmptyState title={t('dispatch.board.noVisits')} />}
    />
  );
}

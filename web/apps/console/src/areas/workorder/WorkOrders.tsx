import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, PriorityMark, SlaRing, StatusTag, type FilterValues } from '@firstfix/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { levelOf, outcomes, statuses, toneOf, useName, type WorkOrderLine } from './data.ts';

const route = getRouteApi('/signed-in/shell/work-orders');
const open = new Set(['RELEASED', 'IN_WORK', 'WAITING_FOR_PART', 'WAITING_FOR_CUSTOMER']);

/** All visits, the newest first. */
export function WorkOrders() {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const source = usePages<WorkOrderLine>(
    ['work-orders', search],
    async (cursor, signal) =>
      (await call<{ items: WorkOrderLine[]; nextCursor: string | null }>('GET', '/api/v1/work-orders', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<WorkOrderLine>[]>(
    () => [
      { id: 'number', header: t('workorder.number'), cell: (row) => row.number, isRowHeader: true, width: 152 },
      { id: 'status', header: t('workorder.status'), cell: (row) => <StatusTag tone={toneOf[row.status]}>{t(`workorder.status.${row.status}`)}</StatusTag>, text: (row) => t(`workorder.status.${row.status}`), width: 178 },
      { id: 'priority', header: t('workorder.priority'), cell: (row) => <PriorityMark level={levelOf(row.priority)} />, text: (row) => row.priority, width: 78 },
      { id: 'subject', header: t('workorder.subject'), cell: (row) => row.subject, text: (row) => row.subject, grows: true, width: 200 },
      { id: 'customer', header: t('workorder.customer'), cell: (row) => row.customerName, text: (row) => row.customerName, width: 130 },
      { id: 'site', header: t('workorder.site'), cell: (row) => row.siteName, text: (row) => row.siteName, width: 124, isHiddenAtFirst: true },
      { id: 'model', header: t('workorder.machine'), cell: (row) => name({ nameZh: row.modelNameZh, nameEn: row.modelNameEn }), width: 150, isHiddenAtFirst: true },
      { id: 'visit', header: t('workorder.visit'), cell: (row) => row.visitNumber, align: 'end', width: 64 },
      { id: 'engineer', header: t('workorder.engineer'), cell: (row) => row.engineerName ?? '', text: (row) => row.engineerName ?? '', width: 110 },
      { id: 'outcome', header: t('workorder.outcome'), cell: (row) => (row.outcome ? t(`workorder.outcome.${row.outcome}`) : ''), text: (row) => (row.outcome ? t(`workorder.outcome.${row.outcome}`) : ''), width: 200 },
      { id: 'due', header: t('workorder.due'), cell: (row) => row.dueAt && open.has(row.status) && <SlaRing due={row.dueAt} start={row.releasedAt} />, text: (row) => (row.dueAt ? dates.exact(row.dueAt) : ''), width: 96 },
      { id: 'released', header: t('workorder.released'), cell: (row) => dates.dateTime(row.releasedAt), width: 124 },
    ],
    [t, name, dates],
  );
  const values: FilterValues = { status: search.status, outcome: search.outcome ? [search.outcome] : undefined };
  const change = (next: FilterValues) => void navigate({ search: { status: next.status, outcome: next.outcome?.[0] }, replace: true });
  return (
    <Page
      title={t('workorder.title')}
      layout="fill"
      actions={<ExportMenu list="work-orders" query={{ ...search }} />}
      bar={
        <FilterBar
          values={values}
          onChange={change}
          filters={[
            { id: 'status', label: t('workorder.status'), isMultiple: true, options: statuses.map((id) => ({ id, label: t(`workorder.status.${id}`) })) },
            { id: 'outcome', label: t('workorder.outcome'), options: outcomes.map((id) => ({ id, label: t(`workorder.outcome.${id}`) })) },
          ]}
        />
      }
    >
      <DataGrid
        label={t('workorder.title')}
        name="work-orders"
        source={source}
        columns={columns}
        rowId={(row) => row.number}
        onOpen={(row) => router.history.push(`/work-orders/${row.number}`)}
        empty={
          <EmptyState
            title={t('workorder.none')}
            text={t('workorder.noneText')}
            action={(search.status || search.outcome) && <Button onPress={() => change({})}>{t('workorder.showAll')}</Button>}
          />
        }
      />
    </Page>
  );
}

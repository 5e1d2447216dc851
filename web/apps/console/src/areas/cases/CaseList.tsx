import { api, take, usePages } from '@firstfix/api';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Button, Dialog, EmptyState, FilterBar, Menu, StatusTag, TextField, type FilterValues } from '@firstfix/ui';
import { AlertIcon, EyeIcon, PlusIcon, StarIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { useRemembered } from '../../shell/remembered.ts';
import { CasePriority, CaseTag, LineDue } from './Parts.tsx';
import { marks, openStatuses, priorities, statuses, symptomsQuery, useModelName, useName, type CaseLine } from './data.ts';
import type { CaseListSearch } from './routes.tsx';
import styles from './cases.module.css';

const route = getRouteApi('/signed-in/shell/cases');

interface View {
  name: string;
  search: CaseListSearch;
}

/** Cases by any filter; everything that is chosen stands in the address. */
export function CaseList() {
  const t = useText();
  const name = useName();
  const modelName = useModelName();
  const dates = useDates();
  const can = useCan();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const symptoms = useQuery(symptomsQuery);
  const sort = search.sort ?? 'REPORTED';
  const filter = {
    status: search.status as CaseLine['status'][] | undefined,
    priority: search.priority as CaseLine['priority'][] | undefined,
    symptom: search.symptom,
    account: search.account,
    site: search.site,
    asset: search.asset,
    branch: search.branch,
    mine: search.marks?.includes('mine'),
    overdue: search.marks?.includes('overdue'),
    atRisk: search.marks?.includes('atRisk'),
    watched: search.marks?.includes('watched'),
    q: search.q,
  };
  const cases = usePages<CaseLine>(['cases', search], (cursor, signal) =>
    take(
      api.GET('/api/v1/cases', {
        params: {
          query: { ...filter, sort, cursor },
        },
        signal,
      }),
    ),
  );
  const columns = useMemo<Column<CaseLine>[]>(
    () => [
      { id: 'number', header: t('cases.column.number'), cell: (line) => line.number, isRowHeader: true, width: 142 },
      { id: 'priority', header: t('cases.column.priority'), cell: (line) => <CasePriority priority={line.priority} />, text: (line) => line.priority, width: 64 },
      { id: 'status', header: t('cases.column.status'), cell: (line) => <CaseTag status={line.status} />, text: (line) => t(`cases.status.${line.status}`), width: 150 },
      { id: 'DUE', header: t('cases.column.due'), cell: (line) => <LineDue line={line} />, text: (line) => line.due?.dueAt ?? '', isSortable: true, width: 172 },
      {
        id: 'subject',
        header: t('cases.column.subject'),
        cell: (line) => (
          <span className={styles.subject}>
            {line.criticalWatch && <EyeIcon size={14} aria-label={t('cases.watched')} />}
            {line.secondVisit && <StatusTag tone="waiting" isPlain>{t('cases.secondVisit')}</StatusTag>}
            {line.reopened > 0 && <StatusTag tone="breached" icon={AlertIcon} isPlain>{t('cases.reopenedTimes', { count: line.reopened })}</StatusTag>}
            <span className={styles.cut}>{line.subject}</span>
          </span>
        ),
        text: (line) => line.subject,
        grows: true,
        width: 260,
      },
      { id: 'customer', header: t('cases.column.customer'), cell: (line) => line.customer.name, width: 190 },
      { id: 'machine', header: t('cases.column.machine'), cell: (line) => (line.asset ? `${modelName(line.asset)} · ${line.asset.serial}` : ''), width: 190 },
      { id: 'site', header: t('cases.column.site'), cell: (line) => line.site.name, width: 130, isHiddenAtFirst: true },
      { id: 'symptom', header: t('cases.column.symptom'), cell: (line) => name(line.symptom), width: 150, isHiddenAtFirst: true },
      { id: 'REPORTED', header: t('cases.column.reported'), cell: (line) => dates.dateTime(line.reportedAt), text: (line) => line.reportedAt, isSortable: true, width: 130 },
      { id: 'owner', header: t('cases.column.owner'), cell: (line) => line.ownerName ?? '', width: 110 },
    ],
    [t, name, modelName, dates],
  );
  const change = (next: CaseListSearch) => void navigate({ search: next, replace: true });
  const values: FilterValues = { status: search.status, priority: search.priority, symptom: search.symptom ? [search.symptom] : undefined, marks: search.marks };
  const places = (['account', 'site', 'asset', 'branch'] as const).filter((place) => search[place]);
  return (
    <Page
      title={t('cases.nav')}
      layout="fill"
      actions={
        <>
          <ExportMenu list="cases" query={{ ...filter, sort }} />
          {can('case.open') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push('/cases/new')}>
              {t('cases.new')}
            </Button>
          )}
        </>
      }
      bar={
        <FilterBar
          search={{ label: t('cases.searchNumber'), value: search.q ?? '', onChange: (q) => change({ ...search, q: q || undefined }) }}
          values={{ ...values, ...Object.fromEntries(places.map((place) => [place, [search[place] as string]])) }}
          onChange={(next) =>
            change({
              q: search.q,
              sort: search.sort,
              status: next.status,
              priority: next.priority,
              marks: next.marks,
              symptom: next.symptom?.[0],
              ...Object.fromEntries(places.map((place) => [place, next[place]?.[0]])),
            })
          }
          filters={[
            { id: 'status', label: t('cases.column.status'), isMultiple: true, options: statuses.map((id) => ({ id, label: t(`cases.status.${id}`) })) },
            { id: 'priority', label: t('cases.column.priority'), isMultiple: true, options: priorities.map((id) => ({ id, label: id })) },
            { id: 'marks', label: t('cases.marks'), isMultiple: true, options: marks.map((id) => ({ id, label: t(`cases.mark.${id}`) })) },
            {
              id: 'symptom',
              label: t('cases.column.symptom'),
              options: (symptoms.data ?? []).filter((symptom) => symptom.parentCode).map((symptom) => ({ id: symptom.code, label: name(symptom) })),
            },
            ...places.map((place) => ({ id: place, label: t(`cases.place.${place}`), options: [{ id: search[place] as string, label: search[place] as string }] })),
          ]}
        >
          <Views search={search} onOpen={change} />
        </FilterBar>
      }
    >
      <DataGrid
        label={t('cases.nav')}
        name="cases"
        source={cases}
        columns={columns}
        rowId={(line) => line.number}
        sort={{ column: sort, direction: sort === 'DUE' ? 'ascending' : 'descending' }}
        onSort={(next) => change({ ...search, sort: next.column === 'DUE' ? 'DUE' : undefined })}
        onOpen={(line) => router.history.push(`/cases/${line.number}`)}
        empty={<EmptyState title={t('cases.none')} text={t('cases.noneText')} action={<Button onPress={() => change({})}>{t('cases.showAll')}</Button>} />}
      />
    </Page>
  );
}

/** Ready views, and one's own; a view is nothing but an address. */
function Views({ search, onOpen }: { search: CaseListSearch; onOpen: (search: CaseListSearch) => void }) {
  const t = useText();
  const [stored, store] = useRemembered<string>('cases.views', '[]');
  const [naming, setNaming] = useState<string | null>(null);
  const own = useMemo<View[]>(() => {
    try {
      return JSON.parse(stored) as View[];
    } catch {
      return [];
    }
  }, [stored]);
  const ready: (View & { id: string })[] = [
    { id: 'open', name: t('cases.view.open'), search: { status: [...openStatuses], sort: 'DUE' } },
    { id: 'mine', name: t('cases.view.mine'), search: { status: [...openStatuses], marks: ['mine'], sort: 'DUE' } },
    { id: 'atRisk', name: t('cases.view.atRisk'), search: { marks: ['atRisk'], sort: 'DUE' } },
    { id: 'watched', name: t('cases.view.watched'), search: { marks: ['watched'] } },
    { id: 'waiting', name: t('cases.view.waiting'), search: { status: ['WAITING_FOR_CUSTOMER', 'WITH_VENDOR'] } },
  ];
  const save = () => {
    const label = naming?.trim();
    if (!label) return;
    store(JSON.stringify([...own.filter((view) => view.name !== label), { name: label, search }]));
    setNaming(null);
  };
  return (
    <>
      <Menu
        label={t('cases.views')}
        placement="bottom end"
        trigger={
          <Button icon={StarIcon} kind="quiet">
            {t('cases.views')}
          </Button>
        }
        groups={[
          { id: 'ready', label: t('cases.views.ready'), entries: ready.map((view) => ({ id: `ready:${view.id}`, label: view.name })) },
          ...(own.length > 0 ? [{ id: 'own', label: t('cases.views.own'), entries: own.map((view) => ({ id: `own:${view.name}`, label: view.name })) }] : []),
          {
            id: 'keep',
            entries: [
              { id: 'save', label: t('cases.views.save') },
              ...(own.length > 0 ? [{ id: 'forget', label: t('cases.views.forget'), isDanger: true }] : []),
            ],
          },
        ]}
        onAction={(id) => {
          if (id === 'save') setNaming('');
          else if (id === 'forget') store('[]');
          else {
            const view = id.startsWith('own:') ? own.find((one) => `own:${one.name}` === id) : ready.find((one) => `ready:${one.id}` === id);
            if (view) onOpen(view.search);
          }
        }}
      />
      {naming !== null && (
        <Dialog
          title={t('cases.views.save')}
          isOpen
          onClose={() => setNaming(null)}
          footer={
            <>
              <Button onPress={() => setNaming(null)}>{t('common.cancel')}</Button>
              <Button kind="primary" onPress={save}>
                {t('common.save')}
              </Button>
            </>
          }
        >
          <TextField label={t('cases.views.name')} value={naming} onChange={setNaming} autoFocus isRequired maxLength={40} />
        </Dialog>
      )}
    </>
  );
}

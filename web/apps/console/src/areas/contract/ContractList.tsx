import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, StatusTag, type FilterValues } from '@firstfix/ui';
import { ContractIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AppLink, Page, useCan } from '../../index.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { coverageQuery, endings, statusTones, useName, type ContractRow } from './data.ts';
import { ContractDrawer } from './dialogs.ts';


/** From today to so many days ahead. */
function endingRange(days: string | undefined) {
  if (!days) return {};
  const today = new Date();
  return { endingFrom: today.toLocaleDateString('sv'), endingBefore: new Date(today.getTime() + (Number(days) + 1) * 86_400_000).toLocaleDateString('sv') };
}

/** Contracts in the order in which they end. */
export function ContractList() {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const numbers = useNumbers();
  const can = useCan();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ from: '/signed-in/shell/contracts' });
  const coverage = useQuery(coverageQuery);
  const [adding, setAdding] = useState(false);
  const { status, account, coverage: code, ending } = search;
  const source = usePages<ContractRow>(['contracts', search], async (cursor, signal) => {
    return (await call<{ items: ContractRow[]; nextCursor: string | null }>('GET', '/api/v1/contracts', { query: { status, account, coverage: code, ...endingRange(ending), cursor }, signal })).data;
  });
  const columns = useMemo<Column<ContractRow>[]>(
    () => [
      { id: 'number', header: t('contract.number'), cell: (row) => <AppLink href={`/contracts/${row.number}`}>{row.number}</AppLink>, text: (row) => row.number, isRowHeader: true, width: 150 },
      { id: 'account', header: t('contract.account'), cell: (row) => row.accountName, grows: true, width: 220 },
      { id: 'title', header: t('contract.title'), cell: (row) => row.title, grows: true, width: 180 },
      { id: 'status', header: t('contract.status'), cell: (row) => <StatusTag tone={statusTones[row.status]}>{t(`contract.status.${row.status}`)}</StatusTag>, text: (row) => t(`contract.status.${row.status}`), width: 110 },
      { id: 'coverage', header: t('contract.coverage'), cell: (row) => row.coverageCodes.join(', '), width: 180 },
      { id: 'lines', header: t('contract.lines'), cell: (row) => numbers.number(row.lines), width: 80 },
      { id: 'from', header: t('contract.startsOn'), cell: (row) => dates.day(row.startsOn), width: 136 },
      { id: 'to', header: t('contract.endsOn'), cell: (row) => dates.day(row.endsOn), width: 136 },
      { id: 'amount', header: t('contract.amount'), cell: (row) => (row.amount === null ? '' : numbers.money(row.amount, row.currency)), width: 120, isHiddenAtFirst: true },
    ],
    [t, dates, numbers],
  );
  const values: FilterValues = { status: status ? [status] : undefined, coverage: code ? [code] : undefined, ending: ending ? [ending] : undefined, account: account ? [account] : undefined };
  const change = (next: typeof search) => void navigate({ to: '/contracts', search: next, replace: true });
  return (
    <Page
      title={t('contract.list')}
      layout="fill"
      actions={
        <>
          <ExportMenu list="contracts" query={{ status, account, coverage: code, ...endingRange(ending) }} />
          {can('contract.maintain') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => setAdding(true)}>
              {t('contract.new')}
            </Button>
          )}
        </>
      }
      bar={
        <FilterBar
          values={values}
          onChange={(next) => change({ status: next.status?.[0], coverage: next.coverage?.[0], ending: next.ending?.[0], account: next.account?.[0] })}
          filters={[
            { id: 'status', label: t('contract.status'), options: (['DRAFT', 'ACTIVE', 'SUSPENDED', 'ENDED'] as const).map((one) => ({ id: one, label: t(`contract.status.${one}`) })) },
            { id: 'ending', label: t('contract.ending'), options: endings.map((days) => ({ id: days, label: t('contract.endingWithin', { days }) })) },
            { id: 'coverage', label: t('contract.coverage'), options: (coverage.data ?? []).map((one) => ({ id: one.code, label: name(one) })) },
            { id: 'account', label: t('contract.account'), options: account ? [{ id: account, label: account }] : [] },
          ]}
        />
      }
    >
        <DataGrid
          label={t('contract.list')}
          name="contracts"
          source={source}
          columns={columns}
          rowId={(row) => row.number}
          onOpen={(row) => router.history.push(`/contracts/${row.number}`)}
          empty={<EmptyState icon={ContractIcon} title={t('contract.none')} action={<Button onPress={() => change({})}>{t('contract.showAll')}</Button>} />}
        />
      {adding && <ContractDrawer onClose={() => setAdding(false)} onSaved={(number) => router.history.push(`/contracts/${number}`)} />}
    </Page>
  );
}

import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, StatusTag } from '@firstfix/ui';
import { PlusIcon, StarIcon } from '@firstfix/ui/icons';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCan } from '../../session/session.ts';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import styles from './customer.module.css';
import { tiers, tierTones, useUnitName, useUnits, type CustomerRow, type PageOf } from './data.ts';
import type { CustomerSearch } from './routes.tsx';

const route = getRouteApi('/signed-in/shell/customers');

/** All customers the reader may see, by name. */
export function Customers() {
  const t = useText();
  const dates = useDates();
  const can = useCan();
  const unitName = useUnitName();
  const { language } = useLanguage();
  const units = useUnits();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const customers = usePages<CustomerRow>(
    ['customers', search],
    async (cursor, signal) => (await call<PageOf<CustomerRow>>('GET', '/api/v1/customers', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<CustomerRow>[]>(
    () => [
      { id: 'number', header: t('customer.number'), cell: (customer) => customer.number, width: 110 },
      { id: 'name', header: t('customer.name'), cell: (customer) => customer.name, text: (customer) => customer.name, isRowHeader: true, grows: true, width: 260 },
      {
        id: 'tier',
        header: t('customer.tier'),
        cell: (customer) => (
          <StatusTag tone={tierTones[customer.tier]} icon={StarIcon} isPlain>
            {t(`customer.tier.${customer.tier}`)}
          </StatusTag>
        ),
        text: (customer) => t(`customer.tier.${customer.tier}`),
        width: 120,
      },
      {
        id: 'overdue',
        header: t('customer.payment'),
        cell: (customer) =>
          customer.overdue ? (
            <StatusTag tone="breached" isPlain>
              {t('customer.overdue')}
            </StatusTag>
          ) : null,
        text: (customer) => (customer.overdue ? t('customer.overdue') : ''),
        width: 110,
      },
      { id: 'industry', header: t('customer.industry'), cell: (customer) => customer.industry, width: 120 },
      { id: 'unit', header: t('customer.orgUnit'), cell: (customer) => unitName(customer), text: (customer) => unitName(customer), width: 140 },
      { id: 'sites', header: t('customer.sites'), cell: (customer) => customer.sites, align: 'end', width: 70 },
      {
        id: 'promises',
        header: t('customer.openPromises'),
        cell: (customer) =>
          customer.overduePromises > 0 ? (
            <span className={styles.late}>{t('customer.promisesLate', { open: customer.openPromises, late: customer.overduePromises })}</span>
          ) : (
            customer.openPromises || ''
          ),
        text: (customer) => String(customer.openPromises),
        align: 'end',
        width: 150,
      },
      {
        id: 'lastContact',
        header: t('customer.lastContact'),
        cell: (customer) => (customer.lastContactAt ? <span title={dates.exact(customer.lastContactAt)}>{dates.relative(customer.lastContactAt)}</span> : ''),
        text: (customer) => customer.lastContactAt ?? '',
        width: 120,
      },
      {
        id: 'active',
        header: t('customer.state'),
        cell: (customer) => t(customer.active ? 'customer.active' : 'customer.inactive'),
        width: 90,
        isHiddenAtFirst: true,
      },
    ],
    [t, dates, unitName],
  );
  const change = (next: CustomerSearch) => void navigate({ search: next, replace: true });
  const one = (name: keyof CustomerSearch) => (search[name] ? [search[name]] : undefined);
  return (
    <Page
      title={t('customer.customers')}
      layout="fill"
      actions={
        <>
          <ExportMenu list="customers" query={{ ...search }} />
          {can('customer.maintain') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push('/customers/new')}>
              {t('customer.new')}
            </Button>
          )}
        </>
      }
      bar={
        <FilterBar
          search={{ label: t('customer.search'), value: search.text ?? '', onChange: (text) => change({ ...search, text: text || undefined }) }}
          values={{ tier: one('tier'), orgUnit: one('orgUnit'), overdue: one('overdue'), active: one('active') }}
          onChange={(next) => change({ text: search.text, tier: next.tier?.[0], orgUnit: next.orgUnit?.[0], overdue: next.overdue?.[0], active: next.active?.[0] })}
          filters={[
            { id: 'tier', label: t('customer.tier'), options: tiers.map((id) => ({ id, label: t(`customer.tier.${id}`) })) },
            { id: 'orgUnit', label: t('customer.orgUnit'), options: (units.data ?? []).map((unit) => ({ id: unit.code, label: language === 'zh-CN' ? unit.nameZh : unit.nameEn })) },
            { id: 'overdue', label: t('customer.payment'), options: [{ id: 'true', label: t('customer.overdue') }] },
            {
              id: 'active',
              label: t('customer.state'),
              options: [
                { id: 'true', label: t('customer.active') },
                { id: 'false', label: t('customer.inactive') },
              ],
            },
          ]}
        />
      }
    >
      <DataGrid
        label={t('customer.customers')}
        name="customers"
        source={customers}
        columns={columns}
        rowId={(customer) => customer.id}
        onOpen={(customer) => router.history.push(`/customers/${customer.number}`)}
        empty={<EmptyState title={t('customer.none')} action={<Button onPress={() => change({})}>{t('customer.showAll')}</Button>} />}
      />
    </Page>
  );
}

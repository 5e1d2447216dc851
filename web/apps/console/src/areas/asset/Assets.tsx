import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, StatusTag } from '@firstfix/ui';
import { PlusIcon } from '@firstfix/ui/icons';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useCan } from '../../session/session.ts';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { AssetForm } from './AssetForm.tsx';
import { importances, stages, stageTones, useModelName, warrantyTones, type AssetRow } from './data.ts';
import type { AssetSearch } from './routes.tsx';

const route = getRouteApi('/signed-in/shell/assets');

/** The installed base. */
export function Assets() {
  const t = useText();
  const modelName = useModelName();
  const router = useRouter();
  const can = useCan();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const search = route.useSearch();
  const assets = usePages<AssetRow>(
    ['assets', search],
    async (cursor, signal) => (await call<{ items: AssetRow[]; nextCursor: string | null }>('GET', '/api/v1/assets', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<AssetRow>[]>(
    () => [
      { id: 'serial', header: t('asset.serial'), cell: (asset) => asset.serial, isRowHeader: true, width: 130 },
      { id: 'model', header: t('asset.model'), cell: (asset) => modelName(asset), text: (asset) => modelName(asset), width: 200 },
      { id: 'code', header: t('asset.modelCode'), cell: (asset) => asset.modelCode, width: 100 },
      { id: 'account', header: t('asset.account'), cell: (asset) => asset.accountName, text: (asset) => asset.accountName ?? '', grows: true, width: 200 },
      { id: 'site', header: t('asset.site'), cell: (asset) => asset.siteName, text: (asset) => asset.siteName ?? '', width: 130 },
      { id: 'location', header: t('asset.location'), cell: (asset) => asset.location, width: 130 },
      { id: 'importance', header: t('asset.importance'), cell: (asset) => t(`asset.importance.${asset.importance}`), width: 90 },
      {
        id: 'warranty',
        header: t('asset.warranty'),
        cell: (asset) => (
          <StatusTag tone={warrantyTones[asset.warranty]} isPlain>
            {t(`asset.warranty.${asset.warranty}`)}
          </StatusTag>
        ),
        text: (asset) => t(`asset.warranty.${asset.warranty}`),
        width: 140,
      },
      {
        id: 'stage',
        header: t('asset.stage'),
        cell: (asset) => (
          <StatusTag tone={stageTones[asset.lifeCycleStage]} isPlain>
            {t(`asset.stage.${asset.lifeCycleStage}`)}
          </StatusTag>
        ),
        text: (asset) => t(`asset.stage.${asset.lifeCycleStage}`),
        width: 110,
      },
    ],
    [t, modelName],
  );
  const change = (next: AssetSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title={t('asset.assets')}
      layout="fill"
      actions={
        <>
          <ExportMenu list="assets" query={{ ...search }} />
          {can('asset.maintain') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => setAdding(true)}>
              {t('asset.new')}
            </Button>
          )}
        </>
      }
      bar={
        <FilterBar
          search={{ label: t('asset.search'), value: search.text ?? '', onChange: (text) => change({ ...search, text: text || undefined }) }}
          values={{ importance: search.importance ? [search.importance] : undefined, stage: search.stage ? [search.stage] : undefined }}
          onChange={(next) => change({ ...search, importance: next.importance?.[0], stage: next.stage?.[0] })}
          filters={[
            { id: 'importance', label: t('asset.importance'), options: importances.map((id) => ({ id, label: t(`asset.importance.${id}`) })) },
            { id: 'stage', label: t('asset.stage'), options: stages.map((id) => ({ id, label: t(`asset.stage.${id}`) })) },
          ]}
        />
      }
    >
      <DataGrid
        label={t('asset.assets')}
        name="assets"
        source={assets}
        columns={columns}
        rowId={(asset) => asset.id}
        onOpen={(asset) => router.history.push(`/assets/${encodeURIComponent(asset.serial)}`)}
        empty={<EmptyState title={t('asset.none')} action={<Button onPress={() => change({})}>{t('asset.showAll')}</Button>} />}
      />
      {adding && <AssetForm asset={null} onClose={() => setAdding(false)} onSaved={(serial) => router.history.push(`/assets/${encodeURIComponent(serial)}`)} />}
    </Page>
  );
}

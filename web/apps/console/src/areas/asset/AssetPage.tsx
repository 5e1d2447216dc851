import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, Card, Dialog, ErrorState, KeyValueList, Skeleton, StatusTag, TextField, Tree, toast, type TreeNode } from '@firstfix/ui';
import { AssetIcon, EditIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { useWorkTab } from '../../shell/workTabs.ts';
import { AssetForm } from './AssetForm.tsx';
import { MoveAsset } from './MoveAsset.tsx';
import { ServiceFile } from './ServiceFile.tsx';
import styles from './asset.module.css';
import { stageTones, useModelName, warrantyTones, type AssetTreeNode, type AssetView } from './data.ts';

const route = getRouteApi('/signed-in/shell/assets/$serial');

/** Everything about one machine: what it is, what runs on it, who needs it, and its life so far. */
export function AssetPage() {
  const { serial } = route.useParams();
  const query = useQuery({
    queryKey: ['asset', serial],
    queryFn: async ({ signal }) => (await call<AssetView>('GET', `/api/v1/assets/${encodeURIComponent(serial)}`, { signal })).data,
  });
  if (query.isPending || query.isError) {
    return <Page title={serial}>{query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={12} />}</Page>;
  }
  return <Shown asset={query.data} />;
}

function Shown({ asset }: { asset: AssetView }) {
  const t = useText();
  const dates = useDates();
  const can = useCan();
  const modelName = useModelName();
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const [moving, setMoving] = useState(false);
  const [asking, setAsking] = useState<'retire' | 'return-to-service' | null>(null);
  useWorkTab(`/assets/${encodeURIComponent(asset.serial)}`, asset.serial);
  const { account, site, user } = asset;
  return (
    <Page
      title={asset.serial}
      note={
        <>
          <span>{modelName(asset)}</span>
          <StatusTag tone={stageTones[asset.lifeCycleStage]}>{t(`asset.stage.${asset.lifeCycleStage}`)}</StatusTag>
          <StatusTag tone={warrantyTones[asset.warranty]}>
            {asset.warrantyEnd && asset.warranty === 'RUNNING' ? t('asset.warrantyUntil', { date: dates.day(asset.warrantyEnd) }) : t(`asset.warranty.${asset.warranty}`)}
          </StatusTag>
        </>
      }
      actions={
        <>
          {asset.actions.includes('retire') && <Button onPress={() => setAsking('retire')}>{t('asset.retire')}</Button>}
          {asset.actions.includes('return-to-service') && <Button onPress={() => setAsking('return-to-service')}>{t('asset.returnToService')}</Button>}
          {asset.actions.includes('move') && <Button onPress={() => setMoving(true)}>{t('asset.move')}</Button>}
          {asset.actions.includes('change') && (
            <Button icon={EditIcon} onPress={() => setEditing(true)}>
              {t('asset.edit')}
            </Button>
          )}
          {can('case.open') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push(`/cases/new?asset=${encodeURIComponent(asset.serial)}`)}>
              {t('asset.newCase')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Card title={t('asset.facts')}>
            <KeyValueList
              items={[
                { label: t('asset.number'), value: asset.number },
                { label: t('asset.modelCode'), value: `${asset.modelCode} · ${asset.family}` },
                { label: t('asset.maker'), value: asset.maker },
                { label: t('asset.importance'), value: t(`asset.importance.${asset.importance}`) },
                { label: t('asset.usedFor'), value: asset.usedFor },
                { label: t('asset.criticalHours'), value: asset.criticalHours },
                { label: t('asset.installedOn'), value: asset.installedOn && dates.day(asset.installedOn) },
                { label: t('asset.warranty'), value: asset.warrantyStart && asset.warrantyEnd ? `${dates.day(asset.warrantyStart)} – ${dates.day(asset.warrantyEnd)}` : t(`asset.warranty.${asset.warranty}`) },
                { label: t('asset.endOfService'), value: asset.endOfService && dates.day(asset.endOfService) },
              ]}
            />
          </Card>
          <Card title={t('asset.system')}>
            <KeyValueList
              items={[
                { label: t('asset.firmware'), value: asset.firmware },
                { label: t('asset.operatingSystem'), value: asset.operatingSystem },
                { label: t('asset.patchLevel'), value: asset.patchLevel },
              ]}
            />
            {asset.software.length > 0 && (
              <table className={styles.table}>
                <caption className="visually-hidden">{t('asset.software')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('asset.software')}</th>
                    <th scope="col">{t('asset.software.release')}</th>
                    <th scope="col">{t('asset.patchLevel')}</th>
                  </tr>
                </thead>
                <tbody>
                  {asset.software.map((software) => (
                    <tr key={software.name}>
                      <td>{`${software.name} · ${t(`asset.software.${software.kind}`)}`}</td>
                      <td>{software.release}</td>
                      <td>{software.patchLevel}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Card>
          <Card title={t('asset.whereAndWho')}>
            <KeyValueList
              items={[
                { label: t('asset.account'), value: account && <AppLink href={`/customers/${account.number}`}>{account.name}</AppLink> },
                { label: t('asset.site'), value: site && <AppLink href={`/sites/${site.number}`}>{site.name}</AppLink> },
                { label: t('asset.address'), value: site?.address },
                { label: t('asset.location'), value: asset.location },
                { label: t('asset.user'), value: user && `${user.name} ${user.jobTitle} ${user.mobile || user.phone}` },
              ]}
            />
          </Card>
          <Family serial={asset.serial} />
        </div>
        <ServiceFile serial={asset.serial} />
      </div>
      {editing && <AssetForm asset={asset} onClose={() => setEditing(false)} onSaved={(serial) => serial !== asset.serial && router.history.replace(`/assets/${encodeURIComponent(serial)}`)} />}
      {moving && <MoveAsset asset={asset} onClose={() => setMoving(false)} />}
      {asking && <Reason asset={asset} action={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}

/** The machine and the parts of it that have a serial of their own. */
function Family({ serial }: { serial: string }) {
  const t = useText();
  const modelName = useModelName();
  const router = useRouter();
  const tree = useQuery({
    queryKey: ['asset', serial, 'tree'],
    queryFn: async ({ signal }) => (await call<{ items: AssetTreeNode[] }>('GET', `/api/v1/assets/${encodeURIComponent(serial)}/tree`, { signal })).data.items,
  });
  if (!tree.data || tree.data.length < 2) return null;
  const nodes = new Map<string, TreeNode & { children: TreeNode[] }>();
  const roots: TreeNode[] = [];
  for (const one of tree.data) {
    const node = { id: one.serial, label: `${one.serial} · ${modelName(one)}`, icon: AssetIcon, children: [] };
    nodes.set(one.serial, node);
    const parent = one.parentSerial === null ? undefined : nodes.get(one.parentSerial);
    if (parent) parent.children.push(node);
    else roots.push(node);
  }
  return (
    <Card title={t('asset.tree')}>
      <Tree label={t('asset.tree')} nodes={roots} selected={serial} defaultExpanded={tree.data.map((one) => one.serial)} onOpen={(id) => router.history.push(`/assets/${encodeURIComponent(id)}`)} />
    </Card>
  );
}

function Reason({ asset, action, onClose }: { asset: AssetView; action: 'retire' | 'return-to-service'; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const act = useAction({
    touches: [['asset', asset.serial], ['assets']],
    run: (_: void, { headers }) =>
      call('POST', `/api/v1/assets/${encodeURIComponent(asset.serial)}/${action}`, { headers: { ...headers, 'If-Match': `"${asset.version}"` }, body: { reason } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('asset.saved', { serial: asset.serial }) });
      onClose();
    },
  });
  const title = t(action === 'retire' ? 'asset.retire' : 'asset.returnToService');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={act.isPending} isDisabled={!reason.trim()} onPress={() => act.mutate()}>
            {title}
          </Button>
        </>
      }
    >
      <TextField label={t('asset.reason')} value={reason} onChange={setReason} error={act.error?.at('reason') ?? act.error?.detail} isRequired autoFocus />
    </Dialog>
  );
}

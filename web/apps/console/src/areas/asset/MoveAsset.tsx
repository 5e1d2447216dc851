import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, Dialog, KeyValueList, TextField, toast, type Option } from '@firstfix/ui';
import { useState } from 'react';
import styles from './asset.module.css';
import { searchSites, type AssetView } from './data.ts';

/** A machine goes to another site, and what is part of it goes with it. */
export function MoveAsset({ asset, onClose }: { asset: AssetView; onClose: () => void }) {
  const t = useText();
  const [site, setSite] = useState<Option | null>(null);
  const [location, setLocation] = useState('');
  const [reason, setReason] = useState('');
  const move = useAction({
    touches: [['asset'], ['assets'], ['customer'], ['site']],
    run: (_: void, { headers }) =>
      call('POST', `/api/v1/assets/${encodeURIComponent(asset.serial)}/move`, {
        headers: { ...headers, 'If-Match': `"${asset.version}"` },
        body: { siteNumber: site?.id ?? '', location, reason },
      }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('asset.moved', { serial: asset.serial, site: site?.label ?? '' }) });
      onClose();
    },
  });
  const problem = move.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('asset.moveOf', { serial: asset.serial })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={move.isPending} isDisabled={!site || !reason.trim()} onPress={() => move.mutate()}>
            {t('asset.move')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && problem.errors.length === 0 && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {problem.hint}
          </Banner>
        )}
        <KeyValueList
          items={[
            { label: t('asset.standsAt'), value: [asset.account?.name, asset.site?.name, asset.location].filter(Boolean).join(' · ') },
            ...(asset.parts > 0 ? [{ label: t('asset.goesAlong'), value: t('asset.partCount', { count: asset.parts }) }] : []),
          ]}
        />
        <ComboBox label={t('asset.newSite')} value={site} onChange={setSite} search={searchSites(undefined)} error={problem?.at('siteNumber')} isRequired autoFocus />
        <TextField label={t('asset.location')} value={location} onChange={setLocation} error={problem?.at('location')} maxLength={200} />
        <TextField label={t('asset.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} maxLength={500} isRequired />
      </div>
    </Dialog>
  );
}

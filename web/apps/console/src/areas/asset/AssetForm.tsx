import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, Drawer, IconButton, Select, TextField, toast } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import styles from './asset.module.css';
import { importances, stages, type AssetView, type Software } from './data.ts';

const kinds = ['CLUSTER', 'DATABASE', 'MIDDLEWARE', 'VIRTUALISATION', 'APPLICATION', 'OTHER'] as const;

/** Corrects the facts of a machine; each changed field becomes a line of its history. */
export function AssetForm({ asset, onClose }: { asset: AssetView; onClose: () => void }) {
  const t = useText();
  const [draft, setDraft] = useState(() => ({
    serial: asset.serial,
    modelCode: asset.modelCode,
    siteNumber: asset.siteNumber ?? '',
    userContactId: asset.userContactId,
    parentSerial: asset.parentSerial,
    importance: asset.importance as string,
    usedFor: asset.usedFor,
    criticalHours: asset.criticalHours,
    location: asset.location,
    firmware: asset.firmware,
    operatingSystem: asset.operatingSystem,
    patchLevel: asset.patchLevel,
    installedOn: asset.installedOn,
    warrantyStart: asset.warrantyStart,
    warrantyEnd: asset.warrantyEnd,
    lifeCycleStage: asset.lifeCycleStage as string,
    software: asset.software,
    reason: '',
  }));
  const [version, setVersion] = useState(asset.version);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['asset', asset.serial], ['assets']],
    run: () => call('PUT', `/api/v1/assets/${encodeURIComponent(asset.serial)}`, { headers: { 'If-Match': `"${version}"` }, body: { asset: draft, occurredAt: null } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('asset.saved', { serial: draft.serial }) });
      onClose();
    },
  });
  const problem = save.error;
  const at = (field: string) => problem?.at(`asset.${field}`) ?? problem?.at(field);
  const current = problem?.isConflict ? (problem.values.current as AssetView | undefined) : undefined;
  const text = (field: 'usedFor' | 'criticalHours' | 'location' | 'firmware' | 'operatingSystem' | 'patchLevel') => (
    <TextField
      label={t(`asset.field.${field}`)}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
      error={at(field)}
      hint={current && current[field] !== draft[field] ? t('asset.nowIs', { value: current[field] || '–' }) : undefined}
    />
  );
  const setSoftware = (position: number, part: Partial<Software>) =>
    change({ software: draft.software.map((one, index) => (index === position ? { ...one, ...part } : one)) });
  return (
    <Drawer
      isOpen
      size="wide"
      onClose={onClose}
      title={t('asset.editOf', { serial: asset.serial })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {current && (
            <Button
              onPress={() => {
                setVersion(current.version);
                save.reset();
              }}
            >
              {t('asset.keepMine')}
            </Button>
          )}
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && <Banner kind={current ? 'warning' : 'error'} title={problem.detail ?? problem.title} isLive>{problem.hint}</Banner>}
        <div className={styles.pair}>
          <TextField label={t('asset.serial')} value={draft.serial} onChange={(serial) => change({ serial })} error={at('serial')} isRequired />
          <Select label={t('asset.importance')} options={importances.map((id) => ({ id, label: t(`asset.importance.${id}`) }))} value={draft.importance} onChange={(importance) => change({ importance })} />
          {text('usedFor')}
          {text('criticalHours')}
          {text('location')}
          <Select
            label={t('asset.stage')}
            options={stages.filter((id) => id !== 'RETIRED').map((id) => ({ id, label: t(`asset.stage.${id}`) }))}
            value={draft.lifeCycleStage}
            onChange={(lifeCycleStage) => change({ lifeCycleStage })}
          />
          {text('firmware')}
          {text('operatingSystem')}
          {text('patchLevel')}
          <DateTimeField label={t('asset.installedOn')} granularity="day" value={draft.installedOn} onChange={(installedOn) => change({ installedOn })} error={at('installedOn')} />
          <DateTimeField label={t('asset.field.warrantyStart')} granularity="day" value={draft.warrantyStart} onChange={(warrantyStart) => change({ warrantyStart })} error={at('warrantyStart')} />
          <DateTimeField label={t('asset.field.warrantyEnd')} granularity="day" value={draft.warrantyEnd} onChange={(warrantyEnd) => change({ warrantyEnd })} error={at('warrantyEnd')} />
        </div>
        {draft.software.map((software, position) => (
          <div className={styles.software} key={`${position}:${draft.software.length}`}>
            <Select label={t('asset.software.kind')} options={kinds.map((id) => ({ id, label: t(`asset.software.${id}`) }))} value={software.kind} onChange={(kind) => setSoftware(position, { kind })} />
            <TextField label={t('asset.software')} value={software.name} onChange={(name) => setSoftware(position, { name })} />
            <TextField label={t('asset.software.release')} value={software.release} onChange={(release) => setSoftware(position, { release })} />
            <TextField label={t('asset.patchLevel')} value={software.patchLevel} onChange={(patchLevel) => setSoftware(position, { patchLevel })} />
            <IconButton icon={TrashIcon} label={t('asset.software.remove', { name: software.name })} onPress={() => change({ software: draft.software.filter((_, index) => index !== position) })} />
          </div>
        ))}
        <div>
          <Button icon={PlusIcon} onPress={() => change({ software: [...draft.software, { kind: 'APPLICATION', name: '', release: '', patchLevel: '' }] })}>
            {t('asset.software.add')}
          </Button>
        </div>
        <TextField label={t('asset.reason')} value={draft.reason} onChange={(reason) => change({ reason })} error={at('reason')} />
      </div>
    </Drawer>
  );
}

import { call, useAction } from '@firstfix/api';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, DateTimeField, Drawer, IconButton, Select, TextField, toast, type Option } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useContacts, type Site } from '../customer/data.ts';
import { useCorrection } from '../customer/useCorrection.tsx';
import styles from './asset.module.css';
import { importances, searchSites, stages, type AssetView, type Software, type Stage } from './data.ts';

const kinds = ['CLUSTER', 'DATABASE', 'MIDDLEWARE', 'VIRTUALISATION', 'APPLICATION', 'OTHER'] as const;
const nobody = '-';

type Draft = Pick<
  AssetView,
  | 'serial' | 'modelCode' | 'userContactId' | 'parentSerial' | 'importance' | 'usedFor' | 'criticalHours' | 'location' | 'firmware'
  | 'operatingSystem' | 'patchLevel' | 'installedOn' | 'warrantyStart' | 'warrantyEnd' | 'lifeCycleStage' | 'software'
> & { siteNumber: string; reason: string };

type Model = { code: string; family: string; nameZh: string; nameEn: string };

function drafted(asset: AssetView): Draft {
  return {
    serial: asset.serial,
    modelCode: asset.modelCode,
    siteNumber: asset.siteNumber ?? '',
    userContactId: asset.userContactId,
    parentSerial: asset.parentSerial,
    importance: asset.importance,
    usedFor: asset.usedFor,
    criticalHours: asset.criticalHours,
    location: asset.location,
    firmware: asset.firmware,
    operatingSystem: asset.operatingSystem,
    patchLevel: asset.patchLevel,
    installedOn: asset.installedOn,
    warrantyStart: asset.warrantyStart,
    warrantyEnd: asset.warrantyEnd,
    lifeCycleStage: asset.lifeCycleStage,
    software: asset.software,
    reason: '',
  };
}

const blank: Draft = {
  serial: '', modelCode: '', siteNumber: '', userContactId: null, parentSerial: null, importance: 'NORMAL', usedFor: '', criticalHours: '', location: '', firmware: '',
  operatingSystem: '', patchLevel: '', installedOn: null, warrantyStart: null, warrantyEnd: null, lifeCycleStage: 'IN_USE', software: [], reason: '',
};

interface AssetFormProps {
  /** The machine to correct; none to register a new one. */
  asset: AssetView | null;
  /** Where a new one stands, if that is settled; of which customer the sites are, if only that is. */
  site?: Option;
  account?: string;
  onClose: () => void;
  onSaved?: (serial: string) => void;
}

/** Registers a machine, or corrects the facts of one; each changed field becomes a line of its history. */
export function AssetForm({ asset, site: settledSite, account, onClose, onSaved }: AssetFormProps) {
  const t = useText();
  const dates = useDates();
  const { language } = useLanguage();
  const [start] = useState<Draft>(() => (asset ? drafted(asset) : { ...blank, siteNumber: settledSite?.id ?? '' }));
  const [draft, setDraft] = useState(start);
  const [site, setSite] = useState<Option | null>(asset ? { id: asset.siteNumber ?? '', label: asset.site?.name ?? '' } : (settledSite ?? null));
  const [model, setModel] = useState<Option | null>(asset ? { id: asset.modelCode, label: `${language === 'zh-CN' ? asset.modelNameZh : asset.modelNameEn} · ${asset.modelCode}` } : null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const place = useQuery({
    queryKey: ['site', site?.id],
    enabled: !asset && site !== null,
    queryFn: async ({ signal }) => (await call<Site>('GET', `/api/v1/sites/${encodeURIComponent(site?.id ?? '')}`, { signal })).data,
  });
  const owner = asset?.account?.number ?? place.data?.accountNumber ?? account ?? null;
  const contacts = useContacts(owner ?? '', { enabled: owner !== null });
  const people = contacts.data ?? [];
  const done = () => {
    toast({ kind: 'success', text: t('asset.saved', { serial: draft.serial.toUpperCase() }) });
    onClose();
    onSaved?.(draft.serial.trim().toUpperCase());
  };
  const touches = [['asset'], ['assets'], ['customer']];
  const correction = useCorrection<Draft>({
    url: `/api/v1/assets/${encodeURIComponent(asset?.serial ?? '')}`,
    version: asset?.version ?? 0,
    start,
    read: (current) => drafted(current as unknown as AssetView),
    body: (sent) => ({ asset: sent, occurredAt: null }),
    label: (field) => t(`asset.field.${field}`),
    show: (field, value) => {
      if (value === null || value === '') return '';
      if (field === 'importance') return t(`asset.importance.${value as string}`);
      if (field === 'lifeCycleStage') return t(`asset.stage.${value as string}`);
      if (field === 'userContactId') return people.find((one) => one.id === value)?.name ?? '';
      if (field === 'installedOn' || field === 'warrantyStart' || field === 'warrantyEnd') return dates.day(value as string);
      if (field === 'software') return (value as Software[]).map((one) => [one.name, one.release, one.patchLevel].filter(Boolean).join(' ')).join(', ');
      return String(value);
    },
    touches,
    onSaved: done,
  });
  const register = useAction({
    touches,
    run: (_: void, { headers }) => call('POST', '/api/v1/assets', { headers, body: { ...draft, modelCode: model?.id ?? '', siteNumber: site?.id ?? '' } }),
    onSuccess: done,
  });
  const problem = asset ? correction.problem : register.error;
  const at = (field: string) => problem?.at(`asset.${field}`) ?? problem?.at(field);
  const text = (field: 'usedFor' | 'criticalHours' | 'location' | 'firmware' | 'operatingSystem' | 'patchLevel') => (
    <TextField label={t(`asset.field.${field}`)} value={draft[field]} onChange={(value) => change({ [field]: value })} error={at(field)} maxLength={field === 'usedFor' ? 300 : 200} />
  );
  const day = (field: 'installedOn' | 'warrantyStart' | 'warrantyEnd') => (
    <DateTimeField label={t(`asset.field.${field}`)} granularity="day" value={draft[field]} onChange={(value) => change({ [field]: value })} error={at(field)} />
  );
  const setSoftware = (position: number, part: Partial<Software>) =>
    change({ software: draft.software.map((one, index) => (index === position ? { ...one, ...part } : one)) });
  const findModels = async (typed: string, signal: AbortSignal) => {
    const { data } = await call<{ items: Model[] }>('GET', '/api/v1/models', { query: { text: typed, limit: 30 }, signal });
    return data.items.map((one) => ({ id: one.code, label: `${language === 'zh-CN' ? one.nameZh : one.nameEn} · ${one.code}`, note: one.family }));
  };
  return (
    <>
      <Drawer
        isOpen
        isSticky
        size="wide"
        onClose={onClose}
        title={asset ? t('asset.editOf', { serial: asset.serial }) : t('asset.new')}
        footer={
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button kind="primary" isPending={correction.isPending || register.isPending} onPress={() => (asset ? correction.submit({ ...draft, modelCode: model?.id ?? '' }) : register.mutate())}>
              {t('common.save')}
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
          <div className={styles.pair}>
            <TextField label={t('asset.serial')} value={draft.serial} onChange={(serial) => change({ serial })} error={at('serial')} maxLength={60} isRequired autoFocus />
            <ComboBox label={t('asset.model')} value={model} onChange={setModel} search={findModels} minimum={0} error={at('modelCode')} isRequired />
            {!asset && <ComboBox label={t('asset.site')} value={site} onChange={setSite} search={searchSites(account)} minimum={account ? 0 : 1} error={at('siteNumber')} isRequired />}
            {text('location')}
            <Select
              label={t('asset.user')}
              options={[{ id: nobody, label: t('asset.nobody') }, ...people.filter((one) => one.active || one.id === draft.userContactId).map((one) => ({ id: one.id, label: one.name, note: one.jobTitle }))]}
              value={draft.userContactId ?? nobody}
              onChange={(id) => change({ userContactId: id === nobody ? null : id })}
              error={at('userContactId')}
              isDisabled={owner === null}
            />
            <Select label={t('asset.importance')} options={importances.map((id) => ({ id, label: t(`asset.importance.${id}`) }))} value={draft.importance} onChange={(importance) => change({ importance: importance as Draft['importance'] })} />
            {text('usedFor')}
            {text('criticalHours')}
            <Select
              label={t('asset.stage')}
              options={stages.filter((id) => id !== 'RETIRED' || draft.lifeCycleStage === 'RETIRED').map((id) => ({ id, label: t(`asset.stage.${id}`) }))}
              value={draft.lifeCycleStage}
              onChange={(stage) => change({ lifeCycleStage: stage as Stage })}
            />
            {day('installedOn')}
            {day('warrantyStart')}
            {day('warrantyEnd')}
            {text('firmware')}
            {text('operatingSystem')}
            {text('patchLevel')}
            <TextField label={t('asset.field.parentSerial')} hint={t('asset.parentHint')} value={draft.parentSerial ?? ''} onChange={(value) => change({ parentSerial: value || null })} error={at('parentSerial')} maxLength={60} />
          </div>
          {draft.software.map((software, position) => (
            <div className={styles.software} key={`${position}:${draft.software.length}`}>
              <Select label={t('asset.software.kind')} options={kinds.map((id) => ({ id, label: t(`asset.software.${id}`) }))} value={software.kind} onChange={(kind) => setSoftware(position, { kind: kind as Software['kind'] })} />
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
          {asset && <TextField label={t('asset.reason')} hint={t('asset.reasonHint')} value={draft.reason} onChange={(reason) => change({ reason })} error={at('reason')} maxLength={500} />}
        </div>
      </Drawer>
      {correction.conflict}
    </>
  );
}

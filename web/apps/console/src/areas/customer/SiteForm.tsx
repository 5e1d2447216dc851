import { call, useAction } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Drawer, NumberField, Select, TextArea, TextField, toast } from '@firstfix/ui';
import { useState } from 'react';
import styles from './customer.module.css';
import { keyOf, path, useUnits, type Site } from './data.ts';
import { useCorrection } from './useCorrection.tsx';

/** Adds a site to a customer, or corrects one. */
export function SiteForm({ account, site, orgUnitCode, onClose }: { account: string | null; site: Site | null; orgUnitCode: string; onClose: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const units = useUnits();
  const [start] = useState(() => ({
    name: site?.name ?? '',
    address: site?.address ?? '',
    city: site?.city ?? '',
    district: site?.district ?? '',
    zone: site?.zone ?? 'Asia/Shanghai',
    latitude: site?.latitude ?? null,
    longitude: site?.longitude ?? null,
    accessNotes: site?.accessNotes ?? '',
    active: site?.active ?? true,
    orgUnitCode: site?.orgUnitCode ?? orgUnitCode,
    reason: '',
  }));
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<typeof start>) => setDraft((before) => ({ ...before, ...part }));
  const done = () => {
    toast({ kind: 'success', text: t('customer.saved', { name: draft.name }) });
    onClose();
  };
  const touches = [['site'], ['customers'], account ? [...keyOf(account)] : ['customer']];
  const correction = useCorrection({
    url: `/api/v1/sites/${encodeURIComponent(site?.number ?? '')}`,
    version: site?.version ?? 0,
    start,
    label: (field) => t(`customer.field.${field}`),
    show: (_, value) => (typeof value === 'boolean' ? t(value ? 'customer.yes' : 'customer.no') : String(value ?? '')),
    touches,
    onSaved: done,
  });
  const register = useAction({ touches, run: (_: void, { headers }) => call('POST', path(account ?? '', '/sites'), { headers, body: draft }), onSuccess: done });
  const problem = site ? correction.problem : register.error;
  const save = () => (site ? correction.submit(draft) : register.mutate());
  return (
    <>
      <Drawer
        isOpen
        isSticky
        size="wide"
        onClose={onClose}
        title={site ? t('customer.editOf', { name: site.name }) : t('customer.newSite')}
        footer={
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button kind="primary" isPending={correction.isPending || register.isPending} onPress={save}>
              {t('common.save')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          {problem && problem.errors.length === 0 && (
            <Banner kind="error" title={problem.detail ?? problem.title} isLive>
              {problem.hint}
            </Banner>
          )}
          <TextField label={t('customer.field.name')} value={draft.name} onChange={(name) => change({ name })} error={problem?.at('name')} maxLength={200} isRequired autoFocus />
          <TextField label={t('customer.field.address')} value={draft.address} onChange={(address) => change({ address })} error={problem?.at('address')} maxLength={300} />
          <div className={styles.pair}>
            <TextField label={t('customer.field.city')} value={draft.city} onChange={(city) => change({ city })} error={problem?.at('city')} maxLength={100} />
            <TextField label={t('customer.field.district')} value={draft.district} onChange={(district) => change({ district })} error={problem?.at('district')} maxLength={100} />
            <Select
              label={t('customer.servedBy')}
              options={(units.data ?? []).map((unit) => ({ id: unit.code, label: language === 'zh-CN' ? unit.nameZh : unit.nameEn }))}
              value={draft.orgUnitCode}
              onChange={(next) => change({ orgUnitCode: next })}
              error={problem?.at('orgUnitCode')}
              isRequired
            />
            <TextField label={t('customer.field.zone')} value={draft.zone} onChange={(zone) => change({ zone })} error={problem?.at('zone')} maxLength={60} isRequired />
            <NumberField label={t('customer.field.latitude')} value={draft.latitude} onChange={(latitude) => change({ latitude })} error={problem?.at('latitude')} minValue={-90} maxValue={90} formatOptions={{ maximumFractionDigits: 6 }} hideStepper />
            <NumberField label={t('customer.field.longitude')} value={draft.longitude} onChange={(longitude) => change({ longitude })} error={problem?.at('longitude')} minValue={-180} maxValue={180} formatOptions={{ maximumFractionDigits: 6 }} hideStepper />
          </div>
          <TextArea label={t('customer.field.accessNotes')} hint={t('customer.accessHint')} value={draft.accessNotes} onChange={(accessNotes) => change({ accessNotes })} error={problem?.at('accessNotes')} maxLength={2000} />
          {site && (
            <>
              <Checkbox isSelected={draft.active} onChange={(active) => change({ active })}>
                {t('customer.siteActive')}
              </Checkbox>
              <TextField label={t('customer.reason')} value={draft.reason} onChange={(reason) => change({ reason })} error={problem?.at('reason')} maxLength={500} />
            </>
          )}
        </div>
      </Drawer>
      {correction.conflict}
    </>
  );
}

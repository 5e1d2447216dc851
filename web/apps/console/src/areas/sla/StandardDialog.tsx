import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, NumberField, Select, Switch, TextField, toast } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarsQuery, moments, rolesQuery, tiers, useName, useServiceTime, type StandardLine } from './data.ts';
import styles from './sla.module.css';

type Standard = StandardLine['standard'];

const fresh = {
  code: '', nameZh: '', nameEn: '', audience: 'CUSTOMER', tier: null, beginsWith: 'CASE_REPORTED', endsWith: 'CASE_ANSWERED', minutes: 60,
  calendarCode: 'CN-5x9', responsibleRole: 'AGENT', active: true, version: 0,
} as const satisfies Standard;

/** A new standard, or another promise of one; what has begun keeps its time. */
export function StandardDialog({ standard, onClose }: { standard?: Standard; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const serviceTime = useServiceTime();
  const calendars = useQuery(calendarsQuery);
  const roles = useQuery(rolesQuery);
  const [draft, setDraft] = useState<Standard>(standard ?? fresh);
  const [reason, setReason] = useState('');
  const change = (part: Partial<Standard>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['standards'], ['standard-clocks']],
    run: (_: void, { headers }) => {
      const { code, version, ...promise } = draft;
      return standard
        ? call('PUT', `/api/v1/standards/${code}`, { headers: ifMatch(`"${version}"`), body: { promise, reason } })
        : call('POST', '/api/v1/standards', { headers, body: { code, promise } });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('sla.standard.saved', { code: draft.code }) });
      onClose();
    },
  });
  const problem = save.error;
  const momentOptions = moments.map((id) => ({ id, label: t(`sla.moment.${id}`) }));
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={standard ? name(standard) : t('sla.standard.new')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        {!standard && <TextField label={t('sla.standard.code')} hint={t('sla.standard.codeHint')} value={draft.code} onChange={(code) => change({ code })} error={problem?.at('code')} isRequired autoFocus maxLength={40} />}
        <div className={styles.pair}>
          <TextField label={t('sla.standard.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={problem?.at('promise.nameZh')} isRequired maxLength={100} />
          <TextField label={t('sla.standard.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={problem?.at('promise.nameEn')} isRequired maxLength={100} />
          <Select label={t('sla.standard.audience')} options={(['CUSTOMER', 'HOUSE'] as const).map((id) => ({ id, label: t(`sla.standard.audience.${id}`) }))} value={draft.audience} onChange={(audience) => change({ audience: audience as Standard['audience'] })} />
          <Select label={t('sla.standard.tier')} options={[{ id: '', label: t('sla.standard.everyTier') }, ...tiers.map((id) => ({ id, label: t(`sla.tier.${id}`) }))]} value={draft.tier ?? ''} onChange={(tier) => change({ tier: tier || null })} />
          <Select label={t('sla.standard.begins')} options={momentOptions} value={draft.beginsWith} onChange={(beginsWith) => change({ beginsWith: beginsWith as Standard['beginsWith'] })} />
          <Select label={t('sla.standard.ends')} options={momentOptions} value={draft.endsWith} onChange={(endsWith) => change({ endsWith: endsWith as Standard['endsWith'] })} error={problem?.at('endsWith')} />
          <NumberField label={t('sla.standard.minutes')} value={draft.minutes || null} onChange={(minutes) => change({ minutes: minutes ?? 0 })} minValue={1} maxValue={525_600} hideStepper hint={draft.minutes ? serviceTime(draft.minutes * 60) : undefined} error={problem?.at('promise.minutes')} isRequired />
          <Select label={t('sla.standard.calendar')} options={(calendars.data ?? []).map((one) => ({ id: one.code, label: name(one) }))} value={draft.calendarCode} onChange={(calendarCode) => change({ calendarCode })} error={problem?.at('calendarCode')} />
          <Select label={t('sla.standard.responsible')} options={(roles.data ?? []).map((one) => ({ id: one.code, label: name(one) }))} value={draft.responsibleRole} onChange={(responsibleRole) => change({ responsibleRole })} error={problem?.at('responsibleRole')} />
          <Switch isSelected={draft.active} onChange={(active) => change({ active })} hint={t('sla.standard.activeHint')}>
            {t('sla.standard.active')}
          </Switch>
        </div>
        {standard && <TextField label={t('sla.standard.reason')} value={reason} onChange={setReason} maxLength={1000} />}
      </div>
    </Dialog>
  );
}

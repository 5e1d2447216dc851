import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Dialog, NumberField, Select, TextField, toast } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarsQuery, channels, rolesQuery, useName, type Channel, type Policy } from './data.ts';
import styles from './reminder.module.css';

type ChannelField = 'arrivalChannels' | 'beforeChannels' | 'escalationChannels';

/** Changes how people are reminded; what is planned already stays as it was. */
export function PolicyDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const calendars = useQuery(calendarsQuery);
  const roles = useQuery(rolesQuery);
  const [draft, setDraft] = useState(policy);
  const [before, setBefore] = useState(policy.beforePercent !== null ? 'percent' : policy.beforeMinutes !== null ? 'minutes' : 'never');
  const [reason, setReason] = useState('');
  const change = (part: Partial<Policy>) => setDraft((now) => ({ ...now, ...part }));
  const save = useAction({
    touches: [['reminder-policies']],
    run: () => {
      const { code, version, ...body } = draft;
      return call('PUT', `/api/v1/reminder-policies/${code}`, {
        headers: ifMatch(`"${version}"`),
        body: {
          ...body,
          beforeMinutes: before === 'minutes' ? draft.beforeMinutes : null,
          beforePercent: before === 'percent' ? draft.beforePercent : null,
          quietFrom: draft.quietFrom || null,
          quietUntil: draft.quietUntil || null,
          reason,
        },
      });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('reminder.saved') });
      onClose();
    },
  });
  const problem = save.error;
  const channelChoice = (field: ChannelField) => (
    <Channels label={t('reminder.channels')} value={draft[field]} onChange={(next) => change({ [field]: next })} error={problem?.at(field)} />
  );
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={name(policy)}
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
        {problem && problem.errors.length === 0 && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {problem.hint}
          </Banner>
        )}
        <div className={styles.pair}>
          <TextField label={t('reminder.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={problem?.at('nameZh')} isRequired maxLength={100} autoFocus />
          <TextField label={t('reminder.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={problem?.at('nameEn')} isRequired maxLength={100} />
        </div>
        <Select
          label={t('reminder.calendar')}
          hint={t('reminder.calendarHint')}
          options={(calendars.data ?? []).map((one) => ({ id: one.code, label: name(one) }))}
          value={draft.calendarCode}
          onChange={(calendarCode) => change({ calendarCode })}
          error={problem?.at('calendarCode')}
        />
        <fieldset className={styles.group}>
          <legend>{t('reminder.arrival')}</legend>
          <Checkbox isSelected={draft.remindOnArrival} onChange={(remindOnArrival) => change({ remindOnArrival })}>
            {t('reminder.remindOnArrival')}
          </Checkbox>
          {draft.remindOnArrival && channelChoice('arrivalChannels')}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('reminder.before')}</legend>
          <div className={styles.pair}>
            <Select
              label={t('reminder.when')}
              options={['never', 'minutes', 'percent'].map((id) => ({ id, label: t(`reminder.beforeAs.${id}`) }))}
              value={before}
              onChange={setBefore}
            />
            {before === 'minutes' && (
              <NumberField label={t('reminder.minutes')} value={draft.beforeMinutes} onChange={(beforeMinutes) => change({ beforeMinutes })} minValue={1} error={problem?.at('beforeMinutes')} isRequired />
            )}
            {before === 'percent' && (
              <NumberField label={t('reminder.percent')} value={draft.beforePercent} onChange={(beforePercent) => change({ beforePercent })} minValue={1} maxValue={99} error={problem?.at('beforePercent')} isRequired />
            )}
          </div>
          {before !== 'never' && channelChoice('beforeChannels')}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('reminder.escalation')}</legend>
          <Checkbox isSelected={draft.escalateAfterMinutes !== null} onChange={(on) => change({ escalateAfterMinutes: on ? 0 : null })}>
            {t('reminder.escalate')}
          </Checkbox>
          {draft.escalateAfterMinutes !== null && (
            <>
              <div className={styles.pair}>
                <NumberField label={t('reminder.escalateAfter')} value={draft.escalateAfterMinutes} onChange={(minutes) => change({ escalateAfterMinutes: minutes ?? 0 })} minValue={0} error={problem?.at('escalateAfterMinutes')} />
                <NumberField label={t('reminder.escalateEvery')} value={draft.escalateEveryMinutes} onChange={(minutes) => change({ escalateEveryMinutes: minutes ?? 1 })} minValue={1} error={problem?.at('escalateEveryMinutes')} />
              </div>
              <Select
                label={t('reminder.role')}
                hint={t('reminder.roleHint')}
                options={(roles.data ?? []).map((one) => ({ id: one.code, label: name(one) }))}
                value={draft.escalationRole}
                onChange={(escalationRole) => change({ escalationRole })}
                error={problem?.at('escalationRole')}
              />
              {channelChoice('escalationChannels')}
            </>
          )}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('reminder.quiet')}</legend>
          <div className={styles.pair}>
            <TextField label={t('reminder.quietFrom')} hint={t('reminder.quietHint')} value={draft.quietFrom ?? ''} onChange={(quietFrom) => change({ quietFrom })} error={problem?.at('quietFrom')} placeholder="21:00" maxLength={5} />
            <TextField label={t('reminder.quietUntil')} value={draft.quietUntil ?? ''} onChange={(quietUntil) => change({ quietUntil })} error={problem?.at('quietUntil')} placeholder="08:00" maxLength={5} />
          </div>
        </fieldset>
        <TextField label={t('reminder.changeReason')} value={reason} onChange={setReason} error={problem?.at('reason')} maxLength={500} />
      </div>
    </Dialog>
  );
}

function Channels({ label, value, onChange, error }: { label: string; value: Channel[]; onChange: (value: Channel[]) => void; error?: string }) {
  const t = useText();
  return (
    <div role="group" aria-label={label} className={styles.choices}>
      {channels.map((channel, index) => (
        <Checkbox
          key={channel}
          isSelected={value.includes(channel)}
          onChange={(on) => onChange(channels.filter((one) => (one === channel ? on : value.includes(one))))}
          error={index === 0 ? error : undefined}
        >
          {t(`reminder.channel.${channel}`)}
        </Checkbox>
      ))}
    </div>
  );
}

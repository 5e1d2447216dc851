import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Dialog, NumberField, Select, TextField, toast } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarsQuery, channels, rolesQuery, useName, type Channel, type Policy } from './data.ts';
import styles from './reminder.module.css';

type ChannelField = 'arrivalChannels' | 'beforeChannels' | 'escalationChannels';

interface PolicyDialogProps {
  /** The one to change, or what a new one begins with. */
  policy: Policy;
  isNew: boolean;
  onClose: () => void;
  onSaved: (code: string) => void;
}

/** Defines or changes how people are reminded of a kind of duty; what is planned already stays as it was. */
export function PolicyDialog({ policy, isNew, onClose, onSaved }: PolicyDialogProps) {
  const t = useText();
  const name = useName();
  const calendars = useQuery(calendarsQuery);
  const roles = useQuery(rolesQuery);
  const [draft, setDraft] = useState<Policy>(isNew ? { ...policy, code: '', nameZh: '', nameEn: '' } : policy);
  const [before, setBefore] = useState(draft.beforePercent !== null ? 'percent' : draft.beforeMinutes !== null ? 'minutes' : 'never');
  const [reason, setReason] = useState('');
  const change = (part: Partial<Policy>) => setDraft((now) => ({ ...now, ...part }));
  const save = useAction({
    touches: [['reminder-policies']],
    run: (_: void, { headers }) => {
      const { code, version, ...rest } = draft;
      const body = {
        ...rest,
        beforeMinutes: before === 'minutes' ? draft.beforeMinutes : null,
        beforePercent: before === 'percent' ? draft.beforePercent : null,
        quietFrom: draft.quietFrom || null,
        quietUntil: draft.quietUntil || null,
        reason,
      };
      return isNew
        ? call('POST', '/api/v1/reminder-policies', { headers, body: { code, policy: body } })
        : call('PUT', `/api/v1/reminder-policies/${code}`, { headers: ifMatch(`"${version}"`), body });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t(isNew ? 'reminder.defined' : 'reminder.saved') });
      onSaved(draft.code);
      onClose();
    },
  });
  const problem = save.error;
  // In a new policy the fields lie one level deeper.
  const at = (field: string) => problem?.at(field) ?? problem?.at(`policy.${field}`);
  const channelChoice = (field: ChannelField) => (
    <Channels label={t('reminder.channels')} value={draft[field]} onChange={(next) => change({ [field]: next })} error={at(field)} />
  );
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={isNew ? t('reminder.new') : name(policy)}
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
        {isNew && (
          <TextField
            label={t('reminder.code')}
            hint={t('reminder.codeHint')}
            value={draft.code}
            onChange={(code) => change({ code: code.toUpperCase() })}
            error={at('code')}
            isRequired
            maxLength={40}
            autoFocus
          />
        )}
        <div className={styles.pair}>
          <TextField label={t('reminder.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={at('nameZh')} isRequired maxLength={100} autoFocus={!isNew} />
          <TextField label={t('reminder.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={at('nameEn')} isRequired maxLength={100} />
        </div>
        <Select
          label={t('reminder.calendar')}
          hint={t('reminder.calendarHint')}
          options={(calendars.data ?? []).map((one) => ({ id: one.code, label: name(one) }))}
          value={draft.calendarCode}
          onChange={(calendarCode) => change({ calendarCode })}
          error={at('calendarCode')}
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
              <NumberField label={t('reminder.minutes')} value={draft.beforeMinutes} onChange={(beforeMinutes) => change({ beforeMinutes })} minValue={1} error={at('beforeMinutes')} isRequired />
            )}
            {before === 'percent' && (
              <NumberField label={t('reminder.percent')} value={draft.beforePercent} onChange={(beforePercent) => change({ beforePercent })} minValue={1} maxValue={99} error={at('beforePercent')} isRequired />
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
                <NumberField label={t('reminder.escalateAfter')} value={draft.escalateAfterMinutes} onChange={(minutes) => change({ escalateAfterMinutes: minutes ?? 0 })} minValue={0} error={at('escalateAfterMinutes')} />
                <NumberField label={t('reminder.escalateEvery')} value={draft.escalateEveryMinutes} onChange={(minutes) => change({ escalateEveryMinutes: minutes ?? 1 })} minValue={1} error={at('escalateEveryMinutes')} />
              </div>
              <Select
                label={t('reminder.role')}
                hint={t('reminder.roleHint')}
                options={(roles.data ?? []).map((one) => ({ id: one.code, label: name(one) }))}
                value={draft.escalationRole}
                onChange={(escalationRole) => change({ escalationRole })}
                error={at('escalationRole')}
              />
              {channelChoice('escalationChannels')}
            </>
          )}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('reminder.quiet')}</legend>
          <div className={styles.pair}>
            <TextField label={t('reminder.quietFrom')} hint={t('reminder.quietHint')} value={draft.quietFrom ?? ''} onChange={(quietFrom) => change({ quietFrom })} error={at('quietFrom')} placeholder="21:00" maxLength={5} />
            <TextField label={t('reminder.quietUntil')} value={draft.quietUntil ?? ''} onChange={(quietUntil) => change({ quietUntil })} error={at('quietUntil')} placeholder="08:00" maxLength={5} />
          </div>
        </fieldset>
        <TextField label={t('reminder.changeReason')} value={reason} onChange={setReason} error={at('reason')} maxLength={500} />
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

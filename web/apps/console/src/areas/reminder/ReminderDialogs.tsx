import { call, useAction, type ProblemError } from '@firstfix/api';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, DateTimeField, Dialog, TextField, toast, type Option } from '@firstfix/ui';
import { useState } from 'react';
import { findColleagues, type Reminder } from './data.ts';
import styles from './reminder.module.css';

interface Props {
  reminder: Reminder;
  onClose: () => void;
}

function Refused({ problem }: { problem: ProblemError | null }) {
  return (
    problem &&
    problem.errors.length === 0 && (
      <Banner kind="error" title={problem.detail ?? problem.title} isLive>
        {problem.hint}
      </Banner>
    )
  );
}

/** Later, but not after it is due. */
export function SnoozeDialog({ reminder, onClose }: Props) {
  const t = useText();
  const dates = useDates();
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const save = useAction({
    touches: [['reminders']],
    run: (_: void, { headers }) => call('POST', `/api/v1/reminders/${reminder.id}/snooze`, { headers, body: { until, reason } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('reminder.snoozed') });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reminder.snooze')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('reminder.snooze')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{reminder.title}</p>
        <Refused problem={problem} />
        <TextField label={t('reminder.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} maxLength={500} isRequired autoFocus />
        <DateTimeField
          label={t('reminder.snoozeUntil')}
          hint={t('reminder.snoozeHint', { at: dates.dateTime(reminder.dueAt) })}
          value={until}
          onChange={setUntil}
          error={problem?.at('until')}
          isRequired
        />
      </div>
    </Dialog>
  );
}

/** Somebody else is to do it. */
export function DelegateDialog({ reminder, onClose }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const [to, setTo] = useState<Option | null>(null);
  const [reason, setReason] = useState('');
  const save = useAction({
    touches: [['reminders'], ['customers']],
    run: (_: void, { headers }) => call('POST', `/api/v1/reminders/${reminder.id}/delegate`, { headers, body: { to: to?.id ?? null, reason } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('reminder.delegated', { name: to?.label ?? '' }) });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reminder.delegate')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} isDisabled={!to} onPress={() => save.mutate()}>
            {t('reminder.delegate')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{reminder.title}</p>
        <Refused problem={problem} />
        <ComboBox
          label={t('reminder.delegateTo')}
          hint={t('reminder.delegateHint')}
          value={to}
          onChange={setTo}
          search={(text, signal) => findColleagues(text, signal, language)}
          error={problem?.at('to')}
          isRequired
          autoFocus
        />
        <TextField label={t('reminder.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} maxLength={500} isRequired />
      </div>
    </Dialog>
  );
}

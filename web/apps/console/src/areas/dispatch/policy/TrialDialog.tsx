import { call, useAction, type ProblemError } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, Dialog, TextField } from '@firstfix/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useName } from '../data.ts';
import { refusesFigure, type Policy, type PolicyView, type Trial } from './data.ts';
import styles from './policy.module.css';

const day = 86_400_000;

/** The local date some days before today. */
const before = (days: number) => {
  const at = new Date(Date.now() - days * day);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
};

interface TrialDialogProps {
  unit: PolicyView['unit'];
  policy: Policy;
  onClose: () => void;
  onRefused: (problem: ProblemError) => void;
}

/** Which days that are over the draft is tried on. */
export function TrialDialog({ unit, policy, onClose, onRefused }: TrialDialogProps) {
  const t = useText();
  const name = useName();
  const navigate = useNavigate();
  const [firstDay, setFirstDay] = useState<string | null>(before(5));
  const [lastDay, setLastDay] = useState<string | null>(before(1));
  const [note, setNote] = useState('');
  const ask = useAction({
    touches: [['policy-trials']],
    run: async (_: void, { headers }) => (await call<Trial>('POST', `/api/v1/planning-policies/${unit.code}/trials`, { headers, body: { policy, firstDay, lastDay, note } })).data,
    onSuccess: (trial) => void navigate({ to: '/board/trials/$id', params: { id: trial.id } }),
    onError: (refused) => refusesFigure(refused) && onRefused(refused),
  });
  const problem = ask.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dispatch.trial.tryFor', { unit: name(unit) })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={ask.isPending} isDisabled={!firstDay || !lastDay} onPress={() => ask.mutate()}>
            {t('dispatch.trial.begin')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && !problem.at('firstDay') && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {problem.hint}
          </Banner>
        )}
        <p className={styles.why}>{t('dispatch.trial.text')}</p>
        <div className={styles.pair}>
          <DateTimeField granularity="day" max={before(1)} label={t('dispatch.trial.firstDay')} value={firstDay} onChange={setFirstDay} isRequired error={problem?.at('firstDay')} />
          <DateTimeField granularity="day" max={before(1)} label={t('dispatch.trial.lastDay')} value={lastDay} onChange={setLastDay} isRequired />
        </div>
        <TextField label={t('dispatch.trial.note')} value={note} onChange={setNote} maxLength={500} hint={t('dispatch.trial.noteHint')} />
      </div>
    </Dialog>
  );
}

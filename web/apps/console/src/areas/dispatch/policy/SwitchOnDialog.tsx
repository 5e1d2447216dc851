import { call, ifMatch, useAction, type ProblemError } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, TextArea, toast } from '@firstfix/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useName } from '../data.ts';
import { refusesFigure, type Policy, type PolicyView } from './data.ts';
import styles from './policy.module.css';

interface DecideProps {
  unit: PolicyView['unit'];
  /** The last decision of the unit that was on the screen. */
  version: number;
  onClose: () => void;
}

const touched = [['planning-policy'], ['planning-policies'], ['policy-trial'], ['board'], ['board-suggestions'], ['candidates'], ['why']];

/** From now on plans weigh like that. Whether a second reason is needed the server says: it knows what was tried. */
export function SwitchOnDialog({ unit, version, policy, onClose, onRefused }: DecideProps & { policy: Policy; onRefused?: (problem: ProblemError) => void }) {
  const t = useText();
  const name = useName();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [untried, setUntried] = useState('');
  const decide = useAction({
    touches: touched,
    run: () => call<PolicyView>('PUT', `/api/v1/planning-policies/${unit.code}`, { headers: ifMatch(`"${version}"`), body: { policy, reason, untried: untried.trim() || null } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('dispatch.weigh.isOn', { unit: name(unit) }) });
      onClose();
      void navigate({ to: '/board/policy', search: { unit: unit.code } });
    },
    onError: (refused) => refusesFigure(refused) && onRefused?.(refused),
  });
  const problem = decide.error;
  const asksWhy = problem?.at('untried') !== undefined || untried !== '';
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={t('dispatch.weigh.switchOnFor', { unit: name(unit) })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={decide.isPending} isDisabled={!reason.trim()} onPress={() => decide.mutate()}>
            {t('dispatch.weigh.switchOn')}
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
        <p className={styles.why}>{t('dispatch.weigh.switchOnText')}</p>
        <TextArea label={t('dispatch.weigh.reason')} value={reason} onChange={setReason} isRequired autoFocus rows={3} maxLength={1000} error={problem?.at('reason')} />
        {asksWhy && (
          <>
            <Banner kind="warning" title={t('dispatch.weigh.notTried')} isLive />
            <TextArea label={t('dispatch.weigh.untriedReason')} value={untried} onChange={setUntried} rows={2} maxLength={1000} error={untried ? undefined : problem?.at('untried')} isRequired />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The unit follows the one above again. */
export function GiveBackDialog({ unit, version, onClose }: DecideProps) {
  const t = useText();
  const name = useName();
  const [reason, setReason] = useState('');
  const giveBack = useAction({
    touches: touched,
    run: () => call<PolicyView>('PUT', `/api/v1/planning-policies/${unit.code}`, { headers: ifMatch(`"${version}"`), body: { policy: null, reason } }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dispatch.weigh.giveBack')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" isPending={giveBack.isPending} isDisabled={!reason.trim()} onPress={() => giveBack.mutate()}>
            {t('dispatch.weigh.giveBack')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {giveBack.error && <Banner kind="error" title={giveBack.error.detail ?? giveBack.error.title} isLive />}
        <p>{t('dispatch.weigh.giveBackText', { unit: name(unit) })}</p>
        <TextArea label={t('dispatch.weigh.reason')} value={reason} onChange={setReason} isRequired autoFocus rows={2} maxLength={1000} />
      </div>
    </Dialog>
  );
}

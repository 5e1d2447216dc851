import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Dialog, Select, TextArea } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pauseReasons } from '../contract/data.ts';
import { clockQuery, useServiceTime } from '../sla/data.ts';
import type { CaseView } from './data.ts';
import styles from './cases.module.css';

interface HoldDialogProps {
  it: CaseView;
  error: { message: string; hint?: string; at: (field: string) => string | undefined } | null;
  isPending: boolean;
  onClose: () => void;
  onDone: (body: Record<string, unknown>) => void;
}

/** We wait for the customer: the clock stops if the contract gives the right to, and the dialog says before what will happen. */
export function HoldDialog({ it, error, isPending, onClose, onDone }: HoldDialogProps) {
  const t = useText();
  const serviceTime = useServiceTime();
  const clock = useQuery({ ...clockQuery({ caseId: it.clock?.caseId ?? '' }), enabled: it.clock !== null });
  const [reason, setReason] = useState<string | null>(null);
  const [evidence, setEvidence] = useState('');
  const [stops, setStops] = useState(true);
  const [isTried, setTried] = useState(false);
  const rightOf = (id: string) => clock.data?.pauseRights.find((one) => one.reason === id);
  const right = reason ? rightOf(reason) : undefined;
  const pauses = !!right && stops;
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('cases.mustBeFilled') : undefined);
  const lacksEvidence = pauses && right.evidenceRequired && !evidence.trim();
  const note = (id: string) => {
    if (!it.clock) return undefined;
    const longest = rightOf(id)?.longestMinutes;
    return longest ? t('cases.hold.atMost', { time: serviceTime(longest * 60) }) : t('cases.hold.noRight');
  };
  const done = () => {
    setTried(true);
    if (reason && !lacksEvidence) onDone({ reason, evidence, clockGoesOn: it.clock !== null && !pauses });
  };
  return (
    <Dialog
      title={t('cases.step.wait-for-customer')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={isPending} isDisabled={clock.isLoading} onPress={done}>
            {t('cases.step.wait-for-customer')}
          </Button>
        </>
      }
    >
      <div className={styles.dialogFields}>
        <Select
          label={t('cases.field.reason')}
          isRequired
          autoFocus
          value={reason}
          onChange={setReason}
          options={pauseReasons.map((id) => ({ id, label: t(`contract.pause.reason.${id}`), note: note(id) }))}
          error={missing(!reason) ?? error?.at('reason')}
        />
        {right && (
          <Checkbox isSelected={stops} onChange={setStops} hint={t('cases.hold.stopsHint', { time: serviceTime(right.longestMinutes * 60) })}>
            {t('cases.hold.stops')}
          </Checkbox>
        )}
        {reason && it.clock && !pauses && <Banner kind="warning" title={t('cases.hold.goesOn')}>{right ? undefined : t('cases.hold.goesOnText')}</Banner>}
        <TextArea label={t('cases.field.evidence')} isRequired={pauses && right.evidenceRequired} value={evidence} onChange={setEvidence} maxLength={1000} error={missing(lacksEvidence) ?? error?.at('evidence')} />
        {error && (
          <Banner kind="error" title={error.message} isLive>
            {error.hint}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, DateTimeField, Dialog, Select, TextField, toast, type Option } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBooking } from './booking.ts';
import type { Finding, Visit } from './data.ts';
import { Findings } from './findings.tsx';
import styles from './dispatch.module.css';

interface BookDialogProps {
  order: { number: string; subject: string };
  engineers: Option[];
  engineer: string;
  startsAt: string | null;
  /** The visit that is moved; without it a new one is booked. */
  moves?: Visit;
  zone?: string;
  onClose: () => void;
}

interface Check {
  possible: boolean;
  overlapPolicy: 'FORBIDDEN' | 'WARNED' | 'ALLOWED';
  findings: Finding[];
}

/** Another engineer or another time, with what speaks against it said before booking. */
export function BookDialog({ order, engineers, engineer: first, startsAt: firstStart, moves, zone, onClose }: BookDialogProps) {
  const t = useText();
  const [engineer, setEngineer] = useState(first);
  const [startsAt, setStartsAt] = useState<string | null>(firstStart ?? nextQuarter());
  const [endsAt, setEndsAt] = useState<string | null>(moves?.endsAt ?? null);
  const [accepted, setAccepted] = useState(false);
  const [reason, setReason] = useState('');
  const check = useQuery({
    queryKey: ['booking-check', order.number, engineer, startsAt, endsAt],
    enabled: startsAt !== null,
    staleTime: 5_000,
    queryFn: async ({ signal }) =>
      (await call<Check>('GET', `/api/v1/work-orders/${order.number}/booking-check`, { query: { engineer, startsAt, endsAt }, signal })).data,
  });
  const overlaps = check.data?.findings.some((finding) => finding.code === 'OVERLAPS') ?? false;
  const mustAccept = overlaps && check.data?.overlapPolicy === 'WARNED';
  const book = useBooking(onClose);
  const move = useAction({
    run: async (_: void, { headers }) =>
      call('POST', `/api/v1/appointments/${moves?.number ?? ''}/move`, {
        headers: { ...headers, ...ifMatch(`"${moves?.version ?? 0}"`) },
        body: { engineerCode: engineer, startsAt, endsAt, acceptOverlap: accepted, reason },
      }),
    touches: [['days'], ['appointments'], ['work-order'], ['work-orders'], ['candidates']],
    onSuccess: () => {
      toast({ kind: 'success', text: t('dispatch.moved', { number: moves?.number ?? '' }) });
      onClose();
    },
  });
  const act = moves ? move : book;
  const submit = () => {
    if (moves) move.mutate();
    else if (startsAt) book.mutate({ workOrderNumber: order.number, engineerCode: engineer, startsAt, endsAt, acceptOverlap: accepted });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(moves ? 'dispatch.moveTitle' : 'dispatch.bookTitle', { number: order.number })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button
            kind="primary"
            isPending={act.isPending}
            isDisabled={!startsAt || check.data?.possible === false || (mustAccept && !accepted) || (moves !== undefined && !reason.trim())}
            onPress={submit}
          >
            {t(moves ? 'dispatch.move' : 'dispatch.book')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{order.subject}</p>
        {act.error && (
          <Banner kind="error" title={act.error.detail ?? act.error.title} isLive>
            {act.error.hint}
          </Banner>
        )}
        <Select label={t('dispatch.engineer')} options={engineers} value={engineer} onChange={setEngineer} isRequired />
        <div className={styles.pair}>
          <DateTimeField label={t('dispatch.from')} value={startsAt} onChange={setStartsAt} zone={zone} isRequired error={act.error?.at('startsAt')} />
          <DateTimeField label={t('dispatch.until')} value={endsAt} onChange={setEndsAt} zone={zone} hint={t('dispatch.untilHint')} error={act.error?.at('endsAt') ?? check.error?.message} />
        </div>
        {moves && <TextField label={t('dispatch.reason')} value={reason} onChange={setReason} isRequired maxLength={1000} error={move.error?.at('reason')} />}
        {check.data && <Findings findings={check.data.findings} />}
        {check.data?.findings.length === 0 && <p className={styles.quiet}>{t('dispatch.nothingAgainst')}</p>}
        {mustAccept && (
          <Checkbox isSelected={accepted} onChange={setAccepted}>
            {t('dispatch.bookAnyway')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
}

function nextQuarter(): string {
  const quarter = 15 * 60_000;
  return new Date(Math.ceil((Date.now() + quarter) / quarter) * quarter).toISOString();
}

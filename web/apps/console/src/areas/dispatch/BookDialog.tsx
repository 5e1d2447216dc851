import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, DateTimeField, Dialog, Select, TextField, toast, type Option } from '@firstfix/ui';
import { CalendarIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { AgreeDialog } from './dialogs.ts';
import { touched, useBooking } from './booking.ts';
import { checkQuery, type Booked, type Visit } from './data.ts';
import { askWhy } from './policy/whyOtherwise.ts';
import { Reasons } from './CandidateList.tsx';
import { Findings } from './findings.tsx';
import styles from './dispatch.module.css';

/** A seat that stays open. */
const nobody = '-';

interface BookDialogProps {
  order: { number: string; subject: string; crewSize: number };
  engineers: Option[];
  engineer: string;
  /** Codes of who comes along, to begin with. */
  crew?: readonly string[];
  startsAt: string | null;
  /** The visit that is moved; without it a new one is booked. */
  moves?: Visit;
  zone?: string;
  onClose: () => void;
}

/** Another engineer or another time, with what speaks against it said before booking. */
export function BookDialog({ order, engineers, engineer: first, crew: firstCrew = [], startsAt: firstStart, moves, zone, onClose }: BookDialogProps) {
  const t = useText();
  const [engineer, setEngineer] = useState(first);
  const [members, setMembers] = useState<readonly string[]>(() => Array.from({ length: Math.max(order.crewSize - 1, firstCrew.length) }, (_, at) => firstCrew[at] ?? nobody));
  const crew = members.filter((code) => code !== nobody);
  const [startsAt, setStartsAt] = useState<string | null>(firstStart ?? nextQuarter());
  const [endsAt, setEndsAt] = useState<string | null>(moves?.endsAt ?? null);
  const [accepted, setAccepted] = useState(false);
  const [reason, setReason] = useState('');
  const [agrees, setAgrees] = useState(false);
  const can = useCan();
  const check = useQuery(checkQuery(order.number, engineer, crew, startsAt, endsAt));
  const overlaps = check.data?.findings.some((finding) => finding.code === 'OVERLAPS') ?? false;
  const mustAccept = overlaps && check.data?.overlapPolicy === 'WARNED';
  const book = useBooking(onClose);
  const move = useAction({
    run: async (_: void, { headers }) =>
      (
        await call<Booked>('POST', `/api/v1/appointments/${moves?.number ?? ''}/move`, {
          headers: { ...headers, ...ifMatch(`"${moves?.version ?? 0}"`) },
          body: { engineerCode: engineer, crew, startsAt, endsAt, acceptOverlap: accepted, reason, proposalSeen: true },
        })
      ).data,
    touches: touched,
    onSuccess: ({ overruling }) => {
      askWhy(overruling);
      toast({ kind: 'success', text: t('dispatch.moved', { number: moves?.number ?? '' }) });
      onClose();
    },
  });
  const act = moves ? move : book;
  if (agrees) return <AgreeDialog order={order} onClose={onClose} />;
  const submit = () => {
    if (moves) move.mutate();
    else if (startsAt) book.mutate({ workOrderNumber: order.number, engineerCode: engineer, crew, startsAt, endsAt, acceptOverlap: accepted });
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
        {!moves && can('appointment.agree') && (
          <Button kind="quiet" icon={CalendarIcon} onPress={() => setAgrees(true)}>
            {t('dispatch.agree.open')}
          </Button>
        )}
        {act.error && (
          <Banner kind="error" title={act.error.detail ?? act.error.title} isLive>
            {act.error.hint}
          </Banner>
        )}
        <Select label={t(members.length > 0 ? 'dispatch.crew.lead' : 'dispatch.engineer')} options={engineers} value={engineer} onChange={setEngineer} isRequired />
        {members.map((member, at) => (
          <Select
            // eslint-disable-next-line react/no-array-index-key
            key={at}
            label={t('dispatch.crew.member', { number: at + 2 })}
            options={[{ id: nobody, label: t('dispatch.crew.nobodyYet') }, ...engineers.filter((one) => one.id === member || (one.id !== engineer && !members.includes(one.id)))]}
            value={member}
            onChange={(next) => setMembers(members.map((code, other) => (other === at ? next : code)))}
            error={act.error?.at('crew')}
          />
        ))}
        <div className={styles.pair}>
          <DateTimeField label={t('dispatch.from')} value={startsAt} onChange={setStartsAt} zone={zone} isRequired error={act.error?.at('startsAt')} />
          <DateTimeField label={t('dispatch.until')} value={endsAt} onChange={setEndsAt} zone={zone} hint={t('dispatch.untilHint')} error={act.error?.at('endsAt') ?? check.error?.message} />
        </div>
        {moves && <TextField label={t('dispatch.reason')} value={reason} onChange={setReason} isRequired maxLength={1000} error={move.error?.at('reason')} />}
        {check.data && <Findings findings={check.data.findings} isCrew={crew.length > 0} />}
        {check.data?.candidate && <Reasons candidate={check.data.candidate} />}
        {check.data?.findings.length === 0 && check.data.candidate?.obstacles.length === 0 && <p className={styles.quiet}>{t('dispatch.nothingAgainst')}</p>}
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

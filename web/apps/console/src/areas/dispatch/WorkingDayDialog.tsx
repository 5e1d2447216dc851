import { call, useAction, type Schema } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Dialog, NumberField, Select, Skeleton, TextField, toast } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useName } from './data.ts';
import styles from './dispatch.module.css';

type Row = Schema<'WorkingDayListRow'>;

/** Where a part of the house hands parts out, and when its engineers have their break. */
export function WorkingDayDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const name = useName();
  const days = useQuery({
    queryKey: ['working-days'],
    queryFn: async ({ signal }) => (await call<{ items: Row[] }>('GET', '/api/v1/working-days', { signal })).data.items,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = days.data ?? [];
  const row = rows.find((one) => one.unitCode === chosen) ?? rows.find((one) => one.own) ?? rows[0];
  return (
    <Dialog isOpen onClose={onClose} title={t('dispatch.workingDay')} footer={<Button onPress={onClose}>{t('common.close')}</Button>}>
      <div className={styles.form}>
        <p className={styles.quiet}>{t('dispatch.workingDayText')}</p>
        {days.error && <Banner kind="error" title={days.error.message} isLive />}
        {!row && !days.error && <Skeleton lines={5} height={18} />}
        {row && (
          <>
            <Select label={t('dispatch.unit')} value={row.unitCode} onChange={setChosen} options={rows.map((one) => ({ id: one.unitCode, label: name(one), note: one.own ? t('dispatch.ownRule') : undefined }))} />
            <Editor key={`${row.unitCode} ${row.version}`} row={row} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** "08:30:00" as the server writes it, without its seconds. */
const short = (time: string) => time.slice(0, 5);

function Editor({ row }: { row: Row }) {
  const t = useText();
  const [inherited, setInherited] = useState(!row.own);
  const { depot, pause } = row.own ?? row.inForce;
  const [hasDepot, setHasDepot] = useState(Boolean(depot));
  const [latitude, setLatitude] = useState<number | null>(depot?.place.latitude ?? null);
  const [longitude, setLongitude] = useState<number | null>(depot?.place.longitude ?? null);
  const [opens, setOpens] = useState(short(depot?.opens ?? '08:00'));
  const [closes, setCloses] = useState(short(depot?.closes ?? '18:00'));
  const [minutes, setMinutes] = useState<number | null>(depot?.minutes ?? 10);
  const [hasPause, setHasPause] = useState(Boolean(pause));
  const [length, setLength] = useState<number | null>(pause?.minutes ?? 45);
  const [earliest, setEarliest] = useState(short(pause?.earliest ?? '11:30'));
  const [latest, setLatest] = useState(short(pause?.latest ?? '13:00'));
  const [reason, setReason] = useState('');
  const save = useAction({
    touches: [['working-days'], ['board'], ['candidates']],
    run: () =>
      call('PUT', `/api/v1/working-days/${row.unitCode}`, {
        headers: { 'If-Match': `"${row.version}"` },
        body: {
          inherited,
          depot: inherited || !hasDepot ? null : { latitude, longitude, opens, closes, minutes },
          pause: inherited || !hasPause ? null : { minutes: length, earliest, latest },
          reason,
        },
      }),
    onSuccess: () => toast({ kind: 'success', text: t('dispatch.workingDaySaved') }),
  });
  const problem = save.error;
  const at = (time: string) => (/^\d\d:\d\d$/.test(time) ? undefined : t('dispatch.timeForm'));
  return (
    <>
      {problem && (
        <Banner kind="error" title={problem.detail ?? problem.title} isLive>
          {problem.errors.map((error) => error.message).join(' ') || problem.hint}
        </Banner>
      )}
      <Checkbox isSelected={inherited} onChange={setInherited}>
        {t('dispatch.asAbove')}
      </Checkbox>
      {!inherited && (
        <>
          <Checkbox isSelected={hasDepot} onChange={setHasDepot}>
            {t('dispatch.depot')}
          </Checkbox>
          {hasDepot && (
            <div className={styles.inset}>
              <div className={styles.pair}>
                <NumberField label={t('dispatch.latitude')} value={latitude} onChange={setLatitude} minValue={-90} maxValue={90} formatOptions={{ maximumFractionDigits: 5 }} hideStepper isRequired />
                <NumberField label={t('dispatch.longitude')} value={longitude} onChange={setLongitude} minValue={-180} maxValue={180} formatOptions={{ maximumFractionDigits: 5 }} hideStepper isRequired />
                <TextField label={t('dispatch.opens')} value={opens} onChange={setOpens} error={at(opens)} isRequired maxLength={5} />
                <TextField label={t('dispatch.closes')} value={closes} onChange={setCloses} error={at(closes) ?? problem?.at('depot.closes')} isRequired maxLength={5} />
              </div>
              <NumberField label={t('dispatch.pickUpTakes')} value={minutes} onChange={setMinutes} minValue={0} maxValue={120} unit={t('dispatch.minutesUnit')} isRequired />
            </div>
          )}
          <Checkbox isSelected={hasPause} onChange={setHasPause}>
            {t('dispatch.break')}
          </Checkbox>
          {hasPause && (
            <div className={styles.inset}>
              <NumberField label={t('dispatch.breakTakes')} value={length} onChange={setLength} minValue={1} maxValue={180} unit={t('dispatch.minutesUnit')} isRequired />
              <div className={styles.pair}>
                <TextField label={t('dispatch.earliestBreak')} value={earliest} onChange={setEarliest} error={at(earliest)} isRequired maxLength={5} />
                <TextField label={t('dispatch.latestBreak')} value={latest} onChange={setLatest} error={at(latest) ?? problem?.at('pause.latest')} isRequired maxLength={5} />
              </div>
            </div>
          )}
        </>
      )}
      <TextField label={t('dispatch.reasonForChange')} value={reason} onChange={setReason} maxLength={500} isRequired error={problem?.at('reason')} />
      <div>
        <Button kind="primary" isPending={save.isPending} isDisabled={reason.trim() === ''} onPress={() => save.mutate()}>
          {t('common.save')}
        </Button>
      </div>
    </>
  );
}

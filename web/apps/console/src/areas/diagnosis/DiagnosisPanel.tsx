import { call, ifMatch, useAction, type Tagged } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, ComboBox, EmptyState, ErrorState, IconButton, NumberField, Skeleton, StatusTag, TextArea, toast, type Option } from '@firstfix/ui';
import { CheckIcon, PlusIcon, SlashIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { causesQuery, diagnosisQuery, findParts, useName, type CountedCauses, type Diagnosis, type LikelyCause, type Part } from './data.ts';
import styles from './diagnosis.module.css';

const tones = { OPEN: 'new', RECORDED: 'scheduled', FROZEN: 'dispatched', SCORED: 'done' } as const;

/** What it probably is and what to carry, beside what past cases say; and afterwards whether it was right. */
export function DiagnosisPanel({ caseNumber }: { caseNumber: string }) {
  const t = useText();
  const query = useQuery(diagnosisQuery(caseNumber));
  if (query.isPending) return <Skeleton lines={8} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const diagnosis = query.data.data;
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <StatusTag tone={tones[diagnosis.status]}>{t(`diagnosis.status.${diagnosis.status}`)}</StatusTag>
        {diagnosis.visit > 1 && <span className={styles.note}>{t('diagnosis.visit', { visit: diagnosis.visit })}</span>}
        {diagnosis.review === 'PENDING' && <StatusTag tone="waiting">{t('diagnosis.reviewPending')}</StatusTag>}
        {diagnosis.review === 'AGREED' && <span className={styles.note}>{t('diagnosis.agreedBy', { name: diagnosis.reviewedBy })}</span>}
      </div>
      {diagnosis.outcome && <Outcome outcome={diagnosis.outcome} />}
      {diagnosis.actions.includes('record') ? (
        <Editor key={`${caseNumber}:${diagnosis.version}`} tagged={query.data} />
      ) : (
        <>
          <Recorded diagnosis={diagnosis} />
          <Counted counted={diagnosis.counted} />
        </>
      )}
    </div>
  );
}

function Outcome({ outcome }: { outcome: NonNullable<Diagnosis['outcome']> }) {
  const t = useText();
  const name = useName();
  return (
    <Card title={t('diagnosis.truth')}>
      <p>{outcome.causes.map(name).join(t('diagnosis.and'))}</p>
      {outcome.topHit !== null && (
        <p className={styles.verdict}>
          {outcome.anyHit ? <CheckIcon /> : <SlashIcon />}
          {t(outcome.topHit ? 'diagnosis.hit.top' : outcome.anyHit ? 'diagnosis.hit.any' : 'diagnosis.hit.none')}
        </p>
      )}
      <p className={styles.note}>{t('diagnosis.partsVerdict', { right: outcome.partsRight, needed: outcome.partsNeeded, carried: outcome.partsCarried })}</p>
    </Card>
  );
}

function Recorded({ diagnosis }: { diagnosis: Diagnosis }) {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const { recordedBy, recordedAt } = diagnosis;
  return (
    <Card title={t('diagnosis.expected')} note={recordedBy && recordedAt ? t('diagnosis.by', { name: recordedBy, at: dates.dateTime(recordedAt) }) : undefined}>
      {diagnosis.unknown ? (
        <p>{t('diagnosis.unknown')}</p>
      ) : diagnosis.likelyCauses.length > 0 ? (
        <Bars causes={diagnosis.likelyCauses} />
      ) : (
        <p className={styles.note}>{t('diagnosis.nothingYet')}</p>
      )}
      <h3>{t('diagnosis.parts')}</h3>
      {diagnosis.carriedParts.length === 0 ? <p className={styles.note}>{t('diagnosis.noParts')}</p> : null}
      <ul className={styles.bars}>
        {diagnosis.carriedParts.map((part) => (
          <li key={part.number}>
            {name(part)} <span className={styles.note}>{part.number}</span>
          </li>
        ))}
      </ul>
      {diagnosis.remarks && <p>{diagnosis.remarks}</p>}
    </Card>
  );
}

function Bars({ causes, onUse }: { causes: (LikelyCause & { count?: number; low?: number; high?: number })[]; onUse?: (cause: LikelyCause) => void }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  return (
    <ul className={styles.bars}>
      {causes.map((cause) => (
        <li key={cause.code} className={styles.bar}>
          <span>{name(cause)}</span>
          <span className={styles.track} aria-hidden="true" title={cause.low === undefined ? undefined : t('diagnosis.interval', { low: numbers.percent(cause.low), high: numbers.percent(cause.high ?? 1) })}>
            <span className={styles.fill} style={{ width: `${cause.probability * 100}%` }} />
            {cause.low !== undefined && cause.high !== undefined && <span className={styles.doubt} style={{ left: `${cause.low * 100}%`, width: `${(cause.high - cause.low) * 100}%` }} />}
          </span>
          <span className={styles.number}>{numbers.percent(cause.probability)}</span>
          {onUse ? <IconButton icon={PlusIcon} label={t('diagnosis.use', { cause: name(cause) })} onPress={() => onUse(cause)} /> : <span className={styles.note}>{cause.count !== undefined && t('diagnosis.count', { count: cause.count })}</span>}
        </li>
      ))}
    </ul>
  );
}

function Counted({ counted, onUse }: { counted: CountedCauses; onUse?: (cause: LikelyCause) => void }) {
  const t = useText();
  return (
    <Card title={t('diagnosis.counted')} note={counted.basis === 'NONE' ? undefined : t(`diagnosis.basis.${counted.basis}`, { total: counted.total })}>
      {counted.causes.length === 0 ? <EmptyState title={t('diagnosis.neverFound')} /> : <Bars causes={counted.causes} onUse={onUse} />}
    </Card>
  );
}

interface Row {
  cause: Option | null;
  percent: number | null;
}

/** Technical support's own word; the server judges sums and the limit of two parts. */
function Editor({ tagged }: { tagged: Tagged<Diagnosis> }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const { data: diagnosis, etag } = tagged;
  const causes = useQuery(causesQuery);
  const asOption = (thing: { nameZh: string; nameEn: string }, id: string): Option => ({ id, label: name(thing) });
  const [rows, setRows] = useState<Row[]>(() =>
    diagnosis.likelyCauses.length > 0
      ? diagnosis.likelyCauses.map((cause) => ({ cause: asOption(cause, cause.code), percent: Math.round(cause.probability * 1000) / 10 }))
      : [{ cause: null, percent: null }],
  );
  const [parts, setParts] = useState<(Option | null)[]>(() => [0, 1].map((slot) => (diagnosis.carriedParts[slot] ? partOption(diagnosis.carriedParts[slot], name) : null)));
  const [unknown, setUnknown] = useState(diagnosis.unknown);
  const [remarks, setRemarks] = useState(diagnosis.remarks);
  const path = `/api/v1/cases/${encodeURIComponent(diagnosis.caseNumber)}/diagnosis`;
  const touches = [['diagnosis', diagnosis.caseNumber], ['diagnoses'], ['cases']];
  const save = useAction({
    touches,
    run: () =>
      call('PUT', path, {
        headers: ifMatch(etag),
        body: {
          unknown,
          likelyCauses: unknown ? [] : rows.filter((row) => row.cause).map((row) => ({ code: row.cause?.id, probability: (row.percent ?? 0) / 100 })),
          parts: parts.filter((part) => part !== null).map((part) => part.id),
          remarks,
        },
      }),
    onSuccess: () => toast({ kind: 'success', text: t('diagnosis.saved', { number: diagnosis.caseNumber }) }),
  });
  const agree = useAction({
    touches,
    run: (_: void, { headers }) => call('POST', `${path}/agree`, { headers: { ...headers, ...ifMatch(etag) } }),
    onSuccess: () => toast({ kind: 'success', text: t('diagnosis.agreed', { number: diagnosis.caseNumber }) }),
  });
  const problem = save.error ?? agree.error;
  const use = (cause: LikelyCause) =>
    setRows((before) => [...before.filter((row) => row.cause && row.cause.id !== cause.code), { cause: asOption(cause, cause.code), percent: Math.round(cause.probability * 1000) / 10 }]);
  const findCauses = async (text: string) =>
    (causes.data ?? [])
      .filter((cause) => cause.parentCode !== null && `${cause.nameZh} ${cause.nameEn} ${cause.code}`.toLowerCase().includes(text.toLowerCase()))
      .slice(0, 20)
      .map((cause) => asOption(cause, cause.code));
  const findMatchingParts = async (text: string, signal: AbortSignal) => (await findParts(text, signal)).map((part) => partOption(part, name));
  const carry = (part: Part) =>
    setParts((before) => {
      if (before.some((one) => one?.id === part.number)) return before;
      const free = before.indexOf(null);
      return before.map((one, slot) => (slot === (free < 0 ? 1 : free) ? partOption(part, name) : one));
    });
  return (
    <>
      <Counted counted={diagnosis.counted} onUse={use} />
      <Card title={t('diagnosis.expected')}>
        <div className={styles.rows}>
          {problem && (
            <Banner kind="error" title={problem.detail ?? problem.title} isLive>
              {problem.errors.map((error) => error.message).join(' ') || problem.hint}
            </Banner>
          )}
          <Checkbox isSelected={unknown} onChange={setUnknown}>
            {t('diagnosis.unknown')}
          </Checkbox>
          {!unknown && (
            <>
              {rows.map((row, position) => (
                <div className={styles.row} key={`${position}:${row.cause?.id ?? ''}`}>
                  <ComboBox
                    label={t('diagnosis.cause')}
                    hideLabel={position > 0}
                    value={row.cause}
                    minimum={0}
                    search={findCauses}
                    onChange={(cause) => setRows((before) => before.map((one, index) => (index === position ? { ...one, cause } : one)))}
                  />
                  <NumberField
                    label={t('diagnosis.probability')}
                    hideLabel={position > 0}
                    value={row.percent}
                    minValue={0}
                    maxValue={100}
                    unit="%"
                    hideStepper
                    onChange={(percent) => setRows((before) => before.map((one, index) => (index === position ? { ...one, percent } : one)))}
                  />
                  <IconButton icon={TrashIcon} label={t('diagnosis.removeCause')} onPress={() => setRows((before) => before.filter((_, index) => index !== position))} />
                </div>
              ))}
              <div>
                <Button icon={PlusIcon} onPress={() => setRows((before) => [...before, { cause: null, percent: null }])}>
                  {t('diagnosis.addCause')}
                </Button>
              </div>
            </>
          )}
          {[0, 1].map((slot) => (
            <div className={styles.slot} key={`${slot}:${parts[slot]?.id ?? ''}`}>
              <ComboBox
                label={t('diagnosis.part', { slot: slot + 1 })}
                value={parts[slot] ?? null}
                minimum={0}
                search={findMatchingParts}
                onChange={(part) => setParts((before) => before.map((one, index) => (index === slot ? part : one)))}
              />
            </div>
          ))}
          {diagnosis.counted.worthCarrying.length > 0 && (
            <div className={styles.suggested}>
              {diagnosis.counted.worthCarrying.map(({ part, chance }) => (
                <Button key={part.number} icon={PlusIcon} onPress={() => carry(part)}>
                  {t('diagnosis.carry', { part: name(part), chance: numbers.percent(chance) })}
                </Button>
              ))}
            </div>
          )}
          <TextArea label={t('diagnosis.remarks')} value={remarks} onChange={setRemarks} rows={2} maxLength={2000} />
          <div className={styles.foot}>
            <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
              {t('diagnosis.save')}
            </Button>
            {diagnosis.actions.includes('agree') && (
              <Button icon={CheckIcon} isPending={agree.isPending} onPress={() => agree.mutate()}>
                {t('diagnosis.agree')}
              </Button>
            )}
          </div>
        </div>
      </Card>
    </>
  );
}

function partOption(part: Part, name: (thing: Part) => string): Option {
  return { id: part.number, label: `${name(part)} · ${part.number}` };
}

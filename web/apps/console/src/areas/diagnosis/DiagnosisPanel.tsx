import { call, ifMatch, useAction, type Tagged } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, ComboBox, EmptyState, ErrorState, IconButton, NumberField, Skeleton, StatusTag, TextArea, toast, type Option } from '@firstfix/ui';
import { CheckIcon, PlusIcon, SlashIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { causesQuery, diagnosisQuery, findParts, useName, type CountedCauses, type Diagnosis, type Earlier, type LikelyCause, type Part, type Predicted } from './data.ts';
import { GuidedChecks, LikelyCauses, PartChoices } from './Prediction.tsx';
import styles from './diagnosis.module.css';
import engine from './prediction.module.css';

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
        {diagnosis.answer !== 'NONE' && <span className={styles.note}>{t(`diagnosis.answer.${diagnosis.answer}`)}</span>}
        {diagnosis.review === 'PENDING' && <StatusTag tone="waiting">{t('diagnosis.reviewPending')}</StatusTag>}
        {diagnosis.review === 'AGREED' && <span className={styles.note}>{t('diagnosis.agreedBy', { name: diagnosis.reviewedBy })}</span>}
      </div>
      {diagnosis.outcome && <Outcome outcome={diagnosis.outcome} />}
      {diagnosis.actions.includes('record') ? (
        <Editor key={caseNumber} tagged={query.data} />
      ) : (
        <>
          {diagnosis.status !== 'OPEN' && <Recorded diagnosis={diagnosis} />}
          {diagnosis.predicted && <Engine diagnosis={diagnosis} prediction={diagnosis.predicted} />}
          <Counted counted={diagnosis.counted} />
        </>
      )}
      {diagnosis.earlier.length > 0 && <EarlierVisits visits={diagnosis.earlier} />}
    </div>
  );
}

/** What support has said so far, to be told from what moves beside it: the prediction, by a check or by news of the case. */
function recorded({ visit, status, unknown, likelyCauses, carriedParts, remarks }: Diagnosis) {
  return JSON.stringify([visit, status, unknown, likelyCauses.map(({ code, probability }) => [code, probability]), carriedParts.map((part) => part.number), remarks]);
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
      {outcome.conditions.length > 0 && <p className={styles.note}>{t('diagnosis.atSite', { conditions: outcome.conditions.map((one) => t(`diagnosis.condition.${one}`)).join(t('diagnosis.and')) })}</p>}
    </Card>
  );
}

/** What the engine thinks, why, what to carry and what to ask next. */
function Engine({ diagnosis, prediction, onChoose, children }: { diagnosis: Diagnosis; prediction: Predicted; onChoose?: (position: number) => void; children?: ReactNode }) {
  const t = useText();
  const numbers = useNumbers();
  return (
    <Card title={t('diagnosis.engine')} note={t('diagnosis.engine.learntFrom', { count: numbers.number(prediction.learntFrom), model: prediction.model })}>
      <div className={engine.stack}>
        {prediction.unknown && <Banner kind="info" title={t('diagnosis.engine.dontKnow')} />}
        <LikelyCauses prediction={prediction} />
        <h3>{t('diagnosis.parts')}</h3>
        <PartChoices prediction={prediction} onChoose={onChoose} />
        {children}
        <GuidedChecks prediction={prediction} caseNumber={diagnosis.caseNumber} />
      </div>
    </Card>
  );
}

/** What went with the engineer on each visit, and what became of it: the person's word beside the engine's. */
function EarlierVisits({ visits }: { visits: Earlier[] }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const verdict = (hit: boolean | null) => (hit === null ? null : hit ? <CheckIcon title={t('diagnosis.right')} /> : <SlashIcon title={t('diagnosis.wrong')} />);
  return (
    <Card title={t('diagnosis.wentWith')}>
      <ul className={styles.bars}>
        {visits.map((visit) => (
          <li key={visit.visit}>
            <strong>{t('diagnosis.visit', { visit: visit.visit })}</strong>{' '}
            {visit.unknown ? t('diagnosis.unknown') : visit.likelyCauses[0] ? `${name(visit.likelyCauses[0])} ${numbers.percent(visit.likelyCauses[0].probability)}` : t('diagnosis.nothingYet')} {verdict(visit.topHit)}
            <br />
            <span className={styles.note}>
              {visit.source === 'PREDICTED' ? t('diagnosis.engineAlone') : t('diagnosis.saidBy', { name: visit.recordedBy, answer: t(`diagnosis.answer.${visit.answer}`) })}
              {visit.engineCause && visit.source !== 'PREDICTED' && (
                <>
                  {' · '}
                  {t('diagnosis.engineSaid', { cause: name(visit.engineCause), probability: numbers.percent(visit.engineCause.probability) })} {verdict(visit.engineTopHit)}
                </>
              )}
              {visit.enginePromise !== null && (
                <>
                  {' · '}
                  {t('diagnosis.enginePromised', { promise: numbers.percent(visit.enginePromise) })} {verdict(visit.engineCovered)}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
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

const emptyRow: Row = { cause: null, percent: null };

interface Draft {
  rows: Row[];
  parts: (Option | null)[];
  unknown: boolean;
  remarks: string;
}

/** Technical support's own word; the server judges sums and the limit of two parts. */
function Editor({ tagged }: { tagged: Tagged<Diagnosis> }) {
  const t = useText();
  const name = useName();
  const { data: diagnosis, etag } = tagged;
  const causes = useQuery(causesQuery);
  const asOption = (thing: { nameZh: string; nameEn: string }, id: string): Option => ({ id, label: name(thing) });
  const { predicted } = diagnosis;
  const asPredicted = predicted && {
    unknown: predicted.unknown,
    likelyCauses: predicted.unknown ? [] : predicted.causes.slice(0, 3).map((cause) => ({ code: cause.code, probability: Math.floor(cause.probability * 10_000) / 10_000 })).filter((cause) => cause.probability > 0),
    parts: predicted.choices[0]?.parts.map((part) => part.number) ?? [],
    remarks: '',
  };
  const rowOf = (cause: LikelyCause): Row => ({ cause: asOption(cause, cause.code), percent: Math.round(cause.probability * 1000) / 10 });
  const partsOf = (carried: Part[]) => [0, 1].map((slot) => (carried[slot] ? partOption(carried[slot], name) : null));
  const recordedDraft = (): Draft => ({
    rows: diagnosis.likelyCauses.length > 0 ? diagnosis.likelyCauses.map(rowOf) : [emptyRow],
    parts: partsOf(diagnosis.carriedParts),
    unknown: diagnosis.unknown,
    remarks: diagnosis.remarks,
  });
  const beginsOpen = diagnosis.status === 'RECORDED' || !predicted;
  const [isEditing, setEditing] = useState(beginsOpen);
  const [draft, setDraft] = useState(recordedDraft);
  const change = (what: (before: Draft) => Partial<Draft>) => setDraft((before) => ({ ...before, ...what(before) }));
  const changeRow = (position: number, what: Partial<Row>) => change(({ rows }) => ({ rows: rows.map((row, index) => (index === position ? { ...row, ...what } : row)) }));
  const written = JSON.stringify(draft);
  const [begunFrom, setBegunFrom] = useState({ recorded: recorded(diagnosis), written });
  const takeOver = () => {
    const theirs = recordedDraft();
    setEditing(beginsOpen);
    setDraft(theirs);
    setBegunFrom({ recorded: recorded(diagnosis), written: JSON.stringify(theirs) });
  };
  // What one has begun to write is not taken away by what a colleague has recorded meanwhile.
  const isOvertaken = recorded(diagnosis) !== begunFrom.recorded;
  if (isOvertaken && (!isEditing || written === begunFrom.written)) takeOver();
  const path = `/api/v1/cases/${encodeURIComponent(diagnosis.caseNumber)}/diagnosis`;
  const touches = [['diagnosis', diagnosis.caseNumber], ['diagnoses'], ['cases']];
  const save = useAction({
    touches,
    run: (body: object) => call('PUT', path, { headers: ifMatch(etag), body }),
    onSuccess: () => {
      // What comes back is one's own.
      setBegunFrom((before) => ({ ...before, written }));
      toast({ kind: 'success', text: t('diagnosis.saved', { number: diagnosis.caseNumber }) });
    },
  });
  const agree = useAction({
    touches,
    run: (_: void, { headers }) => call('POST', `${path}/agree`, { headers: { ...headers, ...ifMatch(etag) } }),
    onSuccess: () => toast({ kind: 'success', text: t('diagnosis.agreed', { number: diagnosis.caseNumber }) }),
  });
  const mine = () => ({
    unknown: draft.unknown,
    likelyCauses: draft.unknown ? [] : draft.rows.filter((row) => row.cause).map((row) => ({ code: row.cause?.id, probability: (row.percent ?? 0) / 100 })),
    parts: draft.parts.filter((part) => part !== null).map((part) => part.id),
    remarks: draft.remarks,
  });
  const start = (choice: number) => {
    // Rounded down: three rounded up may come to more than one.
    const thought = (predicted?.causes ?? []).slice(0, 3).map((cause) => ({ ...rowOf(cause), percent: Math.floor(cause.probability * 1000) / 10 }));
    change(() => ({ rows: thought.length > 0 ? thought : [emptyRow], parts: partsOf(predicted?.choices[choice]?.parts ?? []) }));
    setEditing(true);
  };
  const problem = save.error ?? agree.error;
  const isTold = isOvertaken && !save.isPending;
  const use = (cause: LikelyCause) => change(({ rows }) => ({ rows: [...rows.filter((row) => row.cause && row.cause.id !== cause.code), rowOf(cause)] }));
  const findCauses = async (text: string) =>
    (causes.data ?? [])
      .filter((cause) => cause.parentCode !== null && `${cause.nameZh} ${cause.nameEn} ${cause.code}`.toLowerCase().includes(text.toLowerCase()))
      .slice(0, 20)
      .map((cause) => asOption(cause, cause.code));
  const findMatchingParts = async (text: string, signal: AbortSignal) => (await findParts(text, signal)).map((part) => partOption(part, name));
  return (
    <>
      {problem && (
        <Banner kind="error" title={problem.detail ?? problem.title} isLive>
          {problem.errors.map((error) => error.message).join(' ') || problem.hint}
        </Banner>
      )}
      {predicted && (
        <Engine diagnosis={diagnosis} prediction={predicted} onChoose={diagnosis.status === 'OPEN' ? start : undefined}>
          {diagnosis.status === 'OPEN' && (
            <div className={styles.foot}>
              <Button kind="primary" icon={CheckIcon} isPending={save.isPending} onPress={() => asPredicted && save.mutate(asPredicted)}>
                {t('diagnosis.confirm')}
              </Button>
              {!isEditing && <Button onPress={() => start(0)}>{t('diagnosis.change')}</Button>}
              {!isEditing && !predicted.unknown && (
                <Button kind="quiet" isDisabled={save.isPending} onPress={() => save.mutate({ unknown: true, likelyCauses: [], parts: asPredicted?.parts ?? [], remarks: '' })}>
                  {t('diagnosis.unknown')}
                </Button>
              )}
            </div>
          )}
        </Engine>
      )}
      {isTold && <Recorded diagnosis={diagnosis} />}
      {isEditing && (
      <Card title={t(isTold ? 'diagnosis.mine' : 'diagnosis.expected')}>
        <div className={styles.rows}>
          <Checkbox isSelected={draft.unknown} onChange={(unknown) => change(() => ({ unknown }))}>
            {t('diagnosis.unknown')}
          </Checkbox>
          {!draft.unknown && (
            <>
              {draft.rows.map((row, position) => (
                <div className={styles.row} key={position}>
                  <ComboBox
                    label={t('diagnosis.cause')}
                    hideLabel={position > 0}
                    value={row.cause}
                    minimum={0}
                    search={findCauses}
                    onChange={(cause) => changeRow(position, { cause })}
                  />
                  <NumberField
                    label={t('diagnosis.probability')}
                    hideLabel={position > 0}
                    value={row.percent}
                    minValue={0}
                    maxValue={100}
                    unit="%"
                    hideStepper
                    onChange={(percent) => changeRow(position, { percent })}
                  />
                  <IconButton icon={TrashIcon} label={t('diagnosis.removeCause')} onPress={() => change(({ rows }) => ({ rows: rows.filter((_, index) => index !== position) }))} />
                </div>
              ))}
              <div>
                <Button icon={PlusIcon} onPress={() => change(({ rows }) => ({ rows: [...rows, emptyRow] }))}>
                  {t('diagnosis.addCause')}
                </Button>
              </div>
            </>
          )}
          {[0, 1].map((slot) => (
            <div className={styles.slot} key={slot}>
              <ComboBox
                label={t('diagnosis.part', { slot: slot + 1 })}
                value={draft.parts[slot] ?? null}
                minimum={0}
                search={findMatchingParts}
                onChange={(part) => change(({ parts }) => ({ parts: parts.map((one, index) => (index === slot ? part : one)) }))}
              />
            </div>
          ))}
          <TextArea label={t('diagnosis.remarks')} value={draft.remarks} onChange={(remarks) => change(() => ({ remarks }))} rows={2} maxLength={2000} />
          {isTold && (
            <Banner kind="warning" isLive title={t('diagnosis.overtaken', { name: diagnosis.recordedBy ?? '–' })} actions={<Button onPress={takeOver}>{t('diagnosis.takeOver')}</Button>}>
              {t('diagnosis.overtakenText')}
            </Banner>
          )}
          <div className={styles.foot}>
            <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate(mine())}>
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
      )}
      <Counted counted={diagnosis.counted} onUse={isEditing ? use : undefined} />
    </>
  );
}

function partOption(part: Part, name: (thing: Part) => string): Option {
  return { id: part.number, label: `${name(part)} · ${part.number}` };
}

import { useText } from '@firstfix/i18n';
import { Card, NumberField, Select, Switch } from '@firstfix/ui';
import type { ProblemError } from '@firstfix/api';
import { useEffect, useRef, type ReactNode } from 'react';
import { freshMargin, freshPublication, freshReserve, groups, read, unitOf, useFigure, write, type Policy } from './data.ts';
import styles from './policy.module.css';

interface SentencesProps {
  policy: Policy;
  /** What holds now: said beside each figure that differs from it. */
  before: Policy;
  onChange: (policy: Policy) => void;
  isReadOnly: boolean;
  problem: ProblemError | null;
  /** The figure to begin at. */
  focus?: string;
}

const halfHours = Array.from({ length: 48 }, (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`);

/** A policy as sentences: each says what something is worth, with a field in it. */
export function Sentences({ policy, before, onChange, isReadOnly, problem, focus }: SentencesProps) {
  const t = useText();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focus) return;
    const sentence = page.current?.querySelector<HTMLElement>(`[data-figure="${focus}"]`);
    sentence?.scrollIntoView({ block: 'center' });
    sentence?.querySelector('input')?.focus();
  }, [focus]);
  const sentence = (figure: string) => (
    <Sentence key={figure} figure={figure} policy={policy} before={before} onChange={onChange} isReadOnly={isReadOnly} error={problem?.at(figure)} isFocused={figure === focus} />
  );
  return (
    <div className={styles.groups} ref={page}>
      {groups.map((group) => (
        <Card key={group.id} title={t(`dispatch.weigh.group.${group.id}`)}>
          <p className={styles.why}>{t(`dispatch.weigh.why.${group.id}`)}</p>
          {group.id === 'margin' && (
            <Switch isSelected={policy.margin !== null} isDisabled={isReadOnly} onChange={(on) => onChange({ ...policy, margin: on ? freshMargin : null })}>
              {t('dispatch.weigh.marginOn')}
            </Switch>
          )}
          {group.id === 'rest' && (
            <Switch isSelected={policy.legalRestHours !== null} isDisabled={isReadOnly} onChange={(on) => onChange({ ...policy, legalRestHours: on ? 11 : null })}>
              {t('dispatch.weigh.restOn')}
            </Switch>
          )}
          {group.id === 'reserve' && (
            <Switch isSelected={policy.reserve !== null} isDisabled={isReadOnly} onChange={(on) => onChange({ ...policy, reserve: on ? freshReserve : null })}>
              {t('dispatch.weigh.reserveOn')}
            </Switch>
          )}
          {group.id === 'publication' && (
            <Switch isSelected={policy.publication !== null} isDisabled={isReadOnly} onChange={(on) => onChange({ ...policy, publication: on ? freshPublication : null })}>
              {t('dispatch.weigh.publicationOn')}
            </Switch>
          )}
          <div className={styles.sentences}>{group.figures.filter((figure) => read(policy, figure) !== null).map(sentence)}</div>
        </Card>
      ))}
    </div>
  );
}

interface SentenceProps {
  figure: string;
  policy: Policy;
  before: Policy;
  onChange: (policy: Policy) => void;
  isReadOnly: boolean;
  error?: string;
  isFocused: boolean;
}

/** The field stands where the language wants it. */
function Sentence({ figure, policy, before, onChange, isReadOnly, error, isFocused }: SentenceProps) {
  const t = useText();
  const say = useFigure();
  const value = read(policy, figure);
  const old = read(before, figure);
  const key = `dispatch.weigh.figure.${figure}`;
  const label = t(key, { field: '…' });
  const unit = unitOf(figure);
  const isOther = old !== value;
  const was = typeof old === 'string' ? old : say(figure, old);
  const field = (): ReactNode => {
    if (unit === 'time')
      return <Select label={label} hideLabel isDisabled={isReadOnly} value={String(value)} onChange={(next) => onChange(write(policy, figure, next))} options={halfHours.map((id) => ({ id, label: id }))} error={error} />;
    const isMoney = unit === 'money';
    return (
      <NumberField
        label={label}
        hideLabel
        hideStepper
        isReadOnly={isReadOnly}
        value={isMoney ? Number(value) / 100 : Number(value)}
        onChange={(next) => next !== null && onChange(write(policy, figure, isMoney ? Math.round(next * 100) : next))}
        minValue={0}
        step={isMoney || unit === 'factor' ? 0.01 : 1}
        formatOptions={isMoney ? { style: 'currency', currency: 'CNY' } : { maximumFractionDigits: 2 }}
        error={error}
      />
    );
  };
  const [first, last] = t(key, { field: '\u0001' }).split('\u0001');
  return (
    <div className={styles.sentence} data-figure={figure} data-focus={isFocused || undefined}>
      <span>{first}</span>
      <span className={styles.field} data-unit={unit}>{field()}</span>
      <span>{last}</span>
      {isOther && <span className={styles.was}>{t('dispatch.weigh.was', { value: was })}</span>}
    </div>
  );
}

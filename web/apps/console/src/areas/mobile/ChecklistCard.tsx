import { useNumbers, useText } from '@firstfix/i18n';
import { Button, Card, NumberField, StatusTag, TextArea } from '@firstfix/ui';
import { CheckIcon, CloseIcon, MinusIcon, RefreshIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useName, type Check, type WorkOrder } from './data.ts';
import type { CheckAnswer, useChecks } from './checks.ts';
import styles from './mobile.module.css';

type Checks = ReturnType<typeof useChecks>;

export function ChecklistCard({ order, checks, canWrite }: { order: WorkOrder; checks: Checks; canWrite: boolean }) {
  const t = useText();
  const { checklist } = order;
  if (checklist.length === 0) return null;
  const done = checklist.filter((item) => (checks.unsaved.get(item.position) ?? item).answer != null).length;
  const refused = [...checks.unsaved.values()].filter((given) => given.problem).length;
  const open = checks.unsaved.size - refused;
  return (
    <Card
      className={styles.panel}
      title={t('mobile.checklist', { done, all: checklist.length })}
      actions={
        canWrite && (
          <span role="status">
            {open > 0 ? (
              <StatusTag tone={checks.isWaiting ? 'waiting' : 'new'} icon={checks.isWaiting ? undefined : RefreshIcon}>
                {checks.isWaiting ? t('mobile.save.waiting') : t('mobile.save.saving')}
              </StatusTag>
            ) : (
              done > 0 && refused === 0 && <StatusTag tone="done">{t('mobile.save.saved')}</StatusTag>
            )}
          </span>
        )
      }
    >
      {!canWrite && order.startedAt == null && <p className={styles.note}>{t('mobile.checklist.later')}</p>}
      <ul className={styles.checks}>
        {checklist.map((item) => (
          <li key={item.position} id={`check-${item.position}`}>
            <CheckLine item={item} checks={checks} canWrite={canWrite} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One tap says OK; the second control says what is not. A reading is typed and judged by its limits on the server. */
function CheckLine({ item, checks, canWrite }: { item: Check; checks: Checks; canWrite: boolean }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const given = checks.unsaved.get(item.position);
  const answer = given ? given.answer : (item.answer ?? null);
  const reading = given ? given.reading : (item.reading ?? null);
  const note = given ? given.note : item.note;
  const [value, setValue] = useState<number | null>(reading);
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState(note);
  const isReading = item.kind === 'READING';
  const shown = answer;

  const put = (next: CheckAnswer | null, more: { note?: string; reading?: number | null } = {}) => {
    const number = 'reading' in more ? (more.reading ?? null) : value;
    checks.put(item.position, { answer: next, reading: next === null || next === 'NOT_APPLICABLE' ? null : number, note: next === null ? '' : (more.note ?? (next === 'NOT_OK' ? words : '')) });
  };
  const limits =
    item.low != null && item.high != null
      ? t('mobile.limits.between', { low: numbers.number(item.low), high: numbers.number(item.high), unit: item.unit })
      : item.low != null
        ? t('mobile.limits.low', { low: numbers.number(item.low), unit: item.unit })
        : item.high != null
          ? t('mobile.limits.high', { high: numbers.number(item.high), unit: item.unit })
          : '';
  const outOfRange = !given && item.outOfRange;
  const label = name(item);
  return (
    <div className={styles.check} data-answer={shown ?? undefined}>
      <div className={styles.checkRow}>
        <ToggleButton
          className={styles.tick}
          aria-label={t('mobile.check.ok', { text: label })}
          isSelected={shown === 'OK'}
          isDisabled={!canWrite || (isReading && value === null && shown !== 'OK')}
          onChange={() => {
            setAsking(false);
            put(answer === 'OK' ? null : 'OK');
          }}
        >
          <span>{shown === 'OK' && <CheckIcon size={22} strokeWidth={2.2} />}</span>
        </ToggleButton>
        <div className={styles.checkWords}>
          <p>
            {label}
            {item.required && (
              <span className={styles.required}>
                <span aria-hidden="true">{'\u00a0*'}</span>
                <span className="visually-hidden"> {t('mobile.required')}</span>
              </span>
            )}
          </p>
          {(limits || outOfRange) && (
            <p className={styles.note}>
              {limits} {outOfRange && <StatusTag tone="breached">{t('mobile.outOfRange')}</StatusTag>}
            </p>
          )}
          {!canWrite && reading !== null && <p>{`${numbers.number(reading)} ${item.unit}`}</p>}
          {!isAsking && answer === 'NOT_OK' && note && <p className={styles.faultNote}>{note}</p>}
          {answer === 'NOT_APPLICABLE' && <p className={styles.note}>{t('mobile.check.skipped')}</p>}
        </div>
        {(canWrite || shown === 'NOT_OK' || shown === 'NOT_APPLICABLE') && (
          <ToggleButton
            className={styles.fault}
            data-answer={shown ?? undefined}
            aria-label={t('mobile.check.fault', { text: label })}
            isSelected={shown === 'NOT_OK' || shown === 'NOT_APPLICABLE'}
            isDisabled={!canWrite}
            onChange={() => setAsking(!isAsking)}
          >
            {shown === 'NOT_APPLICABLE' ? <MinusIcon size={20} strokeWidth={2} /> : <CloseIcon size={20} strokeWidth={2} />}
          </ToggleButton>
        )}
      </div>
      {isReading && canWrite && shown !== 'NOT_APPLICABLE' && (
        <NumberField
          label={t('mobile.reading', { text: label })}
          hideLabel
          value={value}
          unit={item.unit}
          hideStepper
          formatOptions={{ maximumFractionDigits: 4, useGrouping: false }}
          onChange={(next) => {
            setValue(next);
            // A number that was read is an answer; whether it is in order the person may still say otherwise.
            if (next !== null) put(answer === 'NOT_OK' ? 'NOT_OK' : 'OK', { reading: next });
          }}
        />
      )}
      {isAsking && (
        <form
          className={styles.asking}
          onSubmit={(event) => {
            event.preventDefault();
            if (!words.trim()) return;
            put('NOT_OK', { note: words.trim() });
            setAsking(false);
          }}
        >
          <TextArea label={t('mobile.check.note')} isRequired autoFocus rows={2} maxLength={500} value={words} onChange={setWords} />
          <Button kind="primary" type="submit" isDisabled={!words.trim()}>
            {t('mobile.check.saveFault')}
          </Button>
          <div className={styles.cardActions}>
            <Button
              className={styles.grows}
              onPress={() => {
                put('NOT_APPLICABLE');
                setAsking(false);
              }}
            >
              {t('mobile.check.skipped')}
            </Button>
            <Button
              className={styles.grows}
              onPress={() => {
                if (answer === 'NOT_OK' || answer === 'NOT_APPLICABLE') put(null);
                setAsking(false);
              }}
            >
              {t(answer === 'NOT_OK' || answer === 'NOT_APPLICABLE' ? 'mobile.check.reopen' : 'common.cancel')}
            </Button>
          </div>
        </form>
      )}
      {given?.problem && (
        <p className={styles.refused} role="alert">
          {given.problem.at('note') ?? given.problem.at('reading') ?? given.problem.detail ?? given.problem.title}{' '}
          <Button kind="quiet" onPress={() => checks.drop(item.position)}>
            {t('common.undo')}
          </Button>
        </p>
      )}
    </div>
  );
}

import { call, ifMatch, useAction } from '@firstfix/api';
import { useLanguage, useNumbers, useText } from '@firstfix/i18n';
import { Button, IconButton, StatusTag } from '@firstfix/ui';
import { CheckIcon, ChevronDownIcon, ChevronRightIcon, ContractIcon, HistoryIcon, SearchIcon, SlashIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { useCan } from '../../session/session.ts';
import { useName, type Predicted, type PredictedCause, type Reason } from './data.ts';
import styles from './prediction.module.css';

/** What the engine thinks it is: each cause with its probability and, opened, with why; and what it does not know. */
export function LikelyCauses({ prediction, most = 6 }: { prediction: Predicted; most?: number }) {
  const t = useText();
  const numbers = useNumbers();
  return (
    <ul className={styles.causes}>
      {prediction.causes.slice(0, most).map((cause) => (
        <Cause key={cause.code} cause={cause} />
      ))}
      <li className={styles.cause}>
        <span className={styles.note}>{t('diagnosis.engine.unseen')}</span>
        <span className={styles.number}>{numbers.percent(prediction.unknownProbability)}</span>
        <span />
        <span className={styles.track} aria-hidden="true">
          <span className={styles.fill} data-unknown style={{ inlineSize: `${prediction.unknownProbability * 100}%` }} />
        </span>
      </li>
    </ul>
  );
}

function Cause({ cause }: { cause: PredictedCause }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.cause}>
      <span className={styles.name}>{name(cause)}</span>
      <span className={styles.number}>{numbers.percent(cause.probability)}</span>
      <IconButton
        icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
        label={t(isOpen ? 'diagnosis.engine.hideWhy' : 'diagnosis.engine.showWhy', { cause: name(cause) })}
        isDisabled={cause.reasons.length === 0}
        onPress={() => setOpen(!isOpen)}
      />
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${cause.probability * 100}%` }} />
      </span>
      {isOpen && (
        <div className={styles.why}>
          <ul className={styles.reasons}>
            {cause.reasons.map((reason, position) => (
              <Why key={`${reason.kind}-${reason.reference}-${position}`} reason={reason} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

const signs = { PAST_CASE: HistoryIcon, CASE_ELSEWHERE: HistoryIcon, MAKERS_TABLE: ContractIcon, WORD: SearchIcon, COUNTED: CheckIcon } as const;

function Why({ reason }: { reason: Reason }) {
  const t = useText();
  const numbers = useNumbers();
  const { language } = useLanguage();
  const Sign = signs[reason.kind];
  const text = language === 'zh-CN' ? reason.text : reason.textEn;
  const likeness = numbers.percent(reason.strength);
  return (
    <li className={styles.reason}>
      <Sign size={14} />
      <span>
        {reason.kind === 'PAST_CASE' && (
          <>
            <AppLink href={`/cases/${reason.reference}`}>{reason.reference}</AppLink> {text} · {t('diagnosis.engine.alike', { likeness })}
          </>
        )}
        {reason.kind === 'CASE_ELSEWHERE' && t('diagnosis.engine.elsewhere', { likeness })}
        {reason.kind === 'MAKERS_TABLE' && t('diagnosis.engine.makers', { text, likeness })}
        {reason.kind === 'WORD' && t('diagnosis.engine.word', { text })}
        {reason.kind === 'COUNTED' && t('diagnosis.engine.counted', { group: text, times: numbers.number(Math.round(reason.times)), of: numbers.number(Math.round(reason.of)) })}
      </span>
    </li>
  );
}

/** At most two parts, with the chance that they are all that is needed; the best choice first and others for comparison. */
export function PartChoices({ prediction, most = 3, onChoose }: { prediction: Predicted; most?: number; onChoose?: (position: number) => void }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  return (
    <ul className={styles.choices}>
      {prediction.choices.slice(0, most).map((choice, position) => (
        <li key={choice.kinds.join('+') || 'none'} className={styles.choice} data-best={position === 0 || undefined}>
          <span>
            {choice.kinds.length === 0 ? t('diagnosis.engine.noPart') : choice.parts.length > 0 ? choice.parts.map(name).join(t('diagnosis.engine.plus')) : choice.kinds.join(t('diagnosis.engine.plus'))}
            <br />
            <span className={styles.note}>{position === 0 ? t('diagnosis.engine.promise') : t('diagnosis.engine.instead')}</span>
          </span>
          <span className={styles.answers}>
            <span className={styles.promise}>{numbers.percent(choice.promise)}</span>
            {onChoose && position > 0 && (
              <Button kind="quiet" onPress={() => onChoose(position)}>
                {t('diagnosis.engine.take')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What to ask or look at next, the most telling first; an answer moves causes and parts at once. */
export function GuidedChecks({ prediction, caseNumber, hideTitle }: { prediction: Predicted; caseNumber: string; hideTitle?: boolean }) {
  const t = useText();
  const numbers = useNumbers();
  const can = useCan();
  const { language } = useLanguage();
  const words = (check: { questionZh: string; questionEn: string }) => (language === 'zh-CN' ? check.questionZh : check.questionEn);
  const answer = useAction({
    touches: [['diagnosis', caseNumber]],
    run: ({ code, value, revision }: { code: string; value: 'YES' | 'NO' | 'UNKNOWN'; revision: number }) =>
      call('PUT', `/api/v1/cases/${encodeURIComponent(caseNumber)}/checks/${encodeURIComponent(code)}`, { headers: ifMatch(`"${revision}"`), body: { answer: value } }),
  });
  const mayAnswer = can('diagnosis.answer');
  if (prediction.checks.length === 0 && prediction.answered.length === 0) return null;
  return (
    <>
      {!hideTitle && <h3>{t('diagnosis.check.title')}</h3>}
      {answer.error && <p role="alert">{answer.error.detail ?? answer.error.title}</p>}
      <ul className={styles.checks}>
        {prediction.answered.map((check) => (
          <li key={check.code} className={styles.check}>
            <span>
              {words(check)}
              <br />
              <span className={styles.note}>{t('diagnosis.check.by', { name: check.answeredBy })}</span>
            </span>
            <span className={styles.answers}>
              <StatusTag tone={check.answer === 'YES' ? 'done' : 'new'} icon={check.answer === 'YES' ? CheckIcon : SlashIcon}>
                {t(`diagnosis.check.${check.answer}`)}
              </StatusTag>
              {mayAnswer && (
                <Button kind="quiet" onPress={() => answer.mutate({ code: check.code, value: check.answer === 'YES' ? 'NO' : 'YES', revision: check.revision })}>
                  {t('diagnosis.check.otherwise')}
                </Button>
              )}
            </span>
          </li>
        ))}
        {prediction.checks.map((check) => (
          <li key={check.code} className={styles.check}>
            <span>
              {words(check)}
              <br />
              <span className={styles.note}>
                {t('diagnosis.check.note', { who: t(`diagnosis.check.who.${check.doneBy}`), minutes: check.minutes, bits: numbers.number(Math.round(check.bits * 100) / 100) })}
              </span>
            </span>
            {mayAnswer && (
              <span className={styles.answers}>
                {(['YES', 'NO', 'UNKNOWN'] as const).map((value) => (
                  <Button key={value} kind={value === 'UNKNOWN' ? 'quiet' : undefined} isDisabled={answer.isPending} onPress={() => answer.mutate({ code: check.code, value, revision: 0 })}>
                    {t(`diagnosis.check.${value}`)}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

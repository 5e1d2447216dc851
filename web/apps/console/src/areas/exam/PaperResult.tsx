import { call, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, StatusTag, TextArea } from '@firstfix/ui';
import { CheckIcon, CloseIcon } from '@firstfix/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { paperQuery, useSkills, useWords, type Paper, type PaperQuestion } from './data.ts';
import styles from './exam.module.css';

/** A paper that was handed in: its result, and what there is to learn from it. */
export function PaperResult({ paper }: { paper: Paper }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const { nameOf } = useSkills();
  const { result } = paper;
  if (!result) return <Banner kind="info" isLive title={t('exam.result.grading')}>{t('exam.result.gradingText')}</Banner>;
  const percent = result.possible > 0 ? Math.floor((result.earned / result.possible) * 100) : 0;
  return (
    <>
      <section className={styles.card} aria-label={t('exam.result')}>
        <div className={styles.sides}>
          <span className={styles.big}>{t('exam.result.points', { earned: numbers.number(result.earned), possible: numbers.number(result.possible) })}</span>
          <StatusTag tone={result.passed ? 'done' : 'breached'}>{t(result.passed ? 'exam.result.passed' : 'exam.result.failed')}</StatusTag>
        </div>
        <span>{t('exam.result.mark', { percent: numbers.number(percent), mark: paper.passPercent })}</span>
        {result.passed && (
          <span>
            {t('exam.result.skill', { skill: nameOf(paper.skill), level: paper.level })} {result.validUntil ? t('exam.until', { date: dates.date(result.validUntil) }) : t('exam.validAlways')}
          </span>
        )}
        {!result.passed && <span className={styles.note}>{t('exam.result.nothingLost')}</span>}
        {!result.truthShown && <Banner kind="info" title={t('exam.result.later')}>{t('exam.result.laterText')}</Banner>}
        {result.regradings.map((regrading) => (
          <Banner key={regrading.decidedAt} kind="info" title={t('exam.result.regraded', { before: numbers.number(regrading.earnedBefore), after: numbers.number(regrading.earnedAfter), possible: numbers.number(regrading.possible) })}>
            {`${regrading.reason} (${regrading.decidedBy}, ${dates.dateTime(regrading.decidedAt)})`}
          </Banner>
        ))}
      </section>
      {paper.questions.map((question) => (
        <Answered key={question.position} paper={paper.id} question={question} />
      ))}
    </>
  );
}

function Answered({ paper, question }: { paper: string; question: PaperQuestion }) {
  const t = useText();
  const words = useWords();
  const numbers = useNumbers();
  const [objects, setObjects] = useState(false);
  const { truth, appeal } = question;
  const earned = question.earned ?? 0;
  const right = truth?.right ?? [];
  return (
    <article className={styles.question}>
      <div className={styles.sides}>
        <span className={styles.note}>
          {question.position} · {t(`exam.kind.${question.kind}`)}
        </span>
        <StatusTag tone={truth?.voided ? 'cancelled' : earned >= question.points ? 'done' : earned > 0 ? 'onsite' : 'breached'}>
          {truth?.voided ? t('exam.voided') : t('exam.result.points', { earned: numbers.number(earned), possible: question.points })}
        </StatusTag>
      </div>
      {question.report && <p className={styles.report}>{question.report}</p>}
      <h2>{words(question.text)}</h2>
      {question.choices.length > 0 && (
        <ul className={styles.choices}>
          {question.choices.map((choice) => {
            const isChosen = question.chosen.includes(choice.id);
            const isRight = right.includes(choice.id);
            return (
              <li key={choice.id} data-right={(truth && isRight) || undefined} data-wrong={(truth && isChosen && !isRight) || undefined}>
                <span className={styles.grows}>{words(choice.text)}</span>
                {isChosen && <span className={styles.note}>{t('exam.result.yours')}</span>}
                {truth && isRight && <CheckIcon title={t('exam.question.right')} />}
                {truth && isChosen && !isRight && <CloseIcon title={t('exam.result.wrong')} />}
              </li>
            );
          })}
        </ul>
      )}
      {question.kind === 'SHORT_TEXT' && (
        <>
          <p className={styles.report}>{question.words || t('exam.result.nothing')}</p>
          {truth && (
            <p>
              <strong>{t('exam.modelAnswer')}</strong> {words(truth.modelAnswer)}
            </p>
          )}
          {question.gradeNote && <Banner kind="info" title={t('exam.result.gradeNote')}>{question.gradeNote}</Banner>}
        </>
      )}
      {truth && (
        <p>
          <strong>{t('exam.explanation')}</strong> {words(truth.explanation)}
        </p>
      )}
      {truth?.correction && <Banner kind="info" title={t('exam.corrected')}>{truth.correction}</Banner>}
      {appeal ? (
        <Banner kind={appeal.status === 'ACCEPTED' ? 'success' : 'info'} title={t(`exam.appeal.mine.${appeal.status}`)}>
          {[appeal.reason, appeal.note && `${appeal.decidedBy}: ${appeal.note}`].filter(Boolean).join(' · ')}
        </Banner>
      ) : (
        <div className={styles.steps}>
          <Button onPress={() => setObjects(true)}>{t('exam.appeal.raise')}</Button>
        </div>
      )}
      {objects && <Objection paper={paper} position={question.position} onClose={() => setObjects(false)} />}
    </article>
  );
}

function Objection({ paper, position, onClose }: { paper: string; position: number; onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const raise = useAction({
    run: async (_: void, { headers }) => (await call<Paper>('POST', `/api/v1/exam-papers/${paper}/answers/${position}/appeal`, { headers, body: { reason } })).data,
    onSuccess: (changed) => {
      queries.setQueryData(paperQuery(paper).queryKey, changed);
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={t('exam.appeal.raise')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={raise.isPending} onPress={() => raise.mutate()}>
            {t('exam.appeal.send')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('exam.appeal.once')}</p>
        {raise.error && !raise.error.at('reason') && <Banner kind="error" isLive title={raise.error.detail ?? raise.error.title} />}
        <TextArea label={t('exam.reason')} value={reason} onChange={setReason} error={raise.error?.at('reason')} isRequired rows={4} maxLength={2000} />
      </div>
    </Dialog>
  );
}

import { call, useAction, usePages } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, EmptyState, ErrorState, NumberField, RadioGroup, Skeleton, StatusTag, TextField, toast } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { AppLink } from '../../index.ts';
import { Hub } from './Hub.tsx';
import { useWords, type Appeal, type WordsAnswer } from './data.ts';
import styles from './exam.module.css';

/** What waits for somebody experienced: answers in words, and objections. */
export function Grading() {
  return (
    <Hub at="grading">
      <div className={styles.stack}>
        <Answers />
        <Appeals />
      </div>
    </Hub>
  );
}

function Answers() {
  const t = useText();
  const answers = usePages<WordsAnswer>(['exam-answers'], async (cursor, signal) => (await call<{ items: WordsAnswer[]; nextCursor: string | null }>('GET', '/api/v1/exam-answers', { query: { cursor, limit: 20 }, signal })).data);
  return (
    <Card title={t('exam.grading.answers')} note={t('exam.grading.answersNote')}>
      {answers.error ? <ErrorState error={answers.error} onRetry={() => void answers.reload()} /> : answers.isLoading ? <Skeleton lines={5} height={18} /> : answers.items.length === 0 ? (
        <EmptyState icon={CheckIcon} title={t('exam.grading.noAnswers')} />
      ) : (
        <div className={styles.stack}>
          {answers.items.map((answer) => (
            <Answer key={`${answer.paperId}:${answer.position}`} answer={answer} />
          ))}
          {answers.hasMore && <Button onPress={() => void answers.loadMore()}>{t('exam.more')}</Button>}
        </div>
      )}
    </Card>
  );
}

function Answer({ answer }: { answer: WordsAnswer }) {
  const t = useText();
  const words = useWords();
  const [earned, setEarned] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const grade = useAction({
    touches: [['exam-answers'], ['exams'], ['exam']],
    run: (_: void, { headers }) => call('POST', `/api/v1/exam-papers/${answer.paperId}/answers/${answer.position}/grade`, { headers, body: { earned: earned ?? 0, note } }),
    onSuccess: () => toast({ kind: 'success', text: t('exam.grading.graded') }),
  });
  const title = words(answer.text);
  return (
    <article className={styles.card} aria-label={title}>
      <h3>{title}</h3>
      <span className={styles.note}>
        {answer.examCode} · <AppLink href={`/exams/questions/${answer.question}`}>{answer.question}</AppLink> · {t('exam.pointsOf', { points: answer.points })}
      </span>
      {answer.report && <p className={styles.report}>{answer.report}</p>}
      <div className={styles.pair}>
        <div>
          <span className={styles.note}>{t('exam.grading.answer')}</span>
          <p>{answer.words}</p>
        </div>
        <div>
          <span className={styles.note}>{t('exam.modelAnswer')}</span>
          <p>{words(answer.modelAnswer)}</p>
        </div>
      </div>
      {grade.error && !grade.error.at('earned') && !grade.error.at('note') && <Banner kind="error" isLive title={grade.error.detail ?? grade.error.title} />}
      <div className={styles.triple}>
        <NumberField label={t('exam.points')} value={earned} onChange={setEarned} minValue={0} maxValue={answer.points} step={0.5} error={grade.error?.at('earned')} isRequired />
        <TextField label={t('exam.grading.note')} hint={t('exam.grading.noteHint')} value={note} onChange={setNote} error={grade.error?.at('note')} maxLength={1000} />
        <div>
          <Button kind="primary" isPending={grade.isPending} isDisabled={earned === null} onPress={() => grade.mutate()}>
            {t('exam.grading.give')}
          </Button>
        </div>
      </div>
    </article>
  );
}

function Appeals() {
  const t = useText();
  const appeals = usePages<Appeal>(['exam-appeals'], async (cursor, signal) => (await call<{ items: Appeal[]; nextCursor: string | null }>('GET', '/api/v1/exam-appeals', { query: { cursor, limit: 20 }, signal })).data);
  return (
    <Card title={t('exam.appeals')} note={t('exam.appealsNote')}>
      {appeals.error ? <ErrorState error={appeals.error} onRetry={() => void appeals.reload()} /> : appeals.isLoading ? <Skeleton lines={5} height={18} /> : appeals.items.length === 0 ? (
        <EmptyState icon={CheckIcon} title={t('exam.noAppeals')} />
      ) : (
        <div className={styles.stack}>
          {appeals.items.map((appeal) => (
            <AppealCard key={appeal.id} appeal={appeal} />
          ))}
          {appeals.hasMore && <Button onPress={() => void appeals.loadMore()}>{t('exam.more')}</Button>}
        </div>
      )}
    </Card>
  );
}

function AppealCard({ appeal }: { appeal: Appeal }) {
  const t = useText();
  const words = useWords();
  const dates = useDates();
  const title = words(appeal.text);
  return (
    <article className={styles.card} aria-label={title}>
      <div className={styles.sides}>
        <h3>{title}</h3>
        <StatusTag tone={appeal.status === 'OPEN' ? 'waiting' : appeal.status === 'ACCEPTED' ? 'done' : 'cancelled'}>{t(`exam.appeal.${appeal.status}`)}</StatusTag>
      </div>
      <span className={styles.note}>
        <AppLink href={`/exams/questions/${appeal.question}`}>{appeal.question}</AppLink> · {t('exam.versionShort', { version: appeal.version })} · {t('exam.appeal.asked', { count: appeal.asked })} · {appeal.engineerName}, {dates.dateTime(appeal.raisedAt)}
      </span>
      <p className={styles.report}>{appeal.reason}</p>
      {appeal.words && <p>{t('exam.appeal.answered', { words: appeal.words })}</p>}
      {appeal.choices.length > 0 && (
        <ul className={styles.choices}>
          {appeal.choices.map((choice) => (
            <li key={choice.id} data-right={choice.right || undefined}>
              <span className={styles.grows}>{words(choice.text)}</span>
              {choice.right && <span className={styles.note}>{t('exam.question.right')}</span>}
              {appeal.chosen.includes(choice.id) && <span className={styles.note}>{t('exam.appeal.chosen')}</span>}
            </li>
          ))}
        </ul>
      )}
      {appeal.status === 'OPEN' ? <Decide appeal={appeal} /> : <p>{t('exam.appeal.by', { name: appeal.decidedBy, note: appeal.note })}</p>}
    </article>
  );
}

type Decision = 'REFUSED' | 'OTHER_TRUTH' | 'VOIDED';

function Decide({ appeal }: { appeal: Appeal }) {
  const t = useText();
  const numbers = useNumbers();
  const words = useWords();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [right, setRight] = useState<string[]>(appeal.choices.filter((choice) => choice.right).map((choice) => choice.id));
  const [note, setNote] = useState('');
  const decide = useAction({
    touches: [['exam-appeals'], ['exams'], ['exam'], ['exam-questions']],
    run: async (_: void, { headers }) => (await call<{ regraded: number }>('POST', `/api/v1/exam-appeals/${appeal.id}/decide`, { headers, body: { decision, right: decision === 'OTHER_TRUTH' ? right : [], note } })).data,
    onSuccess: ({ regraded }) => toast({ kind: 'success', text: t('exam.appeal.done', { count: numbers.number(regraded) }) }),
  });
  const options: Decision[] = appeal.choices.length > 0 ? ['REFUSED', 'OTHER_TRUTH', 'VOIDED'] : ['REFUSED', 'VOIDED'];
  const single = appeal.kind === 'SINGLE_CHOICE';
  return (
    <div className={styles.form}>
      {decide.error && !decide.error.at('note') && !decide.error.at('right') && <Banner kind="error" isLive title={decide.error.detail ?? decide.error.title} />}
      <RadioGroup label={t('exam.appeal.decision')} options={options.map((id) => ({ id, label: t(`exam.decision.${id}`), note: t(`exam.decision.${id}.note`) }))} value={decision} onChange={(next) => setDecision(next as Decision)} />
      {decision === 'OTHER_TRUTH' && (
        <div role="group" aria-label={t('exam.question.right')} className={styles.form}>
          {decide.error?.at('right') && <Banner kind="error" title={decide.error.at('right')} />}
          {appeal.choices.map((choice) => (
            <Checkbox key={choice.id} isSelected={right.includes(choice.id)} onChange={(on) => setRight(on ? [...(single ? [] : right), choice.id] : right.filter((id) => id !== choice.id))}>
              {words(choice.text)}
            </Checkbox>
          ))}
        </div>
      )}
      <TextField label={t('exam.reason')} value={note} onChange={setNote} error={decide.error?.at('note')} isRequired maxLength={1000} />
      <div>
        <Button kind="primary" isPending={decide.isPending} isDisabled={decision === null} onPress={() => decide.mutate()}>
          {t('exam.appeal.decide')}
        </Button>
      </div>
    </div>
  );
}

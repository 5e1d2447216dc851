import { call, ifMatch, isProblem, useAction, type ProblemError } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ConfirmDialog, TextArea } from '@firstfix/ui';
import { CheckIcon, ChevronLeftIcon, ChevronRightIcon, ClockIcon, HourglassIcon, SendIcon } from '@firstfix/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { paperQuery, useWords, type Paper, type PaperQuestion } from './data.ts';
import styles from './exam.module.css';

/** What is left, by the server's clock: the difference to this device's is taken once. */
function useLeft(paper: Paper): number {
  const [offset] = useState(() => new Date(paper.now).getTime() - Date.now());
  const end = new Date(paper.endsAt).getTime();
  const [left, setLeft] = useState(() => end - Date.now() - offset);
  useEffect(() => {
    const timer = setInterval(() => setLeft(end - Date.now() - offset), 500);
    return () => clearInterval(timer);
  }, [end, offset]);
  return Math.max(0, Math.ceil(left / 1000));
}

export function Clock({ paper }: { paper: Paper }) {
  const t = useText();
  const left = useLeft(paper);
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  const isLate = left <= 300;
  return (
    <span className={styles.clock} data-late={isLate || undefined} role="timer" aria-label={t('exam.taking.left', { minutes, seconds })}>
      <ClockIcon />
      {minutes}:{String(seconds).padStart(2, '0')}
    </span>
  );
}

interface Answer {
  chosen: string[];
  words: string;
  revision: number;
}

/** A paper that is under way. Each answer is sent at once; where the browser was closed it goes on. */
export function Taking({ paper }: { paper: Paper }) {
  const t = useText();
  const queries = useQueryClient();
  const left = useLeft(paper);
  const [at, setAt] = useState(() => Math.max(0, paper.questions.findIndex((question) => question.revision === 0)));
  const [confirms, setConfirms] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = paperQuery(paper.id).queryKey;
  const reload = () => queries.invalidateQueries({ queryKey: key });
  const handIn = useAction({
    touches: [['my-exams']],
    run: async (_: void, { headers }) => (await call<Paper>('POST', `/api/v1/exam-papers/${paper.id}/hand-in`, { headers, body: {} })).data,
    onSuccess: (done) => queries.setQueryData(key, done),
  });
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) handIn.mutate();
    // Once, when the time runs out; the server would end it anyway.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver]);
  const go = (next: number) => {
    setAt(next);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const question = paper.questions[at];
  const isAnswered = (one: PaperQuestion) => one.chosen.length > 0 || one.words !== '';
  const open = paper.questions.filter((one) => !isAnswered(one)).length;
  const keep = (answer: Answer) =>
    queries.setQueryData(key, (before: Paper | undefined) => before && { ...before, questions: before.questions.map((one) => (one.position === question?.position ? { ...one, ...answer } : one)) });
  if (!question) return null;
  return (
    <div className={styles.paper}>
      {isOver && <Banner kind="warning" isLive title={t('exam.taking.over')}>{t('exam.taking.overText')}</Banner>}
      {!isOver && left <= 300 && <Banner kind="warning" isLive title={t('exam.taking.soon')} />}
      {handIn.error && <Banner kind="error" isLive title={handIn.error.detail ?? handIn.error.title}>{handIn.error.hint}</Banner>}
      <nav aria-label={t('exam.taking.questions')}>
        <ol className={styles.progress}>
          {paper.questions.map((one, position) => (
            <li key={one.position}>
              <button
                type="button"
                data-answered={isAnswered(one) || undefined}
                aria-current={position === at ? 'step' : undefined}
                aria-label={t(isAnswered(one) ? 'exam.taking.goAnswered' : 'exam.taking.goOpen', { number: one.position })}
                onClick={() => go(position)}
              >
                {one.position}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <article className={styles.question}>
        <span className={styles.note}>
          {t('exam.taking.of', { number: question.position, count: paper.questions.length })} · {t('exam.pointsOf', { points: question.points })} · {t(`exam.kind.${question.kind}`)}
        </span>
        {question.report && <p className={styles.report}>{question.report}</p>}
        <Asked key={question.position} paper={paper.id} question={question} heading={heading} isDisabled={isOver} onKept={keep} onEnded={() => void reload()} />
      </article>
      <div className={styles.foot}>
        <div className={styles.steps}>
          <Button icon={ChevronLeftIcon} isDisabled={at === 0} onPress={() => go(at - 1)}>
            {t('exam.taking.previous')}
          </Button>
          {at < paper.questions.length - 1 ? (
            <Button kind="primary" icon={ChevronRightIcon} onPress={() => go(at + 1)}>
              {t('exam.taking.next')}
            </Button>
          ) : (
            <Button kind="primary" icon={SendIcon} isPending={handIn.isPending} onPress={() => setConfirms(true)}>
              {t('exam.taking.handIn')}
            </Button>
          )}
        </div>
      </div>
      {confirms && (
        <ConfirmDialog isOpen title={t('exam.taking.handIn')} confirm={t('exam.taking.handIn')} isPending={handIn.isPending} onClose={() => setConfirms(false)} onConfirm={() => handIn.mutate()}>
          <p>{open > 0 ? t('exam.taking.stillOpen', { count: open }) : t('exam.taking.allAnswered')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

interface AskedProps {
  paper: string;
  question: PaperQuestion;
  heading: React.RefObject<HTMLHeadingElement | null>;
  isDisabled: boolean;
  onKept: (answer: Answer) => void;
  onEnded: () => void;
}

/** What the server keeps now, after another device was faster. */
const currentOf = (problem: ProblemError) => problem.values.current as Answer | undefined;

function Asked({ paper, question, heading, isDisabled, onKept, onEnded }: AskedProps) {
  const t = useText();
  const words = useWords();
  const id = useId();
  const [chosen, setChosen] = useState(question.chosen);
  const [text, setText] = useState(question.words);
  const [isElsewhere, setElsewhere] = useState(false);
  const revision = useRef(question.revision);
  const waiting = useRef<{ chosen: string[]; words: string } | null>(null);
  const isSending = useRef(false);
  const save = useAction({
    run: async (answer: { chosen: string[]; words: string }) =>
      (await call<Answer>('PUT', `/api/v1/exam-papers/${paper}/answers/${question.position}`, { headers: ifMatch(`"${revision.current}"`), body: answer })).data,
  });
  /** One after the other, and of those that wait only the last: an answer never overtakes the one before it. */
  const send = async (answer: { chosen: string[]; words: string }) => {
    waiting.current = answer;
    if (isSending.current) return;
    isSending.current = true;
    try {
      while (waiting.current) {
        const next: { chosen: string[]; words: string } = waiting.current;
        waiting.current = null;
        const kept = await save.mutateAsync(next);
        revision.current = kept.revision;
        setElsewhere(false);
        onKept(kept);
      }
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      const current = problem.status === 412 ? currentOf(problem) : undefined;
      if (current) {
        revision.current = current.revision;
        setChosen(current.chosen);
        setText(current.words);
        setElsewhere(true);
        onKept(current);
      } else if (problem.status === 409) onEnded();
    } finally {
      isSending.current = false;
    }
  };
  const toggle = (choice: string, on: boolean) => {
    const next = question.kind === 'SINGLE_CHOICE' ? [choice] : on ? [...chosen, choice] : chosen.filter((one) => one !== choice);
    setChosen(next);
    void send({ chosen: next, words: '' });
  };
  const isFull = question.kind === 'PARTS_TO_CARRY' && chosen.length >= 2;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} id={id}>
        {words(question.text)}
      </h2>
      {question.kind === 'SHORT_TEXT' ? (
        <Writing label={words(question.text)} text={text} isDisabled={isDisabled} onChange={setText} onPause={(next) => void send({ chosen: [], words: next })} />
      ) : (
        <fieldset className={styles.options} aria-labelledby={id}>
          {question.choices.map((choice) => (
            <label key={choice.id} className={styles.option}>
              <input
                type={question.kind === 'SINGLE_CHOICE' ? 'radio' : 'checkbox'}
                name={id}
                checked={chosen.includes(choice.id)}
                disabled={isDisabled || (isFull && !chosen.includes(choice.id))}
                onChange={(event) => toggle(choice.id, event.currentTarget.checked)}
              />
              <span>{words(choice.text)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {isFull && <span className={styles.note}>{t('exam.taking.twoParts')}</span>}
      {isElsewhere && <Banner kind="warning" isLive title={t('exam.taking.elsewhere')}>{t('exam.taking.elsewhereText')}</Banner>}
      {save.error && save.error.status !== 412 && <Banner kind="error" isLive title={save.error.detail ?? save.error.title}>{save.error.hint}</Banner>}
      <span className={styles.kept} role="status">
        {save.isPending ? (
          <>
            <HourglassIcon /> {t('exam.taking.keeping')}
          </>
        ) : save.isSuccess || (question.revision > 0 && !save.error) ? (
          <>
            <CheckIcon /> {t('exam.taking.kept')}
          </>
        ) : null}
      </span>
    </>
  );
}

interface WritingProps {
  label: string;
  text: string;
  isDisabled: boolean;
  onChange: (text: string) => void;
  onPause: (text: string) => void;
}

/** Words are kept whenever the writer pauses, and when he goes on to another question. */
function Writing({ label, text, isDisabled, onChange, onPause }: WritingProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsent = useRef<string | null>(null);
  const pause = useRef(onPause);
  useEffect(() => {
    pause.current = onPause;
  });
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (unsent.current !== null) pause.current(unsent.current);
    unsent.current = null;
  }, []);
  useEffect(() => flush, [flush]);
  return (
    <TextArea
      label={label}
      hideLabel
      rows={6}
      value={text}
      isDisabled={isDisabled}
      maxLength={4000}
      onBlur={flush}
      onChange={(next) => {
        onChange(next);
        unsent.current = next;
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, 800);
      }}
    />
  );
}

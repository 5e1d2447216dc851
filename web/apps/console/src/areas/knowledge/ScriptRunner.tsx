import { useAction } from '@firstfix/api';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, TextField, toast } from '@firstfix/ui';
import { CheckIcon, CloseIcon } from '@firstfix/ui/icons';
import { useId, useState } from 'react';
import { langOf, readIn, sideOf, type Article } from './data.ts';
import { MarkdownLine } from './Markdown.tsx';
import { sendOrKeep } from './outbox.ts';
import styles from './knowledge.module.css';

type Result = 'SOLVED' | 'NOT_SOLVED' | 'ABANDONED';

interface Tick {
  result: 'DONE' | 'FAILED';
  note: string;
  at: string;
}

interface Run {
  id: string;
  edition: number;
  beganAt: string;
  ticks: Record<number, Tick>;
  note: string;
}

const place = (caseNumber: string, number: string) => `firstfix.knowledge.run.${caseNumber}.${number}`;

function readRun(key: string, edition: number): Run {
  const fresh = { id: crypto.randomUUID(), edition, beganAt: new Date().toISOString(), ticks: {}, note: '' };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Run | null;
    // Steps of another edition are other steps; and nobody tells after three days what he did.
    return kept && kept.edition === edition && Date.now() - Date.parse(kept.beganAt) < 60 * 3_600_000 ? kept : fresh;
  } catch {
    return fresh;
  }
}

function keepRun(key: string, run: Run | null) {
  try {
    if (run) localStorage.setItem(key, JSON.stringify(run));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

interface RunnerProps {
  article: Article;
  caseNumber: string;
  onDone: () => void;
}

/** A script on a case, step by step. Every tap is kept in this browser; the whole is told when it ends. */
export function ScriptRunner({ article, caseNumber, onDone }: RunnerProps) {
  const t = useText();
  const dates = useDates();
  const { language } = useLanguage();
  const headingId = useId();
  const key = place(caseNumber, article.number);
  const [run, setRun] = useState(() => readRun(key, article.edition));
  const read = readIn(language, article.missing);
  const side = sideOf(read);
  const { steps } = article.content;
  const next = steps.findIndex((_, position) => !run.ticks[position + 1]);
  const change = (changed: Run) => {
    setRun(changed);
    keepRun(key, changed);
  };
  const tick = (position: number, result: Tick['result']) => change({ ...run, ticks: { ...run.ticks, [position]: { result, note: run.ticks[position]?.note ?? '', at: new Date().toISOString() } } });
  const end = useAction({
    touches: [['case-knowledge'], ['usefulness']],
    run: (result: Result) =>
      sendOrKeep(`/api/v1/cases/${caseNumber}/knowledge/followings`, {
        id: run.id,
        articleNumber: article.number,
        edition: run.edition,
        beganAt: run.beganAt,
        endedAt: new Date().toISOString(),
        result,
        note: run.note,
        steps: Object.entries(run.ticks).map(([position, one]) => ({ position: Number(position), ...one })),
      }),
    onSuccess: (isSent) => {
      keepRun(key, null);
      toast(isSent ? { kind: 'success', text: t('knowledge.run.recorded') } : { kind: 'info', text: t('knowledge.run.kept') });
      onDone();
    },
  });
  const done = Object.keys(run.ticks).length;
  return (
    <section className={styles.run} aria-labelledby={headingId}>
      <div className={styles.runHead}>
        <h3 id={headingId}>{t('knowledge.run.title')}</h3>
        <span className={styles.note} aria-live="polite">
          {t('knowledge.run.progress', { done, all: steps.length })}
        </span>
      </div>
      {end.error && (
        <Banner kind="error" title={end.error.detail ?? end.error.title} isLive>
          {end.error.hint}
        </Banner>
      )}
      <ol className={styles.runSteps}>
        {steps.map((step, index) => {
          const position = index + 1;
          const ticked = run.ticks[position];
          const words = `run-${position}`;
          return (
            <li key={position} data-state={ticked?.result ?? (index === next ? 'NEXT' : 'OPEN')} aria-current={index === next ? 'step' : undefined}>
              <p className={styles.instruction} lang={langOf(read)} id={`${headingId}${words}`}>
                <MarkdownLine text={step.instruction[side]} />
              </p>
              {step.expected[side] && (
                <p className={styles.note} lang={langOf(read)}>
                  <b lang={language}>{t('knowledge.step.expected')}</b> <MarkdownLine text={step.expected[side]} />
                </p>
              )}
              <div className={styles.runButtons} role="group" aria-labelledby={`${headingId}${words}`}>
                <button type="button" className={styles.tick} data-kind="DONE" aria-pressed={ticked?.result === 'DONE'} onClick={() => tick(position, 'DONE')}>
                  <CheckIcon size={16} />
                  {t('knowledge.run.DONE')}
                </button>
                <button type="button" className={styles.tick} data-kind="FAILED" aria-pressed={ticked?.result === 'FAILED'} onClick={() => tick(position, 'FAILED')}>
                  <CloseIcon size={16} />
                  {t('knowledge.run.FAILED')}
                </button>
                {ticked && <span className={styles.note}>{dates.time(ticked.at)}</span>}
              </div>
              {ticked?.result === 'FAILED' && (
                <>
                  {step.hint[side] && (
                    <p className={styles.hint} lang={langOf(read)}>
                      <b lang={language}>{t('knowledge.step.hint')}</b> <MarkdownLine text={step.hint[side]} />
                    </p>
                  )}
                  <TextField label={t('knowledge.run.note')} value={ticked.note} maxLength={500} onChange={(note) => change({ ...run, ticks: { ...run.ticks, [position]: { ...ticked, note } } })} />
                </>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.runEnd}>
        <h4>{t('knowledge.run.end')}</h4>
        <TextField label={t('knowledge.run.endNote')} value={run.note} maxLength={1000} onChange={(note) => change({ ...run, note })} />
        <div className={styles.runButtons}>
          <Button kind="primary" icon={CheckIcon} isPending={end.isPending} onPress={() => end.mutate('SOLVED')}>
            {t('knowledge.result.SOLVED')}
          </Button>
          <Button isPending={end.isPending} onPress={() => end.mutate('NOT_SOLVED')}>
            {t('knowledge.result.NOT_SOLVED')}
          </Button>
          <Button kind="quiet" isPending={end.isPending} onPress={() => end.mutate('ABANDONED')}>
            {t('knowledge.result.ABANDONED')}
          </Button>
        </div>
      </div>
    </section>
  );
}

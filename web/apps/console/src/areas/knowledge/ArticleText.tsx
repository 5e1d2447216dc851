import { useLanguage, useText } from '@firstfix/i18n';
import { Banner } from '@firstfix/ui';
import { langOf, readIn, sideOf, useSay, type Bilingual, type Step, type Tongue } from './data.ts';
import { Markdown, MarkdownLine } from './Markdown.tsx';
import styles from './knowledge.module.css';

interface ReadProps {
  summary: Bilingual;
  body: Bilingual;
  steps: readonly Step[];
  missing: readonly Tongue[];
  /** Otherwise the reader's own. */
  tongue?: Tongue;
  /** Of the largest heading in the text. */
  level?: 2 | 3 | 4;
}

/** What an article says, in the reader's language or in the one there is; which of them is said. */
export function ArticleText({ summary, body, steps, missing, tongue, level }: ReadProps) {
  const t = useText();
  const { language } = useLanguage();
  const read = tongue ?? readIn(language, missing);
  const side = sideOf(read);
  const lang = langOf(read);
  return (
    <div className={styles.text} lang={lang}>
      {lang !== language && !tongue && (
        <div lang={language}>
          <Banner kind="info">{t(`knowledge.onlyIn.${read}`)}</Banner>
        </div>
      )}
      {summary[side] && (
        <p className={styles.summary}>
          <MarkdownLine text={summary[side]} />
        </p>
      )}
      {body[side] && <Markdown text={body[side]} level={level} />}
      {steps.length > 0 && (
        <ol className={styles.readSteps}>
          {steps.map((step, position) => (
            <li key={position}>
              <p className={styles.instruction}>
                <MarkdownLine text={step.instruction[side]} />
              </p>
              {step.expected[side] && (
                <p className={styles.note}>
                  <b>{t('knowledge.step.expected')}</b> <MarkdownLine text={step.expected[side]} />
                </p>
              )}
              {step.hint[side] && (
                <p className={styles.note}>
                  <b>{t('knowledge.step.hint')}</b> <MarkdownLine text={step.hint[side]} />
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** A title, marked with its language where that is not the reader's. */
export function Title({ title }: { title: Bilingual }) {
  const { language } = useLanguage();
  const say = useSay();
  const lang = (language === 'zh-CN' ? title.zh : title.en) ? language : language === 'zh-CN' ? 'en' : 'zh-CN';
  return <span lang={lang === language ? undefined : lang}>{say(title)}</span>;
}

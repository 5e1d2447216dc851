import { call, ifMatch, isProblem, useAction, type ProblemError } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, IconButton, NoPermission, Segmented, Skeleton, TextArea, TextField, toast } from '@firstfix/ui';
import { ArrowDownIcon, ArrowUpIcon, BookIcon, PlusIcon, SaveIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AppLink, Page, useCan } from '../../index.ts';
import { AboutFields } from './AboutFields.tsx';
import { ArticleText } from './ArticleText.tsx';
import { articleQuery, audiences, emptyContent, emptyStep, kinds, langOf, sideOf, tongueOf, tongues, useSay, type Article, type Bilingual, type Content, type Kind, type Step, type Tongue } from './data.ts';
import styles from './knowledge.module.css';

const newRoute = getRouteApi('/signed-in/shell/kb/new');
const editRoute = getRouteApi('/signed-in/shell/kb/$number/edit');

export function NewArticlePage() {
  const t = useText();
  const can = useCan();
  const { kind } = newRoute.useSearch();
  if (!can('knowledge.write')) return <Page title={t('knowledge.new')}><NoPermission right="knowledge.write" /></Page>;
  return <Editor key={kind} kind={kind ?? 'ARTICLE'} />;
}

export function EditArticlePage() {
  const t = useText();
  const can = useCan();
  const { number } = editRoute.useParams();
  const query = useQuery({ ...articleQuery(number, { newest: true }), staleTime: 0 });
  if (!can('knowledge.write')) return <Page title={number}><NoPermission right="knowledge.write" /></Page>;
  if (query.isPending) return <Page title={number}><Skeleton lines={12} /></Page>;
  if (!query.data) return <Page title={number}>{isProblem(query.error) && query.error.isMissing ? <EmptyState icon={BookIcon} title={t('knowledge.gone')} /> : <ErrorState error={query.error} onRetry={() => void query.refetch()} />}</Page>;
  if (!query.data.actions.includes('WRITE')) {
    return (
      <Page title={number}>
        <EmptyState icon={BookIcon} title={t('knowledge.notWritable')} action={<AppLink href={`/kb/${number}`} className={styles.link}>{t('knowledge.toArticle')}</AppLink>} />
      </Page>
    );
  }
  return <Editor key={number} kind={query.data.kind} article={query.data} />;
}

interface Draft {
  content: Content;
  reason: string;
  basedOn: number;
}

const place = (number: string) => `firstfix.knowledge.draft.${number}`;

function readDraft(key: string, basedOn: number): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return kept && kept.basedOn === basedOn ? kept : null;
  } catch {
    return null;
  }
}

function keepDraft(key: string, draft: Draft | null) {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Writing with the reader's view beside it, in one language at a time. What is typed survives a crash of the browser. */
function Editor({ kind, article }: { kind: Kind; article?: Article }) {
  const t = useText();
  const say = useSay();
  const router = useRouter();
  const { language } = useLanguage();
  const [based, setBased] = useState({ version: article?.version ?? 0, edition: article?.edition ?? 0 });
  const key = place(article?.number ?? `new.${kind}`);
  const [kept] = useState(() => readDraft(key, based.version));
  const [content, setContent] = useState<Content>(kept?.content ?? article?.content ?? emptyContent);
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [tongue, setTongue] = useState<Tongue>(tongueOf(language));
  const [isChanged, setChanged] = useState(kept !== null);
  const change = (part: Partial<Content>) => {
    setContent((before) => ({ ...before, ...part }));
    setChanged(true);
  };
  useEffect(() => {
    if (isChanged) keepDraft(key, { content, reason, basedOn: based.version });
  }, [isChanged, key, content, reason, based.version]);
  const save = useAction({
    touches: [['article'], ['articles'], ['article-editions'], ['worth-an-article']],
    run: async (_: void, { headers }) =>
      article
        ? (await call<Article>('PUT', `/api/v1/knowledge/articles/${article.number}`, { headers: ifMatch(`"${based.version}"`), body: { text: content, reason } })).data
        : (await call<Article>('POST', '/api/v1/knowledge/articles', { headers, body: { kind, text: content } })).data,
    onSuccess: (saved) => {
      keepDraft(key, null);
      toast({ kind: 'success', text: t('knowledge.saved', { number: saved.number, edition: saved.edition }) });
      router.history.push(`/kb/${saved.number}?edition=${saved.edition}`);
    },
  });
  const problem = save.error;
  const current = problem?.status === 412 ? (problem.values.current as Article | undefined) : undefined;
  const side = sideOf(tongue);
  const set = (field: 'title' | 'summary' | 'body', words: string) => change({ [field]: { ...content[field], [side]: words } });
  const discard = () => {
    keepDraft(key, null);
    setContent(article?.content ?? emptyContent);
    setReason('');
    setChanged(false);
  };
  const at = (field: string) => problem?.at(`text.${field}.${side}`) ?? problem?.at(field);
  return (
    <Page
      title={article ? `${article.number} ${say(article.content.title)}` : t(`knowledge.new.${kind}`)}
      actions={
        <>
          {isChanged && (
            <Button kind="quiet" onPress={discard}>
              {t('knowledge.discard')}
            </Button>
          )}
          <Button onPress={() => router.history.push(article ? `/kb/${article.number}` : '/kb')}>{t('common.cancel')}</Button>
          <Button kind="primary" icon={SaveIcon} isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <div className={styles.editorForm}>
          {kept && <Banner kind="info">{t('knowledge.draftKept')}</Banner>}
          {article?.reviewRemark && (
            <Banner kind="warning" title={t('knowledge.sentBack')}>
              {article.reviewRemark}
            </Banner>
          )}
          {problem && <SaveProblem problem={problem} current={current} onTakeOver={() => current && (setBased({ version: current.version, edition: current.edition }), save.reset())} />}
          <div className={styles.pair}>
            <Segmented label={t('knowledge.writeIn')} options={tongues.map((id) => ({ id, label: t(`knowledge.tongue.${id}`) }))} value={tongue} onChange={(next) => setTongue(next as Tongue)} />
            <Segmented label={t('knowledge.column.audience')} options={audiences.map((id) => ({ id, label: t(`knowledge.for.${id}`) }))} value={content.audience} onChange={(next) => change({ audience: next as Content['audience'] })} />
          </div>
          {content.audience === 'CUSTOMER' && <p className={styles.note}>{t('knowledge.forCustomersHint')}</p>}
          <div lang={langOf(tongue)} className={styles.stack}>
            <TextField label={t('knowledge.field.title')} value={content.title[side]} onChange={(words) => set('title', words)} error={at('title')} maxLength={200} isRequired />
            <TextArea label={t('knowledge.field.summary')} hint={t('knowledge.field.summaryHint')} value={content.summary[side]} onChange={(words) => set('summary', words)} rows={2} maxLength={1000} />
            {kinds.indexOf(kind) === 1 ? (
              <>
                <StepsEditor steps={content.steps} side={side} onChange={(steps) => change({ steps })} problem={problem ?? undefined} />
                <TextArea label={t('knowledge.field.intro')} hint={t('knowledge.field.marks')} value={content.body[side]} onChange={(words) => set('body', words)} rows={4} maxLength={20000} />
              </>
            ) : (
              <TextArea label={t('knowledge.field.body')} hint={t('knowledge.field.marks')} value={content.body[side]} onChange={(words) => set('body', words)} rows={16} maxLength={20000} />
            )}
          </div>
          <AboutFields about={content.about} onChange={(about) => change({ about })} error={(field) => problem?.at(field)} />
          {article && <TextField label={t('knowledge.field.reason')} hint={t('knowledge.field.reasonHint')} value={reason} onChange={(words) => { setReason(words); setChanged(true); }} maxLength={500} />}
        </div>
        <div className={styles.editorPreview}>
          <Card title={t('knowledge.preview')} note={t(`knowledge.tongue.${tongue}`)}>
            <h3 className={styles.previewTitle} lang={langOf(tongue)}>
              {content.title[side] || t('knowledge.untitled')}
            </h3>
            {isSilent(content, side) ? <p className={styles.note}>{t('knowledge.previewEmpty')}</p> : <ArticleText summary={content.summary} body={content.body} steps={content.steps} missing={[]} tongue={tongue} level={4} />}
          </Card>
        </div>
      </div>
    </Page>
  );
}

function isSilent(content: Content, side: 'zh' | 'en'): boolean {
  return !content.summary[side].trim() && !content.body[side].trim() && !content.steps.some((step) => step.instruction[side].trim());
}

/** What the server refused; and if somebody was faster, whose text it is and what can be done. */
function SaveProblem({ problem, current, onTakeOver }: { problem: ProblemError; current?: Article; onTakeOver: () => void }) {
  const t = useText();
  if (!current) {
    return (
      <Banner kind="error" title={problem.detail ?? problem.title} isLive>
        {problem.hint}
      </Banner>
    );
  }
  return (
    <Banner kind="error" isLive title={t('knowledge.faster', { name: current.writtenByName, edition: current.newestEdition })} actions={<Button onPress={onTakeOver}>{t('knowledge.keepMine')}</Button>}>
      {t('knowledge.fasterText')}{' '}
      <a href={`/kb/${current.number}?edition=${current.newestEdition}`} target="_blank" rel="noreferrer" className={styles.link}>
        {t('knowledge.toNewest', { edition: current.newestEdition })}
      </a>
    </Banner>
  );
}

interface StepsEditorProps {
  steps: Step[];
  side: 'zh' | 'en';
  onChange: (steps: Step[]) => void;
  problem?: ProblemError;
}

const parts = ['instruction', 'expected', 'hint'] as const;

function StepsEditor({ steps, side, onChange, problem }: StepsEditorProps) {
  const t = useText();
  const other = side === 'zh' ? 'en' : 'zh';
  const replace = (at: number, part: (typeof parts)[number], words: string) => onChange(steps.map((step, index) => (index === at ? { ...step, [part]: { ...step[part], [side]: words } satisfies Bilingual } : step)));
  const move = (at: number, by: number) => {
    const moved = [...steps];
    const [step] = moved.splice(at, 1);
    if (step) moved.splice(at + by, 0, step);
    onChange(moved);
  };
  return (
    <section className={styles.stack} aria-label={t('knowledge.field.steps')}>
      <h2 className={styles.smallHeading}>{t('knowledge.field.steps')}</h2>
      <ol className={styles.stepFields}>
        {steps.map((step, at) => (
          <li key={at}>
            <div className={styles.stepHead}>
              <b>{t('knowledge.field.step', { step: at + 1 })}</b>
              <span>
                <IconButton icon={ArrowUpIcon} label={t('knowledge.step.up', { step: at + 1 })} isDisabled={at === 0} onPress={() => move(at, -1)} />
                <IconButton icon={ArrowDownIcon} label={t('knowledge.step.down', { step: at + 1 })} isDisabled={at === steps.length - 1} onPress={() => move(at, 1)} />
                <IconButton icon={TrashIcon} label={t('knowledge.step.remove', { step: at + 1 })} onPress={() => onChange(steps.filter((_, index) => index !== at))} />
              </span>
            </div>
            {parts.map((part) => (
              <TextField
                key={part}
                label={t(`knowledge.field.${part}`)}
                value={step[part][side]}
                onChange={(words) => replace(at, part, words)}
                hint={!step[part][side] && step[part][other] ? step[part][other] : undefined}
                error={part === 'instruction' ? problem?.at(`steps[${at}].instruction`) : undefined}
                maxLength={1000}
                isRequired={part === 'instruction'}
              />
            ))}
          </li>
        ))}
      </ol>
      <div>
        <Button icon={PlusIcon} isDisabled={steps.length >= 40} onPress={() => onChange([...steps, emptyStep])}>
          {t('knowledge.step.add')}
        </Button>
      </div>
    </section>
  );
}

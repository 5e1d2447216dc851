import { call, isProblem, useAction } from '@firstfix/api';
import { languages, useDates, useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Dialog, EmptyState, ErrorState, KeyValueList, Segmented, Skeleton, StatusTag, TextArea, toast } from '@firstfix/ui';
import { BookIcon, CheckIcon, EditIcon, SendIcon, UndoIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink, Page } from '../../index.ts';
import { ArticleText } from './ArticleText.tsx';
import { articleQuery, causesQuery, editionsQuery, modelsQuery, readIn, symptomsQuery, tones, tongueOf, tongues, useNames, useSay, usefulnessQuery, type Article, type Tongue } from './data.ts';
import { Opinions } from './Opinions.tsx';
import { BaseWords, Results, ShareBar, ShareWords, Verdict } from './Usefulness.tsx';
import styles from './knowledge.module.css';

const route = getRouteApi('/signed-in/shell/kb/$number');
const touches = [['article'], ['articles'], ['article-editions'], ['usefulness'], ['case-knowledge'], ['worth-an-article']];

/** One article: what it says, where it stands, and what happened next where it was used. */
export function ArticlePage() {
  const t = useText();
  const say = useSay();
  const { number } = route.useParams();
  const { edition } = route.useSearch();
  const query = useQuery(articleQuery(number, edition ? { edition: Number(edition) } : {}));
  if (query.isPending) return <Page title={number}><Skeleton lines={12} /></Page>;
  if (!query.data) {
    return (
      <Page title={number}>
        {isProblem(query.error) && query.error.isMissing ? <EmptyState icon={BookIcon} title={t('knowledge.gone')} text={t('knowledge.goneText')} action={<AppLink href="/kb" className={styles.link}>{t('knowledge.toList')}</AppLink>} /> : <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      </Page>
    );
  }
  const it = query.data;
  return (
    <Page
      title={say(it.content.title)}
      note={
        <span className={styles.tags}>
          <span>{it.number}</span>
          <StatusTag tone={tones[it.status]}>{t(`knowledge.status.${it.status}`)}</StatusTag>
          {it.reviewAsked && <StatusTag tone="waiting">{t('knowledge.status.REVIEW')}</StatusTag>}
        </span>
      }
      actions={<Actions it={it} />}
    >
      <div className={styles.page}>
        <div className={styles.main}>
          <Notices it={it} />
          <Read it={it} />
        </div>
        <div className={styles.side}>
          {it.status === 'PUBLISHED' && <Worth number={it.number} canJudge={it.actions.includes('JUDGE')} />}
          <Facts it={it} />
          <Editions number={it.number} shown={it.edition} />
        </div>
      </div>
    </Page>
  );
}

/** What stands between this text and its readers. */
function Notices({ it }: { it: Article }) {
  const t = useText();
  const isNewest = it.edition === it.newestEdition;
  const toNewest = (
    <AppLink href={`/kb/${it.number}?edition=${it.newestEdition}`} className={styles.link}>
      {t('knowledge.toNewest', { edition: it.newestEdition })}
    </AppLink>
  );
  return (
    <>
      {it.reviewRemark && (
        <Banner kind="warning" title={t('knowledge.sentBack')}>
          {it.reviewRemark}
        </Banner>
      )}
      {it.reviewAsked && it.ownWork && <Banner kind="info">{t('knowledge.waitsForOthers')}</Banner>}
      {it.publishedEdition != null && !isNewest && it.edition === it.publishedEdition && it.status === 'PUBLISHED' && <Banner kind="info" actions={toNewest}>{t('knowledge.newerEdition')}</Banner>}
      {it.publishedEdition != null && it.edition !== it.publishedEdition && isNewest && it.status !== 'RETIRED' && <Banner kind="info">{t('knowledge.notWhatReadersSee', { edition: it.publishedEdition })}</Banner>}
      {!isNewest && it.edition !== it.publishedEdition && <Banner kind="warning" actions={toNewest}>{t('knowledge.pastEdition', { edition: it.edition })}</Banner>}
    </>
  );
}

function Read({ it }: { it: Article }) {
  const t = useText();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<Tongue | null>(null);
  const tongue = chosen ?? readIn(language, it.missing);
  const has = (one: Tongue) => !it.missing.includes(one);
  return (
    <Card
      title={t('knowledge.says')}
      actions={<Segmented label={t('knowledge.readIn')} options={tongues.map((id) => ({ id, label: t(`knowledge.tongue.${id}`) }))} value={tongue} onChange={(next) => setChosen(next as Tongue)} />}
    >
      {has(tongue) && tongue !== tongueOf(language) && chosen === null && <Banner kind="info">{t(`knowledge.onlyIn.${tongue}`)}</Banner>}
      {!has(tongue) && (
        <Banner kind="warning" title={t(`knowledge.missing.${tongue}`)}>
          {t('knowledge.missingText')}
        </Banner>
      )}
      <ArticleText summary={it.content.summary} body={it.content.body} steps={it.content.steps} missing={it.missing} tongue={languages.map(tongueOf).find((one) => one === tongue)} />
    </Card>
  );
}

function Facts({ it }: { it: Article }) {
  const t = useText();
  const dates = useDates();
  const { language } = useLanguage();
  const symptom = useNames(useQuery(symptomsQuery).data);
  const cause = useNames(useQuery(causesQuery).data);
  const models = useQuery(modelsQuery);
  const model = (code: string) => {
    const found = models.data?.find((one) => one.code === code);
    return found ? `${language === 'zh-CN' ? found.nameZh : found.nameEn} (${code})` : code;
  };
  const { about } = it.content;
  const list = (items: string[]) => items.join(t('knowledge.comma'));
  return (
    <Card title={t('knowledge.about')}>
      <KeyValueList
        items={[
          { label: t('knowledge.column.kind'), value: t(`knowledge.kind.${it.kind}`) },
          { label: t('knowledge.column.audience'), value: t(`knowledge.audience.${it.content.audience}`) },
          { label: t('knowledge.column.symptom'), value: list(about.symptoms.map(symptom)) },
          { label: t('knowledge.column.cause'), value: list(about.causes.map(cause)) },
          { label: t('knowledge.column.family'), value: about.families.length + about.models.length === 0 ? t('knowledge.anyMachine') : list([...about.families, ...about.models.map(model)]) },
          { label: t('knowledge.column.author'), value: `${it.writtenByName} · ${dates.dateTime(it.writtenAt)}` },
          { label: t('knowledge.published'), value: it.published && `${it.published.by} · ${dates.dateTime(it.published.at)}` },
          ...(it.sourceCase ? [{ label: t('knowledge.sourceCase'), value: <AppLink href={`/cases/${it.sourceCase}`} className={styles.link}>{it.sourceCase}</AppLink> }] : []),
        ]}
      />
    </Card>
  );
}

function Worth({ number, canJudge }: { number: string; canJudge: boolean }) {
  const t = useText();
  const query = useQuery(usefulnessQuery(number));
  if (query.isPending) return <Card title={t('knowledge.usefulness')}><Skeleton lines={5} /></Card>;
  if (!query.data) return <Card title={t('knowledge.usefulness')}><ErrorState error={query.error} onRetry={() => void query.refetch()} /></Card>;
  const { figures, used, followings, opinions, fewest } = query.data;
  const followed = (followings.SOLVED ?? 0) + (followings.NOT_SOLVED ?? 0) + (followings.ABANDONED ?? 0);
  return (
    <>
      <Card title={t('knowledge.usefulness')} note={<Verdict figures={figures} />}>
        <div className={styles.stack}>
          <p>
            <ShareWords figures={figures} />
          </p>
          <ShareBar figures={figures} />
          <p className={styles.note}>
            <BaseWords figures={figures} />
          </p>
          <Results figures={figures} />
          {figures.verdict === 'TOO_FEW' && <p className={styles.note}>{t('knowledge.tooFew', { fewest })}</p>}
          {used > 0 && <p className={styles.note}>{t('knowledge.stillOpen', { count: used })}</p>}
          {followed > 0 && <p className={styles.note}>{t('knowledge.followedTimes', { count: followed, solved: followings.SOLVED ?? 0, not: followings.NOT_SOLVED ?? 0, abandoned: followings.ABANDONED ?? 0 })}</p>}
        </div>
      </Card>
      <Opinions number={number} opinions={opinions} canJudge={canJudge} />
    </>
  );
}

function Editions({ number, shown }: { number: string; shown: number }) {
  const t = useText();
  const dates = useDates();
  const query = useQuery(editionsQuery(number));
  if (!query.data || query.data.length < 2) return null;
  return (
    <Card title={t('knowledge.editions')}>
      <ol className={styles.editions}>
        {query.data.map((one) => (
          <li key={one.number} aria-current={one.number === shown ? 'true' : undefined}>
            <AppLink href={`/kb/${number}?edition=${one.number}`} className={styles.link}>
              {t('knowledge.edition', { edition: one.number })}
            </AppLink>
            {one.published && <StatusTag tone="done" isPlain>{t('knowledge.status.PUBLISHED')}</StatusTag>}
            <div className={styles.note}>{[one.writtenByName, dates.dateTime(one.writtenAt)].join(' · ')}</div>
            {one.reason && <div>{one.reason}</div>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

type Asking = 'send-back' | 'retire' | 'take-up-again';

/** The steps that its state and the caller's rights allow. */
function Actions({ it }: { it: Article }) {
  const t = useText();
  const router = useRouter();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [remark, setRemark] = useState('');
  const act = useAction({
    touches,
    run: ({ step, words }: { step: string; words?: string }, { headers }) => call<Article>('POST', `/api/v1/knowledge/articles/${it.number}/${step}`, { headers, body: { version: it.version, ...(words === undefined ? {} : { remark: words }) } }),
    onSuccess: (_, { step }) => {
      setAsking(null);
      setRemark('');
      toast({ kind: 'success', text: t(`knowledge.done.${step}`, { number: it.number }) });
      if (step === 'publish') router.history.replace(`/kb/${it.number}`);
    },
    onError: (problem) => {
      if (!asking) toast({ kind: 'error', text: [problem.detail ?? problem.title, problem.hint].filter(Boolean).join(' ') });
    },
  });
  const may = (action: string) => it.actions.includes(action);
  const isNewest = it.edition === it.newestEdition;
  return (
    <>
      {may('RETIRE') && (
        <Button kind="quiet" onPress={() => setAsking('retire')}>
          {t('knowledge.do.retire')}
        </Button>
      )}
      {may('TAKE_UP_AGAIN') && (
        <Button icon={UndoIcon} onPress={() => setAsking('take-up-again')}>
          {t('knowledge.do.take-up-again')}
        </Button>
      )}
      {may('WRITE') && (
        <Button icon={EditIcon} onPress={() => router.history.push(`/kb/${it.number}/edit`)}>
          {t('knowledge.do.edit')}
        </Button>
      )}
      {may('SEND_BACK') && isNewest && (
        <Button icon={UndoIcon} onPress={() => setAsking('send-back')}>
          {t('knowledge.do.send-back')}
        </Button>
      )}
      {may('ASK_FOR_REVIEW') && isNewest && (
        <Button kind="primary" icon={SendIcon} isPending={act.isPending} onPress={() => act.mutate({ step: 'ask-for-review' })}>
          {t('knowledge.do.ask-for-review')}
        </Button>
      )}
      {may('PUBLISH') && isNewest && (
        <Button kind="primary" icon={CheckIcon} isPending={act.isPending} onPress={() => act.mutate({ step: 'publish' })}>
          {t('knowledge.do.publish')}
        </Button>
      )}
      {asking && (
        <Dialog
          isOpen
          onClose={() => setAsking(null)}
          title={t(`knowledge.ask.${asking}`)}
          footer={
            <>
              <Button onPress={() => setAsking(null)}>{t('common.cancel')}</Button>
              <Button kind={asking === 'retire' ? 'danger' : 'primary'} isPending={act.isPending} onPress={() => act.mutate({ step: asking, words: remark })}>
                {t(`knowledge.do.${asking}`)}
              </Button>
            </>
          }
        >
          {act.error && <Banner kind="error" title={act.error.detail ?? act.error.title} isLive>{act.error.hint}</Banner>}
          <p>{t(`knowledge.ask.${asking}.text`)}</p>
          <TextArea label={t('knowledge.remark')} value={remark} onChange={setRemark} error={act.error?.at('remark')} isRequired autoFocus maxLength={1000} />
        </Dialog>
      )}
    </>
  );
}

import { call, isProblem, take, api, useAction } from '@firstfix/api';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Drawer, ErrorState, Skeleton, StatusTag, toast } from '@firstfix/ui';
import { BookIcon, EditIcon, LinkIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { ArticleText, Title } from './ArticleText.tsx';
import { causesQuery, caseKnowledgeQuery, readIn, symptomsQuery, useNames, useSay, type Article, type CaseKnowledge as Knowledge, type Followed, type Suggestion } from './data.ts';
import { remembering, sendOrKeep, useOutbox } from './outbox.ts';
import { ScriptRunner } from './ScriptRunner.tsx';
import styles from './knowledge.module.css';

interface CaseKnowledgeProps {
  caseNumber: string;
  /** On the phone what was read stays readable without a network. */
  place?: 'case' | 'phone';
  className?: string;
}

/** So many are seen at once; more would push everything else out of sight. */
const few = 3;
const followTones = { SOLVED: 'done', NOT_SOLVED: 'breached', ABANDONED: 'new' } as const;

const openArticle = (number: string) => remembering(`article ${number}`, async () => (await take(api.GET('/api/v1/knowledge/articles/{number}', { params: { path: { number } } }))) as Article);

/** "Help now": what the house knows about this case, what was tried, and the way to write it up when it is solved. */
export function CaseKnowledge({ caseNumber, place = 'case', className }: CaseKnowledgeProps) {
  const t = useText();
  const router = useRouter();
  const queries = useQueryClient();
  const isPhone = place === 'phone';
  useOutbox();
  const plain = caseKnowledgeQuery(caseNumber);
  const query = useQuery({
    queryKey: plain.queryKey,
    queryFn: async ({ signal }): Promise<Knowledge> => {
      const load = async () => (await take(api.GET('/api/v1/cases/{number}/knowledge', { params: { path: { number: caseNumber } }, signal }))) as Knowledge;
      return isPhone ? remembering(`case ${caseNumber}`, load) : load();
    },
  });
  const [reading, setReading] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const known = query.data;
  // The engineer walks into a room without a network: what he may need there is fetched while he still has one.
  useEffect(() => {
    if (!isPhone || !known) return;
    for (const number of [...known.linked.map((link) => link.article.number), ...known.suggestions.map((one) => one.number)].slice(0, 5)) {
      void queries.prefetchQuery({ queryKey: ['article', number, {}], queryFn: () => openArticle(number), staleTime: 5 * 60_000 });
    }
  }, [isPhone, known, queries]);
  const writeUp = useAction({
    touches: [['case-knowledge'], ['articles'], ['worth-an-article']],
    run: async (_: void, { headers }) => (await call<Article>('POST', `/api/v1/cases/${caseNumber}/knowledge/write-up`, { headers, body: { confirmed: true } })).data,
    onSuccess: (draft) => {
      toast({ kind: 'success', text: t('knowledge.writtenUp', { number: draft.number }) });
      router.history.push(`/kb/${draft.number}/edit`);
    },
  });
  if (query.isPending) {
    return (
      <Card className={className} title={t('knowledge.case')}>
        <Skeleton lines={4} />
      </Card>
    );
  }
  if (!known) {
    return (
      <Card className={className} title={t('knowledge.case')}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Card>
    );
  }
  const isEmpty = known.linked.length === 0 && known.suggestions.length === 0;
  return (
    <Card
      className={className}
      title={t('knowledge.case')}
      actions={
        known.writtenUp && !isPhone ? (
          <AppLink href={`/kb/${known.writtenUp}`} className={styles.link}>
            {t('knowledge.writtenUpAs', { number: known.writtenUp })}
          </AppLink>
        ) : known.actions.includes('WRITE_UP') && !isPhone ? (
          <Button kind="quiet" icon={EditIcon} isPending={writeUp.isPending} onPress={() => writeUp.mutate()}>
            {t('knowledge.writeUp')}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.caseKnowledge}>
        {writeUp.error && (
          <Banner kind="error" title={writeUp.error.detail ?? writeUp.error.title} isLive>
            {writeUp.error.hint}
          </Banner>
        )}
        {isEmpty && <p className={styles.note}>{t('knowledge.case.none')}</p>}
        {!isEmpty && (
          <ul className={styles.hits}>
            {known.linked.map((link) => (
              <Hit key={link.article.number} article={link.article} linkedBy={link.linkedBy} onOpen={setReading} />
            ))}
            {(isAll ? known.suggestions : known.suggestions.slice(0, few)).map((one) => (
              <Hit key={one.number} article={one} onOpen={setReading} />
            ))}
          </ul>
        )}
        {!isAll && known.suggestions.length > few && (
          <div>
            <Button kind="quiet" onPress={() => setAll(true)}>
              {t('knowledge.more', { count: known.suggestions.length - few })}
            </Button>
          </div>
        )}
        {known.followings.length > 0 && <Followings followings={known.followings} />}
      </div>
      {reading && <ReadOnCase key={reading} number={reading} knowledge={known} onClose={() => setReading(null)} />}
    </Card>
  );
}

interface HitProps {
  article: Suggestion;
  linkedBy?: string;
  onOpen: (number: string) => void;
}

/** An article that fits, and why. */
export function Hit({ article, linkedBy, onOpen }: HitProps) {
  const t = useText();
  const why = useWhy();
  const reasons = linkedBy ? [t('knowledge.linkedBy', { name: linkedBy })] : why(article);
  return (
    <li>
      <button type="button" className={styles.hit} onClick={() => onOpen(article.number)}>
        <span className={styles.hitTitle}>
          {linkedBy ? <LinkIcon size={14} /> : <BookIcon size={14} />}
          <Title title={article.title} />
          {article.kind === 'SCRIPT' && <span className={styles.chip}>{t('knowledge.kind.SCRIPT')}</span>}
        </span>
        {reasons.length > 0 && (
          <span className={styles.why}>
            <span className="visually-hidden">{t('knowledge.why')} </span>
            {reasons.map((reason) => (
              <span key={reason} className={styles.reason}>
                {reason}
              </span>
            ))}
          </span>
        )}
      </button>
    </li>
  );
}

/** Why an article is shown: agreement first, then the words it shares. */
export function useWhy(): (article: Suggestion) => string[] {
  const t = useText();
  const symptom = useNames(useQuery(symptomsQuery).data);
  const cause = useNames(useQuery(causesQuery).data);
  return ({ because }) =>
    [
      because.symptom && t('knowledge.why.symptom', { symptom: symptom(because.symptom) }),
      because.machine && t('knowledge.why.machine', { machine: because.machine }),
      because.cause && t('knowledge.why.cause', { cause: cause(because.cause) }),
      because.words.length > 0 && t('knowledge.why.words', { words: because.words.slice(0, 4).join(t('knowledge.comma')) }),
      because.otherMachine && t('knowledge.why.otherMachine'),
    ].filter((reason) => typeof reason === 'string');
}

function Followings({ followings }: { followings: Followed[] }) {
  const t = useText();
  const dates = useDates();
  return (
    <div>
      <h3 className={styles.smallHeading}>{t('knowledge.followed')}</h3>
      <ul className={styles.followings}>
        {followings.map((one) => (
          <li key={one.id}>
            <div className={styles.followingHead}>
              <StatusTag tone={followTones[one.result]}>{t(`knowledge.result.${one.result}`)}</StatusTag>
              <Title title={one.title} />
            </div>
            <span className={styles.note}>
              {[one.actorName, dates.dateTime(one.endedAt), one.steps.length > 0 && t('knowledge.followed.steps', { done: one.steps.filter((step) => step.result === 'DONE').length, failed: one.steps.filter((step) => step.result === 'FAILED').length })].filter(Boolean).join(' · ')}
            </span>
            {[one.note, ...one.steps.filter((step) => step.note).map((step) => `${step.position}. ${step.note}`)].filter(Boolean).map((note) => (
              <p key={note} className={styles.remark}>
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The article beside the case; that it was opened is remembered, whatever becomes of it. */
function ReadOnCase({ number, knowledge, onClose }: { number: string; knowledge: Knowledge; onClose: () => void }) {
  const t = useText();
  const say = useSay();
  const { language } = useLanguage();
  const { caseNumber } = knowledge;
  const article = useQuery({ queryKey: ['article', number, {}], queryFn: () => openArticle(number), retry: false });
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    // Nothing on the screen waits for it, and a refusal (retired a moment ago) is shown by the article itself.
    sendOrKeep(`/api/v1/cases/${caseNumber}/knowledge/open`, { articleNumber: number }).catch(() => undefined);
  }, [caseNumber, number]);
  const isLinked = knowledge.linked.some((link) => link.article.number === number);
  const link = useAction({
    touches: [['case-knowledge', caseNumber]],
    run: (_: void, { headers }) => call('POST', `/api/v1/cases/${caseNumber}/knowledge/${isLinked ? 'unlink' : 'link'}`, { headers, body: { articleNumber: number } }),
  });
  const it = article.data;
  return (
    <Drawer
      isOpen
      size="wide"
      onClose={onClose}
      title={it ? say(it.content.title) : number}
      footer={
        it && !isRunning ? (
          <>
            <Button icon={LinkIcon} isPending={link.isPending} onPress={() => link.mutate()}>
              {t(isLinked ? 'knowledge.unlink' : 'knowledge.link')}
            </Button>
            {it.content.steps.length > 0 && (
              <Button kind="primary" onPress={() => setRunning(true)}>
                {t('knowledge.follow')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      {link.error && <Banner kind="error" title={link.error.detail ?? link.error.title}>{link.error.hint}</Banner>}
      {article.isPending ? (
        <Skeleton lines={10} />
      ) : !it ? (
        <ErrorState error={article.error} title={isProblem(article.error) && article.error.isMissing ? t('knowledge.gone') : undefined} onRetry={() => void article.refetch()} />
      ) : (
        <div className={styles.onCase}>
          <p className={styles.note}>
            <AppLink href={`/kb/${it.number}`} className={styles.link}>
              {it.number}
            </AppLink>{' '}
            · {t('knowledge.edition', { edition: it.edition })} · {t(`knowledge.audience.${it.content.audience}`)}
          </p>
          {isRunning ? (
            <>
              {it.content.summary[readIn(language, it.missing) === 'CHINESE' ? 'zh' : 'en'] && <ArticleText summary={it.content.summary} body={{ zh: '', en: '' }} steps={[]} missing={it.missing} />}
              <ScriptRunner article={it} caseNumber={caseNumber} onDone={onClose} />
            </>
          ) : (
            <ArticleText summary={it.content.summary} body={it.content.body} steps={it.content.steps} missing={it.missing} />
          )}
        </div>
      )}
    </Drawer>
  );
}

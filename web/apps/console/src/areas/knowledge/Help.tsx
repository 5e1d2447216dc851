import { isProblem } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, EmptyState, ErrorState, SearchField, Skeleton } from '@firstfix/ui';
import { BookIcon, ChevronLeftIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { OpenPage } from '../../shell/OpenPage.tsx';
import { ArticleText, Title } from './ArticleText.tsx';
import { helpArticleQuery, helpQuery, useSay } from './data.ts';
import open from '../../shell/openPage.module.css';
import styles from './knowledge.module.css';

const listRoute = getRouteApi('/help');
const articleRoute = getRouteApi('/help/$number');
const patience = 250;

/** What customers find without an account. */
export function Help() {
  const t = useText();
  const { q } = listRoute.useSearch();
  const navigate = listRoute.useNavigate();
  const [text, setText] = useState(q ?? '');
  const query = useQuery(helpQuery(q ?? ''));
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text.trim() !== (q ?? '')) void navigate({ search: { q: text.trim() || undefined }, replace: true });
    }, patience);
    return () => clearTimeout(timer);
  }, [text, q, navigate]);
  return (
    <OpenPage title={t('knowledge.help')}>
      <h1>{t('knowledge.help.question')}</h1>
      <p className={open.note}>{t('knowledge.help.text')}</p>
      <div className={`${styles.stack} ${styles.open}`} data-density="comfortable">
        <SearchField label={t('knowledge.help.search')} hideLabel value={text} onChange={setText} placeholder={t('knowledge.help.placeholder')} />
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Skeleton lines={8} height={18} />
      ) : query.data.length === 0 ? (
        <EmptyState icon={BookIcon} title={t(q ? 'knowledge.help.none' : 'knowledge.help.empty')} text={t('knowledge.help.noneText')} action={q ? <Button onPress={() => setText('')}>{t('knowledge.showAll')}</Button> : undefined} />
      ) : (
        <>
          <h2 className="visually-hidden" aria-live="polite">
            {t('knowledge.help.found', { count: query.data.length })}
          </h2>
          <ul className={styles.hits} data-density="comfortable">
            {query.data.map((hit) => (
              <li key={hit.number}>
                <AppLink href={`/help/${hit.number}`} className={styles.hit}>
                  <span className={styles.hitTitle}>
                    <BookIcon size={16} />
                    <Title title={hit.title} />
                  </span>
                  <Summary text={hit.summary} />
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      )}
      </div>
    </OpenPage>
  );
}

function Summary({ text }: { text: { zh: string; en: string } }) {
  const say = useSay();
  return say(text) ? <span className={styles.note}>{say(text)}</span> : null;
}

export function HelpArticlePage() {
  const t = useText();
  const say = useSay();
  const dates = useDates();
  const { number } = articleRoute.useParams();
  const query = useQuery(helpArticleQuery(number));
  const it = query.data;
  return (
    <OpenPage title={it ? say(it.title) : t('knowledge.help')}>
      <AppLink href="/help" className={styles.tags}>
        <ChevronLeftIcon size={14} />
        {t('knowledge.help.back')}
      </AppLink>
      {query.isPending ? (
        <Skeleton lines={10} height={16} />
      ) : !it ? (
        isProblem(query.error) && query.error.isMissing ? (
          <>
            <h1>{t('knowledge.help.gone')}</h1>
            <p className={open.note}>{t('knowledge.help.goneText')}</p>
          </>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )
      ) : (
        <article className={`${open.card} ${styles.stack} ${styles.open}`}>
          <h1>
            <Title title={it.title} />
          </h1>
          <p className={open.note}>{it.publishedAt && t('knowledge.help.asOf', { at: dates.date(it.publishedAt) })}</p>
          <ArticleText summary={it.summary} body={it.body} steps={it.steps} missing={it.missing} level={2} />
          <p className={open.note}>{t('knowledge.help.still')}</p>
        </article>
      )}
    </OpenPage>
  );
}

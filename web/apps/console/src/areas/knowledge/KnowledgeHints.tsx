import { api, take } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Drawer, ErrorState, Skeleton } from '@firstfix/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ArticleText } from './ArticleText.tsx';
import { Hit } from './CaseKnowledge.tsx';
import { articleQuery, useSay, type Suggestion } from './data.ts';
import styles from './knowledge.module.css';

interface HintsProps {
  /** What is typed so far. */
  text: string;
  symptom: string | null;
  family?: string;
  model?: string;
}

const patience = 400;
const few = 3;

/** What the house knows about a report while it is being written: there is no case yet to remember it on. */
export function KnowledgeHints({ text, symptom, family, model }: HintsProps) {
  const t = useText();
  const [asked, setAsked] = useState(text);
  const [reading, setReading] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), patience);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['suggestions', asked, symptom, family, model],
    queryFn: async ({ signal }) => (await take(api.GET('/api/v1/knowledge/suggestions', { params: { query: { text: asked.slice(0, 5000), symptom: symptom ?? undefined, family, model } }, signal }))).items as Suggestion[],
    enabled: Boolean(symptom) || asked.trim().length > 1,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h2>{t('knowledge.title')}</h2>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data || found.data.length === 0 ? (
        <p className={styles.note}>{t('knowledge.case.none')}</p>
      ) : (
        <ul className={styles.hits}>
          {found.data.slice(0, few).map((one) => (
            <Hit key={one.number} article={one} onOpen={setReading} />
          ))}
        </ul>
      )}
      {reading && <Read number={reading} onClose={() => setReading(null)} />}
    </>
  );
}

function Read({ number, onClose }: { number: string; onClose: () => void }) {
  const say = useSay();
  const article = useQuery(articleQuery(number));
  const it = article.data;
  return (
    <Drawer isOpen size="wide" onClose={onClose} title={it ? say(it.content.title) : number}>
      {article.isPending ? <Skeleton lines={10} /> : !it ? <ErrorState error={article.error} onRetry={() => void article.refetch()} /> : <ArticleText summary={it.content.summary} body={it.content.body} steps={it.content.steps} missing={it.missing} />}
    </Drawer>
  );
}

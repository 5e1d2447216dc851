import { call } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Skeleton } from '@firstfix/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Predicted } from './data.ts';
import { LikelyCauses, PartChoices } from './Prediction.tsx';
import styles from './prediction.module.css';

const pause = 350;

/** What the engine thinks while a report is being written. It follows the words after a short pause and never hides what it said before. */
export function WordsPrediction({ words, symptom, serial }: { words: string; symptom: string | null; serial?: string }) {
  const t = useText();
  const [asked, setAsked] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), pause);
    return () => clearTimeout(timer);
  }, [words]);
  const isEmpty = !asked.trim() && !symptom;
  const prediction = useQuery({
    queryKey: ['prediction', asked, symptom, serial],
    queryFn: async ({ signal }) =>
      (await call<Predicted | null>('GET', '/api/v1/predictions', { query: { words: asked.slice(0, 2000), symptom: symptom ?? undefined, serial }, signal })).data ?? null,
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
  });
  if (isEmpty) return <p className={styles.note}>{t('diagnosis.engine.write')}</p>;
  if (prediction.isPending) return <Skeleton lines={5} />;
  if (!prediction.data) return <p className={styles.note}>{t(prediction.isError ? 'diagnosis.engine.failed' : 'diagnosis.engine.learning')}</p>;
  return (
    <div className={styles.stack} aria-live="polite">
      {prediction.data.unknown && <p className={styles.note}>{t('diagnosis.engine.dontKnow')}</p>}
      <LikelyCauses prediction={prediction.data} most={4} />
      <PartChoices prediction={prediction.data} most={1} />
    </div>
  );
}

import { isProblem } from '@firstfix/api';
import { languages, useLanguage, useText } from '@firstfix/i18n';
import { EmptyState, ErrorState, Skeleton } from '@firstfix/ui';
import { ClockIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Mark } from '../../shell/Mark.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { clockQuery } from './data.ts';
import styles from './customerClock.module.css';

const ownNames = { 'zh-CN': '\u7b80\u4f53\u4e2d\u6587', en: 'English' } as const;
const route = getRouteApi('/clock/$secret');

/** What the customer sees behind the link we gave: what was promised, when it is due and why, what did not count. */
export function CustomerClock() {
  const t = useText();
  const { secret } = route.useParams();
  const { language, setLanguage } = useLanguage();
  const query = useQuery({ ...clockQuery({ secret }), retry: false });
  const title = query.data ? t('sla.customer.title', { number: query.data.caseNumber }) : t('sla.customer');
  useEffect(() => {
    document.title = `${title} – ${t('common.product')}`;
  }, [t, title]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Mark size={24} />
          {t('common.product')}
        </span>
        <div className={styles.languages} role="group" aria-label={t('shell.language')}>
          {languages.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => void setLanguage(one)}>
              {ownNames[one]}
            </button>
          ))}
        </div>
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        <p className={styles.note}>{t('sla.customer.text')}</p>
        <div className={styles.card}>
          {query.isPending ? (
            <Skeleton lines={8} />
          ) : query.isError ? (
            isProblem(query.error) && query.error.status === 404 ? (
              <EmptyState icon={ClockIcon} title={t('sla.customer.gone')} text={t('sla.customer.gone.text')} />
            ) : (
              <ErrorState error={query.error} onRetry={() => void query.refetch()} />
            )
          ) : (
            <ClockPanel source={{ secret }} />
          )}
        </div>
      </main>
    </div>
  );
}

import { isProblem } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { EmptyState, ErrorState, Skeleton } from '@firstfix/ui';
import { ClockIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { OpenPage } from '../../shell/OpenPage.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { clockQuery } from './data.ts';
import styles from '../../shell/openPage.module.css';

const route = getRouteApi('/clock/$secret');

/** What the customer sees behind the link we gave: what was promised, when it is due and why, what did not count. */
export function CustomerClock() {
  const t = useText();
  const { secret } = route.useParams();
  const query = useQuery({ ...clockQuery({ secret }), retry: false });
  const title = query.data ? t('sla.customer.title', { number: query.data.caseNumber }) : t('sla.customer');
  return (
    <OpenPage title={title}>
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
    </OpenPage>
  );
}

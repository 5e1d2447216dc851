import { call } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, Card, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { CalendarIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { AgreeDialog } from '../dispatch/dialogs.ts';
import { toneOf, type WorkOrderLine } from './data.ts';
import styles from './workorder.module.css';

/** Who was or will be sent for a case: each visit's work order, the newest first. */
export function WorkOrdersOfCase({ caseNumber }: { caseNumber: string }) {
  const t = useText();
  const dates = useDates();
  const can = useCan();
  const [agreed, setAgreed] = useState<{ number: string; subject: string } | null>(null);
  const orders = useQuery({
    queryKey: ['work-orders', 'of-case', caseNumber],
    queryFn: async ({ signal }) => (await call<{ items: WorkOrderLine[] }>('GET', '/api/v1/work-orders', { query: { caseNumber, limit: 20 }, signal })).data.items,
  });
  const visits = useQuery({
    queryKey: ['appointments', 'of-case', caseNumber],
    queryFn: async ({ signal }) =>
      (await call<{ items: { work: { number: string }; startsAt: string; status: string }[] }>('GET', '/api/v1/appointments', { query: { caseNumber }, signal })).data.items,
    enabled: (orders.data?.length ?? 0) > 0,
  });
  if (orders.data?.length === 0) return null;
  return (
    <Card title={t('workorder.visits')} count={orders.data?.length}>
      {orders.isError ? (
        <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />
      ) : orders.isPending ? (
        <Skeleton lines={2} />
      ) : (
        <ul className={styles.visits}>
          {orders.data.map((order) => {
            const visit = visits.data?.find((one) => one.work.number === order.number && one.status !== 'CANCELLED');
            return (
              <li key={order.number}>
                <span className={styles.visitWords}>
                  <AppLink href={`/work-orders/${order.number}`}>{order.number}</AppLink>
                  <span className={styles.quiet}>
                    {[order.engineerName ?? t('workorder.nobodyYet'), visit && dates.dateTime(visit.startsAt), order.outcome && t(`workorder.outcome.${order.outcome}`)].filter(Boolean).join(' · ')}
                  </span>
                </span>
                {!visit && order.status === 'RELEASED' && can('appointment.agree') && (
                  <Button icon={CalendarIcon} onPress={() => setAgreed({ number: order.number, subject: order.subject })}>
                    {t('workorder.agree')}
                  </Button>
                )}
                <StatusTag tone={toneOf[order.status]}>{t(`workorder.status.${order.status}`)}</StatusTag>
              </li>
            );
          })}
        </ul>
      )}
      {agreed && <AgreeDialog order={agreed} onClose={() => setAgreed(null)} />}
    </Card>
  );
}

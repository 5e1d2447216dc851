import { api, take, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { useLiveEvents } from '@firstfix/live';
import { Button, useShortcut } from '@firstfix/ui';
import { PhoneIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { useCan } from '../../session/session.ts';
import { popQuery, type CallLine } from './data.ts';
import styles from './cases.module.css';

/** Nobody lets a telephone ring longer; an older one was given up without the telephone system saying so. */
const patience = 3 * 60_000;

export const callsQuery = {
  queryKey: ['calls', 'recent'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await take(api.GET('/api/v1/calls', { params: { query: { limit: 50 } }, signal }))).items,
};

export function CallBar() {
  const can = useCan();
  return can('call.answer') ? <Calls /> : null;
}

/** The telephone in the top bar. A ringing call is shown and said, and never takes the focus from what somebody types. */
function Calls() {
  const t = useText();
  const router = useRouter();
  const queries = useQueryClient();
  const now = useSeconds();
  const calls = useQuery(callsQuery);
  const ringing = calls.data?.find((call) => call.status === 'RINGING' && now - new Date(call.rangAt).getTime() < patience);
  const mine = calls.data?.find((call) => call.mine && call.status === 'ANSWERED');
  const answer = useAction({
    run: (call: CallLine, { headers }) => take(api.POST('/api/v1/calls/{id}/answer', { params: { path: { id: call.id }, header: headers } })),
    touches: [['calls']],
    onSuccess: (pop, call) => {
      queries.setQueryData(popQuery(call.id).queryKey, pop);
      router.history.push(`/work/call/${call.id}`);
    },
  });
  useLiveEvents('call.*', () => void queries.invalidateQueries({ queryKey: callsQuery.queryKey }));
  useShortcut('Alt+A', t('cases.call.answer'), t('cases.work'), () => ringing && answer.mutate(ringing));
  const caller = (call: CallLine) => call.callers.map((one) => one.name).join(t('cases.or')) || t('cases.call.unknown');
  return (
    <>
      <span className="visually-hidden" role="status">
        {ringing ? t('cases.call.rings', { name: caller(ringing), number: ringing.number }) : ''}
      </span>
      {ringing ? (
        <span className={styles.ringing}>
          <PhoneIcon />
          <span className={styles.cut}>
            {caller(ringing)} · {ringing.number}
          </span>
          <Button kind="primary" isPending={answer.isPending} onPress={() => answer.mutate(ringing)} keys="Alt A">
            {t('cases.call.answer')}
          </Button>
        </span>
      ) : (
        mine && (
          <AppLink href={`/work/call/${mine.id}`} className={styles.onCall}>
            <PhoneIcon />
            <span className={styles.cut}>
              {t('cases.call.since', { time: clock((now - new Date(mine.answeredAt ?? mine.rangAt).getTime()) / 1000) })} · {caller(mine)}
            </span>
          </AppLink>
        )
      )}
    </>
  );
}

export function clock(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

function useSeconds() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

import { api, take, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, Skeleton, SlaRing, StatusTag, TextArea, Timeline } from '@firstfix/ui';
import { AlertIcon, ChatIcon, EyeIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMoments } from './ActivityTab.tsx';
import { watchesQuery, type CaseView, type Watch } from './data.ts';
import styles from './cases.module.css';

/** Critical watch: when the customer hears from us next, what was said, and the incident report at the end. */
export function WatchTab({ it }: { it: CaseView }) {
  const t = useText();
  const watches = useQuery(watchesQuery(it.number));
  if (watches.isPending) return <Skeleton lines={4} />;
  if (watches.isError) return <ErrorState error={watches.error} onRetry={() => void watches.refetch()} />;
  return (
    <div className={styles.tab}>
      {watches.data.length === 0 && <EmptyState icon={EyeIcon} title={t('cases.neverWatched')} text={t('cases.neverWatchedText')} />}
      {watches.data.map((watch) => (
        <WatchCard key={watch.id} it={it} watch={watch} />
      ))}
      {watches.data.some((watch) => watch.endedAt) && <Report number={it.number} />}
    </div>
  );
}

function WatchCard({ it, watch }: { it: CaseView; watch: Watch }) {
  const t = useText();
  const dates = useDates();
  return (
    <Card
      title={watch.endedAt ? t('cases.watchEnded', { at: dates.dateTime(watch.endedAt) }) : t('cases.watched')}
      note={t('cases.every', { minutes: watch.intervalMinutes })}
      actions={watch.nextMessageAt && <SlaRing due={watch.nextMessageAt} start={watch.messages.at(-1)?.at ?? watch.startedAt} />}
    >
      <p>{t('cases.watchStarted', { name: watch.startedBy, at: dates.dateTime(watch.startedAt), reason: watch.reason })}</p>
      {!watch.endedAt && it.actions.includes('send-progress-message') && <MessageForm number={it.number} />}
      <Timeline
        label={t('cases.messages')}
        moments={watch.messages.toReversed().map((message) => ({
          id: message.at,
          at: message.at,
          icon: message.late ? AlertIcon : ChatIcon,
          title: (
            <>
              {message.authorName} {message.late && <StatusTag tone="breached">{t('cases.late')}</StatusTag>}
            </>
          ),
          body: message.text,
          kind: 'public',
        }))}
      />
      {!watch.endedAt && it.actions.includes('end-watch') && <EndForm number={it.number} />}
    </Card>
  );
}

function MessageForm({ number }: { number: string }) {
  const t = useText();
  const [text, setText] = useState('');
  const send = useAction({
    run: (_: string, { headers }) => take(api.POST('/api/v1/cases/{number}/watch/messages', { params: { path: { number }, header: headers }, body: { text } })),
    touches: [['case', number]],
    onSuccess: () => setText(''),
  });
  return (
    <div className={styles.noteForm}>
      <TextArea label={t('cases.progressMessage')} value={text} onChange={setText} rows={2} maxLength={2000} error={send.error?.at('text')} />
      <Button isDisabled={!text.trim()} isPending={send.isPending} onPress={() => send.mutate(text)}>
        {t('cases.step.send-progress-message')}
      </Button>
      {send.error && send.error.errors.length === 0 && <Banner kind="error" title={send.error.message} isLive />}
    </div>
  );
}

function EndForm({ number }: { number: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const end = useAction({
    run: (_: string, { headers }) => take(api.POST('/api/v1/cases/{number}/watch/end', { params: { path: { number }, header: headers }, body: { incidentReport: text } })),
    touches: [['case', number], ['cases']],
  });
  if (!isOpen) return <Button onPress={() => setOpen(true)}>{t('cases.step.end-watch')}</Button>;
  return (
    <div className={styles.noteForm}>
      <TextArea label={t('cases.incidentReport')} hint={t('cases.incidentReportHint')} value={text} onChange={setText} rows={6} maxLength={20_000} isRequired error={end.error?.at('incidentReport')} />
      <Button kind="primary" isDisabled={text.trim().length < 20} isPending={end.isPending} onPress={() => end.mutate(text)}>
        {t('cases.step.end-watch')}
      </Button>
      {end.error && end.error.errors.length === 0 && <Banner kind="error" title={end.error.message} isLive />}
    </div>
  );
}

function Report({ number }: { number: string }) {
  const t = useText();
  const report = useQuery({
    queryKey: ['case', number, 'incident-report'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/cases/{number}/incident-report', { params: { path: { number } }, signal })),
  });
  const moments = useMoments(report.data?.timeline);
  if (!report.data) return null;
  return (
    <Card title={t('cases.incidentReport')} note={t('cases.reportFigures', { messages: report.data.watch.messages.length, late: report.data.lateMessages, missed: report.data.missedIntervals })}>
      <p className={styles.description}>{report.data.watch.report}</p>
      <Timeline moments={moments} label={t('cases.timeline')} />
    </Card>
  );
}

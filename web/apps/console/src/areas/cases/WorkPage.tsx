import { api, take, useAction, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Button, EmptyState, SectionHeader, StatusTag, toast, type Tone } from '@firstfix/ui';
import { PhoneIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { callsQuery } from './CallBar.tsx';
import { CasePriority, CaseTag, LineDue } from './Parts.tsx';
import { openStatuses, type CallLine, type CaseLine } from './data.ts';
import styles from './cases.module.css';

const callTones: Record<CallLine['status'], Tone> = { RINGING: 'scheduled', ANSWERED: 'travelling', ENDED: 'done', MISSED: 'breached' };

/** The agent's day: what is his to bring to an end, and who called. */
export function WorkPage() {
  const t = useText();
  const can = useCan();
  const router = useRouter();
  const options = useQuery({ queryKey: ['sign-in-options'], queryFn: ({ signal }) => take(api.GET('/api/v1/sign-in-options', { signal })), staleTime: Number.POSITIVE_INFINITY });
  const queue = usePages<CaseLine>(['cases', 'my-queue'], (cursor, signal) =>
    take(api.GET('/api/v1/cases', { params: { query: { mine: true, status: [...openStatuses], sort: 'DUE', limit: 100, cursor } }, signal })),
  );
  const simulate = useAction({
    run: (_: undefined, { headers }) => take(api.POST('/api/v1/calls/simulate', { params: { header: headers }, body: { number: null } })),
    touches: [['calls']],
    onError: (problem) => toast({ kind: 'error', text: problem.message }),
  });
  const columns = useMemo<Column<CaseLine>[]>(
    () => [
      { id: 'due', header: t('cases.column.due'), cell: (line) => <LineDue line={line} />, width: 140 },
      { id: 'priority', header: t('cases.column.priority'), cell: (line) => <CasePriority priority={line.priority} />, text: (line) => line.priority, width: 64 },
      { id: 'number', header: t('cases.column.number'), cell: (line) => line.number, isRowHeader: true, width: 142 },
      { id: 'subject', header: t('cases.column.subject'), cell: (line) => line.subject, grows: true, width: 200 },
      { id: 'status', header: t('cases.column.status'), cell: (line) => <CaseTag status={line.status} />, text: (line) => t(`cases.status.${line.status}`), width: 150 },
      { id: 'customer', header: t('cases.column.customer'), cell: (line) => line.customer.name, width: 190 },
    ],
    [t],
  );
  const isDemo = (options.data?.demoAccounts.length ?? 0) > 0;
  return (
    <Page
      title={t('cases.work')}
      layout="fill"
      actions={
        <>
          {isDemo && can('call.simulate') && (
            <Button icon={PhoneIcon} isPending={simulate.isPending} onPress={() => simulate.mutate(undefined)}>
              {t('cases.call.simulate')}
            </Button>
          )}
          {can('case.open') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push('/cases/new')}>
              {t('cases.new')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.work}>
        <section className={styles.queue} aria-label={t('cases.myQueue')}>
          <SectionHeader title={t('cases.myQueue')} count={queue.items.length} />
          <DataGrid
            label={t('cases.myQueue')}
            name="my-queue"
            source={queue}
            columns={columns}
            rowId={(line) => line.number}
            onOpen={(line) => router.history.push(`/cases/${line.number}`)}
            empty={<EmptyState title={t('cases.queueEmpty')} text={t('cases.queueEmptyText')} />}
          />
        </section>
        <Callers />
      </div>
    </Page>
  );
}

function Callers() {
  const t = useText();
  const dates = useDates();
  const calls = useQuery(callsQuery);
  return (
    <section className={styles.callers} aria-label={t('cases.call.log')}>
      <SectionHeader title={t('cases.call.log')} />
      {calls.data?.length === 0 && <EmptyState icon={PhoneIcon} title={t('cases.call.none')} />}
      <ol className={styles.snippets}>
        {calls.data?.map((call) => (
          <li key={call.id} className={styles.snippet}>
            <span className={styles.snippetHead}>
              <AppLink href={`/work/call/${call.id}`} className={styles.link}>
                {call.callers[0]?.name ?? call.number}
              </AppLink>
              <StatusTag tone={callTones[call.status]} icon={PhoneIcon} isPlain>
                {t(`cases.call.status.${call.status}`)}
              </StatusTag>
              <span className={styles.space} />
              <time dateTime={call.rangAt} title={dates.exact(call.rangAt)} className={styles.note}>
                {dates.relative(call.rangAt)}
              </time>
            </span>
            <span className={styles.note}>{call.callers[0] ? `${call.callers[0].accountName} · ${call.number}` : t('cases.call.unknown')}</span>
            {(call.caseNumber || call.agentName) && (
              <span className={styles.note}>
                {call.caseNumber && (
                  <AppLink href={`/cases/${call.caseNumber}`} className={styles.link}>
                    {call.caseNumber}
                  </AppLink>
                )}
                {call.caseNumber && call.agentName ? ' · ' : ''}
                {call.agentName}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

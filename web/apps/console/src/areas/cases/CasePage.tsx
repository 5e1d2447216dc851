import { useDates, useText } from '@firstfix/i18n';
import { Banner, Card, ErrorState, KeyValueList, Skeleton, StatusTag, Tabs } from '@firstfix/ui';
import { AlertIcon, EyeIcon, UndoIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazyDialog } from '../../lazyDialog.tsx';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { useWorkTab } from '../../shell/workTabs.ts';
import { ClockPanel, pauseReason } from '../sla/ClockPanel.tsx';
import { CaseKnowledge } from '../knowledge/CaseKnowledge.tsx';
import { WorkOrdersOfCase } from '../workorder/WorkOrdersOfCase.tsx';
import { ActivityTab } from './ActivityTab.tsx';
import { AttachmentsTab } from './AttachmentsTab.tsx';
import { CasePriority, CaseTag, CoverTag } from './Parts.tsx';
import { QuoteCard } from './QuoteCard.tsx';
import { Steps } from './Steps.tsx';
import { WatchTab } from './WatchTab.tsx';
import { attachmentsQuery, caseQuery, useModelName, useName, type CaseView } from './data.ts';
import styles from './cases.module.css';

const DiagnosisPanel = lazyDialog(async () => (await import('../diagnosis/DiagnosisPanel.tsx')).DiagnosisPanel);

const route = getRouteApi('/signed-in/shell/cases/$number');

/** One case: where it stands, its clock, what may be done, and everything that happened. */
export function CasePage() {
  const t = useText();
  const { number } = route.useParams();
  const can = useCan();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(caseQuery(number));
  const files = useQuery(attachmentsQuery(number));
  const it = query.data?.data;
  useWorkTab(`/cases/${number}`, it ? `${number.replace(/^C-\d+-0*/, 'C-')} ${it.subject}` : undefined);
  if (query.isPending) return <Page title={number}><Skeleton lines={12} /></Page>;
  if (!it) return <Page title={number}><ErrorState error={query.error} onRetry={() => void query.refetch()} /></Page>;
  return (
    <Page
      title={`${it.number} ${it.subject}`}
      note={
        <span className={styles.snippetHead}>
          <CaseTag status={it.status} />
          <CasePriority priority={it.priority} />
          {it.watch && <StatusTag tone={it.watch.overdue ? 'breached' : 'onsite'} icon={EyeIcon}>{t('cases.watched')}</StatusTag>}
          {it.secondVisit && <StatusTag tone="waiting">{t('cases.secondVisit')}</StatusTag>}
          {it.reopened > 0 && <StatusTag tone="breached" icon={UndoIcon}>{t('cases.reopenedTimes', { count: it.reopened })}</StatusTag>}
        </span>
      }
      actions={<Steps it={it} etag={query.data?.etag ?? null} />}
    >
      <div className={styles.case}>
        <div className={styles.caseMain}>
          {it.waiting && <Waits it={it} />}
          {it.quoteFirst && it.quote?.status !== 'AGREED' && <Banner kind="warning" title={t('cases.quoteFirst')}>{t('cases.quoteFirstText')}</Banner>}
          {it.watch?.overdue && <Banner kind="error" title={t('cases.messageOverdue')}>{t('cases.messageOverdueText')}</Banner>}
          {it.resolution && <Banner kind="success" title={t('cases.resolution')}>{it.resolution}</Banner>}
          {it.description && <p className={styles.description}>{it.description}</p>}
          <Tabs
            label={t('cases.tabs')}
            value={tab ?? 'activity'}
            onChange={(next) => void navigate({ search: { tab: next === 'activity' ? undefined : next }, replace: true })}
            tabs={[
              { id: 'activity', label: t('cases.tab.activity'), content: <ActivityTab it={it} /> },
              { id: 'diagnosis', label: t('cases.tab.diagnosis'), content: <DiagnosisPanel caseNumber={it.number} /> },
              { id: 'files', label: t('cases.tab.files'), count: files.data?.length, content: <AttachmentsTab it={it} /> },
              { id: 'watch', label: t('cases.tab.watch'), content: <WatchTab it={it} /> },
            ]}
          />
        </div>
        <div className={styles.caseSide}>
          <ClockCard it={it} />
          {it.quote && it.quote.status !== 'WITHDRAWN' && <QuoteCard it={it} quote={it.quote} />}
          {can('knowledge.read') && <CaseKnowledge caseNumber={it.number} />}
          {can('work-order.read') && <WorkOrdersOfCase caseNumber={it.number} />}
          <Facts it={it} />
        </div>
      </div>
    </Page>
  );
}

/** Why it waits, and whether the clock stands still meanwhile. */
function Waits({ it }: { it: CaseView }) {
  const t = useText();
  const dates = useDates(it.site.zone);
  const { waiting, clock } = it;
  const meanwhile = () => {
    if (!waiting || !clock || clock.status === 'STOPPED') return '';
    if (clock.status === 'PAUSED') return clock.pauseEndsAt ? t('cases.waits.paused', { at: dates.dateTime(clock.pauseEndsAt) }) : '';
    const ranOut = clock.pauseRanOutAt && clock.pauseRanOutAt > waiting.since ? clock.pauseRanOutAt : null;
    return ranOut ? t('cases.waits.ranOut', { at: dates.dateTime(ranOut) }) : t('cases.waits.goesOn');
  };
  return (
    <Banner kind="warning" title={t('cases.waits')}>
      {[pauseReason(t, waiting?.reason ?? ''), meanwhile()].filter(Boolean).join(' · ')}
    </Banner>
  );
}

function ClockCard({ it }: { it: CaseView }) {
  const t = useText();
  if (it.clock) return <ClockPanel source={{ caseId: it.clock.caseId }} />;
  return (
    <Card title={t('cases.clock')} note={<CoverTag cover={it.cover} />}>
      <p className={styles.note}>{t(it.quoteFirst ? 'cases.clock.noneQuote' : 'cases.clock.none')}</p>
    </Card>
  );
}

function Facts({ it }: { it: CaseView }) {
  const t = useText();
  const name = useName();
  const modelName = useModelName();
  const dates = useDates();
  return (
    <>
      <Card title={t('cases.whoAndWhat')}>
        <KeyValueList
          items={[
            {
              label: t('cases.column.customer'),
              value: (
                <>
                  <AppLink href={`/customers/${it.customer.number}`} className={styles.link}>
                    {it.customer.name}
                  </AppLink>
                  {it.customer.overdue && <StatusTag tone="breached" icon={AlertIcon}>{t('cases.owes')}</StatusTag>}
                </>
              ),
            },
            { label: t('cases.contact'), value: it.contact && [it.contact.name, it.contact.jobTitle, it.contact.mobile || it.contact.phone].filter(Boolean).join(' · ') },
            {
              label: t('cases.column.site'),
              value: (
                <AppLink href={`/sites/${it.site.number}`} className={styles.link}>
                  {it.site.name}
                </AppLink>
              ),
            },
            { label: t('cases.address'), value: [it.site.city, it.site.address, it.site.accessNotes].filter(Boolean).join(' · ') },
            {
              label: t('cases.column.machine'),
              value: it.asset && (
                <AppLink href={`/assets/${it.asset.serial}`} className={styles.link}>
                  {modelName(it.asset)} · {it.asset.serial}
                </AppLink>
              ),
            },
            { label: t('cases.location'), value: it.asset?.location },
            { label: t('cases.contract'), value: it.cover.contractNumber && <AppLink href={`/contracts/${it.cover.contractNumber}`} className={styles.link}>{it.cover.contractNumber}</AppLink> },
            { label: t('cases.specialTerms'), value: it.cover.specialTerms },
          ]}
        />
      </Card>
      <Card title={t('cases.facts')}>
        <KeyValueList
          items={[
            { label: t('cases.symptom'), value: it.symptom && name(it.symptom) },
            { label: t('cases.impact'), value: t(`cases.impact.${it.impact}`) },
            { label: t('cases.urgency'), value: t(`cases.urgency.${it.urgency}`) },
            { label: t('cases.channel'), value: t(`cases.channel.${it.channel}`) },
            { label: t('cases.reportedAt'), value: dates.dateTime(it.reportedAt) },
            { label: t('cases.enteredAt'), value: dates.dateTime(it.enteredAt) },
            { label: t('cases.respondedAt'), value: it.respondedAt && dates.dateTime(it.respondedAt) },
            { label: t('cases.column.owner'), value: it.ownerName },
            { label: t('cases.dedicatedEngineer'), value: it.dedicatedEngineer },
          ]}
        />
      </Card>
    </>
  );
}

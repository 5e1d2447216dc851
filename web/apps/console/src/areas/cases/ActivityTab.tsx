import { api, take, useAction } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, EmptyState, ErrorState, RadioGroup, Skeleton, TextArea, Timeline, type Moment } from '@firstfix/ui';
import { AlertIcon, BookIcon, ChatIcon, CheckIcon, ClockIcon, EditIcon, EyeIcon, GaugeIcon, HourglassIcon, PaperclipIcon, PhoneIcon, SendIcon, SlashIcon, UndoIcon, type Icon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pauseReason } from '../sla/ClockPanel.tsx';
import { activityQuery, type Activity, type CaseView } from './data.ts';
import styles from './cases.module.css';

const signs: Record<string, Icon> = {
  CaseReceived: PhoneIcon,
  PastCaseRecorded: PhoneIcon,
  CaseResponded: ChatIcon,
  CaseReleased: SendIcon,
  CaseWaitingForCustomer: HourglassIcon,
  CaseResumed: ClockIcon,
  CaseHandedToVendor: SendIcon,
  CaseTakenBack: UndoIcon,
  CaseWorkDone: CheckIcon,
  CaseResolvedRemotely: CheckIcon,
  CaseClosed: CheckIcon,
  CaseReopened: UndoIcon,
  CaseCancelled: SlashIcon,
  CaseChanged: EditIcon,
  CaseFileAttached: PaperclipIcon,
  CustomerLinkMade: SendIcon,
  QuoteRequested: EditIcon,
  QuoteSent: SendIcon,
  QuoteAgreed: CheckIcon,
  QuoteDeclined: SlashIcon,
  QuoteWithdrawn: UndoIcon,
  CriticalWatchStarted: EyeIcon,
  CriticalWatchEnded: EyeIcon,
  ProgressMessageSent: ChatIcon,
  ProgressMessageOverdue: AlertIcon,
  MilestoneReached: CheckIcon,
  MilestoneMissed: AlertIcon,
  MilestoneAtRisk: AlertIcon,
  PauseRanOut: ClockIcon,
  ClockRecalculated: ClockIcon,
  DiagnosisRecorded: GaugeIcon,
  DiagnosisFrozen: GaugeIcon,
  DiagnosisReopened: GaugeIcon,
  DiagnosisReviewed: GaugeIcon,
  CheckAnswered: GaugeIcon,
  PredictionScored: GaugeIcon,
  ArticleUsed: BookIcon,
  ScriptFollowed: BookIcon,
  NOTE: ChatIcon,
};

const factWords = ['subject', 'description', 'symptom', 'asset', 'impact', 'urgency', 'priority', 'owner', 'secondVisit'] as const;

const outcomes = ['WRONG_PREDICTION', 'PART_MISSING', 'PART_DEAD_ON_ARRIVAL', 'CUSTOMER_NOT_READY', 'CUSTOMER_REFUSED', 'NOT_ON_SITE', 'HANDED_OVER', 'WITH_VENDOR'];

/** What a line says beyond its name. */
function useBody() {
  const t = useText();
  const numbers = useNumbers();
  return (item: Activity): string => {
    // How a visit ended is a code where a machine wrote it and words where a person did.
    const words = (written: string) => (outcomes.includes(written) ? t(`workorder.outcome.${written}`) : written);
    const text = (key: string) => (typeof item.values[key] === 'string' ? (item.values[key] as string) : '');
    switch (item.kind) {
      case 'CaseChanged': {
        const field = factWords.find((one) => one === text('field'));
        if (field === 'secondVisit') return [t('cases.field.secondVisit'), words(text('newValue'))].filter(Boolean).join(' · ');
        const what = field ? t(`cases.field.${field}`) : text('field');
        // The ids of people and machines say nothing to anybody.
        const values = field === 'asset' || field === 'owner' ? '' : t('cases.changedFromTo', { from: text('oldValue') || '–', to: text('newValue') });
        return [what, values, words(item.text)].filter(Boolean).join(' · ');
      }
      case 'CaseWaitingForCustomer':
        return pauseReason(t, item.text);
      case 'PauseRanOut':
        return pauseReason(t, text('pauseReason'));
      case 'QuoteRequested':
        return t(`cases.cover.${item.text}`);
      case 'QuoteSent':
        return typeof item.values.amount === 'number' ? numbers.money(item.values.amount, text('currency')) : '';
      case 'CheckAnswered':
        return t('cases.checkAnswer', { check: text('checkCode'), answer: text('answer') });
      case 'CaseFileAttached':
        return text('fileName');
      case 'ArticleUsed':
        return `${text('number')} · ${t(`cases.articleUse.${text('use')}`)}`;
      case 'ScriptFollowed':
        return `${text('number')} · ${t(`knowledge.result.${text('result')}`)}`;
      case 'ProgressMessageSent':
        return text('text');
      default:
        return words(item.text);
    }
  };
}

export function useMoments(items: Activity[] | undefined): Moment[] {
  const t = useText();
  const body = useBody();
  return (items ?? []).map((item, at) => {
    const milestone = item.values.milestone;
    const goesOn = item.kind === 'CaseWaitingForCustomer' && item.values.clockPaused === false;
    const what = goesOn ? t('cases.event.CaseWaitingForCustomer.goesOn') : signs[item.kind] ? t(`cases.event.${item.kind}`) : item.kind;
    return {
      id: `${item.recordedAt}:${item.kind}:${at}`,
      at: item.at,
      icon: signs[item.kind],
      title: (
        <>
          <strong>{typeof milestone === 'string' ? `${t(`cases.milestone.${milestone}`)}: ${what}` : what}</strong>
          <span className={styles.note}> {item.actorName}</span>
        </>
      ),
      body: body(item) || undefined,
      kind: item.kind === 'NOTE' ? (item.audience === 'INTERNAL' ? 'internal' : 'public') : 'event',
    };
  });
}

export function ActivityTab({ it }: { it: CaseView }) {
  const t = useText();
  const activity = useQuery(activityQuery(it.number));
  const moments = useMoments(activity.data);
  return (
    <div className={styles.tab}>
      {it.actions.includes('note') && <NoteForm number={it.number} />}
      {activity.isPending && <Skeleton lines={6} />}
      {activity.isError && <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />}
      {activity.data?.length === 0 && <EmptyState title={t('cases.nothingHappened')} />}
      <Timeline moments={moments} label={t('cases.tab.activity')} />
    </div>
  );
}

function NoteForm({ number }: { number: string }) {
  const t = useText();
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<'INTERNAL' | 'CUSTOMER'>('INTERNAL');
  const add = useAction({
    run: (_: { text: string; audience: string }, { headers }) =>
      take(api.POST('/api/v1/cases/{number}/notes', { params: { path: { number }, header: headers }, body: { text, audience } })),
    touches: [['case', number]],
    onSuccess: () => setText(''),
  });
  return (
    <div className={styles.noteForm}>
      <TextArea label={t('cases.note')} value={text} onChange={setText} rows={2} maxLength={5000} error={add.error?.at('text')} />
      <div className={styles.snippetHead}>
        <RadioGroup
          label={t('cases.audience')}
          hideLabel
          orientation="horizontal"
          value={audience}
          onChange={(next) => setAudience(next as typeof audience)}
          options={[
            { id: 'INTERNAL', label: t('cases.audience.INTERNAL') },
            { id: 'CUSTOMER', label: t('cases.audience.CUSTOMER') },
          ]}
        />
        <Button isPending={add.isPending} isDisabled={!text.trim()} onPress={() => add.mutate({ text, audience })}>
          {t('cases.addNote')}
        </Button>
      </div>
      {add.error && add.error.errors.length === 0 && <Banner kind="error" title={add.error.message} isLive />}
    </div>
  );
}

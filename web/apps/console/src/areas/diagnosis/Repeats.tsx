import { call, usePages, useAction } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, EmptyState, RadioGroup, Segmented, StatusTag, TextArea, toast } from '@firstfix/ui';
import { AlertIcon, CheckIcon, HistoryIcon } from '@firstfix/ui/icons';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { SupportNav } from './SupportNav.tsx';
import styles from './prediction.module.css';

const route = getRouteApi('/signed-in/shell/support/repeats');
const verdicts = ['OUR_REPAIR', 'PART', 'ANOTHER_FAULT', 'CUSTOMER_SIDE'] as const;
type Verdict = (typeof verdicts)[number];

interface Line {
  caseNumber: string;
  subject: string;
  earlierCaseNumber: string;
  kind: 'SAME_MACHINE' | 'SAME_CAUSE_AT_SITE';
  days: number;
  sameCause: boolean | null;
  accountName: string;
  serial: string | null;
  foundAt: string;
  verdict: Verdict | null;
  verdictNote: string;
  verdictBy: string;
  version: number;
  actions: string[];
}

/** Faults that came back soon after their repair: a quality alert until somebody says why. */
export function Repeats() {
  const t = useText();
  const dates = useDates();
  const all = route.useSearch().all ?? false;
  const navigate = route.useNavigate();
  const [judged, setJudged] = useState<Line | null>(null);
  const source = usePages<Line>(
    ['repeat-faults', all],
    async (cursor, signal) => (await call<{ items: Line[]; nextCursor: string | null }>('GET', '/api/v1/repeat-faults', { query: { open: !all, cursor }, signal })).data,
  );
  const columns = useMemo<Column<Line>[]>(
    () => [
      { id: 'case', header: t('diagnosis.column.case'), cell: (line) => <AppLink href={`/cases/${line.caseNumber}`}>{line.caseNumber}</AppLink>, text: (line) => line.caseNumber, isRowHeader: true, width: 140 },
      { id: 'subject', header: t('diagnosis.repeat.subject'), cell: (line) => line.subject, text: (line) => line.subject, grows: true, width: 180 },
      { id: 'kind', header: t('diagnosis.repeat.kind'), cell: (line) => <StatusTag tone="breached" icon={AlertIcon}>{t(`diagnosis.repeat.${line.kind}`)}</StatusTag>, text: (line) => t(`diagnosis.repeat.${line.kind}`), width: 210 },
      { id: 'days', header: t('diagnosis.repeat.after'), cell: (line) => t('diagnosis.repeat.days', { days: line.days }), width: 90 },
      { id: 'earlier', header: t('diagnosis.repeat.earlier'), cell: (line) => <AppLink href={`/cases/${line.earlierCaseNumber}`}>{line.earlierCaseNumber}</AppLink>, text: (line) => line.earlierCaseNumber, width: 140 },
      { id: 'cause', header: t('diagnosis.repeat.cause'), cell: (line) => (line.sameCause === null ? t('diagnosis.repeat.cause.open') : t(line.sameCause ? 'diagnosis.repeat.cause.same' : 'diagnosis.repeat.cause.other')), width: 120 },
      { id: 'customer', header: t('diagnosis.column.customer'), cell: (line) => line.accountName, text: (line) => line.accountName, width: 160 },
      { id: 'at', header: t('diagnosis.repeat.noticed'), cell: (line) => dates.dateTime(line.foundAt), width: 170 },
      {
        id: 'verdict',
        header: t('diagnosis.repeat.verdict'),
        cell: (line) =>
          line.verdict ? (
            <span title={`${line.verdictBy}: ${line.verdictNote}`}>{t(`diagnosis.repeat.verdict.${line.verdict}`)}</span>
          ) : line.actions.includes('judge') ? (
            <Button kind="quiet" onPress={() => setJudged(line)}>{t('diagnosis.repeat.judge')}</Button>
          ) : (
            t('diagnosis.repeat.open')
          ),
        width: 150,
      },
    ],
    [t, dates],
  );
  return (
    <Page
      title={t('diagnosis.repeats')}
      layout="fill"
      actions={<ExportMenu list="repeat-faults" query={{ open: !all }} />}
      bar={
        <div className={styles.filters}>
          <SupportNav here="/repeats" />
          <Segmented label={t('diagnosis.repeat.which')} options={[{ id: 'open', label: t('diagnosis.repeat.toJudge') }, { id: 'all', label: t('diagnosis.repeat.all') }]} value={all ? 'all' : 'open'} onChange={(next) => void navigate({ search: next === 'all' ? { all: true } : {} })} />
        </div>
      }
    >
      <DataGrid
        label={t('diagnosis.repeats')}
        name="repeat-faults"
        source={source}
        columns={columns}
        rowId={(line) => line.caseNumber}
        onOpen={(line) => line.verdict === null && line.actions.includes('judge') && setJudged(line)}
        empty={<EmptyState icon={all ? HistoryIcon : CheckIcon} title={t('diagnosis.repeat.none')} text={t('diagnosis.repeat.none.text')} />}
      />
      {judged && <JudgeDialog line={judged} onClose={() => setJudged(null)} />}
    </Page>
  );
}

function JudgeDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useText();
  const [verdict, setVerdict] = useState<Verdict>('OUR_REPAIR');
  const [note, setNote] = useState('');
  const save = useAction({
    touches: [['repeat-faults'], ['diagnosis-scores']],
    run: (_: void, { headers }) => call('POST', `/api/v1/repeat-faults/${encodeURIComponent(line.caseNumber)}/verdict`, { headers, body: { verdict, note, version: line.version } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('diagnosis.repeat.judged', { number: line.caseNumber }) });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={t('diagnosis.repeat.why', { number: line.caseNumber })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>{t('common.save')}</Button>
        </>
      }
    >
      <div className={styles.form}>
        {save.error && <Banner kind="error" title={save.error.detail ?? save.error.title} isLive>{save.error.hint}</Banner>}
        <RadioGroup label={t('diagnosis.repeat.verdict')} value={verdict} onChange={(next) => setVerdict(next as Verdict)} options={verdicts.map((id) => ({ id, label: t(`diagnosis.repeat.verdict.${id}`), note: t(`diagnosis.repeat.verdict.${id}.note`) }))} />
        <TextArea label={t('diagnosis.repeat.note')} value={note} onChange={setNote} rows={3} maxLength={1000} isRequired error={save.error?.at('note')} />
      </div>
    </Dialog>
  );
}

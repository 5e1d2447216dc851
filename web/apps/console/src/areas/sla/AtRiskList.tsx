import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useLanguage, useText } from '@firstfix/i18n';
import { Drawer, EmptyState, FilterBar, IconButton, PriorityMark, Segmented, StatusTag, type Priority } from '@firstfix/ui';
import { CheckIcon, ClockIcon } from '@firstfix/ui/icons';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { AppLink, Page } from '../../index.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { ClockRing } from './ClockRing.tsx';
import { milestoneKinds, useServiceTime, withins, type AtRisk } from './data.ts';
import styles from './sla.module.css';

const tones = { CALM: 'done', WARM: 'onsite', HOT: 'waiting', MISSED: 'breached', PAUSED: 'new', DONE: 'done' } as const;

/** What must be reached soon, and what should have been reached already. */
export function AtRiskList() {
  const t = useText();
  const dates = useDates();
  const serviceTime = useServiceTime();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ from: '/signed-in/shell/at-risk' });
  const within = search.within ?? 'PT8H';
  const [shown, setShown] = useState<AtRisk | null>(null);
  const source = usePages<AtRisk>(
    ['at-risk', search],
    async (cursor, signal) =>
      (await call<{ items: AtRisk[]; nextCursor: string | null }>('GET', '/api/v1/at-risk', { query: { ...search, within, cursor }, signal })).data,
  );
  const { language } = useLanguage();
  const machine = useCallback(
    (row: AtRisk) => [language === 'zh-CN' ? row.modelNameZh : row.modelNameEn, row.serial].filter(Boolean).join(' · '),
    [language],
  );
  const columns = useMemo<Column<AtRisk>[]>(
    () => [
      {
        id: 'remaining',
        header: t('sla.atRisk.remaining'),
        cell: (row) => (
          <span className={styles.remaining} data-band={row.band}>
            <ClockRing percent={row.usedPercent} band={row.band} />
            {t(row.remainingSeconds < 0 || row.band === 'MISSED' ? 'sla.over' : 'sla.left', { time: serviceTime(row.remainingSeconds) })}
          </span>
        ),
        text: (row) => t(row.remainingSeconds < 0 || row.band === 'MISSED' ? 'sla.over' : 'sla.left', { time: serviceTime(row.remainingSeconds) }),
        width: 180,
      },
      { id: 'milestone', header: t('sla.atRisk.milestone'), cell: (row) => t(`sla.milestone.${row.milestone}`), width: 84 },
      { id: 'due', header: t('sla.atRisk.due'), cell: (row) => dates.dateTime(row.dueAt), width: 122 },
      { id: 'priority', header: t('sla.atRisk.priority'), cell: (row) => <PriorityMark level={Number(row.priority[1]) as Priority} />, text: (row) => row.priority, width: 78 },
      { id: 'case', header: t('sla.atRisk.case'), cell: (row) => <AppLink href={`/cases/${row.caseNumber}`}>{row.caseNumber}</AppLink>, text: (row) => row.caseNumber, isRowHeader: true, width: 132 },
      { id: 'subject', header: t('sla.atRisk.subject'), cell: (row) => row.subject, text: (row) => row.subject, grows: true, width: 180 },
      { id: 'customer', header: t('sla.atRisk.customer'), cell: (row) => row.customerName, text: (row) => row.customerName, width: 110 },
      { id: 'site', header: t('sla.atRisk.site'), cell: (row) => row.siteName, text: (row) => row.siteName, width: 110 },
      { id: 'machine', header: t('sla.atRisk.machine'), cell: (row) => machine(row), text: machine, width: 176 },
      {
        id: 'engineer',
        header: t('sla.atRisk.engineer'),
        cell: (row) => row.engineerName ?? <span className={styles.nobody}>{t('sla.atRisk.nobody')}</span>,
        text: (row) => row.engineerName ?? t('sla.atRisk.nobody'),
        width: 96,
      },
      {
        id: 'clock',
        header: t('sla.atRisk.clock'),
        cell: (row) => <IconButton icon={ClockIcon} label={t('sla.atRisk.show', { number: row.caseNumber })} onPress={() => setShown(row)} />,
        text: () => '',
        width: 76,
      },
      { id: 'band', header: t('sla.atRisk.band'), cell: (row) => <StatusTag tone={tones[row.band]} icon={row.band === 'WARM' || row.band === 'HOT' ? ClockIcon : undefined}>{t(`sla.band.${row.band}`)}</StatusTag>, text: (row) => t(`sla.band.${row.band}`), width: 120, isHiddenAtFirst: true },
      { id: 'workOrder', header: t('sla.atRisk.workOrder'), cell: (row) => row.workOrderNumber && <AppLink href={`/work-orders/${row.workOrderNumber}`}>{row.workOrderNumber}</AppLink>, text: (row) => row.workOrderNumber ?? '', width: 132, isHiddenAtFirst: true },
      { id: 'coverage', header: t('sla.atRisk.coverage'), cell: (row) => row.coverageCode, width: 100, isHiddenAtFirst: true },
    ],
    [t, dates, serviceTime, machine],
  );
  const change = (next: typeof search) => void navigate({ to: '/at-risk', search: next, replace: true });
  return (
    <Page
      title={t('sla.atRisk')}
      layout="fill"
      actions={<ExportMenu list="at-risk" query={{ ...search, within }} />}
      bar={
        <FilterBar
          values={{ milestone: search.milestone ? [search.milestone] : undefined, missed: search.missed ? [search.missed] : undefined }}
          onChange={(next) => change({ within: search.within, milestone: next.milestone?.[0], missed: next.missed?.[0] })}
          filters={[
            { id: 'milestone', label: t('sla.atRisk.milestone'), options: milestoneKinds.map((kind) => ({ id: kind, label: t(`sla.milestone.${kind}`) })) },
            {
              id: 'missed',
              label: t('sla.atRisk.band'),
              options: [
                { id: 'false', label: t('sla.atRisk.still') },
                { id: 'true', label: t('sla.band.MISSED') },
              ],
            },
          ]}
        >
          <Segmented label={t('sla.atRisk.within')} options={withins.map((span) => ({ id: span, label: t(`sla.within.${span}`) }))} value={within} onChange={(span) => change({ ...search, within: span })} />
        </FilterBar>
      }
    >
        <DataGrid
          label={t('sla.atRisk')}
          name="at-risk"
          source={source}
          columns={columns}
          rowId={(row) => `${row.caseId}:${row.milestone}`}
          onOpen={(row) => router.history.push(`/cases/${row.caseNumber}`)}
          empty={<EmptyState icon={CheckIcon} title={t('sla.atRisk.none')} text={t('sla.atRisk.none.text')} />}
        />
      {shown && (
        <Drawer isOpen onClose={() => setShown(null)} title={t('sla.dialog', { number: shown.caseNumber })}>
          <ClockPanel source={{ caseId: shown.caseId }} />
        </Drawer>
      )}
    </Page>
  );
}

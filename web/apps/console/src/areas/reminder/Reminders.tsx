import { usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { EmptyState, NoPermission, SlaRing, StatusTag, Tabs, type Tone } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { reminderQuery, remindersPage, shows, useCount, type Reminder, type Show } from './data.ts';
import { ReminderPanel } from './ReminderPanel.tsx';
import styles from './reminder.module.css';

const route = getRouteApi('/signed-in/shell/reminders');

/** What waits for the reader: their own duties, and those that climbed up to them. */
export function Reminders() {
  const t = useText();
  return useCan()('reminder.use') ? <List /> : <Page title={t('reminder.title')}><NoPermission right="reminder.use" /></Page>;
}

/** How it stands, as one word and colour. */
function standing(row: Reminder): { tone: Tone; word: string } {
  if (row.over) return { tone: 'done', word: 'over' };
  if (row.acknowledgedAt) return { tone: 'onsite', word: 'acknowledged' };
  if (row.overdue) return { tone: 'breached', word: row.level > 0 ? 'escalated' : 'overdue' };
  if (row.snoozedUntil) return { tone: 'scheduled', word: 'snoozed' };
  return { tone: 'waiting', word: 'waiting' };
}

function List() {
  const t = useText();
  const dates = useDates();
  const navigate = route.useNavigate();
  const { id, show = 'WAITING' } = route.useSearch();
  const count = useCount();
  const source = usePages<Reminder>(['reminders', 'list', show], (cursor, signal) => remindersPage(show, cursor, signal));
  const listed = source.items.find((item) => item.id === id);
  // A message in the inbox leads to one that this list may not show; one that was delegated is no longer the reader's.
  const other = useQuery({ ...reminderQuery(id ?? ''), enabled: id !== undefined && !listed && !source.isLoading, retry: false });
  const chosen = listed ?? (id === undefined ? source.items[0] : (other.isError ? source.items[0] : other.data));
  const choose = (next: string) => void navigate({ search: { ...(show === 'WAITING' ? {} : { show }), id: next }, replace: true });
  const columns = useMemo<Column<Reminder>[]>(
    () => [
      { id: 'due', header: t('reminder.due'), cell: (row) => (row.over ? dates.dateTime(row.dueAt) : <SlaRing due={row.dueAt} start={row.arrivedAt} />), text: (row) => row.dueAt, width: 110 },
      {
        id: 'state',
        header: t('reminder.state'),
        cell: (row) => <StatusTag tone={standing(row).tone}>{t(`reminder.state.${standing(row).word}`)}</StatusTag>,
        text: (row) => t(`reminder.state.${standing(row).word}`),
        width: 140,
      },
      { id: 'title', header: t('reminder.what'), cell: (row) => row.title, text: (row) => row.title, isRowHeader: true, grows: true, width: 240 },
      { id: 'since', header: t('reminder.since'), cell: (row) => dates.relative(row.arrivedAt), text: (row) => row.arrivedAt, width: 110 },
      { id: 'responsible', header: t('reminder.responsible'), cell: (row) => (row.mine ? t('reminder.me') : row.responsibleName), text: (row) => row.responsibleName, width: 120 },
      { id: 'by', header: t('reminder.by'), cell: (row) => row.entrustedBy, text: (row) => row.entrustedBy, width: 120 },
    ],
    [t, dates],
  );
  return (
    <Page
      title={t('reminder.title')}
      layout="fill"
      actions={<ExportMenu list="reminders" query={{ show }} />}
      note={<span className={styles.quiet}>{t('reminder.keys')}</span>}
      bar={
        <Tabs
          label={t('reminder.title')}
          value={show}
          onChange={(next) => void navigate({ search: next === 'WAITING' ? {} : { show: next as Show }, replace: true })}
          tabs={shows.map((one) => ({ id: one, label: t(`reminder.show.${one}`), ...(one === 'WAITING' && count.data ? { count: count.data.waiting } : {}) }))}
        />
      }
    >
      <div className={styles.split}>
        <div className={styles.list}>
          <DataGrid
            label={t('reminder.title')}
            name="reminders"
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onActive={(row) => choose(row.id)}
            onOpen={(row) => choose(row.id)}
            empty={<EmptyState title={t(`reminder.none.${show}`)} text={t('reminder.noneText')} />}
          />
        </div>
        <aside className={styles.side} aria-label={t('reminder.details')}>
          {chosen ? <ReminderPanel key={chosen.id} reminder={chosen} /> : <EmptyState title={t('reminder.nothingChosen')} />}
        </aside>
      </div>
    </Page>
  );
}

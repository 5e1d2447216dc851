import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Card, ErrorState, IconButton, KeyValueList, Skeleton, StatusTag, Tabs, Tree } from '@firstfix/ui';
import { CalendarIcon, ChevronLeftIcon, ChevronRightIcon, EditIcon, PlusIcon, UploadIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page, useCan } from '../../index.ts';
import { CalendarDialog } from './CalendarDialog.tsx';
import { calendarQuery, calendarsQuery, noticesQuery, useName, type CalendarFile, type Notice } from './data.ts';
import { NoticeDialog } from './NoticeDialog.tsx';
import { WeekBars } from './WeekBars.tsx';
import { YearView } from './YearView.tsx';
import styles from './sla.module.css';

/** The hours in which promises count, and the official days they follow. */
export function Calendars() {
  const t = useText();
  const name = useName();
  const may = useCan()('calendar.maintain');
  const calendars = useQuery(calendarsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const code = chosen ?? calendars.data?.[0]?.code;
  return (
    <Page
      title={t('sla.calendars')}
      actions={
        may && (
          <>
            <Button icon={UploadIcon} onPress={() => setImporting(true)}>
              {t('sla.notice.import')}
            </Button>
            <Button kind="primary" icon={PlusIcon} onPress={() => setAdding(true)}>
              {t('sla.calendar.new')}
            </Button>
          </>
        )
      }
    >
      {calendars.isError ? (
        <ErrorState error={calendars.error} onRetry={() => void calendars.refetch()} />
      ) : !calendars.data || !code ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.split}>
          <div className={styles.stack}>
            <Card title={t('sla.calendars')}>
              <Tree label={t('sla.calendars')} selected={code} onSelect={setChosen} nodes={calendars.data.map((one) => ({ id: one.code, label: name(one), icon: CalendarIcon, aside: `v${one.version}` }))} />
            </Card>
            <Notices />
          </div>
          <One key={code} code={code} />
        </div>
      )}
      {adding && <CalendarDialog onClose={() => setAdding(false)} onSaved={setChosen} />}
      {importing && <NoticeDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}

function One({ code }: { code: string }) {
  const t = useText();
  const name = useName();
  const query = useQuery(calendarQuery(code));
  const [editing, setEditing] = useState(false);
  if (query.isPending) return <Skeleton lines={8} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { data: calendar, etag } = query.data;
  return (
    <Card
      title={name(calendar)}
      note={calendar.code}
      actions={
        calendar.actions.includes('CHANGE') && (
          <Button icon={EditIcon} onPress={() => setEditing(true)}>
            {t('sla.calendar.change')}
          </Button>
        )
      }
    >
      <Tabs
        label={name(calendar)}
        tabs={[
          { id: 'year', label: t('sla.calendar.year'), content: <Year code={code} /> },
          { id: 'week', label: t('sla.calendar.week'), content: <Week calendar={calendar} /> },
          { id: 'versions', label: t('sla.calendar.versions'), count: calendar.versions.length, content: <Versions calendar={calendar} /> },
        ]}
      />
      {editing && <CalendarDialog calendar={calendar} etag={etag} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function Year({ code }: { code: string }) {
  const t = useText();
  const [year, setYear] = useState(() => new Date().getFullYear());
  return (
    <>
      <div className={styles.yearHead}>
        <div className={styles.yearHead} style={{ margin: 0, gap: 4 }}>
          <IconButton icon={ChevronLeftIcon} label={t('sla.year.before')} onPress={() => setYear(year - 1)} isDisabled={year <= 1970} />
          <span className={styles.yearNumber} aria-live="polite">
            {year}
          </span>
          <IconButton icon={ChevronRightIcon} label={t('sla.year.after')} onPress={() => setYear(year + 1)} isDisabled={year >= 2199} />
        </div>
        <ul className={styles.legend}>
          {(['open', 'closed', 'official-holiday', 'make-up-day', 'special-date'] as const).map((rule) => (
            <li key={rule}>
              <span className={styles.swatch} data-rule={rule} aria-hidden="true" />
              {t(`sla.legend.${rule}`)}
            </li>
          ))}
        </ul>
      </div>
      <YearView code={code} year={year} />
    </>
  );
}

function Week({ calendar }: { calendar: CalendarFile }) {
  const t = useText();
  const latest = calendar.versions.find((version) => version.inForce);
  if (!latest) return null;
  const { definition } = latest;
  return (
    <div className={styles.stack}>
      <WeekBars week={definition.week} />
      <KeyValueList
        items={[
          { label: t('sla.calendar.zone'), value: definition.zone === 'site' ? t('sla.calendar.siteZone') : definition.zone },
          { label: t('sla.calendar.official'), value: t(definition.official ? 'sla.calendar.official.yes' : 'sla.calendar.official.no') },
          {
            label: t('sla.calendar.special'),
            value: definition.specialDays.map((day) => `${day.date} ${day.hours.map((pair) => pair.join('–')).join(' ') || t('sla.closed')} ${day.reason}`).join(' · '),
          },
        ]}
      />
    </div>
  );
}

function Versions({ calendar }: { calendar: CalendarFile }) {
  const t = useText();
  const dates = useDates();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sla.version')}</th>
            <th scope="col">{t('sla.version.from')}</th>
            <th scope="col">{t('sla.version.state')}</th>
            <th scope="col">{t('sla.version.reason')}</th>
            <th scope="col">{t('sla.version.made')}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.versions.map((version) => (
            <tr key={version.version}>
              <td>v{version.version}</td>
              <td>{version.version === 1 ? t('sla.version.always') : dates.day(version.effectiveFrom)}</td>
              <td>
                <StatusTag tone={version.inForce ? 'done' : 'cancelled'}>{t(version.inForce ? 'sla.version.inForce' : 'sla.version.replaced')}</StatusTag>
              </td>
              <td>{version.reason || '–'}</td>
              <td>
                {version.madeBy} <span className={styles.note}>{dates.dateTime(version.madeAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notices() {
  const t = useText();
  const notices = useQuery(noticesQuery);
  const [shown, setShown] = useState<Notice | null>(null);
  const newest = Math.max(0, ...(notices.data ?? []).map((one) => one.year));
  const next = new Date().getFullYear() + 1;
  return (
    <Card title={t('sla.notices')}>
      {notices.isError ? (
        <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
      ) : !notices.data ? (
        <Skeleton lines={4} />
      ) : (
        <div className={styles.stack}>
          {newest < next && <Banner kind="warning">{t('sla.notices.missing', { year: String(next) })}</Banner>}
          <Tree
            label={t('sla.notices')}
            selected={shown ? String(shown.year) : null}
            onSelect={(year) => setShown(notices.data.find((one) => String(one.year) === year) ?? null)}
            nodes={notices.data.map((one) => ({ id: String(one.year), label: t('sla.notice.year', { year: String(one.year) }), aside: t('sla.notice.days', { off: one.daysOff, makeUp: one.makeUpDays }) }))}
          />
          {shown && <p className={`${styles.note} ${styles.source}`}>{shown.source}</p>}
        </div>
      )}
    </Card>
  );
}

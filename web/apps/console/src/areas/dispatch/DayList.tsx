import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, Drawer, EmptyState, ErrorState, IconButton, KeyValueList, PriorityMark, Select, Skeleton, SlaRing, StatusTag, TextField } from '@firstfix/ui';
import { ChevronLeftIcon, ChevronRightIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { BookDialog } from './BookDialog.tsx';
import { branchesQuery, codesOf, crewNames, levelOf, useName, visitTone, type Day, type Days, type Visit } from './data.ts';
import styles from './dispatch.module.css';

const route = getRouteApi('/signed-in/shell/day');
const hour = 3_600_000;

/** The day of a branch: a line per engineer, hours from left to right. */
export function DayList() {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const navigate = route.useNavigate();
  const { date, branch } = route.useSearch();
  const [opened, setOpened] = useState<string | null>(null);
  const units = useQuery(branchesQuery);
  const days = useQuery({
    queryKey: ['days', date ?? '', branch ?? ''],
    queryFn: async ({ signal }) => (await call<Days>('GET', '/api/v1/days', { query: { date, branch }, signal })).data,
    placeholderData: (before) => before,
  });
  const shown = days.data?.date ?? date ?? null;
  const go = (to: { date?: string; branch?: string }) => void navigate({ search: { ...(to.date ? { date: to.date } : {}), ...(to.branch ? { branch: to.branch } : {}) }, replace: true });
  const step = (by: number) => {
    if (!shown) return;
    const next = new Date(`${shown}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + by);
    go({ date: next.toISOString().slice(0, 10), branch });
  };
  const visit = days.data?.items.flatMap((day) => day.visits).find((one) => one.number === opened);
  const engineers = (days.data?.items ?? []).map((day) => ({ id: day.engineerCode, label: day.engineerName }));
  const visits = days.data?.items.reduce((sum, day) => sum + day.visits.length, 0) ?? 0;
  return (
    <Page
      title={t('dispatch.day')}
      layout="fill"
      note={days.data && <span className={styles.quiet}>{t('dispatch.dayCount', { engineers: days.data.items.length, visits })}</span>}
      bar={
        <div className={styles.dayBar}>
          <IconButton icon={ChevronLeftIcon} label={t('dispatch.dayBefore')} onPress={() => step(-1)} outlined />
          <DateTimeField label={t('dispatch.date')} hideLabel granularity="day" value={shown} onChange={(next) => go({ date: next ?? undefined, branch })} />
          <IconButton icon={ChevronRightIcon} label={t('dispatch.dayAfter')} onPress={() => step(1)} outlined />
          <Button onPress={() => go({ branch })}>{t('dispatch.today')}</Button>
          <div className={styles.branch}>
            <Select
              label={t('dispatch.branch')}
              hideLabel
              placeholder={t('dispatch.ownBranch')}
              options={(units.data ?? []).map((unit) => ({ id: unit.code, label: name(unit) }))}
              value={branch ?? null}
              onChange={(next) => go({ date, branch: next })}
            />
          </div>
          {days.data && <span className={styles.quiet}>{t('dispatch.asOf', { at: dates.time(days.data.asOf) })}</span>}
        </div>
      }
    >
      {days.isPending ? (
        <div className={styles.pad}>
          <Skeleton lines={8} height={26} />
        </div>
      ) : days.error && !days.data ? (
        <ErrorState error={days.error} onRetry={() => void days.refetch()} />
      ) : days.data && days.data.items.length === 0 ? (
        <EmptyState title={t('dispatch.noEngineers')} text={t('dispatch.noEngineersText')} />
      ) : (
        days.data && <Board days={days.data} onOpen={setOpened} />
      )}
      {visit && <VisitDrawer visit={visit} engineers={engineers} onClose={() => setOpened(null)} />}
    </Page>
  );
}

/** From the first to the last thing of the day, at least the usual hours. */
function span(days: Days): { from: number; to: number } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const day of days.items) {
    const begin = new Date(day.startsAt).getTime();
    starts.push(begin + 8 * hour);
    ends.push(begin + 18 * hour);
    for (const one of [...day.shifts, ...day.visits]) {
      starts.push(Math.max(new Date(one.startsAt).getTime(), begin));
      ends.push(Math.min(new Date(one.endsAt).getTime(), begin + 24 * hour));
    }
  }
  return { from: Math.floor(Math.min(...starts) / hour) * hour, to: Math.ceil(Math.max(...ends) / hour) * hour };
}

function Board({ days, onOpen }: { days: Days; onOpen: (number: string) => void }) {
  const t = useText();
  const zone = days.items[0]?.zone;
  const dates = useDates(zone);
  const { from, to } = useMemo(() => span(days), [days]);
  const now = useNow();
  const at = (time: string | number) => Math.min(Math.max((new Date(time).getTime() - from) / (to - from), 0), 1) * 100;
  const place = (startsAt: string, endsAt: string): CSSProperties => ({ insetInlineStart: `${at(startsAt)}%`, width: `${Math.max(at(endsAt) - at(startsAt), 0.4)}%` });
  const hours = Array.from({ length: Math.round((to - from) / hour) }, (_, index) => from + index * hour);
  return (
    <div className={styles.board} role="region" aria-label={t('dispatch.day')}>
      <div className={styles.boardInner} style={{ minWidth: 200 + hours.length * 62 }}>
        <div className={styles.hours} aria-hidden="true">
          <span className={styles.engineerCell} />
          <span className={styles.lane}>
            {hours.map((time) => (
              <span key={time} className={styles.hour} style={{ insetInlineStart: `${at(time)}%` }}>
                {dates.time(time)}
              </span>
            ))}
          </span>
        </div>
        <ul className={styles.dayRows}>
          {days.items.map((day) => (
            <li key={day.engineerCode} className={styles.dayRow}>
              <span className={styles.engineerCell}>
                <AppLink href={`/engineers/${day.engineerCode}`}>{day.engineerName}</AppLink>
                <Note day={day} />
              </span>
              <span className={styles.lane} style={{ backgroundSize: `${100 / hours.length}% 100%` }}>
                {day.shifts.map((shift) => (
                  <span key={shift.id} className={styles.shift} data-kind={shift.kind} style={place(shift.startsAt, shift.endsAt)} />
                ))}
                {day.absences.map((absence) => (
                  <span key={absence.id} className={styles.absence} style={place(absence.startsAt, absence.endsAt)}>
                    {t(`dispatch.absence.${absence.reason}`)}
                  </span>
                ))}
                {day.visits.map((visit) => (
                  <Bar key={visit.number} visit={visit} style={place(visit.startsAt, visit.endsAt)} onOpen={() => onOpen(visit.number)} />
                ))}
                {now > from && now < to && <span className={styles.now} style={{ insetInlineStart: `${at(now)}%` }} />}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Note({ day }: { day: Day }) {
  const t = useText();
  if (day.absences.length > 0) return <span className={styles.quiet}>{t(`dispatch.absence.${day.absences[0]?.reason ?? 'OTHER'}`)}</span>;
  if (day.shifts.length === 0) return <span className={styles.quiet}>{t('dispatch.noShift')}</span>;
  return <span className={styles.quiet}>{t('dispatch.visitCount', { count: day.visits.length })}</span>;
}

function Bar({ visit, style, onOpen }: { visit: Visit; style: CSSProperties; onOpen: () => void }) {
  const t = useText();
  const dates = useDates(visit.where.zone);
  const words = `${dates.time(visit.startsAt)}–${dates.time(visit.endsAt)} ${visit.work.subject}, ${visit.where.customerName}, ${t(`dispatch.visit.${visit.status}`)}`;
  return (
    <button type="button" className={styles.bar} data-tone={visitTone[visit.status]} style={style} onClick={onOpen} title={words}>
      <StatusTag tone={visitTone[visit.status]} isPlain>
        {visit.where.customerName || visit.work.subject}
      </StatusTag>
      <span className={styles.barText}>{visit.work.subject}</span>
      <span className="visually-hidden">
        {dates.time(visit.startsAt)}–{dates.time(visit.endsAt)}, {t(`dispatch.visit.${visit.status}`)}
      </span>
    </button>
  );
}

function VisitDrawer({ visit, engineers, onClose }: { visit: Visit; engineers: { id: string; label: string }[]; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const dates = useDates(visit.where.zone);
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null);
  const [reason, setReason] = useState('');
  const cancel = useAction({
    run: (_: void, { headers }) => call('POST', `/api/v1/appointments/${visit.number}/cancel`, { headers, body: { reason } }),
    touches: [['days'], ['unassigned'], ['appointments'], ['work-order'], ['work-orders']],
    onSuccess: onClose,
  });
  if (asked === 'move') {
    return (
      <BookDialog
        order={visit.work}
        engineers={engineers}
        engineer={visit.engineerCode}
        crew={codesOf(visit.crew)}
        startsAt={visit.startsAt}
        moves={visit}
        zone={visit.where.zone}
        onClose={onClose}
      />
    );
  }
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={visit.work.subject}
      footer={
        <>
          {visit.actions.includes('CANCEL') && <Button onPress={() => setAsked('cancel')}>{t('dispatch.cancel')}</Button>}
          {visit.actions.includes('MOVE') && (
            <Button kind="primary" onPress={() => setAsked('move')}>
              {t('dispatch.move')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.tags}>
          <StatusTag tone={visitTone[visit.status]}>{t(`dispatch.visit.${visit.status}`)}</StatusTag>
          <PriorityMark level={levelOf(visit.work.priority)} />
          {visit.work.dueAt && !visit.arrivedAt && <SlaRing due={visit.work.dueAt} />}
        </p>
        {cancel.error && <Banner kind="error" title={cancel.error.detail ?? cancel.error.title} isLive>{cancel.error.hint}</Banner>}
        {asked === 'cancel' && (
          <div className={styles.form}>
            <TextField label={t('dispatch.reason')} value={reason} onChange={setReason} isRequired autoFocus maxLength={1000} error={cancel.error?.at('reason')} />
            <Button kind="danger" isPending={cancel.isPending} isDisabled={!reason.trim()} onPress={() => cancel.mutate()}>
              {t('dispatch.cancelNow')}
            </Button>
          </div>
        )}
        <KeyValueList
          items={[
            { label: t('dispatch.visitOf'), value: visit.number },
            { label: t('dispatch.engineer'), value: crewNames(visit) },
            { label: t('dispatch.time'), value: `${dates.dateTime(visit.startsAt)}–${dates.time(visit.endsAt)}` },
            { label: t('dispatch.number'), value: <AppLink href={`/work-orders/${visit.work.number}`}>{visit.work.number}</AppLink> },
            { label: t('dispatch.case'), value: <AppLink href={`/cases/${visit.work.caseNumber}`}>{visit.work.caseNumber}</AppLink> },
            { label: t('dispatch.customer'), value: visit.where.customerName },
            { label: t('dispatch.site'), value: visit.where.siteName },
            { label: t('dispatch.address'), value: `${visit.where.city} ${visit.where.address}` },
            { label: t('dispatch.access'), value: visit.where.accessNotes },
            { label: t('dispatch.contact'), value: visit.contact && `${visit.contact.name} ${visit.contact.phone}` },
            { label: t('dispatch.machine'), value: visit.machine && `${name({ nameZh: visit.machine.modelNameZh, nameEn: visit.machine.modelNameEn })} ${visit.machine.serial}` },
            { label: t('dispatch.travelling'), value: visit.travellingAt && dates.dateTime(visit.travellingAt) },
            { label: t('dispatch.arrived'), value: visit.arrivedAt && dates.dateTime(visit.arrivedAt) },
            { label: t('dispatch.done'), value: visit.doneAt && dates.dateTime(visit.doneAt) },
          ]}
        />
      </div>
    </Drawer>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

import { isProblem } from '@firstfix/api';
import { SiteZone, useDates, useText } from '@firstfix/i18n';
import { Banner, Button, ButtonLink, EmptyState, ErrorState, IconButton, NoPermission, Skeleton, StatusTag } from '@firstfix/ui';
import { CalendarIcon, CarIcon, CheckIcon, ChevronRightIcon, LockIcon, MapIcon, PartsIcon, PhoneIcon, RefreshIcon, WrenchIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useSession } from '../../session/session.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { ClockTag } from './ClockTag.tsx';
import { dayQuery, directions, ownCodeQuery, stepsOf, useName, useStep, visitTones, workOrderQuery, type Day, type Visit } from './data.ts';
import { Me, Phone } from './Phone.tsx';
import styles from './mobile.module.css';

const route = getRouteApi('/signed-in/m');

const addDays = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** The calendar day of an instant in a zone. */
const dayIn = (at: string, zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at));

export function DayPage() {
  const t = useText();
  const session = useSession();
  const { date } = route.useSearch();
  const code = useQuery(ownCodeQuery);
  const today = useQuery({ ...dayQuery(code.data ?? ''), enabled: Boolean(code.data) });
  const first = today.data && dayIn(today.data.startsAt, today.data.zone);
  const shown = date && date !== first ? date : undefined;
  const other = useQuery({ ...dayQuery(code.data ?? '', shown), enabled: Boolean(code.data && shown) });
  const tomorrow = useQuery({ ...dayQuery(code.data ?? '', first ? addDays(first, 1) : undefined), enabled: Boolean(first && !shown) });
  const main = shown ? other : today;
  const problem = code.error ?? main.error;
  const open = main.data?.visits.filter((visit) => visit.status !== 'DONE').length;
  return (
    <Phone
      title={t('mobile.nav')}
      head={
        <>
          <div className={styles.headRow}>
            <div className={styles.grows}>
              <h1 className={styles.title}>{t('mobile.nav')}</h1>
              <p className={styles.note}>{main.data ? t('mobile.open', { name: main.data.engineerName, count: open ?? 0 }) : session.displayName}</p>
            </div>
            <IconButton icon={RefreshIcon} label={t('mobile.refresh')} outlined onPress={() => void Promise.all([code.refetch(), main.refetch(), tomorrow.refetch()])} />
            <Me />
          </div>
          {first && <Days first={first} shown={shown ?? first} />}
        </>
      }
    >
      {problem ? (
        isProblem(problem) && problem.isForbidden ? (
          <NoPermission right="dispatch.read" />
        ) : (
          <ErrorState error={problem} onRetry={() => void (code.error ? code : main).refetch()} />
        )
      ) : code.data === null ? (
        <EmptyState icon={CalendarIcon} title={t('mobile.noEngineer')} text={t('mobile.noEngineerText')} action={<ButtonLink href="/work-orders">{t('mobile.console')}</ButtonLink>} />
      ) : !main.data ? (
        <Waiting />
      ) : (
        <>
          <DayOf day={main.data} isAhead={Boolean(shown && first && shown > first)} />
          {!shown && tomorrow.data && <Tomorrow day={withoutVisitsOf(main.data, tomorrow.data)} />}
        </>
      )}
    </Phone>
  );
}

/** A visit that goes on over midnight stands where it begins. */
const withoutVisitsOf = (before: Day, day: Day): Day => ({ ...day, visits: day.visits.filter((visit) => before.visits.every((other) => other.number !== visit.number)) });

function Tomorrow({ day }: { day: Day }) {
  const t = useText();
  return (
    <section aria-labelledby="tomorrow" className={styles.list}>
      <h2 id="tomorrow" className={styles.heading}>
        {t('mobile.tomorrow', { count: day.visits.length })}
      </h2>
      <Visits day={day} isAhead />
    </section>
  );
}

function Waiting() {
  return (
    <>
      {[0, 1, 2].map((card) => (
        <div key={card} className={styles.card}>
          <Skeleton lines={4} height={18} />
        </div>
      ))}
    </>
  );
}

/** Today and the days to come; a visit of yesterday that was not finished is one tap back. */
function Days({ first, shown }: { first: string; shown: string }) {
  const t = useText();
  const intl = useIntl();
  const utc = (date: string, options: Intl.DateTimeFormatOptions) => intl.formatDate(`${date}T00:00:00Z`, { timeZone: 'UTC', ...options });
  return (
    <nav className={styles.days} aria-label={t('mobile.days')}>
      <ul>
        {Array.from({ length: 9 }, (_, position) => addDays(first, position - 1)).map((date) => (
          <li key={date}>
            <AppLink href={date === first ? '/m' : `/m?date=${date}`} className={date === shown ? styles.dayHere : styles.day}>
              <span className={styles.dayName}>{date === first ? t('mobile.today') : utc(date, { weekday: 'short' })}</span>
              <span className={styles.dayNumber}>{utc(date, { day: 'numeric' }).replace(/\D/g, '')}</span>
              {date === shown && <span className="visually-hidden">{t('mobile.dayShown')}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DayOf({ day, isAhead }: { day: Day; isAhead: boolean }) {
  const t = useText();
  const dates = useDates(day.zone);
  const absent = day.absences[0];
  const shifts = day.shifts.map((shift) => `${dates.time(shift.startsAt)} – ${dates.time(shift.endsAt)}`).join(', ');
  return (
    <section className={styles.list} aria-labelledby="day">
      <h2 id="day" className={styles.heading}>
        <span>{dates.date(day.startsAt)}</span>
        {shifts && <span className={styles.note}>{t('mobile.shift', { times: shifts })}</span>}
      </h2>
      {absent && (
        <Banner kind="info" title={t('mobile.absent')}>
          {`${dates.dateTime(absent.startsAt)} – ${dates.dateTime(absent.endsAt)}`}
        </Banner>
      )}
      {day.visits.length === 0 ? <EmptyState icon={CheckIcon} title={t('mobile.empty')} text={t('mobile.emptyText')} /> : <Visits day={day} isAhead={isAhead} />}
    </section>
  );
}

function Visits({ day, isAhead }: { day: Day; isAhead?: boolean }) {
  // One next step in full colour: that of the visit at hand.
  const next = day.visits.find((visit) => visit.status === 'ON_SITE') ?? day.visits.find((visit) => visit.status === 'TRAVELLING') ?? day.visits.find((visit) => stepsOf(visit).length > 0);
  return (
    <ul className={styles.list}>
      {day.visits.map((visit) => (
        <li key={visit.number}>
          <SiteZone value={visit.where.zone}>
            <VisitCard visit={visit} isNext={!isAhead && visit === next} />
          </SiteZone>
        </li>
      ))}
    </ul>
  );
}

const stepSigns = { ACCEPT: CheckIcon, TRAVEL: CarIcon, ARRIVE: MapIcon };

function VisitCard({ visit, isNext }: { visit: Visit; isNext: boolean }) {
  const t = useText();
  const dates = useDates();
  const name = useName();
  const step = useStep(visit);
  // Asked for ahead: the visit then opens at once, also where the network is bad.
  const { data: order } = useQuery({ ...workOrderQuery(visit.work.number), enabled: visit.status !== 'DONE' });
  const { work, where, machine, contact } = visit;
  const href = `/m/visits/${visit.number}`;
  const [action] = stepsOf(visit);
  const phone = contact?.phone;
  const parts = order?.prediction?.carriedParts ?? [];
  const kind = isNext ? 'primary' : 'secondary';
  return (
    <article className={styles.card} data-next={isNext || undefined} data-status={visit.status} aria-labelledby={`visit-${visit.number}`}>
      <div className={styles.cardHead}>
        <strong className={styles.time}>{`${dates.time(visit.startsAt)} – ${dates.time(visit.endsAt)}`}</strong>
        <StatusTag tone={visitTones[visit.status]}>{t(`mobile.status.${visit.status}`)}</StatusTag>
        <span className={styles.space} />
        {visit.status !== 'DONE' && <ClockTag clock={order?.clock} dueAt={work.dueAt} />}
      </div>
      <h3 id={`visit-${visit.number}`} className={styles.subject}>
        <AppLink href={href}>{work.subject}</AppLink>
      </h3>
      <p className={styles.where}>
        <span>{[where.customerName, where.siteName].filter(Boolean).join(' · ')}</span>
        <span className={styles.note}>{[where.city, where.address].filter(Boolean).join(' ')}</span>
        {machine && <span className={styles.note}>{[name(machine), t('mobile.serialEnd', { end: machine.serial.slice(-4) }), machine.location].filter(Boolean).join(' · ')}</span>}
      </p>
      {visit.crew.length > 0 && <p className={styles.note}>{t('mobile.crew', { lead: visit.engineerName, names: visit.crew.map((one) => one.name).join(', ') })}</p>}
      {phone && visit.status !== 'DONE' && <p className={styles.note}>{t('mobile.contact', { name: contact.name, phone })}</p>}
      {where.accessNotes && visit.status !== 'DONE' && (
        <p className={styles.fact} data-tone="warn">
          <LockIcon size={16} />
          <span>{where.accessNotes}</span>
        </p>
      )}
      {parts.length > 0 && (
        <p className={styles.fact}>
          <PartsIcon size={16} />
          <span>
            {t('mobile.carry')}: {parts.map((part) => name(part)).join(', ')}
          </span>
        </p>
      )}
      {step.error && (
        <Banner kind="error" isLive title={step.error.isNetwork ? t('ui.error.network') : (step.error.detail ?? step.error.title)}>
          {step.error.hint}
        </Banner>
      )}
      <div className={styles.cardActions}>
        {action ? (
          <Button kind={kind} icon={stepSigns[action]} isPending={step.isPending} className={styles.grows} onPress={() => step.mutate(action)}>
            {t(`mobile.step.${action}`)}
          </Button>
        ) : (
          <ButtonLink href={href} kind={visit.status === 'ON_SITE' ? kind : 'secondary'} icon={visit.status === 'ON_SITE' ? WrenchIcon : ChevronRightIcon} className={styles.grows}>
            {t(visit.status === 'ON_SITE' ? 'mobile.continue' : 'mobile.view')}
          </ButtonLink>
        )}
        {visit.status !== 'DONE' && phone && (
          <ButtonLink href={`tel:${phone}`} className={styles.square} aria-label={t('mobile.call', { name: contact.name })} icon={PhoneIcon}>
            {null}
          </ButtonLink>
        )}
        {visit.status !== 'DONE' && (
          <ButtonLink href={directions(where)} className={styles.square} aria-label={t('mobile.directions')} icon={MapIcon}>
            {null}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}

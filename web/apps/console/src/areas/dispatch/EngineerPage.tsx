import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, DateTimeField, EmptyState, ErrorState, IconButton, KeyValueList, Select, Skeleton, StatusTag, TextField, toast } from '@firstfix/ui';
import { EditIcon, PlusIcon, StarIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useCorrection } from '../customer/useCorrection.tsx';
import { ContractorFields, type Contractor } from './ContractorFields.tsx';
import { DedicationDialog } from './DedicationDialog.tsx';
import { engineerQuery, termsQuery, useName, type Absence, type Engineer, type Shift, type Skill, type Term } from './data.ts';
import { SkillFields } from './SkillFields.tsx';
import { Van } from './Van.tsx';
import styles from './dispatch.module.css';

const route = getRouteApi('/signed-in/shell/engineers/$code');
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const reasons: Absence['reason'][] = ['LEAVE', 'ILLNESS', 'TRAINING', 'OTHER'];
const kinds: Shift['kind'][] = ['NORMAL', 'STANDBY', 'OVERTIME'];

/** One engineer: skills, hours, absences, and the customers that are his own. */
export function EngineerPage() {
  const t = useText();
  const { code } = route.useParams();
  const engineer = useQuery(engineerQuery(code));
  if (engineer.error) {
    return (
      <Page title={code}>
        <ErrorState error={engineer.error} onRetry={() => void engineer.refetch()} />
      </Page>
    );
  }
  if (!engineer.data) {
    return (
      <Page title={code}>
        <Skeleton lines={8} height={18} />
      </Page>
    );
  }
  const shown = engineer.data;
  const may = shown.actions.includes('MAINTAIN');
  return (
    <Page title={shown.name} note={<StatusTag tone={shown.active ? 'done' : 'cancelled'}>{t(shown.active ? 'dispatch.active' : 'dispatch.inactive')}</StatusTag>}>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Skills key={shown.version} engineer={shown} may={may} />
          <Customers engineer={shown} may={may} />
          <Van engineerCode={shown.code} />
        </div>
        <div className={styles.stack}>
          <Shifts engineer={shown} may={may} />
          <Absences engineer={shown} may={may} />
        </div>
      </div>
    </Page>
  );
}

/** Each change answers with the whole engineer. */
function useKeep() {
  const queries = useQueryClient();
  return (changed: Engineer) => queries.setQueryData(engineerQuery(changed.code).queryKey, changed);
}

function Skills({ engineer, may }: { engineer: Engineer; may: boolean }) {
  const t = useText();
  const name = useName();
  const terms = useQuery(termsQuery);
  const [start] = useState(() => drafted(engineer));
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const label = (code: string, among: Term[] | undefined) => {
    const term = among?.find((one) => one.code === code);
    return term ? name(term) : code;
  };
  const skillWords = (skills: Skill[]) => skills.map((skill) => `${label(skill.code, terms.data?.skills)} ${skill.level}`).join(', ');
  const correction = useCorrection<Draft>({
    url: `/api/v1/engineers/${engineer.code}`,
    version: engineer.version,
    start,
    read: (current) => drafted(current as unknown as Engineer),
    body: ({ home, ...rest }) => ({ ...rest, homeLatitude: home?.latitude ?? null, homeLongitude: home?.longitude ?? null }),
    label: (field) => t(`dispatch.field.${field}`),
    show: (field, value) => {
      if (field === 'skills') return skillWords(value as Skill[]);
      if (field === 'active') return t(value ? 'dispatch.active' : 'dispatch.inactive');
      if (field === 'territory') return value ? label(value as string, terms.data?.territories) : '';
      return value ? Object.values(value).join(', ') : '';
    },
    touches: [['engineers'], ['engineer', engineer.code], ['candidates']],
    onSaved: () => toast({ kind: 'success', text: t('dispatch.saved', { name: engineer.name }) }),
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  const { problem } = correction;
  return (
    <Card title={t('dispatch.skills')}>
      <div className={styles.form}>
        <KeyValueList
          items={[
            { label: t('dispatch.code'), value: engineer.code },
            { label: t('dispatch.phone'), value: engineer.phone },
            { label: t('dispatch.email'), value: engineer.email },
            ...(!may && engineer.contractor ? [{ label: t('dispatch.company'), value: engineer.contractor.company }] : []),
            ...(may ? [] : [{ label: t('dispatch.territory'), value: engineer.territory && label(engineer.territory, terms.data?.territories) }]),
          ]}
        />
        {problem && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {problem.hint}
          </Banner>
        )}
        {may ? (
          <>
            <SkillFields skills={draft.skills} onChange={(skills) => change({ skills })} />
            {(terms.data?.territories.length ?? 0) > 0 && (
              <Select label={t('dispatch.territory')} value={draft.territory} onChange={(territory) => change({ territory })} options={(terms.data?.territories ?? []).map((term) => ({ id: term.code, label: name(term) }))} />
            )}
            <ContractorFields contractor={draft.contractor} onChange={(contractor) => change({ contractor })} error={problem?.at('contractor.company')} />
            <Checkbox isSelected={draft.active} onChange={(active) => change({ active })}>
              {t('dispatch.isSent')}
            </Checkbox>
            <div>
              <Button kind="primary" isPending={correction.isPending} isDisabled={!isChanged} onPress={() => correction.submit(draft)}>
                {t('common.save')}
              </Button>
            </div>
          </>
        ) : engineer.skills.length === 0 ? (
          <p className={styles.quiet}>{t('dispatch.noSkills')}</p>
        ) : (
          <ul className={styles.rows}>
            {engineer.skills.map((skill) => (
              <li key={skill.code} className={styles.row}>
                <span className={styles.grow}>{label(skill.code, terms.data?.skills)}</span>
                {t('dispatch.level', { level: skill.level })}
              </li>
            ))}
          </ul>
        )}
      </div>
      {correction.conflict}
    </Card>
  );
}

interface Draft {
  territory: string | null;
  home: Engineer['home'];
  active: boolean;
  skills: Skill[];
  contractor: Contractor | null;
}

function drafted({ territory, home, active, skills, contractor }: Engineer): Draft {
  return { territory, home, active, skills, contractor };
}

function Customers({ engineer, may }: { engineer: Engineer; may: boolean }) {
  const t = useText();
  const [opened, setOpened] = useState<{ number: string; name: string } | 'new' | null>(null);
  return (
    <Card
      title={t('dispatch.ownCustomers')}
      count={engineer.customers.length}
      actions={
        may && (
          <Button kind="quiet" icon={PlusIcon} onPress={() => setOpened('new')}>
            {t('dispatch.addOwnCustomer')}
          </Button>
        )
      }
    >
      {engineer.customers.length === 0 ? (
        <p className={styles.quiet}>{t('dispatch.noOwnCustomers')}</p>
      ) : (
        <ul className={styles.rows}>
          {engineer.customers.map((customer) => (
            <li key={customer.customerNumber} className={styles.row}>
              <span className={styles.grow}>
                <AppLink href={`/customers/${customer.customerNumber}`}>{customer.customerName}</AppLink>
              </span>
              <StatusTag tone={customer.standIn ? 'new' : 'dispatched'} icon={customer.standIn ? undefined : StarIcon} isPlain>
                {t(customer.standIn ? 'dispatch.dedicated.STAND_IN' : 'dispatch.dedicated.OWNER')}
              </StatusTag>
              {may && (
                <IconButton
                  icon={EditIcon}
                  label={t('dispatch.dedicationOf', { name: customer.customerName })}
                  onPress={() => setOpened({ number: customer.customerNumber, name: customer.customerName })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {opened && <DedicationDialog engineer={opened === 'new' ? engineer.code : undefined} customer={opened === 'new' ? undefined : opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}

function Shifts({ engineer, may }: { engineer: Engineer; may: boolean }) {
  const t = useText();
  const dates = useDates(engineer.zone);
  const keep = useKeep();
  // Today where the engineer works, not in Greenwich.
  const today = new Intl.DateTimeFormat('sv', { timeZone: engineer.zone }).format(new Date());
  const [isAdding, setAdding] = useState(false);
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(today);
  const [chosen, setChosen] = useState<string[]>(weekdays.slice(0, 5));
  const [startsAt, setStartsAt] = useState('08:30');
  const [endsAt, setEndsAt] = useState('17:30');
  const [kind, setKind] = useState<string>('NORMAL');
  const plan = useAction({
    run: async (_: void, { headers }) =>
      (
        await call<{ engineer: Engineer; added: number; kept: number }>('POST', `/api/v1/engineers/${engineer.code}/shifts`, {
          headers,
          body: { from, until, weekdays: chosen, startsAt, endsAt, kind },
        })
      ).data,
    touches: [['days'], ['candidates']],
    onSuccess: ({ engineer: changed, added, kept }) => {
      keep(changed);
      setAdding(false);
      toast({ kind: 'success', text: t('dispatch.planned', { added, kept }) });
    },
  });
  const remove = useAction({
    run: async (shift: string) => (await call<Engineer>('DELETE', `/api/v1/engineers/${engineer.code}/shifts/${shift}`)).data,
    touches: [['days'], ['candidates']],
    onSuccess: keep,
  });
  return (
    <Card
      title={t('dispatch.shifts')}
      count={engineer.shifts.length}
      actions={
        may && (
          <Button kind="quiet" icon={PlusIcon} onPress={() => setAdding(!isAdding)}>
            {t('dispatch.planShifts')}
          </Button>
        )
      }
    >
      {isAdding && (
        <div className={styles.inset}>
          {plan.error && <Banner kind="error" title={plan.error.detail ?? plan.error.title} isLive />}
          <div className={styles.pair}>
            <DateTimeField label={t('dispatch.fromDay')} granularity="day" value={from} onChange={setFrom} isRequired />
            <DateTimeField label={t('dispatch.untilDay')} granularity="day" value={until} onChange={setUntil} isRequired error={plan.error?.at('until')} />
            <TextField label={t('dispatch.begins')} value={startsAt} onChange={setStartsAt} isRequired maxLength={5} error={/^\d\d:\d\d$/.test(startsAt) ? undefined : t('dispatch.timeForm')} />
            <TextField label={t('dispatch.ends')} value={endsAt} onChange={setEndsAt} isRequired maxLength={5} error={/^\d\d:\d\d$/.test(endsAt) ? undefined : t('dispatch.timeForm')} />
          </div>
          <fieldset className={styles.weekdays}>
            <legend>{t('dispatch.weekdays')}</legend>
            {weekdays.map((day) => (
              <Checkbox key={day} isSelected={chosen.includes(day)} onChange={(on) => setChosen((before) => (on ? [...before, day] : before.filter((one) => one !== day)))}>
                {t(`dispatch.weekday.${day}`)}
              </Checkbox>
            ))}
          </fieldset>
          <Select label={t('dispatch.shiftKind')} value={kind} onChange={setKind} options={kinds.map((id) => ({ id, label: t(`dispatch.shift.${id}`) }))} />
          <div>
            <Button kind="primary" isPending={plan.isPending} isDisabled={!from || !until || chosen.length === 0} onPress={() => plan.mutate()}>
              {t('dispatch.planShifts')}
            </Button>
          </div>
        </div>
      )}
      {engineer.shifts.length === 0 ? (
        <EmptyState title={t('dispatch.noShifts')} />
      ) : (
        <ul className={`${styles.rows} ${styles.tall}`}>
          {engineer.shifts.map((shift) => (
            <li key={shift.id} className={styles.row}>
              <span className={styles.grow}>
                {dates.dateTime(shift.startsAt)}–{dates.time(shift.endsAt)}
              </span>
              {shift.kind !== 'NORMAL' && <StatusTag tone="scheduled">{t(`dispatch.shift.${shift.kind}`)}</StatusTag>}
              {may && <IconButton icon={TrashIcon} label={t('dispatch.removeShift', { at: dates.dateTime(shift.startsAt) })} onPress={() => remove.mutate(shift.id)} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Absences({ engineer, may }: { engineer: Engineer; may: boolean }) {
  const t = useText();
  const dates = useDates(engineer.zone);
  const keep = useKeep();
  const [isAdding, setAdding] = useState(false);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const [reason, setReason] = useState<string>('LEAVE');
  const [note, setNote] = useState('');
  const [toBeMoved, setToBeMoved] = useState<string[]>([]);
  const add = useAction({
    run: async (_: void, { headers }) =>
      (
        await call<{ engineer: Engineer; toBeMoved: string[] }>('POST', `/api/v1/engineers/${engineer.code}/absences`, {
          headers,
          body: { startsAt, endsAt, reason, note },
        })
      ).data,
    touches: [['days'], ['candidates'], ['engineers']],
    onSuccess: (absent) => {
      keep(absent.engineer);
      setToBeMoved(absent.toBeMoved);
      setAdding(false);
    },
  });
  const remove = useAction({
    run: async (absence: string) => (await call<Engineer>('DELETE', `/api/v1/engineers/${engineer.code}/absences/${absence}`)).data,
    touches: [['days'], ['candidates'], ['engineers']],
    onSuccess: keep,
  });
  return (
    <Card
      title={t('dispatch.absences')}
      count={engineer.absences.length}
      actions={
        may && (
          <Button kind="quiet" icon={PlusIcon} onPress={() => setAdding(!isAdding)}>
            {t('dispatch.addAbsence')}
          </Button>
        )
      }
    >
      {toBeMoved.length > 0 && (
        <Banner kind="warning" title={t('dispatch.toBeMoved', { count: toBeMoved.length })} isLive>
          {toBeMoved.join(', ')}
        </Banner>
      )}
      {isAdding && (
        <div className={styles.inset}>
          {add.error && <Banner kind="error" title={add.error.detail ?? add.error.title} isLive />}
          <div className={styles.pair}>
            <DateTimeField label={t('dispatch.from')} value={startsAt} onChange={setStartsAt} zone={engineer.zone} isRequired />
            <DateTimeField label={t('dispatch.until')} value={endsAt} onChange={setEndsAt} zone={engineer.zone} isRequired error={add.error?.at('endsAt')} />
          </div>
          <Select label={t('dispatch.absenceReason')} value={reason} onChange={setReason} options={reasons.map((id) => ({ id, label: t(`dispatch.absence.${id}`) }))} />
          <TextField label={t('dispatch.note')} value={note} onChange={setNote} maxLength={500} />
          <div>
            <Button kind="primary" isPending={add.isPending} isDisabled={!startsAt || !endsAt} onPress={() => add.mutate()}>
              {t('dispatch.addAbsence')}
            </Button>
          </div>
        </div>
      )}
      {engineer.absences.length === 0 ? (
        <p className={styles.quiet}>{t('dispatch.noAbsences')}</p>
      ) : (
        <ul className={styles.rows}>
          {engineer.absences.map((absence) => (
            <li key={absence.id} className={styles.row}>
              <StatusTag tone="waiting">{t(`dispatch.absence.${absence.reason}`)}</StatusTag>
              <span className={styles.grow}>
                {dates.dateTime(absence.startsAt)}–{dates.dateTime(absence.endsAt)} <span className={styles.quiet}>{absence.note}</span>
              </span>
              {may && <IconButton icon={TrashIcon} label={t('dispatch.removeAbsence', { at: dates.dateTime(absence.startsAt) })} onPress={() => remove.mutate(absence.id)} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

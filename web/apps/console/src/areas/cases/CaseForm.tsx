import { api, take, useAction } from '@firstfix/api';
import { useDates, useDurations, useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, Select, SlaRing, StatusTag, TextArea, TextField, toast, useShortcut } from '@firstfix/ui';
import { AlertIcon, CheckIcon, ClockIcon, HistoryIcon } from '@firstfix/ui/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { useCan, useSession } from '../../session/session.ts';
import { WordsPrediction } from '../diagnosis/WordsPrediction.tsx';
import { CasePriority, CaseSnippet, CoverTag } from './Parts.tsx';
import { TypeAhead, type Choice } from './TypeAhead.tsx';
import { KnowledgeHints } from '../knowledge/KnowledgeHints.tsx';
import { impacts, lastUsed, symptomsQuery, urgencies, useModelName, useName, type Candidate, type Impact, type Machine, type Preview, type Urgency } from './data.ts';
import { FileKind } from './FileKind.tsx';
import styles from './cases.module.css';

export interface CaseFormProps {
  /** What was typed is kept under this name until it is saved. */
  draft: string;
  candidate: Candidate;
  callId?: string;
  /** The number that is shown, as a sign that it belongs to the contact. */
  shown?: string;
  asset?: string;
  site?: string;
  onOther: () => void;
}

interface Draft {
  place: string | null;
  contactId: string | null;
  symptom: string | null;
  /** Nothing as long as nobody wrote one: then the symptom's name stands for it. */
  subject: string | null;
  description: string;
  impact: Impact;
  urgency: Urgency;
  reportedAt: string | null;
  quoteAgreed: string;
  savedAt: string | null;
}

const siteMark = 'site:';
const channels = ['PHONE', 'EMAIL', 'CHAT', 'PORTAL'] as const;

function useDraft(name: string, start: Draft): [Draft, (change: Partial<Draft>) => void, () => void] {
  const { userId } = useSession();
  const key = `firstfix.draft.${userId}.${name}`;
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const kept = localStorage.getItem(key);
      return kept ? { ...start, ...(JSON.parse(kept) as Partial<Draft>) } : start;
    } catch {
      return start;
    }
  });
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...part, savedAt: new Date().toISOString() };
      try {
        localStorage.setItem(key, JSON.stringify(after));
      } catch {
        return { ...after, savedAt: null };
      }
      return after;
    });
  return [draft, change, () => localStorage.removeItem(key)];
}

/** Three columns: who and what, the case with its deadline while one types, and what helps now. */
export function CaseForm({ draft: name, candidate, callId, shown, asset, site, onOther }: CaseFormProps) {
  const t = useText();
  const nameOf = useName();
  const modelName = useModelName();
  const dates = useDates();
  const can = useCan();
  const router = useRouter();
  const machines = useMemo(() => candidate.sites.flatMap((one) => one.machines.map((machine) => ({ site: one, machine }))), [candidate]);
  const onlyPlace = asset ?? (site ? siteMark + site : machines.length === 1 ? machines[0]?.machine.serial : undefined) ?? null;
  const [draft, change, forget] = useDraft(name, {
    place: onlyPlace,
    contactId: candidate.contact?.id ?? null,
    symptom: null,
    subject: null,
    description: '',
    impact: 'DEGRADED',
    urgency: 'MEDIUM',
    reportedAt: null,
    quoteAgreed: '',
    savedAt: null,
  });
  const [channel, setChannel] = useState<(typeof channels)[number] | 'ENGINEER'>('PHONE');
  const [isTried, setTried] = useState(false);
  const symptomField = useRef<HTMLInputElement>(null);
  const symptoms = useQuery(symptomsQuery);
  const symptom = symptoms.data?.find((one) => one.code === draft.symptom);
  const chosen = machines.find((one) => one.machine.serial === draft.place);
  const siteNumber = draft.place?.startsWith(siteMark) ? draft.place.slice(siteMark.length) : chosen?.site.number;
  const subject = draft.subject ?? (symptom ? nameOf(symptom) : '');

  const preview = useQuery({
    queryKey: ['case-preview', candidate.customer.number, siteNumber, chosen?.machine.serial, draft.impact, draft.urgency, draft.reportedAt],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/v1/case-previews', {
          params: {
            query: {
              account: candidate.customer.number,
              site: siteNumber,
              asset: chosen?.machine.serial,
              impact: draft.impact,
              urgency: draft.urgency,
              reportedAt: draft.reportedAt ?? undefined,
            },
          },
          signal,
        }),
      ),
    enabled: Boolean(siteNumber),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

  const save = useAction({
    run: ({ release }: { release: boolean }, { headers }) =>
      take(
        api.POST('/api/v1/cases', {
          params: { header: headers },
          body: {
            channel,
            subject,
            description: draft.description,
            symptomCode: draft.symptom,
            accountNumber: candidate.customer.number,
            siteNumber: siteNumber ?? null,
            contactId: draft.contactId,
            assetSerial: chosen?.machine.serial ?? null,
            impact: draft.impact,
            urgency: draft.urgency,
            reportedAt: draft.reportedAt,
            callId: callId ?? null,
            release,
            quoteAgreed: draft.quoteAgreed || null,
          },
        }),
      ),
    touches: [['cases'], ['calls']],
    onSuccess: (saved) => {
      forget();
      if (draft.symptom) lastUsed('symptoms').use(draft.symptom);
      toast({ kind: 'success', text: t('cases.saved', { number: saved.number }) });
      router.history.push(`/cases/${saved.number}`);
    },
  });
  const missing = { place: !siteNumber, subject: !subject.trim() };
  const submit = (release: boolean) => {
    setTried(true);
    if (!missing.place && !missing.subject && !save.isPending) save.mutate({ release });
  };
  useShortcut('Ctrl+Enter', t('cases.save'), t('cases.case'), () => submit(false));
  useShortcut(can('case.release') ? 'Ctrl+Shift+Enter' : null, t('cases.saveAndRelease'), t('cases.case'), () => submit(true));

  const machineChoices = useMemo<Choice[]>(
    () => [
      ...machines.map(({ site: at, machine }) => ({
        id: machine.serial,
        label: modelName(machine),
        keys: [machine.serial, machine.serial.slice(-4), machine.modelCode, machine.modelNameEn, machine.modelNameZh, machine.location, machine.number],
        note: [`…${machine.serial.slice(-6)}`, machine.location, at.name].filter(Boolean).join(' · '),
        badge: (
          <>
            {machine.importance === 'CRITICAL' && <StatusTag tone="onsite" icon={AlertIcon}>{t('cases.critical')}</StatusTag>}
            <CoverTag cover={machine.cover} />
          </>
        ),
      })),
      ...candidate.sites.map((at) => ({ id: siteMark + at.number, label: t('cases.noMachine', { site: at.name }), keys: [at.name, at.number], note: at.address })),
    ],
    [machines, candidate.sites, modelName, t],
  );
  const symptomChoices = useMemo<Choice[]>(() => {
    const used = lastUsed('symptoms').list;
    const rank = (code: string) => (used.includes(code) ? used.indexOf(code) : used.length);
    return (symptoms.data ?? [])
      .filter((one) => one.parentCode)
      .sort((one, other) => rank(one.code) - rank(other.code))
      .map((one) => ({
        id: one.code,
        label: nameOf(one),
        keys: [one.nameZh, one.nameEn, one.initials, ...one.nameEn.split(' '), one.code],
        note: nameOf(symptoms.data?.find((parent) => parent.code === one.parentCode) ?? { nameZh: '', nameEn: '' }),
        badge: used.includes(one.code) ? <StatusTag tone="new" icon={HistoryIcon} isPlain>{t('cases.lastUsed')}</StatusTag> : undefined,
      }));
  }, [symptoms.data, nameOf, t]);

  return (
    <div className={styles.desk}>
      <section className={styles.column} aria-label={t('cases.whoAndWhat')}>
        <Who candidate={candidate} shown={shown} contactId={draft.contactId} onContact={(contactId) => change({ contactId })} onOther={onOther} />
        <h2>{t('cases.machine')}</h2>
        <TypeAhead
          label={t('cases.machineHint')}
          placeholder={t('cases.machinePlaceholder')}
          choices={machineChoices}
          value={draft.place}
          onChange={(place) => change({ place })}
          autoFocus={!draft.place}
          isOpen
          isRequired
          error={isTried && missing.place ? t('cases.placeMissing') : save.error?.at('assetSerial') ?? save.error?.at('siteNumber')}
          empty={t('cases.noMachines')}
          onSettled={() => symptomField.current?.focus()}
        />
        {candidate.openCases.length > 0 && (
          <>
            <h2>{t('cases.openCases', { count: candidate.openCases.length })}</h2>
            <ul className={styles.snippets}>
              {candidate.openCases.slice(0, 6).map((line) => (
                <CaseSnippet key={line.number} line={line} />
              ))}
            </ul>
          </>
        )}
        {candidate.promises.length > 0 && (
          <>
            <h2>{t('cases.promises')}</h2>
            <ul className={styles.snippets}>
              {candidate.promises.map((promise, position) => (
                <li key={`${promise.dueAt}-${position}`} className={styles.snippet}>
                  <span>{promise.what}</span>
                  <span className={styles.note}>{t('cases.promiseBy', { name: promise.ownerName, at: dates.dateTime(promise.dueAt) })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>

      <section className={styles.form} aria-label={t('cases.case')}>
        <div className={styles.formHead}>
          <h2>{t('cases.clock')}</h2>
          {draft.savedAt && (
            <StatusTag tone="scheduled" icon={CheckIcon}>
              {t('cases.draftSaved', { time: dates.time(draft.savedAt) })}
            </StatusTag>
          )}
          <span className={styles.space} />
          <Deadlines preview={preview.data} start={draft.reportedAt} />
        </div>
        <div className={styles.fields}>
          <TypeAhead
            label={t('cases.symptom')}
            placeholder={t('cases.symptomPlaceholder')}
            choices={symptomChoices}
            value={draft.symptom}
            onChange={(code) => change({ symptom: code })}
            autoFocus={Boolean(draft.place)}
            error={save.error?.at('symptomCode')}
            ref={symptomField}
          />
          <Select label={t('cases.impact')} value={draft.impact} onChange={(impact) => change({ impact: impact as Impact })} options={impacts.map((id) => ({ id, label: t(`cases.impact.${id}`) }))} />
          <Select label={t('cases.urgency')} value={draft.urgency} onChange={(urgency) => change({ urgency: urgency as Urgency })} options={urgencies.map((id) => ({ id, label: t(`cases.urgency.${id}`) }))} />
        </div>
        <TextField
          label={t('cases.subject')}
          value={subject}
          onChange={(text) => change({ subject: text })}
          isRequired
          maxLength={200}
          error={isTried && missing.subject ? t('cases.subjectMissing') : save.error?.at('subject')}
        />
        <TextArea label={t('cases.description')} value={draft.description} onChange={(description) => change({ description })} rows={4} maxLength={5000} />
        <div className={styles.fields}>
          <Select
            label={t('cases.channel')}
            value={channel}
            onChange={(next) => setChannel(next as typeof channel)}
            options={[...channels, ...(can('call.answer') ? [] : (['ENGINEER'] as const))].map((id) => ({ id, label: t(`cases.channel.${id}`) }))}
          />
          <DateTimeField
            label={t('cases.reportedAt')}
            hint={t('cases.reportedAtHint')}
            value={draft.reportedAt}
            onChange={(reportedAt) => change({ reportedAt })}
            error={save.error?.at('reportedAt')}
          />
        </div>
        {preview.data?.quoteFirst && (
          <>
            <Banner kind="warning" title={t('cases.quoteFirst')}>
              {t('cases.quoteFirstText')}
            </Banner>
            <TextField label={t('cases.quoteAgreed')} value={draft.quoteAgreed} onChange={(quoteAgreed) => change({ quoteAgreed })} maxLength={500} />
          </>
        )}
        {save.error && save.error.errors.length === 0 && (
          <Banner kind="error" title={save.error.detail ?? save.error.title} isLive>
            {save.error.hint ?? t('cases.textIsKept')}
          </Banner>
        )}
        <div className={styles.formFoot}>
          <Button kind="primary" isPending={save.isPending} onPress={() => submit(false)} keys="Ctrl ↵">
            {t('cases.save')}
          </Button>
          {can('case.release') && (
            <Button isDisabled={save.isPending} onPress={() => submit(true)} keys="Ctrl ⇧ ↵">
              {t('cases.saveAndRelease')}
            </Button>
          )}
        </div>
      </section>

      <HelpNow candidate={candidate} machine={chosen?.machine} symptom={draft.symptom} said={[draft.subject, draft.description].filter(Boolean).join('\n')} duplicates={preview.data?.duplicates} />
    </div>
  );
}

function Who({ candidate, shown, contactId, onContact, onOther }: { candidate: Candidate; shown?: string; contactId: string | null; onContact: (id: string) => void; onOther: () => void }) {
  const t = useText();
  const contact = candidate.contact ?? candidate.contacts.find((one) => one.id === contactId);
  return (
    <div className={styles.whoCard}>
      <div className={styles.snippetHead}>
        <strong className={styles.whoName}>{contact?.name ?? t('cases.noContact')}</strong>
        {candidate.contact && shown && (
          <StatusTag tone="done" icon={CheckIcon}>
            {t('cases.numberMatches')}
          </StatusTag>
        )}
      </div>
      <span>
        <AppLink href={`/customers/${candidate.customer.number}`} className={styles.link}>
          {candidate.customer.name}
        </AppLink>
        {contact?.jobTitle && ` · ${contact.jobTitle}`}
      </span>
      <span className={styles.snippetHead}>
        {candidate.customer.tier === 'VIP' && <StatusTag tone="dispatched" icon={CheckIcon}>{t('cases.vip')}</StatusTag>}
        {candidate.customer.overdue && <StatusTag tone="breached">{t('cases.owes')}</StatusTag>}
      </span>
      {contact && <span className={styles.note}>{[contact.mobile, contact.phone].filter(Boolean).join(' · ')}</span>}
      {!candidate.contact && candidate.contacts.length > 0 && (
        <Select label={t('cases.contact')} value={contactId} onChange={onContact} options={candidate.contacts.map((one) => ({ id: one.id, label: one.name, note: one.jobTitle }))} />
      )}
      <Button kind="quiet" onPress={onOther}>
        {t('cases.somebodyElse')}
      </Button>
    </div>
  );
}

function Deadlines({ preview, start }: { preview: Preview | undefined; start: string | null }) {
  const t = useText();
  const dates = useDates();
  const durations = useDurations();
  const [opened] = useState(() => new Date().toISOString());
  if (!preview) return <span className={styles.note}>{t('cases.deadlineNeedsPlace')}</span>;
  return (
    <div className={styles.deadlines} aria-live="polite">
      <CasePriority priority={preview.priority} />
      {preview.raisedByImportance && <span className={styles.note}>{t('cases.raised')}</span>}
      <CoverTag cover={preview.cover} />
      {preview.deadlines.map((deadline) => (
        <span key={deadline.milestone} className={styles.deadline} title={t('cases.target', { time: durations.full(deadline.targetSeconds) })}>
          <span className={styles.note}>{t(`cases.milestone.${deadline.milestone}`)}</span>
          <strong>{dates.dateTime(deadline.dueAt)}</strong>
          <SlaRing due={deadline.dueAt} start={start ?? opened} />
        </span>
      ))}
    </div>
  );
}

interface HelpNowProps {
  candidate: Candidate;
  machine?: Machine;
  symptom: string | null;
  /** What the agent has written down so far. */
  said: string;
  duplicates?: Preview['duplicates'];
}

function HelpNow({ candidate, machine, symptom, said, duplicates }: HelpNowProps) {
  const t = useText();
  const dates = useDates();
  const history = candidate.lastVisits.filter((visit) => !machine || visit.assetSerial === machine.serial);
  return (
    <section className={styles.column} aria-label={t('cases.helpNow')}>
      <h2>
        {t('cases.duplicates')} {duplicates && duplicates.length > 0 && <StatusTag tone="waiting">{String(duplicates.length)}</StatusTag>}
      </h2>
      {duplicates && duplicates.length > 0 ? (
        <ul className={styles.snippets}>
          {duplicates.map(({ line, sameMachine }) => (
            <CaseSnippet key={line.number} line={line} mark={sameMachine ? t('cases.sameMachine') : undefined} />
          ))}
        </ul>
      ) : (
        <p className={styles.note}>{t('cases.noDuplicates')}</p>
      )}
      <h2>{t('cases.expected')}</h2>
      <WordsPrediction words={said} symptom={symptom} serial={machine?.serial} />
      <KnowledgeHints text={said} symptom={symptom} family={machine?.family} model={machine?.modelCode} />
      <h2>{t('cases.history')}</h2>
      {history.length === 0 && <p className={styles.note}>{t('cases.noHistory')}</p>}
      <ul className={styles.snippets}>
        {history.map((visit) => (
          <li key={`${visit.reference}:${visit.kind}:${visit.at}`} className={styles.snippet}>
            <span>
              <ClockIcon size={13} /> {dates.date(visit.at)} · <FileKind kind={visit.kind} />
            </span>
            <span className={styles.note}>{[visit.reference, visit.personName].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

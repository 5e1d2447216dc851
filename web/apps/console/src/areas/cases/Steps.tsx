import { api, call, ifMatch, take, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ConflictDialog, Dialog, Menu, NumberField, Select, TextArea, TextField, toast } from '@firstfix/ui';
import { CheckIcon, MoreIcon, SendIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { causesQuery } from '../diagnosis/data.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { impacts, priorities, symptomsQuery, urgencies, useName, type CaseView } from './data.ts';
import styles from './cases.module.css';

interface Field {
  name: string;
  kind: 'line' | 'text' | 'cause' | 'minutes';
  isRequired?: boolean;
}

interface StepForm {
  path: string;
  fields: Field[];
}

const reason: Field = { name: 'reason', kind: 'text', isRequired: true };

/** What the server calls a step, where it goes and what it asks for. */
const forms: Record<string, StepForm> = {
  respond: { path: 'respond', fields: [] },
  release: { path: 'release', fields: [] },
  'resolve-remotely': {
    path: 'resolve-remotely',
    fields: [
      { name: 'causeCode', kind: 'cause', isRequired: true },
      { name: 'resolution', kind: 'text', isRequired: true },
    ],
  },
  close: { path: 'close', fields: [{ name: 'customerSaid', kind: 'text' }] },
  take: { path: 'take', fields: [] },
  'customer-ready': { path: 'customer-ready', fields: [] },
  'hand-to-vendor': { path: 'hand-to-vendor', fields: [reason] },
  'take-back': { path: 'take-back', fields: [reason] },
  reopen: { path: 'reopen', fields: [reason] },
  cancel: { path: 'cancel', fields: [reason] },
  'start-watch': {
    path: 'watch',
    fields: [
      { name: 'reason', kind: 'line', isRequired: true },
      { name: 'intervalMinutes', kind: 'minutes', isRequired: true },
    ],
  },
};

const upFront = ['customer-ready', 'respond', 'resolve-remotely', 'release', 'close'];
/** Written where they belong: on their tabs and cards. */
const elsewhere = ['note', 'attach', 'send-progress-message', 'end-watch', 'send-quote', 'answer-quote'];

/** What may be done now, as the server says; the most usual step is the primary one. */
export function Steps({ it, etag }: { it: CaseView; etag: string | null }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const act = useAction({
    run: async ({ path, body }: { path: string; body: Record<string, unknown> }, { headers }) =>
      (await call<CaseView>('POST', `/api/v1/cases/${it.number}/${path}`, { body, headers })).data,
    touches: [['case', it.number], ['cases'], ['diagnosis', it.number], ['clock']],
    onSuccess: () => setOpen(null),
    onError: (problem) => {
      if (!open) toast({ kind: 'error', text: [problem.message, problem.hint].filter(Boolean).join(' ') });
    },
  });
  const fieldsOf = (step: string): Field[] => {
    if (step === 'release' && it.quoteFirst && it.quote?.status !== 'AGREED') return [{ name: 'quoteAgreed', kind: 'line', isRequired: true }];
    return forms[step]?.fields ?? [];
  };
  const start = (step: string) => {
    const form = forms[step];
    if (step === 'correct' || step === 'wait-for-customer' || fieldsOf(step).length > 0) setOpen(step);
    else if (form) act.mutate({ path: form.path, body: {} });
  };
  const front = upFront.filter((step) => it.actions.includes(step));
  const primary = front.at(-1);
  const rest = it.actions.filter((step) => !front.includes(step) && !elsewhere.includes(step));
  return (
    <>
      {front.map((step) => (
        <Button
          key={step}
          kind={step === primary ? 'primary' : 'secondary'}
          icon={step === 'release' ? SendIcon : step === 'close' ? CheckIcon : undefined}
          isPending={act.isPending && act.variables?.path === forms[step]?.path}
          onPress={() => start(step)}
        >
          {t(`cases.step.${step}`)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu
          label={t('cases.moreSteps')}
          placement="bottom end"
          trigger={
            <Button icon={MoreIcon} kind="quiet">
              {t('cases.moreSteps')}
            </Button>
          }
          entries={rest.map((step) => ({ id: step, label: t(`cases.step.${step}`), isDanger: step === 'cancel' }))}
          onAction={start}
        />
      )}
      {open === 'correct' && <CorrectDialog it={it} etag={etag} onClose={() => setOpen(null)} />}
      {open === 'wait-for-customer' && (
        <HoldDialog
          it={it}
          error={act.error}
          isPending={act.isPending}
          onClose={() => {
            act.reset();
            setOpen(null);
          }}
          onDone={(body) => act.mutate({ path: 'wait-for-customer', body })}
        />
      )}
      {open && open !== 'correct' && open !== 'wait-for-customer' && (
        <StepDialog
          key={open}
          title={t(`cases.step.${open}`)}
          fields={fieldsOf(open)}
          error={act.error}
          isPending={act.isPending}
          onClose={() => {
            act.reset();
            setOpen(null);
          }}
          onDone={(body) => act.mutate({ path: forms[open]?.path ?? open, body })}
        />
      )}
    </>
  );
}

interface StepDialogProps {
  title: string;
  fields: Field[];
  error: { message: string; hint?: string; at: (field: string) => string | undefined } | null;
  isPending: boolean;
  onClose: () => void;
  onDone: (body: Record<string, unknown>) => void;
}

function StepDialog({ title, fields, error, isPending, onClose, onDone }: StepDialogProps) {
  const t = useText();
  const name = useName();
  const causes = useQuery({ ...causesQuery, enabled: fields.some((field) => field.kind === 'cause') });
  const [values, setValues] = useState<Record<string, string | number>>(fields.some((field) => field.kind === 'minutes') ? { intervalMinutes: 30 } : {});
  const [isTried, setTried] = useState(false);
  const set = (field: string, value: string | number) => setValues((before) => ({ ...before, [field]: value }));
  const isMissing = (field: Field) => field.isRequired && !String(values[field.name] ?? '').trim();
  const done = () => {
    setTried(true);
    if (!fields.some(isMissing)) onDone(values);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={isPending} onPress={done}>
            {title}
          </Button>
        </>
      }
    >
      <div className={styles.dialogFields}>
        {fields.map((field, at) => {
          const shared = {
            label: t(`cases.field.${field.name}`),
            isRequired: field.isRequired,
            error: (isTried && isMissing(field) ? t('cases.mustBeFilled') : undefined) ?? error?.at(field.name),
            autoFocus: at === 0,
          };
          if (field.kind === 'cause') {
            return (
              <Select
                key={field.name}
                {...shared}
                value={String(values[field.name] ?? '') || null}
                onChange={(code) => set(field.name, code)}
                options={(causes.data ?? []).filter((cause) => cause.parentCode).map((cause) => ({ id: cause.code, label: name(cause) }))}
              />
            );
          }
          if (field.kind === 'minutes') {
            return <NumberField key={field.name} {...shared} value={Number(values[field.name])} onChange={(next) => set(field.name, next ?? '')} minValue={5} maxValue={1440} step={5} unit={t('cases.minutes')} />;
          }
          const Line = field.kind === 'line' ? TextField : TextArea;
          return <Line key={field.name} {...shared} value={String(values[field.name] ?? '')} onChange={(text) => set(field.name, text)} maxLength={field.kind === 'line' ? 500 : 2000} />;
        })}
        {error && (
          <Banner kind="error" title={error.message} isLive>
            {error.hint}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

function CorrectDialog({ it, etag, onClose }: { it: CaseView; etag: string | null; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const symptoms = useQuery(symptomsQuery);
  const [facts, setFacts] = useState({
    subject: it.subject,
    description: it.description,
    symptomCode: it.symptom?.code ?? '',
    assetSerial: it.asset?.serial ?? '',
    impact: it.impact as string,
    urgency: it.urgency as string,
    priority: '',
    reason: '',
  });
  const [version, setVersion] = useState(etag);
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...part }));
  const save = useAction({
    run: (sent: typeof facts) => {
      const changed = <Value extends string>(value: Value, before: string) => (value === before || value === '' ? null : value);
      return take(
        api.PUT('/api/v1/cases/{number}/facts', {
          params: { path: { number: it.number }, header: ifMatch(version) },
          body: {
            subject: changed(sent.subject, it.subject),
            description: sent.description === it.description ? null : sent.description,
            symptomCode: changed(sent.symptomCode, it.symptom?.code ?? ''),
            assetSerial: changed(sent.assetSerial, it.asset?.serial ?? ''),
            impact: changed(sent.impact, it.impact) as CaseView['impact'] | null,
            urgency: changed(sent.urgency, it.urgency) as CaseView['urgency'] | null,
            priority: (sent.priority || null) as CaseView['priority'] | null,
            reason: sent.reason,
          },
        }),
      );
    },
    touches: [['case', it.number], ['cases'], ['diagnosis', it.number]],
    onSuccess: onClose,
  });
  const theirs = save.error?.isConflict ? (save.error.values.current as CaseView | undefined) : undefined;
  const done = () => {
    setTried(true);
    if (facts.reason.trim()) save.mutate(facts);
  };
  if (theirs) {
    const differing = (['subject', 'description', 'impact', 'urgency'] as const).filter((field) => facts[field] !== theirs[field]);
    return (
      <ConflictDialog
        isOpen
        onClose={onClose}
        isPending={save.isPending}
        fields={differing.map((field) => ({ field, label: t(`cases.field.${field}`), mine: facts[field], theirs: theirs[field] }))}
        onResolve={(choice) => {
          const merged = { ...facts };
          for (const field of differing) if (choice[field] === 'theirs') merged[field] = theirs[field];
          setVersion(`"${theirs.version}"`);
          setFacts(merged);
          save.reset();
        }}
      />
    );
  }
  return (
    <Dialog
      title={t('cases.step.correct')}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={done}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.dialogFields}>
        <TextField label={t('cases.subject')} value={facts.subject} onChange={(subject) => set({ subject })} maxLength={200} isRequired error={save.error?.at('subject')} autoFocus />
        <TextArea label={t('cases.description')} value={facts.description} onChange={(description) => set({ description })} maxLength={5000} />
        <div className={styles.fields}>
          <Select
            label={t('cases.symptom')}
            value={facts.symptomCode || null}
            onChange={(symptomCode) => set({ symptomCode })}
            options={(symptoms.data ?? []).filter((one) => one.parentCode).map((one) => ({ id: one.code, label: name(one) }))}
          />
          <TextField label={t('cases.serial')} value={facts.assetSerial} onChange={(assetSerial) => set({ assetSerial })} error={save.error?.at('assetSerial')} />
        </div>
        <div className={styles.fields}>
          <Select label={t('cases.impact')} value={facts.impact} onChange={(impact) => set({ impact })} options={impacts.map((id) => ({ id, label: t(`cases.impact.${id}`) }))} />
          <Select label={t('cases.urgency')} value={facts.urgency} onChange={(urgency) => set({ urgency })} options={urgencies.map((id) => ({ id, label: t(`cases.urgency.${id}`) }))} />
          <Select
            label={t('cases.priorityAgainst')}
            value={facts.priority || 'matrix'}
            onChange={(priority) => set({ priority: priority === 'matrix' ? '' : priority })}
            options={[{ id: 'matrix', label: t('cases.byMatrix') }, ...priorities.map((id) => ({ id, label: id }))]}
          />
        </div>
        <TextField
          label={t('cases.field.reason')}
          value={facts.reason}
          onChange={(text) => set({ reason: text })}
          isRequired
          maxLength={500}
          error={isTried && !facts.reason.trim() ? t('cases.mustBeFilled') : save.error?.at('reason')}
        />
        {save.error && !save.error.isConflict && save.error.errors.length === 0 && (
          <Banner kind="error" title={save.error.message} isLive>
            {save.error.hint}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

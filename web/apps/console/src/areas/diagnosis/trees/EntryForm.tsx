import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, ConfirmDialog, Switch, TextArea, TextField, toast } from '@firstfix/ui';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Conflict } from './Conflict.tsx';
import { bodyOf, useTitle, type Entry, type Tab } from './data.ts';
import { OtherFields } from './OtherFields.tsx';
import type { TreesSearch } from './search.ts';
import styles from './trees.module.css';

interface Props {
  tab: Tab;
  /** Nothing: a new one. */
  entry?: Entry;
  /** What was chosen when somebody began a new one: it goes below that, or beside it. */
  under?: Entry;
  onClose: () => void;
  onSaved: (code: string) => void;
}

const fresh: Record<Tab, Partial<Entry>> = {
  symptoms: { nameZh: '', nameEn: '', parentCode: null, families: [] },
  causes: { nameZh: '', nameEn: '', parentCode: null, partKinds: [], families: [] },
  remedies: { nameZh: '', nameEn: '', causes: [], partKinds: [], minutes: 30, families: [] },
  'fault-lines': { wordsZh: '', wordsEn: '', symptomCode: null, causeCode: '', partKinds: [], weight: 1, family: null, model: null, source: '' },
  checks: { questionZh: '', questionEn: '', howZh: '', howEn: '', doneBy: 'CUSTOMER', minutes: 2, symptomCodes: [], families: [], otherwise: 0.5, signs: [] },
};

/** What the server keeps of an entry: the fields of its kind, whatever else the list tells about it. */
function bodyFrom(tab: Tab, draft: Partial<Entry>) {
  return Object.fromEntries([...Object.keys(fresh[tab]), 'active'].map((field) => [field, draft[field as keyof Entry] ?? null]));
}

/** Adds an entry or changes it, in its place beside the tree: both languages side by side, and why. */
export function EntryForm({ tab, entry, under, onClose, onSaved }: Props) {
  const t = useText();
  const title = useTitle();
  const [draft, setDraft] = useState<Partial<Entry>>(() => entry ?? { code: '', active: true, ...fresh[tab], ...startUnder(tab, under) });
  const [base, setBase] = useState(entry?.version ?? 0);
  const [reason, setReason] = useState('');
  const isTouched = useRef(false);
  const change = (part: Partial<Entry>) => {
    isTouched.current = true;
    setDraft((before) => ({ ...before, ...part }));
  };
  const leaving = useLeaving(() => isTouched.current);
  const save = useAction({
    touches: [['trees'], ['causes'], ['symptoms']],
    run: (wanted: { draft: Partial<Entry>; base: number }, { headers }) => {
      const body = { [bodyOf[tab]]: bodyFrom(tab, wanted.draft), reason };
      return entry
        ? call('PUT', `/api/v1/trees/${tab}/${encodeURIComponent(entry.code)}`, { headers: ifMatch(`"${wanted.base}"`), body })
        : call('POST', `/api/v1/trees/${tab}`, { headers, body: { code: wanted.draft.code, ...body } });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('trees.saved', { code: draft.code ?? '' }) });
      isTouched.current = false;
      onSaved(draft.code ?? '');
    },
  });
  const problem = save.error;
  const errorOf = (field: string) => problem?.at(field) ?? problem?.at(`${bodyOf[tab]}.${field}`);
  return (
    <Card title={entry ? title(entry) : t(`trees.new.${tab}`)} note={entry?.code}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ draft, base });
        }}
      >
        {problem && !problem.isConflict && <Banner kind="error" isLive title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        {!entry && <TextField label={t('trees.field.code')} hint={t('trees.codeHint')} value={draft.code ?? ''} onChange={(code) => change({ code })} error={errorOf('code')} isRequired autoFocus maxLength={60} />}
        <Languages tab={tab} draft={draft} onChange={change} errorOf={errorOf} />
        <OtherFields tab={tab} draft={draft} onChange={change} errorOf={errorOf} />
        <Switch isSelected={draft.active ?? true} onChange={(active) => change({ active })} hint={t('trees.activeHint')}>
          {t('trees.inUse')}
        </Switch>
        <TextField label={t('trees.reason')} hint={t('trees.reasonHint')} value={reason} onChange={setReason} error={errorOf('reason')} isRequired maxLength={1000} />
        <div className={styles.buttons}>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      {problem?.isConflict && (
        <Conflict
          mine={draft}
          theirs={problem.values.current as Entry}
          fields={[...(Object.keys(fresh[tab]) as (keyof Entry)[]), 'active']}
          onResolve={(chosen) => {
            const agreed = { draft: { ...draft, ...chosen }, base: Number(problem.values.currentVersion) };
            change(chosen);
            setBase(agreed.base);
            save.mutate(agreed);
          }}
          onClose={() => save.reset()}
        />
      )}
      {leaving.status === 'blocked' && (
        <ConfirmDialog isOpen title={t('trees.leave')} confirm={t('trees.leave.anyway')} kind="danger" onConfirm={leaving.proceed} onClose={leaving.reset}>
          {t('trees.leaveText')}
        </ConfirmDialog>
      )}
    </Card>
  );
}

/** Nothing typed is lost by a click beside it. Searching and opening branches does not leave the form. */
function useLeaving(isTouched: () => boolean) {
  return useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const [from, to] = [current.search as TreesSearch, next.search as TreesSearch];
      return isTouched() && (current.pathname !== next.pathname || from.code !== to.code || from.tab !== to.tab);
    },
    enableBeforeUnload: isTouched,
    withResolver: true,
  });
}

function startUnder(tab: Tab, under: Entry | undefined): Partial<Entry> {
  if (!under) return {};
  if (tab === 'symptoms' || tab === 'causes') return { parentCode: under.group ? under.code : (under.parentCode ?? null) };
  if (tab === 'fault-lines') return { symptomCode: under.symptomCode ?? null, family: under.family ?? null, source: under.source ?? '' };
  return {};
}

interface PartProps {
  tab: Tab;
  draft: Partial<Entry>;
  onChange: (part: Partial<Entry>) => void;
  errorOf: (field: string) => string | undefined;
}

/** Chinese at the left, English at the right, line by line. */
function Languages({ tab, draft, onChange, errorOf }: PartProps) {
  const t = useText();
  const long = tab === 'fault-lines' || tab === 'checks';
  const words = tab === 'fault-lines' ? ['words'] : tab === 'checks' ? ['question', 'how'] : ['name'];
  return (
    <div className={styles.pair}>
      {words.flatMap((field) =>
        (['Zh', 'En'] as const).map((side) => {
          const key = `${field}${side}` as 'nameZh';
          const props = { label: t(`trees.field.${key}`), value: draft[key] ?? '', onChange: (value: string) => onChange({ [key]: value }), error: errorOf(key) };
          return long ? <TextArea key={key} rows={field === 'how' ? 3 : 2} {...props} /> : <TextField key={key} maxLength={200} {...props} />;
        }),
      )}
    </div>
  );
}

import { useText } from '@firstfix/i18n';
import { NumberField, Select, TextField } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { Chosen } from './Chosen.tsx';
import { choosable, entriesQuery, familiesQuery, useTitle, type Entry, type Tab } from './data.ts';
import { partKinds, usePartKind } from './facts.tsx';
import { SignFields } from './SignFields.tsx';
import styles from './trees.module.css';

interface Props {
  tab: Tab;
  draft: Partial<Entry>;
  onChange: (part: Partial<Entry>) => void;
  errorOf: (field: string) => string | undefined;
}

/** Everything of an entry that is not words. Which fields a kind has is the kind's matter. */
export function OtherFields({ tab, draft, onChange, errorOf }: Props) {
  const t = useText();
  const title = useTitle();
  const partKind = usePartKind();
  const families = useQuery(familiesQuery);
  const causes = useQuery(entriesQuery('causes'));
  const symptoms = useQuery(entriesQuery('symptoms'));
  const optionsOf = (entries: Entry[]) => entries.map((entry) => ({ id: entry.code, label: title(entry), note: entry.code }));
  const causeOptions = optionsOf(choosable(causes.data));
  const symptomOptions = optionsOf(choosable(symptoms.data));
  const familyOptions = (families.data ?? []).map((id) => ({ id, label: id }));
  const kindOptions = partKinds.map((id) => ({ id, label: partKind(id), note: id }));
  const label = (field: string) => t(`trees.field.${field}`);
  const own = tab === 'symptoms' ? symptoms.data : causes.data;
  return (
    <div className={styles.pair}>
      {(tab === 'symptoms' || tab === 'causes') && (
        <Select
          label={label('parentCode')}
          options={[{ id: '', label: t('trees.top') }, ...optionsOf((own ?? []).filter((one) => one.active && one.code !== draft.code))]}
          value={draft.parentCode ?? ''}
          onChange={(parentCode) => onChange({ parentCode: parentCode || null })}
          error={errorOf('parentCode')}
        />
      )}
      {tab === 'remedies' && <Chosen label={label('causes')} options={causeOptions} value={draft.causes ?? []} onChange={(chosen) => onChange({ causes: chosen })} error={errorOf('causes')} isRequired />}
      {tab === 'fault-lines' && (
        <>
          <Select label={label('symptomCode')} options={[{ id: '', label: t('trees.withoutSymptom') }, ...symptomOptions]} value={draft.symptomCode ?? ''} onChange={(code) => onChange({ symptomCode: code || null })} error={errorOf('symptomCode')} />
          <Select label={label('causeCode')} options={causeOptions} value={draft.causeCode || null} onChange={(causeCode) => onChange({ causeCode })} error={errorOf('causeCode')} isRequired />
          <NumberField label={label('weight')} hint={t('trees.weightHint')} value={draft.weight ?? null} onChange={(weight) => onChange({ weight: weight ?? undefined })} minValue={0.1} maxValue={50} step={0.1} error={errorOf('weight')} isRequired />
          <TextField label={label('source')} hint={t('trees.sourceHint')} value={draft.source ?? ''} onChange={(source) => onChange({ source })} error={errorOf('source')} isRequired maxLength={300} />
          <Select label={label('family')} options={[{ id: '', label: t('trees.everyFamily') }, ...familyOptions]} value={draft.family ?? ''} onChange={(family) => onChange({ family: family || null })} error={errorOf('family')} />
          <TextField label={label('model')} hint={t('trees.modelHint')} value={draft.model ?? ''} onChange={(model) => onChange({ model: model || null })} error={errorOf('model')} maxLength={100} />
        </>
      )}
      {tab === 'checks' && (
        <>
          <Select label={label('doneBy')} options={(['CUSTOMER', 'ENGINEER', 'SUPPORT'] as const).map((id) => ({ id, label: t(`trees.doneBy.${id}`) }))} value={draft.doneBy ?? 'CUSTOMER'} onChange={(doneBy) => onChange({ doneBy })} />
          <Chosen label={label('symptomCodes')} hint={t('trees.emptyIsAll')} options={symptomOptions} value={draft.symptomCodes ?? []} onChange={(symptomCodes) => onChange({ symptomCodes })} error={errorOf('symptomCodes')} />
        </>
      )}
      {(tab === 'remedies' || tab === 'checks') && <NumberField label={label('minutes')} value={draft.minutes ?? null} onChange={(minutes) => onChange({ minutes: minutes ?? 0 })} minValue={1} hideStepper error={errorOf('minutes')} isRequired />}
      {tab !== 'symptoms' && tab !== 'checks' && <Chosen label={label('partKinds')} hint={t('trees.likeliestFirst')} options={kindOptions} value={draft.partKinds ?? []} onChange={(kinds) => onChange({ partKinds: kinds })} error={errorOf('partKinds')} />}
      {tab !== 'fault-lines' && <Chosen label={label('families')} hint={t('trees.emptyIsAll')} options={familyOptions} value={draft.families ?? []} onChange={(chosen) => onChange({ families: chosen })} error={errorOf('families')} />}
      {tab === 'checks' && <SignFields causes={causeOptions} draft={draft} onChange={onChange} errorOf={errorOf} />}
    </div>
  );
}

import { useLanguage, useText } from '@firstfix/i18n';
import { ComboBox, IconButton, type Option } from '@firstfix/ui';
import { CloseIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { causesQuery, modelsQuery, symptomsQuery, type Content } from './data.ts';
import styles from './knowledge.module.css';

type About = Content['about'];

interface AboutProps {
  about: About;
  onChange: (about: About) => void;
  error: (field: string) => string | undefined;
}

/** What an article is about: symptoms, causes, machines. */
export function AboutFields({ about, onChange, error }: AboutProps) {
  const t = useText();
  const { language } = useLanguage();
  const name = (thing: { nameZh: string; nameEn: string }) => (language === 'zh-CN' ? thing.nameZh : thing.nameEn);
  const symptoms = useQuery(symptomsQuery);
  const causes = useQuery(causesQuery);
  const models = useQuery(modelsQuery);
  const leaves = (items: readonly { code: string; parentCode?: string | null; nameZh: string; nameEn: string }[] | undefined): Option[] =>
    (items ?? []).filter((one) => one.parentCode).map((one) => ({ id: one.code, label: name(one), note: one.code }));
  const families = [...new Set((models.data ?? []).map((model) => model.family))].sort().map((id) => ({ id, label: id }));
  return (
    <section className={styles.aboutFields} aria-label={t('knowledge.about')}>
      <Chooser label={t('knowledge.column.symptom')} options={leaves(symptoms.data)} chosen={about.symptoms} onChange={(chosen) => onChange({ ...about, symptoms: chosen })} error={error('symptoms')} />
      <Chooser label={t('knowledge.column.cause')} options={leaves(causes.data)} chosen={about.causes} onChange={(chosen) => onChange({ ...about, causes: chosen })} error={error('causes')} />
      <Chooser label={t('knowledge.field.families')} options={families} chosen={about.families} onChange={(chosen) => onChange({ ...about, families: chosen })} hint={t('knowledge.field.familiesHint')} />
      <Chooser label={t('knowledge.field.models')} options={(models.data ?? []).map((one) => ({ id: one.code, label: name(one), note: one.code }))} chosen={about.models} onChange={(chosen) => onChange({ ...about, models: chosen })} error={error('models')} />
    </section>
  );
}

interface ChooserProps {
  label: string;
  options: Option[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  hint?: string;
  error?: string;
}

/** Several of a catalogue: typed ahead, then taken off again one by one. */
function Chooser({ label, options, chosen, onChange, hint, error }: ChooserProps) {
  const t = useText();
  const labelOf = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  return (
    <div className={styles.chooser}>
      <ComboBox
        // Anew after each choice, so that it stands empty for the next.
        key={chosen.join(' ')}
        label={label}
        value={null}
        minimum={0}
        hint={hint}
        error={error}
        onChange={(option) => option && onChange([...chosen, option.id])}
        search={async (text) => options.filter((option) => !chosen.includes(option.id) && `${option.label} ${option.note ?? ''}`.toLowerCase().includes(text.toLowerCase())).slice(0, 50)}
      />
      {chosen.length > 0 && (
        <ul className={styles.chips}>
          {chosen.map((id) => (
            <li key={id} className={styles.chosen}>
              {labelOf(id)}
              <IconButton icon={CloseIcon} label={t('knowledge.remove', { what: labelOf(id) })} onPress={() => onChange(chosen.filter((one) => one !== id))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

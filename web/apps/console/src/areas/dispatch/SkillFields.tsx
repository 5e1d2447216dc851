import { useText } from '@firstfix/i18n';
import { Button, DateTimeField, IconButton, NumberField, Select } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { termsQuery, useName, type Skill } from './data.ts';
import styles from './dispatch.module.css';

/** What an engineer can do: skill, level, last day. */
export function SkillFields({ skills, onChange }: { skills: Skill[]; onChange: (skills: Skill[]) => void }) {
  const t = useText();
  const name = useName();
  const terms = useQuery(termsQuery);
  const known = terms.data?.skills ?? [];
  const free = known.filter((term) => !skills.some((skill) => skill.code === term.code));
  const [next] = free;
  const label = (code: string) => {
    const term = known.find((one) => one.code === code);
    return term ? name(term) : code;
  };
  const change = (position: number, part: Partial<Skill>) => onChange(skills.map((skill, index) => (index === position ? { ...skill, ...part } : skill)));
  return (
    <>
      {skills.length === 0 ? (
        <p className={styles.quiet}>{t('dispatch.noSkills')}</p>
      ) : (
        <div className={styles.skill} aria-hidden="true">
          <span className={styles.head}>{t('dispatch.skill')}</span>
          <span className={styles.head}>{t('dispatch.levelHead')}</span>
          <span className={styles.head}>{t('dispatch.expiresHead')}</span>
        </div>
      )}
      {skills.map((skill, position) => (
        <div key={skill.code} className={styles.skill}>
          <Select
            label={t('dispatch.skill')}
            hideLabel
            value={skill.code}
            onChange={(code) => change(position, { code })}
            options={[{ id: skill.code, label: label(skill.code) }, ...free.map((term) => ({ id: term.code, label: name(term) }))]}
          />
          <NumberField label={t('dispatch.levelOf', { skill: label(skill.code) })} hideLabel value={skill.level} minValue={1} maxValue={5} onChange={(level) => change(position, { level: level ?? 1 })} />
          <DateTimeField label={t('dispatch.expires', { skill: label(skill.code) })} hideLabel granularity="day" value={skill.expiresOn} onChange={(expiresOn) => change(position, { expiresOn })} />
          <IconButton icon={TrashIcon} label={t('dispatch.removeSkill', { skill: label(skill.code) })} onPress={() => onChange(skills.filter((_, index) => index !== position))} />
        </div>
      ))}
      <p className={styles.quiet}>{t('dispatch.skillHint')}</p>
      {next && (
        <div>
          <Button icon={PlusIcon} onPress={() => onChange([...skills, { code: next.code, level: 1, expiresOn: null }])}>
            {t('dispatch.addSkill')}
          </Button>
        </div>
      )}
    </>
  );
}

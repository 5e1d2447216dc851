import { useText } from '@firstfix/i18n';
import { IconButton, NumberField, Select } from '@firstfix/ui';
import { CloseIcon } from '@firstfix/ui/icons';
import type { Entry, Sign } from './data.ts';
import styles from './trees.module.css';

interface Props {
  causes: { id: string; label: string; note?: string }[];
  draft: Partial<Entry>;
  onChange: (part: Partial<Entry>) => void;
  errorOf: (field: string) => string | undefined;
}

const percent = { style: 'percent' } as const;

/** How likely a yes is: for each cause that has a sign of its own, and for all others. */
export function SignFields({ causes, draft, onChange, errorOf }: Props) {
  const t = useText();
  const signs = draft.signs ?? [];
  const labelOf = (code: string) => causes.find((cause) => cause.id === code)?.label ?? code;
  const put = (at: number, sign: Sign) => onChange({ signs: signs.map((one, index) => (index === at ? sign : one)) });
  return (
    <fieldset className={styles.signFields}>
      <legend>{t('trees.field.signs')}</legend>
      <p className={styles.note}>{t('trees.signsHint')}</p>
      <NumberField label={t('trees.field.otherwise')} value={draft.otherwise ?? null} onChange={(otherwise) => onChange({ otherwise: otherwise ?? undefined })} minValue={0.01} maxValue={0.99} step={0.01} formatOptions={percent} error={errorOf('otherwise')} isRequired />
      {signs.map((sign, at) => (
        <div key={sign.causeCode} className={styles.sign}>
          <NumberField label={labelOf(sign.causeCode)} value={sign.yes} onChange={(yes) => put(at, { ...sign, yes: yes ?? 0.5 })} minValue={0.01} maxValue={0.99} step={0.01} formatOptions={percent} />
          <IconButton icon={CloseIcon} label={t('trees.takeAway', { what: labelOf(sign.causeCode) })} onPress={() => onChange({ signs: signs.filter((one) => one !== sign) })} />
        </div>
      ))}
      <Select
        label={t('trees.addSign')}
        placeholder={t('trees.addOne')}
        value={null}
        options={causes.filter((cause) => !signs.some((sign) => sign.causeCode === cause.id))}
        onChange={(causeCode) => onChange({ signs: [...signs, { causeCode, yes: 0.8 }] })}
        error={errorOf('signs')}
      />
    </fieldset>
  );
}

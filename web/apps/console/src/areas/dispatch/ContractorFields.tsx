import { useText } from '@firstfix/i18n';
import { NumberField, Switch, TextField } from '@firstfix/ui';
import type { Engineer } from './data.ts';
import styles from './dispatch.module.css';

export type Contractor = NonNullable<Engineer['contractor']>;

interface ContractorFieldsProps {
  contractor: Contractor | null;
  onChange: (contractor: Contractor | null) => void;
  error?: string;
}

/** Somebody of another company, and what he is paid. */
export function ContractorFields({ contractor, onChange, error }: ContractorFieldsProps) {
  const t = useText();
  const money = (label: string, cents: number, set: (cents: number) => void) => (
    <NumberField label={label} value={cents / 100} onChange={(value) => value !== null && set(Math.round(value * 100))} minValue={0} hideStepper formatOptions={{ style: 'currency', currency: 'CNY' }} />
  );
  return (
    <>
      <Switch isSelected={contractor !== null} onChange={(on) => onChange(on ? { company: '', callOutCents: 0, hourlyCents: 0 } : null)} hint={t('dispatch.contractorHint')}>
        {t('dispatch.isContractor')}
      </Switch>
      {contractor && (
        <>
          <TextField label={t('dispatch.company')} value={contractor.company} onChange={(company) => onChange({ ...contractor, company })} isRequired maxLength={100} error={error} />
          <div className={styles.pair}>
            {money(t('dispatch.callOut'), contractor.callOutCents, (callOutCents) => onChange({ ...contractor, callOutCents }))}
            {money(t('dispatch.hourly'), contractor.hourlyCents, (hourlyCents) => onChange({ ...contractor, hourlyCents }))}
          </div>
        </>
      )}
    </>
  );
}

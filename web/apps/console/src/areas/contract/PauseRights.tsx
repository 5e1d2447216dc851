import { useText } from '@firstfix/i18n';
import { Checkbox, NumberField } from '@firstfix/ui';
import { pauseReasons, useServiceTime, type PauseRight } from './data.ts';
import styles from './contract.module.css';

/** For which reasons the clock may stand still, and how. */
export function PauseRightsTable({ rights, caption }: { rights: PauseRight[]; caption?: string }) {
  const t = useText();
  const serviceTime = useServiceTime();
  return (
    <table className={styles.table}>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{t('contract.pause.reason')}</th>
          <th scope="col">{t('contract.pause.evidence')}</th>
          <th scope="col" className={styles.number}>
            {t('contract.pause.longest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rights.length === 0 && (
          <tr>
            <td colSpan={3}>{t('contract.pause.none')}</td>
          </tr>
        )}
        {rights.map((right) => (
          <tr key={right.reason}>
            <td>{t(`contract.pause.reason.${right.reason}`)}</td>
            <td>{t(right.evidenceRequired ? 'contract.pause.evidence.required' : 'contract.pause.evidence.free')}</td>
            <td className={styles.number}>{serviceTime(right.longestMinutes * 60)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface EditorProps {
  value: PauseRight[];
  onChange: (rights: PauseRight[]) => void;
  /** What is wrong with a right, by its reason. */
  error: (reason: PauseRight['reason']) => string | undefined;
}

const usual = { evidenceRequired: true, longestMinutes: 2700 };

/** Every reason there is: permitted or not, and if so with what evidence and for how long. */
export function PauseRightsEditor({ value, onChange, error }: EditorProps) {
  const t = useText();
  const serviceTime = useServiceTime();
  const change = (reason: PauseRight['reason'], part: Partial<PauseRight>) => onChange(value.map((right) => (right.reason === reason ? { ...right, ...part } : right)));
  const permit = (reason: PauseRight['reason'], isPermitted: boolean) =>
    onChange(isPermitted ? [...value, { reason, ...usual }] : value.filter((right) => right.reason !== reason));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('contract.pause.reason')}</th>
          <th scope="col">{t('contract.pause.evidence')}</th>
          <th scope="col">{t('contract.pause.longestMinutes')}</th>
        </tr>
      </thead>
      <tbody>
        {pauseReasons.map((reason) => {
          const right = value.find((one) => one.reason === reason);
          const name = t(`contract.pause.reason.${reason}`);
          return (
            <tr key={reason}>
              <td>
                <Checkbox isSelected={!!right} onChange={(isPermitted) => permit(reason, isPermitted)}>
                  {name}
                </Checkbox>
              </td>
              <td>
                {right && (
                  <Checkbox isSelected={right.evidenceRequired} onChange={(evidenceRequired) => change(reason, { evidenceRequired })} aria-label={t('contract.pause.evidence.of', { reason: name })}>
                    {t('contract.pause.evidence.required')}
                  </Checkbox>
                )}
              </td>
              <td>
                {right && (
                  <NumberField
                    label={t('contract.pause.longest.of', { reason: name })}
                    hideLabel
                    value={right.longestMinutes || null}
                    onChange={(minutes) => change(reason, { longestMinutes: minutes ?? 0 })}
                    minValue={1}
                    maxValue={527_040}
                    hideStepper
                    hint={right.longestMinutes ? serviceTime(right.longestMinutes * 60) : undefined}
                    error={error(reason)}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

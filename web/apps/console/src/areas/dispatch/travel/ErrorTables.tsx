import { useNumbers, useText } from '@firstfix/i18n';
import { Card } from '@firstfix/ui';
import { HOUSE, type Errors, type Travel } from './data.ts';
import styles from './travel.module.css';

interface Line {
  id: string;
  label: string;
  errors: Errors;
}

/** The errors by hour and by distance: where the profile is weak. */
export function ErrorTables({ view }: { view: Travel }) {
  const t = useText();
  const numbers = useNumbers();
  const kilometres = (value: number) => numbers.number(value, { maximumFractionDigits: 0 });
  const byBand = view.byBand.map((line) => ({ id: line.band, label: t(`dispatch.travel.band.${line.band}`), errors: line.errors }));
  const byDistance = view.byDistance.map((line) => ({
    id: String(line.fromKilometres),
    label: line.toKilometres === null ? t('dispatch.travel.kilometresUp', { from: kilometres(line.fromKilometres) }) : t('dispatch.travel.kilometres', { from: kilometres(line.fromKilometres), to: kilometres(line.toKilometres) }),
    errors: line.errors,
  }));
  return (
    <div className={styles.columns}>
      <ErrorTable title={t('dispatch.travel.byBand')} of={t('dispatch.travel.hours')} lines={byBand} compares={view.inForce.number !== HOUSE} />
      <ErrorTable title={t('dispatch.travel.byDistance')} of={t('dispatch.travel.distance')} lines={byDistance} compares={view.inForce.number !== HOUSE} />
    </div>
  );
}

function ErrorTable({ title, of, lines, compares }: { title: string; of: string; lines: Line[]; compares: boolean }) {
  const t = useText();
  const numbers = useNumbers();
  const digit = (value: number, signed = false) => numbers.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: signed ? 'exceptZero' : 'auto' });
  return (
    <Card title={title}>
      {/* A table wider than its window is scrolled by keyboard, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.legs')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.error.mean')}</th>
              {compares && <th scope="col" className={styles.end}>{t('dispatch.travel.house')}</th>}
              <th scope="col" className={styles.end}>{t('dispatch.travel.error.bias')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.error.within')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, label, errors: { now, house } }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td className={styles.end}>{numbers.number(now?.legs ?? 0)}</td>
                <td className={styles.end}>{now ? digit(now.meanMinutes) : '–'}</td>
                {compares && <td className={styles.end}>{house ? digit(house.meanMinutes) : '–'}</td>}
                <td className={styles.end}>{now ? digit(now.biasMinutes, true) : '–'}</td>
                <td className={styles.end}>{now ? numbers.percent(now.withinTenMinutes) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

import { useNumbers, useText } from '@firstfix/i18n';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { entriesQuery, useNames, type Entry, type Tab } from './data.ts';
import styles from './trees.module.css';

export const partKinds = ['MAINBOARD', 'CPU_BOARD', 'MEMORY', 'DISK', 'BACKPLANE', 'RAID_CARD', 'RAID_BATTERY', 'PCI_BOARD', 'NETWORK_CARD', 'POWER_SUPPLY', 'VOLTAGE_REGULATOR', 'MANAGEMENT_CARD', 'CLOCK_BATTERY', 'FAN', 'CABLE'] as const;

/** A house may have kinds of its own; they are called as the catalogue of parts writes them. */
export function usePartKind(): (kind: string) => string {
  const t = useText();
  return (kind) => ((partKinds as readonly string[]).includes(kind) ? t(`trees.partKind.${kind}`) : kind);
}

/** What an entry says beside its words. */
export function useFacts(tab: Tab, entry: Entry): { label: string; value: ReactNode }[] {
  const t = useText();
  const numbers = useNumbers();
  const partKind = usePartKind();
  const causes = useNames(useQuery(entriesQuery('causes')).data);
  const symptoms = useNames(useQuery(entriesQuery('symptoms')).data);
  const words = (list: string[] | undefined, none: string) => (list && list.length > 0 ? list.join(t('trees.comma')) : none);
  const row = (field: string, value: ReactNode) => ({ label: t(`trees.field.${field}`), value });
  const families = row('families', words(entry.families, t('trees.everyFamily')));
  const parts = row('partKinds', words(entry.partKinds?.map(partKind), t('trees.noPart')));
  switch (tab) {
    case 'symptoms':
      return [row('parentCode', entry.parentCode ? symptoms(entry.parentCode) : t('trees.top')), families];
    case 'causes':
      return [row('parentCode', entry.parentCode ? causes(entry.parentCode) : t('trees.top')), parts, families];
    case 'remedies':
      return [row('causes', words(entry.causes?.map(causes), '')), parts, row('minutes', t('trees.minutes', { count: entry.minutes ?? 0 })), families];
    case 'fault-lines':
      return [
        row('symptomCode', entry.symptomCode ? symptoms(entry.symptomCode) : t('trees.withoutSymptom')),
        row('causeCode', causes(entry.causeCode ?? '')),
        parts,
        row('weight', t('trees.weight', { count: entry.weight ?? 0 })),
        row('family', entry.family ?? t('trees.everyFamily')),
        row('model', entry.model ?? t('trees.everyModel')),
        row('source', entry.source),
      ];
    case 'checks':
      return [
        row('doneBy', t(`trees.doneBy.${entry.doneBy}`)),
        row('minutes', t('trees.minutes', { count: entry.minutes ?? 0 })),
        row('symptomCodes', words(entry.symptomCodes?.map(symptoms), t('trees.everySymptom'))),
        families,
        row(
          'signs',
          <ul className={styles.signs}>
            {entry.signs?.map((sign) => (
              <li key={sign.causeCode}>
                <span>{causes(sign.causeCode)}</span>
                <Bar share={sign.yes} />
                <span>{numbers.percent(sign.yes)}</span>
              </li>
            ))}
            <li>
              <span>{t('trees.field.otherwise')}</span>
              <Bar share={entry.otherwise ?? 0} />
              <span>{numbers.percent(entry.otherwise ?? 0)}</span>
            </li>
          </ul>,
        ),
      ];
  }
}

/** A field of the history in words: what is kept as a code is called by its name. */
export function useFact(): (field: string, value: string) => string {
  const t = useText();
  const numbers = useNumbers();
  const partKind = usePartKind();
  const causes = useNames(useQuery(entriesQuery('causes')).data);
  const symptoms = useNames(useQuery(entriesQuery('symptoms')).data);
  const nameOf = (code: string) => (causes(code) === code ? symptoms(code) : causes(code));
  return (field, value) => {
    if (!value) return '';
    const each = (say: (one: string) => string) => value.split(', ').map(say).join(t('trees.comma'));
    switch (field) {
      case 'active':
        return t(value === 'true' ? 'trees.inUse' : 'trees.retired');
      case 'doneBy':
        return t(`trees.doneBy.${value}`);
      case 'partKinds':
        return each(partKind);
      case 'parentCode':
      case 'causeCode':
      case 'symptomCode':
      case 'causes':
      case 'symptomCodes':
        return each(nameOf);
      case 'otherwise':
        return numbers.percent(Number(value));
      case 'signs':
        return each((sign) => {
          const [code = '', yes = ''] = sign.split(' ');
          return `${nameOf(code)} ${numbers.percent(Number(yes))}`;
        });
      default:
        return value;
    }
  };
}

function Bar({ share }: { share: number }) {
  return (
    <span className={styles.barTrack} aria-hidden="true">
      <span className={styles.barFill} style={{ width: `${share * 100}%` }} />
    </span>
  );
}

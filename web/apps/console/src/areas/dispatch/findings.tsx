import { useDates, useText } from '@firstfix/i18n';
import { AlertIcon, WarningIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { termsQuery, useName, type Finding } from './data.ts';
import styles from './dispatch.module.css';

/** What speaks against a booking, in words. */
export function useFinding(): (finding: Finding) => string {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const terms = useQuery(termsQuery);
  return ({ code, values }) => {
    const at = (key: string) => (typeof values[key] === 'string' ? dates.dateTime(values[key]) : '');
    const skill = terms.data?.skills.find((term) => term.code === values.skill);
    return t(`dispatch.finding.${code}`, {
      number: String(values.number ?? ''),
      from: at('startsAt'),
      until: at('until') || at('endsAt'),
      due: at('dueAt'),
      skill: skill ? name(skill) : String(values.skill ?? ''),
      days: Number(values.days ?? 0),
      reason: typeof values.reason === 'string' ? t(`dispatch.absence.${values.reason}`) : '',
    });
  };
}

export function Findings({ findings }: { findings: Finding[] }) {
  const say = useFinding();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code}:${finding.values.number ?? ''}`} data-hard={finding.hard}>
          {finding.hard ? <AlertIcon size={13} /> : <WarningIcon size={13} />}
          <span>{say(finding)}</span>
        </li>
      ))}
    </ul>
  );
}

import { useDates, useText } from '@firstfix/i18n';
import { AlertIcon, WarningIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { termsQuery, useName, type Finding } from './data.ts';
import styles from './dispatch.module.css';

/** What speaks against a booking, in words. */
export function useFinding(): (finding: Finding, isCrew?: boolean) => string {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const terms = useQuery(termsQuery);
  return ({ code, values }, isCrew) => {
    const at = (key: string) => (typeof values[key] === 'string' ? dates.dateTime(values[key]) : '');
    const skill = terms.data?.skills.find((term) => term.code === values.skill);
    const said = t(`dispatch.finding.${code}`, {
      number: String(values.number ?? ''),
      from: at('startsAt'),
      until: at('until') || at('endsAt'),
      due: at('dueAt'),
      skill: skill ? name(skill) : String(values.skill ?? ''),
      days: Number(values.days ?? 0),
      reason: typeof values.reason === 'string' ? t(`dispatch.absence.${values.reason}`) : '',
    });
    return isCrew && values.engineer ? t('dispatch.crew.about', { name: String(values.engineer), said }) : said;
  };
}

export function Findings({ findings, isCrew }: { findings: Finding[]; isCrew?: boolean }) {
  const say = useFinding();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code}:${finding.values.number ?? ''}:${finding.values.engineer ?? ''}`} data-hard={finding.hard}>
          {finding.hard ? <AlertIcon size={13} /> : <WarningIcon size={13} />}
          <span>{say(finding, isCrew)}</span>
        </li>
      ))}
    </ul>
  );
}

import { useText } from '@firstfix/i18n';

const known = ['CASE_RECEIVED', 'CASE_CLOSED', 'CASE_RESOLVED_REMOTELY', 'CASE_REOPENED', 'CASE_CANCELLED', 'VISIT_COMPLETED'] as const;

/** The word for a line of a machine's service file; other modules write kinds that this screen need not know. */
export function FileKind({ kind }: { kind: string }) {
  const t = useText();
  const word = known.find((one) => one === kind);
  return word ? t(`cases.file.${word}`) : t('cases.file.OTHER');
}

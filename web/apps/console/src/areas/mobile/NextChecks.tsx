import { useText } from '@firstfix/i18n';
import { Card } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { diagnosisQuery } from '../diagnosis/data.ts';
import { GuidedChecks } from '../diagnosis/Prediction.tsx';
import styles from './mobile.module.css';

/** What tells most about the cause next. It needs the server: without signal the causes that were predicted stay where they are. */
export function NextChecks({ caseNumber }: { caseNumber: string }) {
  const t = useText();
  const { data } = useQuery(diagnosisQuery(caseNumber));
  const predicted = data?.data.predicted;
  if (!predicted || (predicted.checks.length === 0 && predicted.answered.length === 0)) return null;
  return (
    <Card className={styles.panel} title={t('mobile.nextChecks')}>
      <GuidedChecks prediction={predicted} caseNumber={caseNumber} hideTitle />
    </Card>
  );
}

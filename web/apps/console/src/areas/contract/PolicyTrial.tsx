import { call, type Schema } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { AlertIcon, CheckIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppLink } from '../../index.ts';
import { milestones, type Milestone, type Priority, type SpecialTarget } from './data.ts';
import styles from './contract.module.css';

export interface PolicyTrialProps {
  coverageCode: string;
  calendarCode: string;
  targets: { priority: Priority; milestone: Milestone; minutes: number }[];
  specialTargets: SpecialTarget[];
}

/** What the promise in the form would have meant for the last ten cases of this level. The server works it out; nothing is saved. */
export function PolicyTrial({ coverageCode, calendarCode, targets, specialTargets }: PolicyTrialProps) {
  const t = useText();
  const [asked, setAsked] = useState<PolicyTrialProps | null>(null);
  return (
    <section className={styles.stack} aria-label={t('contract.trial')}>
      <div>
        <Button onPress={() => setAsked({ coverageCode, calendarCode, targets, specialTargets })}>{t('contract.trial.run')}</Button>
      </div>
      {asked && <Outcome {...asked} />}
    </section>
  );
}

function Outcome(asked: PolicyTrialProps) {
  const t = useText();
  const dates = useDates();
  const trial = useQuery({
    queryKey: ['policy-trial', asked],
    queryFn: async ({ signal }) => (await call<Schema<'PolicyTrialView'>>('POST', '/api/v1/policy-trials', { body: asked, headers: { 'Idempotency-Key': crypto.randomUUID() }, signal })).data,
  });
  if (trial.isError) return <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />;
  if (trial.isPending) return <Skeleton lines={5} />;
  if (trial.data.cases.length === 0) return <p className={styles.note}>{t('contract.trial.none')}</p>;
  return (
    <>
      <p role="status">{t('contract.trial.sum', { cases: trial.data.cases.length, before: trial.data.missedBefore, after: trial.data.missedAfter })}</p>
      <table className={styles.table}>
        <caption>{t('contract.trial')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('contract.trial.case')}</th>
            {milestones.map((milestone) => (
              <th key={milestone} scope="col">
                {t(`contract.milestone.${milestone}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trial.data.cases.map((one) => (
            <tr key={one.caseId}>
              <th scope="row">
                <AppLink href={`/cases/${one.caseNumber}`}>{one.caseNumber}</AppLink> {one.priority}
              </th>
              {milestones.map((milestone) => {
                const tried = one.milestones.find((other) => other.milestone === milestone);
                return (
                  <td key={milestone}>
                    {!tried ? (
                      '—'
                    ) : (
                      <>
                        {tried.missedBefore !== tried.missedAfter && (
                          <StatusTag tone={tried.missedAfter ? 'breached' : 'done'} icon={tried.missedAfter ? AlertIcon : CheckIcon}>
                            {t(tried.missedAfter ? 'contract.trial.nowMissed' : 'contract.trial.nowKept')}
                          </StatusTag>
                        )}
                        <div className={styles.note}>
                          {t('contract.trial.due', { before: tried.dueBefore ? dates.dateTime(tried.dueBefore) : '—', after: tried.dueAfter ? dates.dateTime(tried.dueAfter) : '—' })}
                        </div>
                        {tried.missedBefore === tried.missedAfter && <div className={styles.note}>{t(tried.missedAfter ? 'contract.trial.stillMissed' : 'contract.trial.stillKept')}</div>}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import { useDates, useText } from '@firstfix/i18n';
import { Banner, ErrorState, KeyValueList, Skeleton, StatusTag } from '@firstfix/ui';
import { CheckIcon, SlashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../index.ts';
import { entitlementQuery, useName, useQuotaUse, type Claim } from './data.ts';
import { PauseRightsTable } from './PauseRights.tsx';
import { SpecialTargetTable } from './SpecialTargets.tsx';
import { TargetTable } from './TargetTable.tsx';
import styles from './contract.module.css';

/** What may be claimed now for a machine, a site or an account, and why: every line that was looked at. */
export function EntitlementCard({ claim }: { claim: Claim }) {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const quotaUse = useQuotaUse();
  const query = useQuery(entitlementQuery(claim));
  if (query.isPending) return <Skeleton lines={5} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const answer = query.data;
  const Sign = answer.covered ? CheckIcon : SlashIcon;
  const { day } = dates;
  return (
    <div className={styles.stack}>
      <div className={styles.verdict} data-covered={answer.covered}>
        <Sign size={20} />
        <div>
          <p className={styles.verdictTitle}>{answer.coverage ? name(answer.coverage) : t('contract.nothing')}</p>
          <p className={styles.note}>{t(`contract.reason.${answer.reason}`)}</p>
        </div>
      </div>
      {answer.accountOverdue && <Banner kind="warning">{t('contract.overdue')}</Banner>}
      {answer.specialTerms && <Banner title={t('contract.specialTerms')}>{answer.specialTerms}</Banner>}
      <KeyValueList
        items={[
          { label: t('contract.account'), value: <AppLink href={`/customers/${answer.accountNumber}`}>{answer.accountName}</AppLink> },
          { label: t('contract.contract'), value: answer.contractNumber && <AppLink href={`/contracts/${answer.contractNumber}`}>{answer.contractNumber}</AppLink> },
          { label: t('contract.asset'), value: answer.serial && <AppLink href={`/assets/${answer.serial}`}>{answer.serial}</AppLink> },
          { label: t('contract.warranty'), value: answer.warrantyEnd && day(answer.warrantyEnd) },
          { label: t('contract.quota'), value: quotaUse(answer.quotaUse) },
          { label: t('contract.day'), value: t('contract.dayAt', { day: day(answer.day), zone: answer.zone }) },
        ]}
      />
      {answer.coverage && <TargetTable coverage={answer.coverage} />}
      {answer.coverage && <SpecialTargetTable targets={[...answer.ownTargets, ...answer.coverage.specialTargets]} caption={t('contract.special')} />}
      {answer.covered && <PauseRightsTable rights={answer.pauseRights} caption={t('contract.pauses')} />}
      {answer.lines.length > 0 && (
        <table className={styles.table}>
          <caption>{t('contract.looked')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contract.contract')}</th>
              <th scope="col">{t('contract.covers')}</th>
              <th scope="col">{t('contract.coverage')}</th>
              <th scope="col">{t('contract.term')}</th>
              <th scope="col">{t('contract.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.lines.map((line, position) => (
              <tr key={`${line.contractNumber}:${line.covers}:${position}`}>
                <td>
                  <AppLink href={`/contracts/${line.contractNumber}`}>{line.contractNumber}</AppLink>
                </td>
                <td>{t(`contract.scope.${line.covers}`)}</td>
                <td>{line.coverageCode}</td>
                <td>{t('contract.fromTo', { from: day(line.startsOn), to: day(line.endsOn) })}</td>
                <td>
                  <StatusTag tone={line.verdict === 'WINS' ? 'done' : line.verdict.startsWith('LESS') ? 'new' : 'cancelled'}>{t(`contract.verdict.${line.verdict}`)}</StatusTag>
                  {line.quotaUse && <div className={styles.note}>{quotaUse(line.quotaUse)}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

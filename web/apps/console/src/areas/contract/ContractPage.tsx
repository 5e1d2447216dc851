import { call, ifMatch, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, ComboBox, DateTimeField, Dialog, ErrorState, KeyValueList, Skeleton, StatusTag, TextField, toast, type Option } from '@firstfix/ui';
import { CheckIcon, EditIcon, LockIcon, SlashIcon, UndoIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink, Page, useWorkTab } from '../../index.ts';
import { contractQuery, findOf, statusTones, useName, useQuotaUse, type Contract, type ContractLine } from './data.ts';
import { ContractDrawer } from './dialogs.ts';
import { EntitlementCard } from './EntitlementCard.tsx';
import { PauseRightsTable } from './PauseRights.tsx';
import { SpecialTargetTable } from './SpecialTargets.tsx';
import styles from './contract.module.css';

/** One contract: what it says, what it covers, and what may be claimed on it now. */
export function ContractPage() {
  const t = useText();
  const { number } = useParams({ from: '/signed-in/shell/contracts/$number' });
  const query = useQuery(contractQuery(number));
  if (query.isPending) {
    return (
      <Page title={number}>
        <Skeleton lines={10} />
      </Page>
    );
  }
  if (query.isError) {
    return (
      <Page title={number}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  return <Shown key={query.data.data.version} contract={query.data.data} etag={query.data.etag} title={t('contract.contractOf', { number })} />;
}

type Step = 'ACTIVATE' | 'SUSPEND' | 'RESUME' | 'END';

function Shown({ contract, etag, title }: { contract: Contract; etag: string | null; title: string }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  useWorkTab(`/contracts/${contract.number}`, contract.number);
  const [amending, setAmending] = useState(false);
  const [asking, setAsking] = useState<'SUSPEND' | 'END' | null>(null);
  const may = (action: string) => contract.actions.includes(action);
  const step = useStep(contract, etag);
  const { day } = dates;
  return (
    <Page
      title={title}
      note={<StatusTag tone={statusTones[contract.status]}>{t(`contract.status.${contract.status}`)}</StatusTag>}
      actions={
        <>
          {may('AMEND') && <Button icon={EditIcon} onPress={() => setAmending(true)}>{t('contract.do.AMEND')}</Button>}
          {may('SUSPEND') && <Button icon={LockIcon} onPress={() => setAsking('SUSPEND')}>{t('contract.do.SUSPEND')}</Button>}
          {may('END') && <Button icon={SlashIcon} onPress={() => setAsking('END')}>{t('contract.do.END')}</Button>}
          {may('RESUME') && <Button kind="primary" icon={UndoIcon} isPending={step.isPending} onPress={() => step.mutate({ action: 'RESUME', body: {} })}>{t('contract.do.RESUME')}</Button>}
          {may('ACTIVATE') && <Button kind="primary" icon={CheckIcon} isPending={step.isPending} onPress={() => step.mutate({ action: 'ACTIVATE', body: {} })}>{t('contract.do.ACTIVATE')}</Button>}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          {step.error && <Banner kind="error" title={step.error.detail ?? step.error.title}>{step.error.hint}</Banner>}
          {contract.statusReason && <Banner kind={contract.status === 'SUSPENDED' ? 'warning' : 'info'} title={t(`contract.status.${contract.status}`)}>{contract.statusReason}</Banner>}
          <Card title={contract.title || t('contract.contract')}>
            <KeyValueList
              items={[
                { label: t('contract.account'), value: <AppLink href={`/customers/${contract.accountNumber}`}>{contract.accountName}</AppLink> },
                { label: t('contract.term'), value: t('contract.fromTo', { from: day(contract.startsOn), to: day(contract.endsOn) }) },
                { label: t('contract.remaining'), value: contract.status === 'ENDED' || contract.remainingDays < 0 ? t('contract.over') : t('contract.daysLeft', { days: contract.remainingDays }) },
                { label: t('contract.amount'), value: contract.amount === null ? '' : numbers.money(contract.amount, contract.currency) },
                { label: t('contract.specialTerms'), value: contract.specialTerms },
              ]}
            />
          </Card>
          <Card title={t('contract.lines')} count={contract.lines.filter((line) => !line.endsOn).length}>
            <Lines contract={contract} />
          </Card>
          <Card title={t('contract.pauses')} note={t('contract.pauses.note')}>
            <div className={styles.stack}>
              {contract.pauseRights.map((granted) => (
                <PauseRightsTable key={granted.coverageCode ?? 'all'} rights={granted.rights} caption={t(`contract.pauses.source.${granted.source}`, { coverage: granted.coverageCode ?? '' })} />
              ))}
            </div>
          </Card>
        </div>
        <Check contract={contract} />
      </div>
      {amending && <ContractDrawer contract={contract} etag={etag} onClose={() => setAmending(false)} onSaved={() => setAmending(false)} />}
      {asking && <StepDialog contract={contract} etag={etag} action={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}

function useStep(contract: Contract, etag: string | null, onDone?: () => void) {
  const t = useText();
  return useAction({
    touches: [['contracts'], ['contract', contract.number], ['entitlement']],
    run: async ({ action, body }: { action: Step; body: object }, { headers }) =>
      (await call<Contract>('POST', `/api/v1/contracts/${encodeURIComponent(contract.number)}/${action.toLowerCase()}`, { headers: { ...headers, ...ifMatch(etag) }, body })).data,
    onSuccess: (after) => {
      toast({ kind: 'success', text: t('contract.nowIs', { number: after.number, status: t(`contract.status.${after.status}`) }) });
      onDone?.();
    },
  });
}

function Lines({ contract }: { contract: Contract }) {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const numbers = useNumbers();
  const quotaUse = useQuotaUse();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('contract.position')}</th>
          <th scope="col">{t('contract.covers')}</th>
          <th scope="col">{t('contract.coverage')}</th>
          <th scope="col" className={styles.number}>{t('contract.machines')}</th>
          <th scope="col" className={styles.number}>{t('contract.visits')}</th>
        </tr>
      </thead>
      <tbody>
        {contract.lines.map((line) => (
          <tr key={line.id} data-withdrawn={!!line.endsOn}>
            <td>{line.position}</td>
            <td>
              <span className={styles.named}>
                <Named line={line} contract={contract} />
                <span className={styles.note}>{t(`contract.scope.${line.covers}`)}</span>
              </span>
            </td>
            <td>
              {name({ nameZh: line.coverageNameZh, nameEn: line.coverageNameEn })}
              {line.quotaUse && <div className={styles.note}>{quotaUse(line.quotaUse)}</div>}
              <SpecialTargetTable targets={line.specialTargets} caption={t('contract.special.ofLine')} />
              {line.endsOn && <div className={styles.note}>{t('contract.withdrawn', { day: dates.day(line.endsOn) })}</div>}
            </td>
            <td className={styles.number}>{line.endsOn ? '–' : numbers.number(line.coveredAssets)}</td>
            <td className={styles.number}>{line.visitsPerYear ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({ line, contract }: { line: ContractLine; contract: Contract }) {
  const name = useName();
  if (line.serial) {
    return (
      <>
        <AppLink href={`/assets/${line.serial}`}>{line.serial}</AppLink>
        <span>{name({ nameZh: line.modelNameZh ?? '', nameEn: line.modelNameEn ?? '' })}</span>
      </>
    );
  }
  if (line.siteNumber) return <AppLink href={`/sites/${line.siteNumber}`}>{line.siteName ?? line.siteNumber}</AppLink>;
  return <span>{line.family ?? contract.accountName}</span>;
}

function Check({ contract }: { contract: Contract }) {
  const t = useText();
  const [asset, setAsset] = useState<Option | null>(null);
  return (
    <Card title={t('contract.check')} note={t('contract.check.note')}>
      <div className={styles.stack}>
        <ComboBox label={t('contract.check.asset')} value={asset} onChange={setAsset} search={(text, signal) => findOf('asset', text, signal)} />
        <EntitlementCard claim={asset ? { asset: asset.id } : { account: contract.accountNumber }} />
      </div>
    </Card>
  );
}

function StepDialog({ contract, etag, action, onClose }: { contract: Contract; etag: string | null; action: 'SUSPEND' | 'END'; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState<string | null>(new Date().toLocaleDateString('sv'));
  const step = useStep(contract, etag, onClose);
  const problem = step.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`contract.do.${action}`)}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={action === 'END' ? 'danger' : 'primary'} isDisabled={!reason.trim()} isPending={step.isPending} onPress={() => step.mutate({ action, body: action === 'END' ? { reason, lastDay } : { reason } })}>
            {t(`contract.do.${action}`)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        <p>{t(action === 'END' ? 'contract.end.text' : 'contract.suspend.text')}</p>
        {action === 'END' && <DateTimeField label={t('contract.lastDay')} granularity="day" value={lastDay} onChange={setLastDay} error={problem?.at('lastDay')} isRequired />}
        <TextField label={t('contract.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} isRequired autoFocus maxLength={1000} />
      </div>
    </Dialog>
  );
}

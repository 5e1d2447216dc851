import { call, ifMatch, useAction } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, ComboBox, ConflictDialog, DateTimeField, Drawer, IconButton, NumberField, Select, Switch, TextArea, TextField, toast, type Option } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { coverageQuery, findOf, scopes, useName, type Contract, type LineScope, type PauseRight, type SpecialTarget } from './data.ts';
import { PauseRightsEditor } from './PauseRights.tsx';
import { SpecialTargetsEditor } from './SpecialTargets.tsx';
import styles from './contract.module.css';

interface DraftLine {
  id?: string;
  coverageCode: string;
  covers: LineScope;
  asset: Option | null;
  site: Option | null;
  family: string;
  visitsPerYear: number | null;
  includedVisits: number | null;
  includedHours: number | null;
  specialTargets: SpecialTarget[];
}

interface Draft {
  account: Option | null;
  number: string;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
  specialTerms: string;
  amount: number | null;
  inForce: boolean;
  reason: string;
  lines: DraftLine[];
  /** None where each line follows its coverage code. */
  pauseRights: PauseRight[] | null;
}

function drafted(contract: Contract): Draft {
  return {
    account: { id: contract.accountNumber, label: contract.accountName },
    number: contract.number,
    title: contract.title,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    specialTerms: contract.specialTerms,
    amount: contract.amount,
    inForce: false,
    reason: '',
    pauseRights: contract.ownPauseRights ?? null,
    lines: contract.lines.filter((line) => !line.endsOn).map((line) => ({
      id: line.id,
      coverageCode: line.coverageCode,
      covers: line.covers,
      asset: line.serial ? { id: line.serial, label: line.serial } : null,
      site: line.siteNumber ? { id: line.siteNumber, label: line.siteName ?? line.siteNumber } : null,
      family: line.family ?? '',
      visitsPerYear: line.visitsPerYear,
      includedVisits: line.quota.visits,
      includedHours: line.quota.hours,
      specialTargets: line.specialTargets,
    })),
  };
}

const newLine: DraftLine = { coverageCode: '5x9', covers: 'ACCOUNT', asset: null, site: null, family: '', visitsPerYear: null, includedVisits: null, includedHours: null, specialTargets: [] };

/** A new contract, or an amendment of one. */
export function ContractDrawer({ contract, account, etag, onClose, onSaved }: { contract?: Contract; account?: Option; etag?: string | null; onClose: () => void; onSaved: (number: string) => void }) {
  const t = useText();
  const name = useName();
  const coverage = useQuery(coverageQuery);
  const [draft, setDraft] = useState<Draft>(() => {
    if (contract) return drafted(contract);
    const today = new Date();
    return {
      account: account ?? null, number: '', title: '', startsOn: today.toLocaleDateString('sv'),
      endsOn: new Date(today.getFullYear() + 1, today.getMonth(), today.getDate() - 1).toLocaleDateString('sv'),
      specialTerms: '', amount: null, inForce: true, reason: '', lines: [newLine], pauseRights: null,
    };
  });
  const [version, setVersion] = useState(etag ?? null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const changeLine = (position: number, part: Partial<DraftLine>) =>
    change({ lines: draft.lines.map((line, index) => (index === position ? { ...line, ...part } : line)) });
  const save = useAction({
    touches: [['contracts'], ['contract'], ['entitlement']],
    run: async (_: void, { headers }) => {
      const paper = {
        title: draft.title,
        startsOn: draft.startsOn,
        endsOn: draft.endsOn,
        specialTerms: draft.specialTerms,
        amount: draft.amount,
        currency: contract?.currency ?? 'CNY',
        pauseRights: draft.pauseRights,
        lines: draft.lines.map((line) => ({
          id: line.id ?? null,
          coverageCode: line.coverageCode,
          covers: line.covers,
          serial: line.covers === 'ASSET' ? line.asset?.id : null,
          siteNumber: line.covers === 'SITE' ? line.site?.id : null,
          family: line.covers === 'FAMILY' ? line.family : null,
          visitsPerYear: line.visitsPerYear,
          includedVisits: line.includedVisits,
          includedHours: line.includedHours,
          specialTargets: line.specialTargets,
        })),
      };
      const { data } = contract
        ? await call<Contract>('PUT', `/api/v1/contracts/${encodeURIComponent(contract.number)}`, { headers: ifMatch(version), body: { paper, reason: draft.reason } })
        : await call<Contract>('POST', '/api/v1/contracts', { headers, body: { accountNumber: draft.account?.id ?? '', number: draft.number || null, inForce: draft.inForce, paper } });
      return data;
    },
    onSuccess: (saved) => {
      toast({ kind: 'success', text: t('contract.saved', { number: saved.number }) });
      onClose();
      onSaved(saved.number);
    },
  });
  const problem = save.error;
  // Agreed anew it starts from what holds without an agreement.
  const usualRights = (coverage.data ?? []).find((one) => one.code === draft.lines[0]?.coverageCode)?.pauseRights ?? [];
  const theirs = problem?.isConflict ? (problem.values.current as Contract) : null;
  const options = (coverage.data ?? []).filter((one) => one.active || draft.lines.some((line) => line.coverageCode === one.code)).map((one) => ({ id: one.code, label: name(one) }));
  return (
    <Drawer
      isOpen
      size="wide"
      isSticky
      onClose={onClose}
      title={contract ? t('contract.amend', { number: contract.number }) : t('contract.new')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && !theirs && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        {!contract && (
          <div className={styles.pair}>
            <ComboBox label={t('contract.account')} value={draft.account} onChange={(account) => change({ account })} search={(text, signal) => findOf('account', text, signal)} error={problem?.at('accountNumber')} isRequired autoFocus />
            <TextField label={t('contract.number')} hint={t('contract.numberHint')} value={draft.number} onChange={(number) => change({ number })} error={problem?.at('number')} maxLength={40} />
          </div>
        )}
        <TextField label={t('contract.title')} value={draft.title} onChange={(title) => change({ title })} error={problem?.at('paper.title')} maxLength={200} />
        <div className={styles.triple}>
          <DateTimeField label={t('contract.startsOn')} granularity="day" value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} error={problem?.at('startsOn') ?? problem?.at('paper.startsOn')} isRequired />
          <DateTimeField label={t('contract.endsOn')} granularity="day" value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} error={problem?.at('endsOn') ?? problem?.at('paper.endsOn')} isRequired />
          <NumberField label={t('contract.amount')} value={draft.amount} onChange={(amount) => change({ amount })} minValue={0} unit={contract?.currency ?? 'CNY'} hideStepper error={problem?.at('paper.amount')} />
        </div>
        <TextArea label={t('contract.specialTerms')} value={draft.specialTerms} onChange={(specialTerms) => change({ specialTerms })} rows={3} maxLength={10_000} />
        <fieldset className={styles.lines}>
          <legend>{t('contract.lines')}</legend>
          <p className={styles.note}>{t('contract.includedHint')}</p>
          {draft.lines.map((line, position) => (
            <div className={styles.lineBlock} key={line.id ?? `new:${position}:${draft.lines.length}`}>
            <div className={styles.line}>
              <Select label={t('contract.covers')} options={scopes.map((scope) => ({ id: scope, label: t(`contract.scope.${scope}`) }))} value={line.covers} onChange={(covers) => changeLine(position, { covers: covers as LineScope })} error={problem?.at(`lines[${position}]`)} />
              {line.covers === 'ASSET' ? (
                <ComboBox label={t('contract.asset')} value={line.asset} onChange={(asset) => changeLine(position, { asset })} search={(text, signal) => findOf('asset', text, signal)} error={problem?.at(`lines[${position}].assetId`)} isRequired />
              ) : line.covers === 'SITE' ? (
                <ComboBox label={t('contract.site')} value={line.site} onChange={(site) => changeLine(position, { site })} search={(text, signal) => findOf('site', text, signal)} error={problem?.at(`lines[${position}].siteId`)} isRequired />
              ) : line.covers === 'FAMILY' ? (
                <TextField label={t('contract.family')} value={line.family} onChange={(family) => changeLine(position, { family })} maxLength={100} isRequired />
              ) : (
                <p className={styles.note}>{t('contract.scope.ACCOUNT.note')}</p>
              )}
              <Select label={t('contract.coverage')} options={options} value={line.coverageCode} onChange={(coverageCode) => changeLine(position, { coverageCode })} error={problem?.at(`lines[${position}].coverageCode`)} />
              <NumberField label={t('contract.visits')} value={line.visitsPerYear} onChange={(visitsPerYear) => changeLine(position, { visitsPerYear })} minValue={0} maxValue={366} hideStepper />
              <IconButton icon={TrashIcon} label={t('contract.line.remove')} onPress={() => change({ lines: draft.lines.filter((_, index) => index !== position) })} />
            </div>
            <div className={styles.quota}>
              <NumberField label={t('contract.includedVisits')} value={line.includedVisits} onChange={(includedVisits) => changeLine(position, { includedVisits })} minValue={1} maxValue={10_000} hideStepper />
              <NumberField label={t('contract.includedHours')} value={line.includedHours} onChange={(includedHours) => changeLine(position, { includedHours })} minValue={1} maxValue={100_000} hideStepper />
            </div>
            <SpecialTargetsEditor value={line.specialTargets} onChange={(specialTargets) => changeLine(position, { specialTargets })} error={(target) => problem?.at(`lines[${position}].specialTargets[${target}]`)} />
            </div>
          ))}
          <div>
            <Button icon={PlusIcon} onPress={() => change({ lines: [...draft.lines, newLine] })}>
              {t('contract.line.add')}
            </Button>
          </div>
        </fieldset>
        <fieldset className={styles.lines}>
          <legend>{t('contract.pauses')}</legend>
          <Checkbox isSelected={draft.pauseRights !== null} onChange={(own) => change({ pauseRights: own ? usualRights : null })} hint={t('contract.pauses.ownHint')}>
            {t('contract.pauses.own')}
          </Checkbox>
          {draft.pauseRights && <PauseRightsEditor value={draft.pauseRights} onChange={(pauseRights) => change({ pauseRights })} error={(reason) => problem?.at(`paper.pauseRights.${reason}`)} />}
        </fieldset>
        {contract ? (
          <TextField label={t('contract.reason')} value={draft.reason} onChange={(reason) => change({ reason })} maxLength={1000} />
        ) : (
          <Switch isSelected={draft.inForce} onChange={(inForce) => change({ inForce })} hint={t('contract.inForceHint')}>
            {t('contract.inForce')}
          </Switch>
        )}
      </div>
      {theirs && (
        <Conflict
          mine={draft}
          theirs={theirs}
          onClose={() => save.reset()}
          onResolve={(part) => {
            change(part);
            setVersion(`"${theirs.version}"`);
            save.reset();
          }}
        />
      )}
    </Drawer>
  );
}

const compared = ['title', 'startsOn', 'endsOn', 'specialTerms', 'amount'] as const;

/** Somebody else saved meanwhile: both values of what differs; the lines stay as they are in the form. */
function Conflict({ mine, theirs, onClose, onResolve }: { mine: Draft; theirs: Contract; onClose: () => void; onResolve: (part: Partial<Draft>) => void }) {
  const t = useText();
  const numbers = useNumbers();
  const shown = (value: string | number | null) => (typeof value === 'number' ? numbers.number(value) : (value ?? ''));
  const fields = compared.filter((field) => mine[field] !== theirs[field]).map((field) => ({ field, label: t(`contract.${field}`), mine: shown(mine[field]), theirs: shown(theirs[field]) }));
  return (
    <ConflictDialog
      isOpen
      fields={fields}
      onClose={onClose}
      onResolve={(choice) => onResolve(Object.fromEntries(compared.filter((field) => choice[field] === 'theirs').map((field) => [field, theirs[field]])))}
    />
  );
}

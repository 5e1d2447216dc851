import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, Select, Skeleton, StatusTag } from '@firstfix/ui';
import type { ProblemError } from '@firstfix/api';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../../shell/AppLink.tsx';
import { Page } from '../../../shell/Page.tsx';
import { useName } from '../data.ts';
import { Changes } from './Changes.tsx';
import { Sentences } from './Sentences.tsx';
import { GiveBackDialog, SwitchOnDialog } from './SwitchOnDialog.tsx';
import { TrialDialog } from './TrialDialog.tsx';
import { plain, policiesQuery, policyQuery, read, trialQuery, trialsQuery, unitOf, write, type Policy, type PolicyView } from './data.ts';
import styles from './policy.module.css';

const route = getRouteApi('/signed-in/shell/board/policy');

/** What the plans of a part of the house weigh: read as sentences, tried on past days, switched on, and who decided what before. */
export function PolicyPage() {
  const t = useText();
  const name = useName();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = useQuery(policiesQuery);
  const unit = search.unit ?? units.data?.find((row) => row.home)?.unit.code ?? units.data?.[0]?.unit.code;
  const view = useQuery({ ...policyQuery(unit ?? ''), enabled: unit !== undefined });
  const tried = useQuery({ ...trialQuery(search.trial ?? ''), enabled: search.trial !== undefined });
  const failed = units.error ?? view.error ?? tried.error;
  const isWaiting = !view.data || (search.trial !== undefined && !tried.data);
  return (
    <Page
      title={t('dispatch.weigh')}
      note={
        units.data && unit && units.data.length > 1 ? (
          <Select
            label={t('dispatch.weigh.unit')}
            hideLabel
            value={unit}
            onChange={(next) => void navigate({ search: { unit: next } })}
            options={units.data.map((row) => ({ id: row.unit.code, label: name(row.unit), note: row.own ? t('dispatch.weigh.own') : undefined }))}
          />
        ) : undefined
      }
      actions={<AppLink href="/board/overrulings">{t('dispatch.overrulings')}</AppLink>}
    >
      {failed && isWaiting ? (
        <ErrorState error={failed} onRetry={() => void Promise.all([units.refetch(), view.refetch()])} />
      ) : isWaiting || !view.data ? (
        <Skeleton lines={12} height={22} />
      ) : (
        <Editor key={`${view.data.unit.code} ${view.data.version} ${search.trial ?? ''}`} view={view.data} drafted={start(view.data, tried.data?.policy, search)} focus={search.focus} />
      )}
    </Page>
  );
}

/** What the draft begins with: the policy in force, one that was tried, or one figure that was suggested. */
function start(view: PolicyView, tried: Policy | undefined, search: { focus?: string; value?: string }): Policy {
  const policy = plain(tried ?? view.policy);
  const value = Number(search.value);
  return search.focus && search.value && Number.isFinite(value) && unitOf(search.focus) === 'money' && read(policy, search.focus) !== null ? write(policy, search.focus, value) : policy;
}

function Editor({ view, drafted, focus }: { view: PolicyView; drafted: Policy; focus?: string }) {
  const t = useText();
  const name = useName();
  const [draft, setDraft] = useState(drafted);
  const [dialog, setDialog] = useState<'try' | 'on' | 'back' | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const refused = (found: ProblemError) => {
    setProblem(found);
    setDialog(null);
  };
  const inForce = plain(view.policy);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(inForce);
  const may = view.actions.includes('DECIDE');
  const origin = view.decidedBy ? t(view.own ? 'dispatch.weigh.isOwn' : 'dispatch.weigh.isFrom', { unit: name(view.decidedBy), version: view.inForceVersion }) : t('dispatch.weigh.isUsual');
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <p className={styles.origin}>{origin}</p>
        {problem && <Banner kind="error" title={problem.errors.map((one) => one.message).join(' ')} isLive />}
        {!may && <Banner kind="info" title={t('dispatch.weigh.readOnly')} />}
        <Sentences policy={draft} before={inForce} onChange={setDraft} isReadOnly={!may} problem={problem} focus={focus} />
        {may && (
          <div className={styles.foot} data-changed={isChanged}>
            <span role="status">{isChanged ? t('dispatch.weigh.changed') : t('dispatch.weigh.unchanged')}</span>
            {isChanged && (
              <Button kind="quiet" onPress={() => setDraft(inForce)}>
                {t('dispatch.weigh.discard')}
              </Button>
            )}
            {view.own && !isChanged && (
              <Button kind="quiet" onPress={() => setDialog('back')}>
                {t('dispatch.weigh.giveBack')}
              </Button>
            )}
            <Button isDisabled={!isChanged} onPress={() => setDialog('on')}>
              {t('dispatch.weigh.switchOn')}
            </Button>
            <Button kind="primary" isDisabled={!isChanged} onPress={() => setDialog('try')}>
              {t('dispatch.trial.try')}
            </Button>
          </div>
        )}
      </div>
      <div className={styles.stack}>
        <Trials unit={view.unit.code} />
        <History view={view} />
      </div>
      {dialog === 'try' && <TrialDialog unit={view.unit} policy={draft} onRefused={refused} onClose={() => setDialog(null)} />}
      {dialog === 'on' && <SwitchOnDialog unit={view.unit} version={view.version} policy={draft} onRefused={refused} onClose={() => setDialog(null)} />}
      {dialog === 'back' && <GiveBackDialog unit={view.unit} version={view.version} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Trials({ unit }: { unit: string }) {
  const t = useText();
  const dates = useDates();
  const trials = useQuery(trialsQuery(unit));
  return (
    <Card title={t('dispatch.trials')} count={trials.data?.length}>
      {trials.isPending ? (
        <Skeleton lines={3} />
      ) : !trials.data ? (
        <ErrorState error={trials.error} onRetry={() => void trials.refetch()} />
      ) : trials.data.length === 0 ? (
        <EmptyState title={t('dispatch.trials.none')} text={t('dispatch.trials.noneText')} />
      ) : (
        <ul className={styles.lines}>
          {trials.data.map((trial) => (
            <li key={trial.id}>
              <AppLink href={`/board/trials/${trial.id}`}>{t('dispatch.trial.days', { from: dates.day(trial.firstDay), until: dates.day(trial.lastDay) })}</AppLink>
              <StatusTag tone={trial.status === 'READY' ? 'done' : trial.status === 'FAILED' ? 'breached' : 'waiting'} isPlain>
                {trial.status === 'COMPUTING' ? t('dispatch.trial.progress', { done: trial.daysDone, days: trial.days }) : t(`dispatch.trial.status.${trial.status}`)}
              </StatusTag>
              <span className={styles.by}>{[trial.note, trial.requestedBy, dates.dateTime(trial.requestedAt)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function History({ view }: { view: PolicyView }) {
  const t = useText();
  const dates = useDates();
  return (
    <Card title={t('dispatch.weigh.history')} count={view.history.length}>
      {view.history.length === 0 ? (
        <EmptyState title={t('dispatch.weigh.noHistory')} />
      ) : (
        <ol className={styles.lines}>
          {view.history.map((decision) => (
            <li key={decision.version}>
              <strong>{t('dispatch.weigh.version', { version: decision.version })}</strong>
              <StatusTag tone={decision.own ? (decision.untried ? 'waiting' : 'done') : 'cancelled'} isPlain>
                {t(decision.own ? (decision.untried ? 'dispatch.weigh.untried' : 'dispatch.weigh.tried') : 'dispatch.weigh.gaveBack')}
              </StatusTag>
              <span className={styles.by}>{`${decision.decidedBy} · ${dates.dateTime(decision.decidedAt)}`}</span>
              <p>{decision.reason}</p>
              {decision.untried && <p className={styles.why}>{t('dispatch.weigh.untriedWhy', { reason: decision.untried })}</p>}
              <Changes changes={decision.changes} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

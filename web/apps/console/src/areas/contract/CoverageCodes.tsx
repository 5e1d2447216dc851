import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, Dialog, ErrorState, KeyValueList, NumberField, PriorityMark, Select, Skeleton, StatusTag, Switch, TextField, Tree, toast, type Priority as Level } from '@firstfix/ui';
import { ContractIcon, EditIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page, useCan } from '../../index.ts';
import { calendarNamesQuery, coverageQuery, milestones, priorities, useName, useServiceTime, type Coverage, type Milestone, type PauseRight, type Priority, type SpecialTarget } from './data.ts';
import { PauseRightsEditor, PauseRightsTable } from './PauseRights.tsx';
import { PolicyTrial } from './PolicyTrial.tsx';
import { SpecialTargetsEditor, SpecialTargetTable } from './SpecialTargets.tsx';
import { TargetTable } from './TargetTable.tsx';
import styles from './contract.module.css';

/** The levels of service and what each promises. */
export function CoverageCodes() {
  const t = useText();
  const name = useName();
  const can = useCan();
  const query = useQuery(coverageQuery);
  const calendars = useQuery(calendarNamesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<Coverage | 'new' | null>(null);
  const coverage = query.data?.find((one) => one.code === chosen) ?? query.data?.[0];
  const calendar = calendars.data?.find((one) => one.code === coverage?.calendarCode);
  return (
    <Page
      title={t('contract.coverages')}
      actions={
        can('coverage.maintain') && (
          <Button kind="primary" icon={PlusIcon} onPress={() => setEditing('new')}>
            {t('contract.coverage.new')}
          </Button>
        )
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !coverage ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.split}>
          <Card title={t('contract.coverages')}>
            <Tree label={t('contract.coverages')} selected={coverage.code} onSelect={setChosen} nodes={(query.data ?? []).map((one) => ({ id: one.code, label: name(one), icon: ContractIcon, aside: one.code }))} />
          </Card>
          <Card
            title={name(coverage)}
            note={coverage.code}
            actions={
              coverage.actions.includes('CHANGE') && (
                <Button icon={EditIcon} onPress={() => setEditing(coverage)}>
                  {t('contract.coverage.change')}
                </Button>
              )
            }
          >
            <div className={styles.stack}>
              <KeyValueList
                items={[
                  { label: t('contract.calendar'), value: calendar ? name(calendar) : coverage.calendarCode },
                  { label: t('contract.status'), value: <StatusTag tone={coverage.active ? 'done' : 'cancelled'}>{t(coverage.active ? 'contract.coverage.active' : 'contract.coverage.inactive')}</StatusTag> },
                ]}
              />
              <TargetTable coverage={coverage} />
              <SpecialTargetTable targets={coverage.specialTargets} caption={t('contract.special')} />
              <PauseRightsTable rights={coverage.pauseRights} caption={`${t('contract.pauses')} · ${t(coverage.ownPauseRights ? 'contract.pauses.source.COVERAGE' : 'contract.pauses.source.HOUSE', { coverage: coverage.code })}`} />
              <p className={styles.note}>{t('contract.coverage.note')}</p>
            </div>
          </Card>
        </div>
      )}
      {editing && <CoverageDialog coverage={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} onSaved={setChosen} />}
    </Page>
  );
}

const keyOf = (priority: Priority, milestone: Milestone) => `${priority}:${milestone}`;

function CoverageDialog({ coverage, onClose, onSaved }: { coverage?: Coverage; onClose: () => void; onSaved: (code: string) => void }) {
  const t = useText();
  const name = useName();
  const serviceTime = useServiceTime();
  const calendars = useQuery(calendarNamesQuery);
  const [draft, setDraft] = useState({ code: coverage?.code ?? '', nameZh: coverage?.nameZh ?? '', nameEn: coverage?.nameEn ?? '', calendarCode: coverage?.calendarCode ?? 'CN-5x9', active: coverage?.active ?? true, reason: '' });
  const [minutes, setMinutes] = useState<Record<string, number | null>>(() => Object.fromEntries((coverage?.targets ?? []).map((one) => [keyOf(one.priority, one.milestone), one.minutes])));
  const [pauseRights, setPauseRights] = useState<PauseRight[] | null>(coverage?.ownPauseRights ?? null);
  const [specialTargets, setSpecialTargets] = useState<SpecialTarget[]>(coverage?.specialTargets ?? []);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const targets = priorities.flatMap((priority) =>
    milestones.flatMap((milestone) => {
      const value = minutes[keyOf(priority, milestone)];
      return value ? [{ priority, milestone, minutes: value }] : [];
    }),
  );
  const save = useAction({
    touches: [['coverage-codes'], ['entitlement']],
    run: (_: void, { headers }) => {
      const promise = {
        nameZh: draft.nameZh,
        nameEn: draft.nameEn,
        calendarCode: draft.calendarCode,
        active: draft.active,
        pauseRights,
        targets,
        specialTargets,
      };
      return coverage
        ? call('PUT', `/api/v1/coverage-codes/${encodeURIComponent(coverage.code)}`, { headers: ifMatch(`"${coverage.version}"`), body: { promise, reason: draft.reason } })
        : call('POST', '/api/v1/coverage-codes', { headers, body: { code: draft.code, promise } });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('contract.coverage.saved', { code: draft.code }) });
      onSaved(draft.code);
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={coverage ? coverage.code : t('contract.coverage.new')}
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
        {problem && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        {!coverage && <TextField label={t('contract.coverage.code')} value={draft.code} onChange={(code) => change({ code })} error={problem?.at('code')} isRequired autoFocus maxLength={40} />}
        <div className={styles.pair}>
          <TextField label={t('contract.coverage.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={problem?.at('promise.nameZh')} isRequired maxLength={100} />
          <TextField label={t('contract.coverage.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={problem?.at('promise.nameEn')} isRequired maxLength={100} />
          <Select label={t('contract.calendar')} options={(calendars.data ?? []).map((one) => ({ id: one.code, label: name(one) }))} value={draft.calendarCode} onChange={(calendarCode) => change({ calendarCode })} error={problem?.at('calendarCode')} />
          <Switch isSelected={draft.active} onChange={(active) => change({ active })} hint={t('contract.coverage.activeHint')}>
            {t('contract.coverage.active')}
          </Switch>
        </div>
        <table className={styles.table}>
          <caption>{t('contract.targets')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contract.priority')}</th>
              {milestones.map((milestone) => (
                <th key={milestone} scope="col">
                  {t(`contract.milestone.${milestone}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {priorities.map((priority) => (
              <tr key={priority}>
                <th scope="row">
                  <PriorityMark level={Number(priority[1]) as Level} />
                </th>
                {milestones.map((milestone) => {
                  const key = keyOf(priority, milestone);
                  const value = minutes[key] ?? null;
                  return (
                    <td key={key}>
                      <NumberField
                        label={t('contract.target', { priority, milestone: t(`contract.milestone.${milestone}`) })}
                        hideLabel
                        value={value}
                        onChange={(next) => setMinutes((before) => ({ ...before, [key]: next }))}
                        minValue={1}
                        maxValue={525_600}
                        hideStepper
                        hint={value ? serviceTime(value * 60) : undefined}
                        error={problem?.at(`targets.${priority}.${milestone}`)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <fieldset className={styles.lines}>
          <legend>{t('contract.special')}</legend>
          <p className={styles.note}>{t('contract.special.note')}</p>
          <SpecialTargetsEditor value={specialTargets} onChange={setSpecialTargets} error={(position) => problem?.at(`promise.specialTargets[${position}]`)} />
        </fieldset>
        <Checkbox isSelected={pauseRights !== null} onChange={(own) => setPauseRights(own ? (coverage?.pauseRights ?? []) : null)} hint={t('contract.pauses.ofCoverageHint')}>
          {t('contract.pauses.ofCoverage')}
        </Checkbox>
        {pauseRights && <PauseRightsEditor value={pauseRights} onChange={setPauseRights} error={(reason) => problem?.at(`promise.pauseRights.${reason}`)} />}
        {coverage && <PolicyTrial coverageCode={coverage.code} calendarCode={draft.calendarCode} targets={targets} specialTargets={specialTargets} />}
        {coverage && <TextField label={t('contract.reason')} value={draft.reason} onChange={(reason) => change({ reason })} maxLength={1000} />}
      </div>
    </Dialog>
  );
}

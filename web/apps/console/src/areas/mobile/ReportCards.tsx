import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, ConflictDialog, Drawer, RadioGroup, SearchField, Segmented, StatusTag, TextArea } from '@firstfix/ui';
import { CheckIcon, PlusIcon, RefreshIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { causesQuery, useName, type Cause, type Outcome, type WorkOrder } from './data.ts';
import type { Field, ReportDraft } from './report.ts';
import styles from './mobile.module.css';

const outcomes: readonly Outcome[] = ['REPAIRED', 'WRONG_PREDICTION', 'PART_MISSING', 'PART_DEAD_ON_ARRIVAL', 'CUSTOMER_NOT_READY', 'CUSTOMER_REFUSED', 'NOT_ON_SITE', 'HANDED_OVER', 'WITH_VENDOR'];
const mostCauses = 5;

export function ReportCards({ order, report, canWrite }: { order: WorkOrder; report: ReportDraft; canWrite: boolean }) {
  const t = useText();
  const outcome = report.fields.outcome;
  const predicted = order.prediction != null && !order.prediction.unknown && order.prediction.likelyCauses.length > 0;
  const right = report.fields.predictionRight;
  const text = (field: 'findings' | 'actions' | 'advice' | 'outcomeNote', rows: number, most: number) =>
    canWrite ? (
    <TextArea
      label={t(`mobile.report.${field}`)}
      rows={rows}
      maxLength={most}
      value={report.fields[field]}
      error={report.problem?.at(field)}
      onChange={(next) => report.writing.change({ [field]: next })}
      onBlur={() => void report.writing.leave(field)}
    />
  ) : (
    report.fields[field] && (
      <div>
        <h3 className={styles.smallHeading}>{t(`mobile.report.${field}`)}</h3>
        <p className={styles.text}>{report.fields[field]}</p>
      </div>
    )
  );
  return (
    <>
      <Card className={styles.panel} title={t('mobile.outcome')} actions={canWrite && <Saved report={report} />}>
        <div className={styles.stack}>
          {report.problem && (
            <Banner kind="error" isLive title={report.problem.detail ?? report.problem.title}>
              {report.problem.hint}
            </Banner>
          )}
          <div id="place-OUTCOME">
            {canWrite ? (
              <RadioGroup className={styles.radios} label={t('mobile.outcome.label')} value={outcome ?? ''} onChange={(next) => report.writing.change({ outcome: next as Outcome })} options={outcomes.map((one) => ({ id: one, label: t(`mobile.outcome.${one}`) }))} />
            ) : (
              <p>{outcome ? t(`mobile.outcome.${outcome}`) : '–'}</p>
            )}
          </div>
          {(outcome && outcome !== 'REPAIRED') || report.fields.outcomeNote ? <div id="place-OUTCOME_NOTE">{text('outcomeNote', 2, 1000)}</div> : null}
        </div>
      </Card>
      <Card className={styles.panel} title={t('mobile.report')} actions={canWrite && <Saved report={report} />}>
        <div className={styles.stack}>
          <div id="place-FINDINGS">{text('findings', 3, 4000)}</div>
          <div id="place-ACTIONS">{text('actions', 3, 4000)}</div>
          {text('advice', 2, 4000)}
        </div>
      </Card>
      <Card className={styles.panel} title={t('mobile.trueCause')}>
        <div className={styles.stack}>
          <div id="place-TRUE_CAUSE">
            <TrueCauses order={order} value={report.fields.trueCauses} onChange={(trueCauses) => report.writing.change({ trueCauses })} canWrite={canWrite} />
          </div>
          <SiteConditions value={report.fields.siteConditions} onChange={(siteConditions) => report.writing.change({ siteConditions })} canWrite={canWrite} />
          {predicted && (
            <div id="place-PREDICTION_RIGHT" className={styles.stack}>
              <p>{t('mobile.predictionRight')}</p>
              <Segmented
                label={t('mobile.predictionRight')}
                value={right == null ? '' : right ? 'yes' : 'no'}
                isDisabled={!canWrite}
                onChange={(next) => report.writing.change({ predictionRight: next === 'yes' })}
                options={[
                  { id: 'yes', label: t('mobile.yes') },
                  { id: 'no', label: t('mobile.no') },
                ]}
              />
            </div>
          )}
        </div>
      </Card>
      <Conflict report={report} />
    </>
  );
}

function Saved({ report }: { report: ReportDraft }) {
  const t = useText();
  return (
    <span role="status">
      {report.state === 'saved' && <StatusTag tone="done">{t('mobile.save.saved')}</StatusTag>}
      {(report.state === 'saving' || report.state === 'unsaved') && (
        <StatusTag tone="new" icon={RefreshIcon}>
          {t('mobile.save.saving')}
        </StatusTag>
      )}
      {report.state === 'waiting' && <StatusTag tone="waiting">{t('mobile.save.waiting')}</StatusTag>}
      {report.state === 'refused' && <StatusTag tone="breached">{t('mobile.save.refused')}</StatusTag>}
    </span>
  );
}

const siteConditions = ['HOT', 'HUMID', 'UNSTABLE_POWER', 'DUST', 'UNSUPPORTED_PART'] as const;
type SiteConditionList = ReportDraft['fields']['siteConditions'];

/** What at the site may have brought the fault about: development and the next prediction learn from it. */
function SiteConditions({ value, onChange, canWrite }: { value: SiteConditionList; onChange: (chosen: SiteConditionList) => void; canWrite: boolean }) {
  const t = useText();
  if (!canWrite) return value.length === 0 ? null : <p>{value.map((one) => t(`mobile.siteConditions.${one}`)).join(', ')}</p>;
  return (
    <>
      <p>{t('mobile.siteConditions.hint')}</p>
      <div className={styles.chips} role="group" aria-label={t('mobile.siteConditions')}>
        {siteConditions.map((one) => (
          <ToggleButton key={one} className={styles.chip} isSelected={value.includes(one)} onChange={(isOn) => onChange(isOn ? [...value, one] : value.filter((other) => other !== one))}>
            {value.includes(one) && <CheckIcon size={16} strokeWidth={2} />}
            <span>{t(`mobile.siteConditions.${one}`)}</span>
          </ToggleButton>
        ))}
      </div>
    </>
  );
}

interface TrueCausesProps {
  order: WorkOrder;
  value: string[];
  onChange: (codes: string[]) => void;
  canWrite: boolean;
}

/** The likely ones stand first: mostly it is one of them, and then it is one tap. */
function TrueCauses({ order, value, onChange, canWrite }: TrueCausesProps) {
  const t = useText();
  const name = useName();
  const [isChoosing, setChoosing] = useState(false);
  const { data: causes = [] } = useQuery(causesQuery);
  const named = (code: string) => {
    const found = causes.find((cause) => cause.code === code) ?? order.prediction?.likelyCauses.find((cause) => cause.code === code);
    return found ? name(found) : code;
  };
  const toggle = (code: string) => onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code]);
  const offered = [...new Set([...(order.prediction?.likelyCauses.map((cause) => cause.code) ?? []), ...value])];
  if (!canWrite) return <p>{value.map(named).join(', ') || '–'}</p>;
  return (
    <div className={styles.chips} role="group" aria-label={t('mobile.trueCause')}>
      {offered.map((code) => (
        <ToggleButton key={code} className={styles.chip} isSelected={value.includes(code)} isDisabled={!value.includes(code) && value.length >= mostCauses} onChange={() => toggle(code)}>
          {value.includes(code) && <CheckIcon size={16} strokeWidth={2} />}
          <span>{named(code)}</span>
        </ToggleButton>
      ))}
      <Button icon={PlusIcon} onPress={() => setChoosing(true)}>
        {t(offered.length > 0 ? 'mobile.trueCause.other' : 'mobile.trueCause.choose')}
      </Button>
      {isChoosing && <CauseChoice causes={causes} value={value} onToggle={toggle} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function CauseChoice({ causes, value, onToggle, onClose }: { causes: Cause[]; value: string[]; onToggle: (code: string) => void; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const parents = causes.filter((cause) => cause.parentCode == null);
  const fits = (cause: Cause) => !wanted || [cause.nameZh, cause.nameEn, cause.code].some((words) => words.toLowerCase().includes(wanted));
  const groups = parents.map((parent) => ({ parent, leaves: causes.filter((cause) => cause.parentCode === parent.code && (fits(cause) || fits(parent))) })).filter((group) => group.leaves.length > 0);
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('mobile.trueCause.choose')}
      footer={
        <Button kind="primary" className={styles.grows} onPress={onClose}>
          {t('mobile.trueCause.chosen', { count: value.length })}
        </Button>
      }
    >
      <div className={styles.stack}>
        <SearchField label={t('mobile.search')} hideLabel placeholder={t('mobile.search')} value={text} onChange={setText} />
        {groups.length === 0 && <p className={styles.note}>{t('ui.noMatches')}</p>}
        {groups.map(({ parent, leaves }) => (
          <section key={parent.code} aria-label={name(parent)}>
            <h3 className={styles.smallHeading}>{name(parent)}</h3>
            <div className={styles.chips}>
              {leaves.map((cause) => (
                <ToggleButton key={cause.code} className={styles.chip} isSelected={value.includes(cause.code)} isDisabled={!value.includes(cause.code) && value.length >= mostCauses} onChange={() => onToggle(cause.code)}>
                  {value.includes(cause.code) && <CheckIcon size={16} strokeWidth={2} />}
                  <span>{name(cause)}</span>
                </ToggleButton>
              ))}
            </div>
          </section>
        ))}
      </div>
    </Drawer>
  );
}

function Conflict({ report }: { report: ReportDraft }) {
  const t = useText();
  const shown = (field: Field, value: unknown): string => {
    if (field === 'outcome') return value ? t(`mobile.outcome.${String(value)}`) : '';
    if (field === 'predictionRight') return value == null ? '' : t(value ? 'mobile.yes' : 'mobile.no');
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  return (
    <ConflictDialog
      isOpen={report.conflicts.length > 0}
      onClose={() => report.writing.decideLater()}
      fields={report.conflicts.map(({ field, mine, theirs }) => ({ field, label: t(`mobile.report.${field}`), mine: shown(field, mine), theirs: shown(field, theirs) }))}
      onResolve={(choice) => report.writing.resolve(choice)}
    />
  );
}

import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Button, Checkbox, StatusTag } from '@firstfix/ui';
import { HistoryIcon, UndoIcon } from '@firstfix/ui/icons';
import { crewNames, useLine } from '../data.ts';
import styles from './BoardPage.module.css';
import shared from '../dispatch.module.css';
import type { PlanChange, PlanVersion } from './plans.ts';

interface PlanPanelProps {
  version: PlanVersion;
  rejected: ReadonlySet<number>;
  onReject: (rejected: ReadonlySet<number>) => void;
  onPublish: (positions: number[]) => void;
  onDiscard: () => void;
  onShow: (change: PlanChange) => void;
  isPending: boolean;
}

/** A proposal: what it costs and saves, each change with its reason, and the choice of what is taken over. */
export function PlanPanel({ version, rejected, onReject, onPublish, onDiscard, onShow, isPending }: PlanPanelProps) {
  const t = useText();
  const dates = useDates();
  const say = useLine();
  const numbers = useNumbers();
  const money = (price: PlanVersion['before']) => numbers.number((price.money + price.preference) / 100, { maximumFractionDigits: 0 });
  const positions = version.changes.map((change) => change.position).filter((position) => !rejected.has(position));
  const toggle = (position: number) => {
    const next = new Set(rejected);
    if (!next.delete(position)) next.add(position);
    onReject(next);
  };
  return (
    <aside className={styles.detail} aria-label={t('dispatch.plan.proposal')} data-plan={version.status}>
      <div className={styles.detailHead}>
        <h2>{t(`dispatch.plan.cause.${version.cause}`, { note: version.note })}</h2>
        <StatusTag tone={version.status === 'COMPUTING' ? 'waiting' : 'dispatched'}>{t(`dispatch.plan.status.${version.status}`)}</StatusTag>
      </div>
      {version.status === 'COMPUTING' ? (
        <p role="status" className={styles.quiet}>
          {t('dispatch.plan.computing')}
        </p>
      ) : version.changes.length === 0 ? (
        <p>{t('dispatch.plan.nothingBetter')}</p>
      ) : (
        <>
          <dl className={styles.costs}>
            <div>
              <dt>{t('dispatch.plan.before')}</dt>
              <dd>{money(version.before)}</dd>
            </div>
            <div>
              <dt>{t('dispatch.plan.after')}</dt>
              <dd>{money(version.after)}</dd>
            </div>
          </dl>
          <ul className={styles.changes}>
            {version.changes.map((change) => (
              <li key={change.position} data-left={rejected.has(change.position)}>
                <Checkbox isSelected={!rejected.has(change.position)} onChange={() => toggle(change.position)}>
                  <span className={styles.changeTitle}>{`${t(`dispatch.plan.kind.${change.kind}`)} ${change.workOrderNumber}`}</span>
                </Checkbox>
                <button type="button" className={styles.changeMain} onClick={() => onShow(change)}>
                  <span>{[change.customerName, change.subject].filter(Boolean).join(' · ')}</span>
                  <span className={styles.changeWay}>
                    {change.former && <s>{`${crewNames(change.former)} ${dates.time(change.former.startsAt)}`}</s>}
                    {change.former && change.wanted && ' → '}
                    {change.wanted ? <strong>{`${crewNames(change.wanted)} ${dates.time(change.wanted.startsAt)}`}</strong> : <strong>{t('dispatch.plan.toJobs')}</strong>}
                  </span>
                </button>
                {change.reasons.length > 0 && (
                  <ul className={shared.findings}>
                    {change.reasons.map((line) => (
                      <li key={line.rule} data-level={line.level} data-hard={line.level === 'HARD' || undefined}>
                        <span className={shared.grow}>{say(line)}</span>
                        {line.level !== 'HARD' && <span className={shared.price}>{numbers.number(line.amount / 100, { maximumFractionDigits: 2 })}</span>}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.buttons}>
        {version.status === 'PROPOSED' && version.changes.length > 0 && (
          <Button kind="primary" isPending={isPending} isDisabled={positions.length === 0} onPress={() => onPublish(positions)}>
            {t(positions.length === version.changes.length ? 'dispatch.plan.takeAll' : 'dispatch.plan.takeSome', { count: positions.length })}
          </Button>
        )}
        <Button onPress={onDiscard}>{t(version.changes.length === 0 && version.status === 'PROPOSED' ? 'common.close' : 'dispatch.plan.discard')}</Button>
      </div>
    </aside>
  );
}

interface VersionsProps {
  versions: readonly PlanVersion[];
  onUndo: (version: PlanVersion) => void;
  onClose: () => void;
}

/** What was planned that day, by whom and why; the one in force can be taken back. */
export function Versions({ versions, onUndo, onClose }: VersionsProps) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  return (
    <aside className={styles.detail} aria-label={t('dispatch.plan.versions')}>
      <div className={styles.detailHead}>
        <h2>{t('dispatch.plan.versions')}</h2>
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {versions.length === 0 && <p className={styles.quiet}>{t('dispatch.plan.noVersions')}</p>}
      <ol className={styles.changes}>
        {versions.map((version) => (
          <li key={version.id}>
            <p className={styles.tags}>
              <HistoryIcon size={14} />
              <strong>{version.number ? t('dispatch.plan.version', { number: version.number }) : t(`dispatch.plan.status.${version.status}`)}</strong>
              <span>{t(`dispatch.plan.cause.${version.cause}`, { note: version.note })}</span>
            </p>
            <p className={styles.quiet}>
              {[
                version.decidedAt ? dates.dateTime(version.decidedAt) : '',
                version.decidedBy ?? '',
                `${numbers.number((version.before.money + version.before.preference) / 100, { maximumFractionDigits: 0 })} → ${numbers.number((version.after.money + version.after.preference) / 100, { maximumFractionDigits: 0 })}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className={styles.quiet}>{t('dispatch.plan.made', { iterations: version.iterations, seed: version.seed, policy: version.policyVersion })}</p>
            {version.mayUndo && version.cause !== 'UNDO' && (
              <Button icon={UndoIcon} onPress={() => onUndo(version)}>
                {t('dispatch.plan.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </aside>
  );
}

import { useText } from '@firstfix/i18n';
import { SlaRing } from '@firstfix/ui';
import { memo } from 'react';
import { AppLink } from '../../../shell/AppLink.tsx';
import type { Board } from '../data.ts';
import styles from './BoardPage.module.css';

interface AtRiskLaneProps {
  rows: Board['atRisk'];
  hasMore: boolean;
  /** Chooses what is on this board; the others lead to their case. Must be stable, like everything here: the board changes often, the lane seldom. */
  onChoose: (workOrder: string) => void;
  /** The work orders of the lane that are on this board, in one text. */
  known: string;
}

/** What breaks its promise within two hours, and what has; always in sight. */
export const AtRiskLane = memo(function AtRiskLane({ rows, hasMore, onChoose, known }: AtRiskLaneProps) {
  const t = useText();
  const onBoard = new Set(known.split(' '));
  return (
    <section className={styles.lane} aria-label={t('dispatch.board.atRisk')}>
      <h2 className={styles.laneTitle} data-alarm={rows.length > 0}>
        {t('dispatch.board.atRiskCount', { count: rows.length, more: hasMore ? 'yes' : 'no' })}
      </h2>
      {rows.length === 0 ? (
        <span className={styles.quiet}>{t('dispatch.board.nothingAtRisk')}</span>
      ) : (
        <ul className={styles.laneList}>
          {rows.map((row) => {
            const words = (
              <>
                <span>{row.caseNumber}</span>
                <span className={styles.laneWhat}>{t(`sla.milestone.${row.milestone}`)}</span>
                <SlaRing due={row.dueAt} isAtRisk />
              </>
            );
            return (
              <li key={`${row.caseId} ${row.milestone}`} data-missed={row.band === 'MISSED'}>
                {row.workOrderNumber && onBoard.has(row.workOrderNumber) ? (
                  <button type="button" className={styles.chip} title={`${row.subject} · ${row.customerName}`} onClick={() => row.workOrderNumber && onChoose(row.workOrderNumber)}>
                    {words}
                  </button>
                ) : (
                  <AppLink className={styles.chip} href={`/cases/${row.caseNumber}`}>
                    {words}
                  </AppLink>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
});

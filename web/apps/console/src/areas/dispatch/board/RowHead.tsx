import { useDates, useText } from '@firstfix/i18n';
import { PhoneSilentIcon } from '@firstfix/ui/icons';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Board } from '../data.ts';
import styles from './BoardPage.module.css';

/** Who it is, what he can do, and how full his day is. */
export function RowHead({ row, skillNames }: { row: Board['rows'][number] | undefined; skillNames: ReadonlyMap<string, string> }) {
  const t = useText();
  const dates = useDates();
  if (!row) return null;
  const share = row.shiftMinutes > 0 ? row.workMinutes / row.shiftMinutes : row.workMinutes > 0 ? 1 : 0;
  const absence = row.absences[0];
  const hours = (minutes: number) => (minutes / 60).toFixed(1);
  return (
    <>
      <span className={styles.who}>
        <EngineerLink code={row.code}>{row.name}</EngineerLink>
        {row.silentSince ? (
          <span className={styles.silent}>
            <PhoneSilentIcon size={12} /> {t('dispatch.board.silentSince', { at: dates.time(row.silentSince) })}
          </span>
        ) : (
          <span className={styles.skills} title={row.contractor?.company}>
            {row.contractor && `${t('dispatch.contractor')} `}
            {row.skills.map((skill) => skillNames.get(skill.code) ?? skill.code).join(' ')}
          </span>
        )}
      </span>
      <span className={styles.load} data-full={share > 1}>
        {row.shifts.length === 0 && row.bars.length === 0 ? (
          <span>{absence ? t(`dispatch.absence.${absence.reason}`) : t('dispatch.noShift')}</span>
        ) : (
          <>
            <span className={styles.loadText}>
              {row.shiftMinutes > 0 ? t('dispatch.board.load', { work: hours(row.workMinutes), shift: hours(row.shiftMinutes) }) : t('dispatch.board.standby', { work: hours(row.workMinutes) })}
            </span>
            {row.shiftMinutes > 0 && (
              <span className={styles.meter} aria-hidden="true">
                <span style={{ width: `${Math.min(100, Math.round(share * 100))}%` }} />
              </span>
            )}
          </>
        )}
      </span>
    </>
  );
}

/** A plain link: rows come and go while one scrolls, and a link that watches hands, keys and focus is most of what a row costs. */
export function EngineerLink({ code, children }: { code: string; children: ReactNode }) {
  const router = useRouter();
  const href = `/engineers/${code}`;
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
}

import { useText } from '@firstfix/i18n';
import { IconButton, Popover, StatusTag } from '@firstfix/ui';
import { AlertIcon, DepotIcon, HourglassIcon, InfoIcon, PartsIcon, PhoneSilentIcon, PinIcon, WarningIcon } from '@firstfix/ui/icons';
import type { ReactNode } from 'react';
import { visitTone, type VisitStatus } from '../data.ts';
import styles from './Legend.module.css';

const states: VisitStatus[] = ['BOOKED', 'ACCEPTED', 'TRAVELLING', 'ON_SITE', 'DONE'];

function Sign({ children, words }: { children: ReactNode; words: string }) {
  return (
    <li>
      <span className={styles.sign} aria-hidden="true">
        {children}
      </span>
      <span>{words}</span>
    </li>
  );
}

function Ring({ band }: { band: 'ok' | 'risk' | 'breached' }) {
  return (
    <svg width="14" height="14" viewBox="0 0 12 12" className={styles[band]} focusable="false">
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeOpacity="0.3" strokeWidth="2" />
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray={`${{ ok: 20, risk: 6, breached: 28.3 }[band]} 28.3`} transform="rotate(-90 6 6)" />
    </svg>
  );
}

/** What colours, hatching, rings and signs mean. */
export function Legend({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const t = useText();
  return (
    <Popover
      label={t('dispatch.legend')}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={<IconButton icon={InfoIcon} label={t('dispatch.legend')} outlined />}
    >
      <div className={styles.legend}>
        <section>
          <h3>{t('dispatch.legend.states')}</h3>
          <ul>
            {states.map((state) => (
              <li key={state}>
                <StatusTag tone={visitTone[state]}>{t(`dispatch.visit.${state}`)}</StatusTag>
              </li>
            ))}
            <li>
              <StatusTag tone="breached">{t('dispatch.board.orphaned')}</StatusTag>
            </li>
          </ul>
        </section>
        <section>
          <h3>{t('dispatch.legend.grounds')}</h3>
          <ul>
            {(['shift', 'standby', 'overtime', 'absence', 'break', 'travel', 'candidate', 'proposal', 'now'] as const).map((kind) => (
              <Sign key={kind} words={t(`dispatch.legend.${kind}`)}>
                <span className={styles.ground} data-kind={kind} />
              </Sign>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('dispatch.legend.signs')}</h3>
          <ul>
            <Sign words={t('dispatch.legend.ringOk')}><Ring band="ok" /></Sign>
            <Sign words={t('dispatch.legend.ringRisk')}><Ring band="risk" /></Sign>
            <Sign words={t('dispatch.legend.ringBreached')}><Ring band="breached" /></Sign>
            <Sign words={t('dispatch.legend.pin')}><PinIcon /></Sign>
            <Sign words={t('dispatch.legend.parts')}><PartsIcon /></Sign>
            <Sign words={t('dispatch.legend.pickUp')}><DepotIcon className={styles.depot} /></Sign>
            <Sign words={t('dispatch.legend.waiting')}><HourglassIcon /></Sign>
            <Sign words={t('dispatch.legend.orphaned')}><AlertIcon /></Sign>
            <Sign words={t('dispatch.legend.silent')}><PhoneSilentIcon /></Sign>
            <Sign words={t('dispatch.legend.late')}><WarningIcon /></Sign>
          </ul>
        </section>
      </div>
    </Popover>
  );
}

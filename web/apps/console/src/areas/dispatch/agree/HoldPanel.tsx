import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { useEffect, useEffectEvent, useState } from 'react';
import { countdown, secondsUntil, useAgree, useRelease, type Hold } from './slots.ts';
import { crewNames } from '../data.ts';
import styles from './agree.module.css';

interface HoldPanelProps {
  hold: Hold;
  zone: string;
  onAgreed: () => void;
  onOver: () => void;
}

/** What is kept, for how long still, and the one press that books it. */
export function HoldPanel({ hold, zone, onAgreed, onOver }: HoldPanelProps) {
  const t = useText();
  const dates = useDates(zone);
  const agree = useAgree(onAgreed);
  const release = useRelease();
  const [now, setNow] = useState(() => Date.now());
  const over = useEffectEvent(onOver);
  const left = secondsUntil(hold.expiresAt, now);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) {
      over();
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isOver]);
  const problem = agree.error ?? release.error;
  return (
    <section className={styles.hold} aria-label={t('dispatch.agree.held')}>
      <div className={styles.holdWords}>
        <strong>
          {t('dispatch.agree.heldFor', {
            window: `${dates.weekday(hold.windowStartsAt)} ${dates.time(hold.windowStartsAt)}–${dates.time(hold.windowEndsAt)}`,
            name: crewNames(hold),
          })}
        </strong>
        <span className={styles.quiet}>
          {hold.mine ? t('dispatch.agree.starts', { at: dates.time(hold.startsAt) }) : t('dispatch.agree.heldBy', { name: hold.heldBy })}
          {' · '}
          <span role="timer" aria-live="off">
            {t('dispatch.agree.left', { time: countdown(left) })}
          </span>
        </span>
      </div>
      <div className={styles.holdActions}>
        <Button kind="primary" icon={CheckIcon} autoFocus={hold.mine} isPending={agree.isPending} isDisabled={isOver} onPress={() => agree.mutate(hold)}>
          {t('dispatch.agree.book')}
        </Button>
        <Button kind="quiet" isPending={release.isPending} onPress={() => release.mutate(hold.id)}>
          {t('dispatch.agree.release')}
        </Button>
      </div>
      {problem && (
        <Banner kind="error" title={problem.detail ?? problem.title} isLive>
          {problem.hint}
        </Banner>
      )}
    </section>
  );
}

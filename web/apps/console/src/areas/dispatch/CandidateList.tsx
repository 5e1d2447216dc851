import { useDates, useDurations, useNumbers, useText } from '@firstfix/i18n';
import { Button, StatusTag } from '@firstfix/ui';
import { AlertIcon, CalendarIcon, InfoIcon, StarIcon } from '@firstfix/ui/icons';
import type { RefObject } from 'react';
import { crewNames, useLine, useRelaxation, type Candidate } from './data.ts';
import styles from './dispatch.module.css';

interface CandidateListProps {
  /** As the server ranked them; this order is never changed here. */
  candidates: readonly Candidate[];
  onAssign?: (candidate: Candidate) => void;
  onOther?: (candidate: Candidate) => void;
  /** Engineer whose booking is under way. */
  pending?: string;
  firstButton?: RefObject<HTMLButtonElement | null>;
  /** How many of those who cannot go are shown at once. */
  mostImpossible?: number;
}

/** Who can go, the best first, with the price and why; then who cannot, and what stands in the way. */
export function CandidateList({ candidates, onAssign, onOther, pending, firstButton, mostImpossible = 12 }: CandidateListProps) {
  const t = useText();
  const possible = candidates.filter((one) => one.verdict !== 'IMPOSSIBLE');
  const impossible = candidates.filter((one) => one.verdict === 'IMPOSSIBLE');
  return (
    <>
      <h3 className={styles.sideTitle}>{t('dispatch.candidates')}</h3>
      <ol className={styles.candidates}>
        {possible.slice(0, 20).map((candidate, index) => (
          <li key={candidate.engineerCode} className={styles.candidate} data-best={index === 0}>
            <Head candidate={candidate} />
            <Reasons candidate={candidate} />
            {onAssign && (
              <div className={styles.candidateActions}>
                <Button
                  kind={index === 0 ? 'primary' : 'secondary'}
                  onPress={() => onAssign(candidate)}
                  isPending={pending === candidate.engineerCode}
                  keys={index < 3 ? String(index + 1) : undefined}
                  ref={index === 0 ? firstButton : undefined}
                >
                  {t('dispatch.assign', { name: crewNames(candidate) })}
                </Button>
                {onOther && (
                  <Button kind="quiet" onPress={() => onOther(candidate)}>
                    {t('dispatch.otherTime')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {possible.length === 0 && <p className={styles.quiet}>{t('dispatch.nobodyFits')}</p>}
      {impossible.length > 0 && (
        <>
          <h3 className={styles.sideTitle}>{t('dispatch.notPossible')}</h3>
          <ul className={styles.candidates}>
            {impossible.slice(0, mostImpossible).map((candidate) => (
              <li key={candidate.engineerCode} className={styles.impossible}>
                <div className={styles.candidateHead}>
                  <span className={styles.grow}>{candidate.engineerName}</span>
                  {onOther && (
                    <Button kind="quiet" icon={CalendarIcon} onPress={() => onOther(candidate)}>
                      {t('dispatch.otherTime')}
                    </Button>
                  )}
                </div>
                <Reasons candidate={candidate} />
              </li>
            ))}
          </ul>
          {impossible.length > mostImpossible && <p className={styles.quiet}>{t('dispatch.moreImpossible', { count: impossible.length - mostImpossible })}</p>}
        </>
      )}
    </>
  );
}

function Head({ candidate }: { candidate: Candidate }) {
  const t = useText();
  const dates = useDates();
  const durations = useDurations();
  const numbers = useNumbers();
  const more = candidate.moreThanBest.money + candidate.moreThanBest.preference;
  return (
    <>
      <div className={styles.candidateHead}>
        <span className={styles.rank}>{candidate.rank}</span>
        <span className={styles.grow}>
          <strong>{crewNames(candidate)}</strong>
          {candidate.dedicated && (
            <span className={styles.dedicated}>
              <StarIcon size={12} /> {t(`dispatch.dedicated.${candidate.dedicated}`)}
            </span>
          )}
        </span>
        <span className={styles.when}>{candidate.startsAt && dates.dateTime(candidate.startsAt)}</span>
      </div>
      <p className={styles.quiet}>
        {[
          t('dispatch.way', { time: durations.full(candidate.travelMinutes * 60) }),
          candidate.contractor ? t('dispatch.contractorOf', { company: candidate.contractor }) : '',
          candidate.skillLevel > 0 ? t('dispatch.level', { level: candidate.skillLevel }) : '',
          more > 0 ? t('dispatch.moreThanBest', { price: numbers.number(more / 100, { maximumFractionDigits: 2 }) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        {candidate.verdict === 'LATE' && <StatusTag tone="breached">{t('dispatch.tooLate')}</StatusTag>}
      </p>
    </>
  );
}

/** Every reason in a line, first what stands in the way, with the smallest thing that would have to be allowed. */
export function Reasons({ candidate }: { candidate: Candidate }) {
  const say = useLine();
  const relax = useRelaxation();
  const t = useText();
  const numbers = useNumbers();
  if (candidate.reasons.length + candidate.obstacles.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {candidate.obstacles.map((line) => (
        <li key={`${line.rule}:${line.textEn}`} data-hard="true">
          <AlertIcon size={13} />
          <span>
            {say(line)}
            {relax(line) && <span className={styles.relax}>{t('dispatch.possibleIf', { what: relax(line) })}</span>}
          </span>
        </li>
      ))}
      {candidate.verdict !== 'IMPOSSIBLE' &&
        candidate.reasons.map((line) => (
          <li key={`${line.rule}:${line.textEn}`} data-level={line.level}>
            <InfoIcon size={13} />
            <span className={styles.grow}>{say(line)}</span>
            <span className={styles.price}>{numbers.number(line.amount / 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
          </li>
        ))}
    </ul>
  );
}

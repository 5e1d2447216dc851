import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../../shell/AppLink.tsx';
import { Page } from '../../../shell/Page.tsx';
import { useLine, useName } from '../data.ts';
import { Changes } from './Changes.tsx';
import { SwitchOnDialog } from './SwitchOnDialog.tsx';
import { plain, policyQuery, trialQuery, type Outcome, type Trial } from './data.ts';
import styles from './policy.module.css';

const route = getRouteApi('/signed-in/shell/board/trials/$id');

/** What a policy would have changed on days that are over. */
export function TrialPage() {
  const t = useText();
  const name = useName();
  const dates = useDates();
  const { id } = route.useParams();
  const trial = useQuery(trialQuery(id));
  const unit = trial.data?.unit.code;
  const view = useQuery({ ...policyQuery(unit ?? ''), enabled: unit !== undefined });
  const [isDeciding, setDeciding] = useState(false);
  if (!trial.data) return <Page title={t('dispatch.trial')}>{trial.error ? <ErrorState error={trial.error} onRetry={() => void trial.refetch()} /> : <Skeleton lines={10} height={20} />}</Page>;
  const shown = trial.data;
  const mayDecide = view.data?.actions.includes('DECIDE') ?? false;
  return (
    <Page
      title={t('dispatch.trial.of', { unit: name(shown.branch), days: t('dispatch.trial.days', { from: dates.day(shown.firstDay), until: dates.day(shown.lastDay) }) })}
      note={<StatusTag tone={shown.status === 'READY' ? 'done' : shown.status === 'FAILED' ? 'breached' : 'waiting'}>{t(`dispatch.trial.status.${shown.status}`)}</StatusTag>}
      actions={
        <>
          <AppLink href={`/board/policy?unit=${shown.unit.code}&trial=${shown.id}`}>{t('dispatch.trial.goOn')}</AppLink>
          {mayDecide && shown.status === 'READY' && shown.stillSpeaks && (
            <Button kind="primary" onPress={() => setDeciding(true)}>
              {t('dispatch.weigh.switchOn')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        {shown.status === 'COMPUTING' && (
          <p role="status" className={styles.progress}>
            <progress max={shown.daysWanted} value={shown.days.length} aria-label={t('dispatch.trial.progress', { done: shown.days.length, days: shown.daysWanted })} />
            {t('dispatch.trial.progress', { done: shown.days.length, days: shown.daysWanted })}
          </p>
        )}
        {shown.status === 'FAILED' && <Banner kind="error" title={t('dispatch.trial.failed')}>{shown.failure || t('dispatch.trial.givenUp')}</Banner>}
        {shown.status === 'READY' && !shown.stillSpeaks && <Banner kind="warning" title={t('dispatch.trial.overtaken', { version: shown.comparedWith })} />}
        <Card title={t('dispatch.trial.whatWasTried')} note={[shown.note, shown.requestedBy, dates.dateTime(shown.requestedAt)].filter(Boolean).join(' · ')}>
          {shown.changes.length === 0 ? <p className={styles.why}>{t('dispatch.trial.noChanges')}</p> : <Changes changes={shown.changes} />}
        </Card>
        <Card title={t('dispatch.trial.result')} note={t('dispatch.trial.resultNote')}>
          {shown.days.length === 0 ? shown.status !== 'COMPUTING' && <EmptyState title={t('dispatch.trial.noDays')} /> : <Result trial={shown} />}
        </Card>
        <Examples trial={shown} />
        <p className={styles.why}>{t('dispatch.trial.leftOut')}</p>
      </div>
      {isDeciding && view.data && <SwitchOnDialog unit={shown.unit} version={view.data.version} policy={plain(shown.policy)} onClose={() => setDeciding(false)} />}
    </Page>
  );
}

const measures = ['lateCents', 'lateVisits', 'travelMinutes', 'overtimeMinutes', 'ownEngineer', 'undone'] as const;
type Measure = (typeof measures)[number];

function Result({ trial }: { trial: Trial }) {
  const t = useText();
  const dates = useDates();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="group" tabIndex={0} aria-label={t('dispatch.trial.result')}>
      <table className={styles.result}>
        <thead>
          <tr>
            <th scope="col">{t('dispatch.trial.day')}</th>
            <th scope="col">{t('dispatch.trial.visits')}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {t(`dispatch.trial.measure.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trial.days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{dates.day(day.day)}</th>
              <td>
                {day.visits}
                {day.cameUp > 0 && <span className={styles.was}>{t('dispatch.trial.cameUp', { count: day.cameUp })}</span>}
              </td>
              <Cells inForce={day.inForce} onTrial={day.onTrial} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('dispatch.trial.sum')}</th>
            <td>{trial.days.reduce((sum, day) => sum + day.visits, 0)}</td>
            <Cells inForce={trial.inForce} onTrial={trial.onTrial} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The policy in force, an arrow, the one on trial; better and worse are said by colour, sign and words. */
function Cells({ inForce, onTrial }: { inForce: Outcome; onTrial: Outcome }) {
  const t = useText();
  const numbers = useNumbers();
  const say = (measure: Measure, value: number) => {
    if (measure === 'lateCents') return numbers.money(value / 100, 'CNY');
    if (measure === 'travelMinutes') return t('dispatch.trial.hours', { hours: numbers.number(value / 60, { maximumFractionDigits: 1 }) });
    if (measure === 'overtimeMinutes') return t('dispatch.weigh.minutes', { count: value });
    return numbers.number(value);
  };
  return measures.map((measure) => {
    const more = onTrial[measure] - inForce[measure];
    const isBetter = measure === 'ownEngineer' ? more > 0 : more < 0;
    const sign = more > 0 ? '+' : '−';
    return (
      <td key={measure} data-turn={more === 0 ? undefined : isBetter ? 'better' : 'worse'}>
        {more === 0 ? (
          say(measure, onTrial[measure])
        ) : (
          <>
            <span className={styles.from}>{say(measure, inForce[measure])}</span> → <strong>{say(measure, onTrial[measure])}</strong>
            <span className={styles.turn}>{t(isBetter ? 'dispatch.trial.better' : 'dispatch.trial.worse', { by: `${sign}${say(measure, Math.abs(more))}` })}</span>
          </>
        )}
        {measure === 'ownEngineer' && <span className={styles.was}>{t('dispatch.trial.ofOwn', { count: inForce.withOwnEngineer })}</span>}
      </td>
    );
  });
}

function Examples({ trial }: { trial: Trial }) {
  const t = useText();
  const dates = useDates();
  const examples = trial.days.flatMap((day) => day.examples.map((example) => ({ ...example, day: day.day }))).slice(0, 12);
  if (trial.days.length === 0) return null;
  return (
    <Card title={t('dispatch.trial.examples')} count={examples.length}>
      {examples.length === 0 ? (
        <p className={styles.why}>{t('dispatch.trial.sameHands')}</p>
      ) : (
        <ul className={styles.examples}>
          {examples.map((example) => (
            <li key={`${example.day} ${example.workOrderNumber}`}>
              <p>
                <AppLink href={`/work-orders/${example.workOrderNumber}`}>{example.workOrderNumber}</AppLink> {example.priority} · {example.subject} · {dates.day(example.day)}
              </p>
              <div className={styles.sides}>
                <Side title={t('dispatch.trial.inForce')} side={example.inForce} />
                <Side title={t('dispatch.trial.onTrial')} side={example.onTrial} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Side({ title, side }: { title: string; side: Trial['days'][number]['examples'][number]['inForce'] }) {
  const t = useText();
  const dates = useDates();
  const say = useLine();
  const numbers = useNumbers();
  return (
    <div>
      <h3>{title}</h3>
      <p>
        <strong>{side.engineerName ?? t('dispatch.trial.nobody')}</strong> {side.startsAt && dates.time(side.startsAt)}
      </p>
      <ul className={styles.reasons}>
        {side.reasons.map((line) => (
          <li key={`${line.rule} ${line.textEn}`}>
            <span>{say(line)}</span>
            <span>{line.level === 'HARD' ? '' : numbers.money(line.amount / 100, 'CNY')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

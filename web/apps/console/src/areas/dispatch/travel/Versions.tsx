import { call, ifMatch, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, Dialog, StatusTag, TextField, toast } from '@firstfix/ui';
import { UndoIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { HOUSE, type Travel, type TravelVersion } from './data.ts';
import styles from './travel.module.css';

const tones = { WAITS: 'waiting', WINS: 'done', LOSES: 'cancelled' } as const;

/** Every profile there was, how it did against the one in force, and the way back to each. */
export function Versions({ view }: { view: Travel }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const [chosen, setChosen] = useState<number | null>(null);
  const may = view.actions.includes('CHOOSE');
  const error = (line: TravelVersion) =>
    line.before && line.after ? t('dispatch.travel.beforeAfter', { before: numbers.number(line.before.meanMinutes, { maximumFractionDigits: 1 }), after: numbers.number(line.after.meanMinutes, { maximumFractionDigits: 1 }) }) : '–';
  const near = (line: TravelVersion) =>
    line.before && line.after ? t('dispatch.travel.beforeAfterShare', { before: numbers.percent(line.before.withinTenMinutes), after: numbers.percent(line.after.withinTenMinutes) }) : '–';
  const takeOver = (number: number) => (
    <Button kind="quiet" icon={UndoIcon} onPress={() => setChosen(number)} aria-label={number === HOUSE ? t('dispatch.travel.chooseHouse') : t('dispatch.travel.choose', { number })}>
      {t('dispatch.travel.take')}
    </Button>
  );
  return (
    <Card title={t('dispatch.travel.versions')} note={t('dispatch.travel.versions.note')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="group" aria-label={t('dispatch.travel.versions')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('dispatch.travel.version')}</th>
              <th scope="col">{t('dispatch.travel.verdict')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.learntFrom')}</th>
              <th scope="col">{t('dispatch.travel.fittedAt')}</th>
              <th scope="col">{t('dispatch.travel.against')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.error.mean')}</th>
              <th scope="col" className={styles.end}>{t('dispatch.travel.error.within')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('dispatch.travel.take')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {view.versions.map((line) => (
              <tr key={line.number} data-chosen={line.chosen || undefined}>
                <th scope="row">{line.number}</th>
                <td>
                  <StatusTag tone={tones[line.verdict]}>{t(`dispatch.travel.verdict.${line.verdict}`)}</StatusTag>
                </td>
                <td className={styles.end}>{numbers.number(line.legs)}</td>
                <td>{dates.dateTime(line.fittedAt)}</td>
                <td>{t('dispatch.travel.againstOn', { against: line.against === HOUSE ? t('dispatch.travel.house') : line.against, count: line.unseenLegs })}</td>
                <td className={styles.end}>{error(line)}</td>
                <td className={styles.end}>{near(line)}</td>
                <td>{line.chosen ? <StatusTag tone="done">{t('dispatch.travel.counts')}</StatusTag> : may && takeOver(line.number)}</td>
              </tr>
            ))}
            <tr data-chosen={view.inForce.number === HOUSE || undefined}>
              <th scope="row">{t('dispatch.travel.house')}</th>
              <td colSpan={6}>{t('dispatch.travel.houseProfile', { minutes: numbers.number(view.house, { maximumFractionDigits: 2 }) })}</td>
              <td>{view.inForce.number === HOUSE ? <StatusTag tone="done">{t('dispatch.travel.counts')}</StatusTag> : may && takeOver(HOUSE)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {chosen !== null && <ChooseDialog view={view} number={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function ChooseDialog({ view, number, onClose }: { view: Travel; number: number; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [held, setHeld] = useState(true);
  const save = useAction({
    touches: [['travel'], ['board'], ['board-suggestions'], ['candidates'], ['days']],
    run: () => call('PUT', `/api/v1/travel/${view.branch.code}`, { headers: ifMatch(`"${view.version}"`), body: { number, held, reason } }),
    onSuccess: () => {
      toast({ kind: 'success', text: number === HOUSE ? t('dispatch.travel.houseInForce') : t('dispatch.travel.inForce', { number }) });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={number === HOUSE ? t('dispatch.travel.chooseHouse') : t('dispatch.travel.choose', { number })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} isDisabled={!reason.trim()} onPress={() => save.mutate()}>
            {t('dispatch.travel.take')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        <p>{t('dispatch.travel.choose.text')}</p>
        <TextField label={t('dispatch.travel.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} isRequired autoFocus maxLength={500} />
        <Checkbox isSelected={held} onChange={setHeld}>{t('dispatch.travel.hold')}</Checkbox>
      </div>
    </Dialog>
  );
}

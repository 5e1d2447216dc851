import { call, ifMatch, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, DateTimeField, Dialog, EmptyState, ErrorState, KeyValueList, NoPermission, Skeleton, StatusTag, Switch, TextField, toast, type Tone } from '@firstfix/ui';
import { EditIcon, LockIcon, SendIcon, UsersIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink, Page, useCan } from '../../index.ts';
import { ExamDialog } from './ExamDialog.tsx';
import { examTones } from './Exams.tsx';
import { Share } from './Share.tsx';
import { engineersQuery, examQuery, useSkills, useTitle, useWords, type ExamSettings, type ExamView, type Item, type Taker } from './data.ts';
import styles from './exam.module.css';

const route = getRouteApi('/signed-in/shell/exams/$code');

type Asks = 'change' | 'open' | 'assign' | 'close';

/** One exam: what it asks, who takes it, and which of its questions are bad. */
export function ExamPage() {
  const t = useText();
  const can = useCan();
  const { code } = route.useParams();
  const title = useTitle();
  const exam = useQuery({ ...examQuery(code), enabled: can('exam.set') });
  const [asks, setAsks] = useState<Asks | null>(null);
  if (!can('exam.set')) return <Page title={code}><NoPermission right="exam.set" /></Page>;
  if (exam.isError) return <Page title={code}><ErrorState error={exam.error} onRetry={() => void exam.refetch()} /></Page>;
  if (exam.isPending) return <Page title={code}><Skeleton lines={8} height={18} /></Page>;
  const { exam: settings, actions } = exam.data;
  const button = (action: string, ask: Asks, icon: typeof EditIcon, kind?: 'primary') =>
    actions.includes(action) && (
      <Button icon={icon} kind={kind} onPress={() => setAsks(ask)}>
        {t(`exam.action.${ask}`)}
      </Button>
    );
  const close = () => setAsks(null);
  return (
    <Page
      title={title(settings)}
      note={<StatusTag tone={examTones[settings.status]}>{t(`exam.status.${settings.status}`)}</StatusTag>}
      actions={
        <>
          {button('CHANGE', 'change', EditIcon)}
          {button('CLOSE', 'close', LockIcon)}
          {button('ASSIGN', 'assign', UsersIcon, 'primary')}
          {button('OPEN', 'open', SendIcon, 'primary')}
        </>
      }
    >
      <div className={styles.stack}>
        <Figures exam={exam.data} />
        <div className={styles.columns}>
          <div className={styles.stack}>
            <Takers takers={exam.data.takers} />
            <Items items={exam.data.items} />
          </div>
          <Facts exam={settings} />
        </div>
      </div>
      {asks === 'change' && <ExamDialog exam={settings} onClose={close} onSaved={() => undefined} />}
      {asks === 'open' && <OpenDialog exam={settings} onClose={close} />}
      {asks === 'assign' && <AssignDialog exam={settings} onClose={close} />}
      {asks === 'close' && <CloseDialog exam={settings} onClose={close} />}
    </Page>
  );
}

function Figures({ exam: { figures } }: { exam: ExamView }) {
  const t = useText();
  const numbers = useNumbers();
  return (
    <div className={styles.figures}>
      <div className={styles.figure}>
        <strong>{numbers.number(figures.waiting)}</strong>
        {t('exam.waiting')}
      </div>
      <div className={styles.figure}>
        <strong>{numbers.number(figures.takers)}</strong>
        {t('exam.takers')}
      </div>
      <div className={styles.figure}>
        <strong>{numbers.number(figures.passed)}</strong>
        {t('exam.passed')}
      </div>
      {figures.takers > 0 && (
        <div className={styles.figure}>
          <Share right={figures.passed} count={figures.takers} interval={figures.passInterval} />
          {t('exam.passShare')}
        </div>
      )}
    </div>
  );
}

function Facts({ exam }: { exam: ExamSettings }) {
  const t = useText();
  const { nameOf } = useSkills();
  const { drawing } = exam;
  return (
    <Card title={t('exam.facts')}>
      <KeyValueList
        items={[
          { label: t('exam.field.code'), value: exam.code },
          { label: t('exam.certifies'), value: t('exam.skillLevel', { skill: nameOf(exam.skill), level: exam.level }) },
          { label: t('exam.field.passPercent'), value: `${exam.passPercent} %` },
          { label: t('exam.field.minutes'), value: exam.minutes },
          { label: t('exam.field.attemptsAllowed'), value: exam.attemptsAllowed },
          { label: t('exam.field.waitHours'), value: exam.waitHours },
          { label: t('exam.field.validityMonths'), value: exam.validityMonths ?? t('exam.validAlways') },
          { label: t('exam.field.renewDays'), value: exam.renewDays },
          { label: t('exam.field.drawing'), value: drawing.fixed.length > 0 ? t('exam.drawing.fixedCount', { count: drawing.fixed.length }) : t('exam.drawing.counts', { easy: drawing.easy, medium: drawing.medium, hard: drawing.hard }) },
        ]}
      />
    </Card>
  );
}

export const takerTones: Record<Taker['status'], Tone> = { OPEN: 'waiting', PASSED: 'done', FAILED: 'breached', WITHDRAWN: 'cancelled' };

function Takers({ takers }: { takers: Taker[] }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  return (
    <Card title={t('exam.takersTitle')} count={takers.length}>
      {takers.length === 0 ? (
        <EmptyState icon={UsersIcon} title={t('exam.noTakers')} text={t('exam.noTakersText')} />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('exam.engineer')}</th>
                <th scope="col">{t('exam.state')}</th>
                <th scope="col">{t('exam.due')}</th>
                <th scope="col" className={styles.number}>{t('exam.attempts')}</th>
                <th scope="col" className={styles.number}>{t('exam.points')}</th>
                <th scope="col">{t('exam.validUntil')}</th>
              </tr>
            </thead>
            <tbody>
              {takers.map((taker) => (
                <tr key={taker.assignmentId}>
                  <th scope="row">
                    <AppLink href={`/exams/engineers/${taker.engineerCode}`}>{taker.engineerName}</AppLink>
                    <div className={styles.note}>{taker.engineerCode}</div>
                  </th>
                  <td>
                    <StatusTag tone={taker.overdue ? 'breached' : takerTones[taker.status]}>{t(taker.overdue ? 'exam.overdue' : `exam.taker.${taker.status}`)}</StatusTag>
                    {taker.renews && <div className={styles.note}>{t('exam.renews', { date: dates.date(taker.renews) })}</div>}
                  </td>
                  <td>{dates.dateTime(taker.dueAt)}</td>
                  <td className={styles.number}>{taker.attempts}</td>
                  <td className={styles.number}>{taker.earned != null && taker.possible != null ? `${numbers.number(taker.earned)} / ${numbers.number(taker.possible)}` : '–'}</td>
                  <td>{taker.status === 'PASSED' ? (taker.validUntil ? dates.date(taker.validUntil) : t('exam.validAlways')) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

const findingTones: Record<Item['finding'], Tone> = { TOO_FEW: 'new', GOOD: 'done', TOO_EASY: 'onsite', TOO_HARD: 'waiting', SEPARATES_BADLY: 'breached' };

function Items({ items }: { items: Item[] }) {
  const t = useText();
  const words = useWords();
  const numbers = useNumbers();
  return (
    <Card title={t('exam.items')} note={t('exam.itemsNote')}>
      {items.length === 0 ? (
        <EmptyState title={t('exam.noItems')} />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('exam.question')}</th>
                <th scope="col">{t('exam.shareRight')}</th>
                <th scope="col" className={styles.number}>{t('exam.discrimination')}</th>
                <th scope="col">{t('exam.finding')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={`${item.question}:${item.version}`}>
                  <th scope="row">
                    <AppLink href={`/exams/questions/${item.question}`}>{words(item.text)}</AppLink>
                    <div className={styles.note}>
                      {[`${item.question} · ${t('exam.versionShort', { version: item.version })}`, t(`exam.difficulty.${item.difficulty}`), item.voided && t('exam.voided')].filter(Boolean).join(' · ')}
                    </div>
                  </th>
                  <td>
                    <Share right={item.right} count={item.answers} interval={item.interval} />
                  </td>
                  <td className={styles.number}>{item.discrimination == null ? '–' : numbers.number(Math.round(item.discrimination * 100) / 100)}</td>
                  <td>
                    <StatusTag tone={findingTones[item.finding]}>{t(`exam.finding.${item.finding}`)}</StatusTag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

const inDays = (days: number) => new Date(Math.ceil((Date.now() + days * 86_400_000) / 3_600_000) * 3_600_000).toISOString();

/** Some may not take it or have it already; that is said, not hidden. */
function useTold() {
  const t = useText();
  return (assigned: number, passedOver: string[]) => {
    toast({ kind: 'success', text: t('exam.assignedCount', { count: assigned }) });
    if (passedOver.length > 0) toast({ kind: 'info', text: t('exam.passedOver', { names: passedOver.join(', ') }) });
  };
}

interface AskProps {
  exam: ExamSettings;
  onClose: () => void;
}

function OpenDialog({ exam, onClose }: AskProps) {
  const t = useText();
  const told = useTold();
  const { nameOf } = useSkills();
  const [forAll, setForAll] = useState(true);
  const [dueAt, setDueAt] = useState<string | null>(inDays(14));
  const open = useAction({
    touches: [['exams'], ['exam']],
    run: async (_: void, { headers }) =>
      (await call<{ assigned: number; passedOver: string[] }>('POST', `/api/v1/exams/${exam.code}/open`, { headers: { ...headers, ...ifMatch(`"${exam.version}"`) }, body: { dueAt: forAll ? dueAt : null } })).data,
    onSuccess: ({ assigned, passedOver }) => {
      if (forAll) told(assigned, passedOver);
      else toast({ kind: 'success', text: t('exam.opened', { code: exam.code }) });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('exam.action.open')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={open.isPending} onPress={() => open.mutate()}>
            {t('exam.action.open')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {open.error && <Banner kind="error" isLive title={open.error.detail ?? open.error.title}>{open.error.hint}</Banner>}
        <Switch isSelected={forAll} onChange={setForAll} hint={t('exam.open.allHint')}>
          {t('exam.open.all', { skill: nameOf(exam.skill) })}
        </Switch>
        {forAll && <DateTimeField label={t('exam.due')} value={dueAt} onChange={setDueAt} error={open.error?.at('dueAt')} isRequired />}
      </div>
    </Dialog>
  );
}

function AssignDialog({ exam, onClose }: AskProps) {
  const t = useText();
  const told = useTold();
  const { nameOf } = useSkills();
  const engineers = useQuery(engineersQuery());
  const [chosen, setChosen] = useState<string[]>([]);
  const [dueAt, setDueAt] = useState<string | null>(inDays(14));
  const [reason, setReason] = useState('');
  const assign = useAction({
    touches: [['exams'], ['exam'], ['exam-engineers']],
    run: async (_: void, { headers }) =>
      (await call<{ assigned: number; passedOver: string[] }>('POST', `/api/v1/exams/${exam.code}/assignments`, { headers, body: { engineers: chosen, dueAt, reason } })).data,
    onSuccess: ({ assigned, passedOver }) => {
      told(assigned, passedOver);
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={t('exam.action.assign')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={assign.isPending} isDisabled={chosen.length === 0 || !dueAt} onPress={() => assign.mutate()}>
            {t('exam.assignTo', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {assign.error && <Banner kind="error" isLive title={assign.error.detail ?? assign.error.title}>{assign.error.hint}</Banner>}
        <DateTimeField label={t('exam.due')} value={dueAt} onChange={setDueAt} error={assign.error?.at('dueAt')} isRequired />
        <TextField label={t('exam.reason')} value={reason} onChange={setReason} maxLength={1000} />
        {engineers.isPending && <Skeleton lines={6} />}
        {engineers.isError && <ErrorState error={engineers.error} onRetry={() => void engineers.refetch()} />}
        <div className={styles.form} role="group" aria-label={t('exam.engineer')}>
          {engineers.data?.map((engineer) => (
            <Checkbox key={engineer.code} isSelected={chosen.includes(engineer.code)} onChange={(on) => setChosen(on ? [...chosen, engineer.code] : chosen.filter((code) => code !== engineer.code))}>
              {engineer.name} <span className={styles.note}>{engineer.skills.map((skill) => t('exam.skillLevel', { skill: nameOf(skill.skill), level: skill.level })).join(', ')}</span>
            </Checkbox>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function CloseDialog({ exam, onClose }: AskProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const close = useAction({
    touches: [['exams'], ['exam']],
    run: (_: void, { headers }) => call('POST', `/api/v1/exams/${exam.code}/close`, { headers: { ...headers, ...ifMatch(`"${exam.version}"`) }, body: { reason } }),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('exam.action.close')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" isPending={close.isPending} onPress={() => close.mutate()}>
            {t('exam.action.close')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('exam.close.text')}</p>
        {close.error && !close.error.at('reason') && <Banner kind="error" isLive title={close.error.detail ?? close.error.title}>{close.error.hint}</Banner>}
        <TextField label={t('exam.reason')} value={reason} onChange={setReason} error={close.error?.at('reason')} isRequired maxLength={1000} autoFocus />
      </div>
    </Dialog>
  );
}

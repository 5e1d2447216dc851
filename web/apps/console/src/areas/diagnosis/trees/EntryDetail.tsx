import { call, ifMatch, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Dialog, ErrorState, KeyValueList, Skeleton, StatusTag, TextField, Timeline, toast } from '@firstfix/ui';
import { EditIcon, HistoryIcon, UndoIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EntryForm } from './EntryForm.tsx';
import { entriesQuery, historyQuery, MOST_CASES, useTitle, type Entry, type State, type Tab } from './data.ts';
import { useFact, useFacts } from './facts.tsx';
import styles from './trees.module.css';

interface Props {
  tab: Tab;
  entry: Entry;
  onShow: (tab: Tab, code: string) => void;
}

/** One entry: both languages side by side, what it is used for, what it lacks, and what it was before. */
export function EntryDetail({ tab, entry, onShow }: Props) {
  const t = useText();
  const title = useTitle();
  const [editing, setEditing] = useState(false);
  const facts = useFacts(tab, entry);
  if (editing) return <EntryForm tab={tab} entry={entry} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />;
  return (
    <div className={styles.detail}>
      <Card
        title={title(entry)}
        note={entry.code}
        actions={
          entry.actions.includes('CHANGE') && (
            <Button icon={EditIcon} onPress={() => setEditing(true)}>
              {t('trees.change')}
            </Button>
          )
        }
      >
        <div className={styles.stack}>
          <div className={styles.tags}>
            <StatusTag tone={entry.active ? 'done' : 'cancelled'}>{t(entry.active ? 'trees.inUse' : 'trees.retired')}</StatusTag>
            {entry.group && <StatusTag tone="new">{t('trees.group')}</StatusTag>}
            <Usage tab={tab} entry={entry} />
          </div>
          {entry.active && entry.lacks.map((lack) => <Banner key={lack} kind="warning" title={t(`trees.lack.${lack}`)} />)}
          <Words entry={entry} />
          <KeyValueList items={facts} />
        </div>
      </Card>
      {tab === 'causes' && !entry.group && <About cause={entry.code} onShow={onShow} />}
      <History tab={tab} entry={entry} />
    </div>
  );
}

/** The same words in both languages, beside each other. */
function Words({ entry }: { entry: Entry }) {
  const t = useText();
  const pairs = [
    [entry.nameZh, entry.nameEn],
    [entry.wordsZh, entry.wordsEn],
    [entry.questionZh, entry.questionEn],
    [entry.howZh, entry.howEn],
  ].filter(([zh, en]) => zh || en);
  return (
    <div className={styles.languages}>
      {(['zh-CN', 'en'] as const).map((language, side) => (
        <div key={language} className={styles.language}>
          <h3>{t(`trees.language.${language}`)}</h3>
          {pairs.map((pair, row) => (
            <p key={row} lang={language} data-missing={!pair[side]}>
              {pair[side] || t('trees.missing')}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

function Usage({ tab, entry }: { tab: Tab; entry: Entry }) {
  const t = useText();
  const numbers = useNumbers();
  const many = tab === 'symptoms' && (entry.cases ?? 0) >= MOST_CASES;
  if (tab === 'symptoms' && !entry.group) return <span className={styles.note}>{many ? t('trees.reportedOften', { count: numbers.number(MOST_CASES) }) : t('trees.reported', { count: entry.cases ?? 0 })}</span>;
  if (tab === 'causes' && !entry.group) return <span className={styles.note}>{t('trees.found', { count: entry.cases ?? 0 })}</span>;
  if (tab === 'checks') return <span className={styles.note}>{t('trees.answered', { count: entry.answered ?? 0 })}</span>;
  return null;
}

/** What else speaks of the cause. */
function About({ cause, onShow }: { cause: string; onShow: (tab: Tab, code: string) => void }) {
  const t = useText();
  const title = useTitle();
  const lists = {
    remedies: useQuery(entriesQuery('remedies')).data?.filter((one) => one.causes?.includes(cause)),
    'fault-lines': useQuery(entriesQuery('fault-lines')).data?.filter((one) => one.causeCode === cause),
    checks: useQuery(entriesQuery('checks')).data?.filter((one) => one.signs?.some((sign) => sign.causeCode === cause)),
  };
  return (
    <Card title={t('trees.about')}>
      <div className={styles.about}>
        {(['remedies', 'fault-lines', 'checks'] as const).map((tab) => (
          <section key={tab}>
            <h3>{t(`trees.tab.${tab}`)}</h3>
            {lists[tab] === undefined ? (
              <Skeleton lines={2} />
            ) : lists[tab].length === 0 ? (
              <p className={styles.note}>{t('trees.none')}</p>
            ) : (
              <ul>
                {lists[tab].map((one) => (
                  <li key={one.code}>
                    <button type="button" className={styles.link} onClick={() => onShow(tab, one.code)}>
                      {title(one)}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Card>
  );
}

/** Every state it ever had, the newest first. */
function History({ tab, entry }: { tab: Tab; entry: Entry }) {
  const t = useText();
  const history = useQuery(historyQuery(tab, entry.code));
  const [back, setBack] = useState<State | null>(null);
  return (
    <Card title={t('trees.history')}>
      {history.isError ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : history.isPending ? (
        <Skeleton lines={4} />
      ) : (
        <Timeline
          label={t('trees.history')}
          moments={history.data.map((state) => ({
            id: String(state.version),
            at: state.changedAt,
            icon: HistoryIcon,
            title: t('trees.version', { version: state.version + 1, who: state.changedBy }),
            body: <StateBody state={state} canBring={entry.actions.includes('CHANGE') && state.version !== entry.version} onBring={() => setBack(state)} />,
          }))}
        />
      )}
      {back && <BringBack tab={tab} entry={entry} state={back} onClose={() => setBack(null)} />}
    </Card>
  );
}

function StateBody({ state, canBring, onBring }: { state: State; canBring: boolean; onBring: () => void }) {
  const t = useText();
  const fact = useFact();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.state}>
      {state.reason && <p>{t('trees.because', { reason: state.reason })}</p>}
      {state.changes.length > 0 && (
        <ul>
          {state.changes.map((change) => (
            <li key={change.field}>
              {t(`trees.field.${change.field}`)}: <del>{fact(change.field, change.before) || t('trees.nothingThere')}</del> → <ins>{fact(change.field, change.after) || t('trees.nothingThere')}</ins>
            </li>
          ))}
        </ul>
      )}
      {open && <KeyValueList items={state.facts.map(({ field, value }) => ({ label: t(`trees.field.${field}`), value: fact(field, value) }))} />}
      <div className={styles.tags}>
        <button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'trees.hideState' : 'trees.showState', { version: state.version + 1 })}
        </button>
        {canBring && (
          <Button kind="quiet" icon={UndoIcon} onPress={onBring} aria-label={t('trees.bringBackOf', { version: state.version + 1 })}>
            {t('trees.bringBack')}
          </Button>
        )}
      </div>
    </div>
  );
}

function BringBack({ tab, entry, state, onClose }: { tab: Tab; entry: Entry; state: State; onClose: () => void }) {
  const t = useText();
  const dates = useDates();
  const [reason, setReason] = useState('');
  const bring = useAction({
    touches: [['trees'], ['causes'], ['symptoms']],
    run: (_: void, { headers }) =>
      call('POST', `/api/v1/trees/${tab}/${encodeURIComponent(entry.code)}/bring-back`, { headers: { ...headers, ...ifMatch(`"${entry.version}"`) }, body: { version: state.version, reason } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('trees.broughtBack', { version: state.version + 1 }) });
      onClose();
    },
  });
  const problem = bring.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('trees.bringBackOf', { version: state.version + 1 })}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={bring.isPending} onPress={() => bring.mutate()}>
            {t('trees.bringBack')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && <Banner kind="error" isLive title={problem.errors[0]?.message ?? problem.detail ?? problem.title}>{problem.hint}</Banner>}
        <p>{t('trees.bringBackText', { when: dates.dateTime(state.changedAt), who: state.changedBy })}</p>
        <TextField label={t('trees.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} isRequired autoFocus maxLength={1000} />
      </div>
    </Dialog>
  );
}


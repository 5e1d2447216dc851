import { call, useAction, usePages } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Skeleton, StatusTag, toast } from '@firstfix/ui';
import { RefreshIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { CarryingPolicy } from './CarryingPolicy.tsx';
import { causesQuery, symptomsQuery, useNameOfCode, type HonestShare } from './data.ts';
import { Share } from './Share.tsx';
import { SupportNav } from './SupportNav.tsx';
import styles from './prediction.module.css';

interface Changes {
  findings: number;
  newCauses: string[];
  shifts: { symptomCode: string; causeCode: string; before: number; after: number; of: number; insteadOf: string | null }[];
  surprises: { caseNumber: string; causeCode: string; probability: number }[];
  engine: { findings: number; firstRight: HonestShare; firstThree: HonestShare; partsEnough: HonestShare; logLoss: number };
  decision: string;
  duels: number;
  gain: number;
}

interface Report {
  id: string;
  madeAt: string;
  changes: Changes;
}

interface Model {
  number: number;
  status: 'SHADOW' | 'IN_USE' | 'RETIRED';
  tickets: number;
  madeAt: string;
  inUseSince: string | null;
  retiredAt: string | null;
}

const tones = { SHADOW: 'waiting', IN_USE: 'done', RETIRED: 'cancelled' } as const;

/** What each night taught, which model speaks, and what carrying parts is worth. */
export function Learning() {
  const t = useText();
  const can = useCan();
  const reports = usePages<Report>(['learning-reports'], async (cursor, signal) => (await call<{ items: Report[]; nextCursor: string | null }>('GET', '/api/v1/learning-reports', { query: { limit: 20, cursor }, signal })).data);
  const learn = useAction({
    touches: [['learning-reports'], ['diagnosis-models'], ['diagnosis']],
    run: (_: void, { headers }) => call<{ decision: string }>('POST', '/api/v1/learning-reports', { headers, body: {} }),
    onSuccess: (answer) => toast({ kind: 'success', text: t(`diagnosis.decision.${answer.data.decision}`) }),
  });
  return (
    <Page
      title={t('diagnosis.learning')}
      actions={
        can('diagnosis.learn') && (
          <Button icon={RefreshIcon} isPending={learn.isPending} onPress={() => learn.mutate()}>
            {t('diagnosis.learn')}
          </Button>
        )
      }
      bar={<SupportNav here="/learning" />}
    >
      <div className={styles.page}>
        {learn.error && <p role="alert">{learn.error.detail ?? learn.error.title}</p>}
        <div className={styles.columns}>
          <Models />
          <CarryingPolicy />
        </div>
        {reports.error ? (
          <ErrorState error={reports.error} />
        ) : reports.items.length === 0 && !reports.isLoading ? (
          <EmptyState title={t('diagnosis.learning.none')} text={t('diagnosis.learning.none.text')} />
        ) : (
          reports.items.map((report) => <ReportCard key={report.id} report={report} />)
        )}
        {reports.hasMore && (
          <div>
            <Button onPress={() => reports.loadMore?.()}>{t('diagnosis.learning.more')}</Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function Models() {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const models = useQuery({ queryKey: ['diagnosis-models'], queryFn: async ({ signal }) => (await call<{ items: Model[] }>('GET', '/api/v1/diagnosis-models', { signal })).data.items });
  return (
    <Card title={t('diagnosis.models')} note={t('diagnosis.models.note')}>
      {models.isError ? (
        <ErrorState error={models.error} onRetry={() => void models.refetch()} />
      ) : models.isPending ? (
        <Skeleton lines={3} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('diagnosis.model')}</th>
              <th scope="col">{t('diagnosis.model.status')}</th>
              <th scope="col" className={styles.end}>{t('diagnosis.model.tickets')}</th>
              <th scope="col">{t('diagnosis.model.made')}</th>
            </tr>
          </thead>
          <tbody>
            {models.data.slice(0, 8).map((model) => (
              <tr key={model.number}>
                <th scope="row">{model.number}</th>
                <td>
                  <StatusTag tone={tones[model.status]}>{t(`diagnosis.model.${model.status}`)}</StatusTag>
                </td>
                <td className={styles.end}>{numbers.number(model.tickets)}</td>
                <td>{dates.dateTime(model.madeAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function ReportCard({ report }: { report: Report }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const causeName = useNameOfCode(useQuery(causesQuery).data);
  const symptomName = useNameOfCode(useQuery(symptomsQuery).data);
  const { changes } = report;
  return (
    <Card title={dates.dateTime(report.madeAt)} note={t('diagnosis.learning.findings', { count: changes.findings })}>
      <div className={styles.stack}>
        <p>
          {t(`diagnosis.decision.${changes.decision}`)}
          {changes.duels > 0 && <span className={styles.note}> {t('diagnosis.learning.duels', { count: changes.duels, gain: numbers.number(Math.round(changes.gain * 1000) / 1000) })}</span>}
        </p>
        {changes.engine.findings > 0 && (
          <div className={styles.filters}>
            <span>{t('diagnosis.column.engineFirstRight')} <Share of={changes.engine.firstRight} /></span>
            <span>{t('diagnosis.column.firstThree')} <Share of={changes.engine.firstThree} /></span>
            <span>{t('diagnosis.column.partsEnough')} <Share of={changes.engine.partsEnough} /></span>
          </div>
        )}
        {changes.newCauses.length > 0 && <p>{t('diagnosis.learning.newCauses', { causes: changes.newCauses.map(causeName).join(t('diagnosis.and')) })}</p>}
        {changes.shifts.length > 0 && (
          <div>
            <h3>{t('diagnosis.learning.shifts')}</h3>
            <ul className={styles.changes}>
              {changes.shifts.slice(0, 8).map((shift) => (
                <li key={`${shift.symptomCode} ${shift.causeCode}`}>
                  {t('diagnosis.learning.shift', { symptom: symptomName(shift.symptomCode), cause: causeName(shift.causeCode), before: numbers.percent(shift.before), after: numbers.percent(shift.after) })}
                  {shift.insteadOf && <span className={styles.note}> {t('diagnosis.learning.insteadOf', { cause: causeName(shift.insteadOf) })}</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
        {changes.surprises.length > 0 && (
          <div>
            <h3>{t('diagnosis.learning.surprises')}</h3>
            <ul className={styles.changes}>
              {changes.surprises.slice(0, 8).map((surprise) => (
                <li key={surprise.caseNumber}>
                  <AppLink href={`/cases/${surprise.caseNumber}`}>{surprise.caseNumber}</AppLink> {t('diagnosis.learning.surprise', { cause: causeName(surprise.causeCode), probability: numbers.percent(surprise.probability) })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}

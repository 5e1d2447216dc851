import { call, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, KeyValueList, Select, Skeleton, StatusTag, toast } from '@firstfix/ui';
import { CarIcon, RefreshIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../../shell/Page.tsx';
import { ExportMenu } from '../../integration/ExportMenu.tsx';
import { useName } from '../data.ts';
import { BandChart } from './BandChart.tsx';
import { HOUSE, travelQuery, type Fitted, type Travel } from './data.ts';
import { ErrorTables } from './ErrorTables.tsx';
import { Versions } from './Versions.tsx';
import styles from './travel.module.css';

const route = getRouteApi('/signed-in/shell/board/travel');

/** How good the travel times of a branch are, by what engineers really needed, and which profile counts. */
export function TravelPage() {
  const t = useText();
  const name = useName();
  const { branch } = route.useSearch();
  const navigate = route.useNavigate();
  const travel = useQuery(travelQuery(branch));
  const view = travel.data;
  return (
    <Page
      title={t('dispatch.travel')}
      note={view && <InForceTag view={view} />}
      actions={
        view && (
          <>
            {view.branches.length > 1 && (
              <Select
                label={t('dispatch.travel.branch')}
                hideLabel
                options={view.branches.map((one) => ({ id: one.code, label: name(one) }))}
                value={view.branch.code}
                onChange={(next) => void navigate({ search: { branch: next }, replace: true })}
              />
            )}
            <ExportMenu list="travel-legs" query={{ branch: view.branch.code }} />
            {view.actions.includes('FIT') && <FitNow branch={view.branch.code} />}
          </>
        )
      }
    >
      {travel.isError ? <ErrorState error={travel.error} onRetry={() => void travel.refetch()} /> : travel.isPending ? <Skeleton lines={12} /> : <Figures view={travel.data} />}
    </Page>
  );
}

function InForceTag({ view }: { view: Travel }) {
  const t = useText();
  const { number, held } = view.inForce;
  return (
    <>
      <StatusTag tone={number === HOUSE ? 'waiting' : 'done'}>{number === HOUSE ? t('dispatch.travel.houseInForce') : t('dispatch.travel.inForce', { number })}</StatusTag>
      {held && <StatusTag tone="scheduled">{t('dispatch.travel.held')}</StatusTag>}
    </>
  );
}

function FitNow({ branch }: { branch: string }) {
  const t = useText();
  const queries = useQueryClient();
  const fit = useAction({
    touches: [['travel']],
    run: (_: void, { headers }) => call<Fitted>('POST', `/api/v1/travel/${branch}/fits`, { headers, body: {} }),
    onSuccess: (answer) => {
      queries.setQueryData(travelQuery(branch).queryKey, answer.data.travel);
      toast({ kind: 'success', text: t(`dispatch.travel.outcome.${answer.data.outcome}`) });
    },
    onError: (problem) => toast({ kind: 'error', text: problem.detail ?? problem.title }),
  });
  return (
    <Button icon={RefreshIcon} isPending={fit.isPending} onPress={() => fit.mutate()}>
      {t('dispatch.travel.fit')}
    </Button>
  );
}

function Figures({ view }: { view: Travel }) {
  const t = useText();
  if (view.branch.legs === 0) {
    return <EmptyState icon={CarIcon} title={t('dispatch.travel.none')} text={t('dispatch.travel.none.text')} />;
  }
  return (
    <div className={styles.page}>
      {view.inForce.held && <Banner kind="info" title={t('dispatch.travel.heldBy', { who: view.inForce.decidedBy })}>{view.inForce.reason}</Banner>}
      <Tiles view={view} />
      <div className={styles.columns}>
        <Card title={t('dispatch.travel.chart')} note={t(view.unseen ? 'dispatch.travel.basis.unseen' : 'dispatch.travel.basis.all', { count: view.legs })}>
          <BandChart view={view} />
        </Card>
        <Sources view={view} />
      </div>
      <ErrorTables view={view} />
      <Versions view={view} />
    </div>
  );
}

function Tiles({ view }: { view: Travel }) {
  const t = useText();
  const numbers = useNumbers();
  const { now, house } = view.errors;
  const minutes = (value: number, signed = false) => t('dispatch.travel.minutes', { value: numbers.number(value, { maximumFractionDigits: 1, signDisplay: signed ? 'exceptZero' : 'auto' }) });
  const tiles = [
    { id: 'mean', is: now && minutes(now.meanMinutes), was: house && minutes(house.meanMinutes) },
    { id: 'share', is: now && numbers.percent(now.meanShare), was: house && numbers.percent(house.meanShare) },
    { id: 'bias', is: now && minutes(now.biasMinutes, true), was: house && minutes(house.biasMinutes, true) },
    { id: 'within', is: now && numbers.percent(now.withinTenMinutes), was: house && numbers.percent(house.withinTenMinutes) },
  ];
  return (
    <div className={styles.tiles}>
      {tiles.map((tile) => (
        <article key={tile.id} className={styles.tile} aria-label={t(`dispatch.travel.error.${tile.id}`)}>
          <h2>{t(`dispatch.travel.error.${tile.id}`)}</h2>
          <p className={styles.figure}>{tile.is ?? '–'}</p>
          {view.inForce.number !== HOUSE && <span className={styles.note}>{t('dispatch.travel.houseWas', { value: tile.was ?? '–' })}</span>}
          <span className={styles.note}>{t(`dispatch.travel.error.${tile.id}.note`)}</span>
        </article>
      ))}
    </div>
  );
}

/** Where a travel time comes from, the best source first. */
function Sources({ view }: { view: Travel }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const { roads, measured } = view;
  const excluded = view.excluded.reduce((sum, one) => sum + one.legs, 0);
  return (
    <Card title={t('dispatch.travel.sources')} note={t('dispatch.travel.sources.note')}>
      <KeyValueList
        items={[
          {
            label: t('dispatch.travel.source.MEASURED'),
            value: `${t('dispatch.travel.measured', { ways: measured.ways, legs: measured.legs })}${measured.measuredAt ? ` · ${dates.dateTime(measured.measuredAt)}` : ''}`,
          },
          {
            label: t('dispatch.travel.source.ROADS'),
            value: t(`dispatch.travel.roads.${roads.condition}`, { file: roads.file, ways: numbers.number(roads.ways), waiting: numbers.number(roads.waiting) }),
          },
          {
            label: t('dispatch.travel.source.PROFILE'),
            value: view.inForce.number === HOUSE ? t('dispatch.travel.houseProfile', { minutes: numbers.number(view.house, { maximumFractionDigits: 2 }) }) : t('dispatch.travel.inForce', { number: view.inForce.number }),
          },
          { label: t('dispatch.travel.source.UNKNOWN'), value: t('dispatch.travel.halfAnHour') },
          { label: t('dispatch.travel.legs'), value: numbers.number(view.branch.legs) },
          {
            label: t('dispatch.travel.excluded'),
            value: excluded === 0 ? numbers.number(0) : view.excluded.map((one) => `${t(`dispatch.travel.exclusion.${one.reason}`)}: ${numbers.number(one.legs)}`).join(' · '),
          },
        ]}
      />
    </Card>
  );
}

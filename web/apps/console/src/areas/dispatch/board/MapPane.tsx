import { SchematicMap, type MapPlace, type Sight } from '@firstfix/board';
import { useDates, useDurations, useLanguage, useText } from '@firstfix/i18n';
import { EmptyState, ErrorState, IconButton, Select, Skeleton, StatusTag } from '@firstfix/ui';
import { MapIcon, MinusIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { mapQuery, termsQuery, useName, visitTone, type Board } from '../data.ts';
import { marksOf, routeOf, sitesOf, viewOf, writeView } from './mapPlaces.ts';
import type { BoardSearch } from './search.ts';
import styles from './MapPane.module.css';

// Heavy: loaded only where the operator has a map file.
const TileGround = lazy(async () => ({ default: (await import('@firstfix/board/tiles')).TileGround }));

type Trouble = 'noWebGl' | 'unreadable';

function canDrawTiles(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

interface MapPaneProps {
  board: Board;
  rows: readonly Board['rows'][number][];
  search: BoardSearch;
  go: (change: BoardSearch) => void;
  onSelect: (number: string) => void;
}

/** Where everybody and everything is, and the stops of one engineer as a list beside it. */
export function MapPane({ board, rows, search, go, onSelect }: MapPaneProps) {
  const t = useText();
  const name = useName();
  const dates = useDates(board.zone);
  const durations = useDurations();
  const places = useQuery(mapQuery(search.territory, board.date));
  const terms = useQuery(termsQuery);
  const sites = useMemo(() => (places.data ? sitesOf(places.data) : null), [places.data]);
  const marks = useMemo(() => (sites ? marksOf(rows, board.jobs, sites, t, dates.time) : []), [sites, rows, board.jobs, t, dates]);
  const holder = rows.find((row) => row.bars.some((bar) => bar.number === search.sel));
  const row = holder ?? rows.find((one) => one.code === search.who);
  const route = useMemo(() => (sites ? routeOf(row, sites) : []), [row, sites]);
  const territories = useMemo(() => {
    const names = new Map((terms.data?.territories ?? []).map((term) => [term.code, name(term)]));
    const codes = [...new Set(rows.flatMap((one) => one.territory ?? []))];
    return codes.map((code) => ({ id: code, label: names.get(code) ?? code, points: rows.flatMap((one) => (one.territory === code && sites?.people.get(one.code)?.home) || []) }));
  }, [rows, sites, terms.data, name]);

  const { language } = useLanguage();
  const file = places.data?.mapFile ?? null;
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const trouble = useMemo<Trouble | null>(() => (file === null ? null : unreadable === file ? 'unreadable' : canDrawTiles() ? null : 'noWebGl'), [file, unreadable]);
  const ground = useCallback(
    (sight: Sight) =>
      file && (
        <Suspense>
          <TileGround key={file} url={file} language={language} sight={sight} onFail={() => setUnreadable(file)} />
        </Suspense>
      ),
    [file, language],
  );

  // The address follows the hand when it rests: a history entry per pixel would be too many questions to the browser.
  const [view, setView] = useState(() => viewOf(search.at));
  const written = writeView(view);
  useEffect(() => {
    if (written === search.at) return undefined;
    const timer = setTimeout(() => go({ at: written }), 250);
    return () => clearTimeout(timer);
  }, [written, search.at, go]);

  if (places.isPending) {
    return (
      <div className={styles.pad}>
        <Skeleton lines={1} height={360} />
      </div>
    );
  }
  if (!sites) return <ErrorState error={places.error} onRetry={() => void places.refetch()} />;
  if (marks.length === 0) return <EmptyState icon={MapIcon} title={t('dispatch.map.nothing')} text={t('dispatch.map.nothingText')} />;
  const zoom = (factor: number) => setView((before) => {
    const middle = before ?? middleOf(marks);
    const next = Math.max(1, Math.min(64, middle.zoom * factor));
    return { ...middle, zoom: next };
  });
  const choose = (place: MapPlace) => {
    if (place.kind === 'visit' || place.kind === 'job') onSelect(place.id);
    else if (place.kind !== 'depot') go({ who: place.id.split(' ')[1], sel: undefined });
  };
  return (
    <div className={styles.pane}>
      <SchematicMap
        label={t('dispatch.map.label', { date: dates.day(board.date) })}
        hint={t('dispatch.map.hint')}
        places={marks}
        selected={search.sel ?? (row ? `home ${row.code}` : null)}
        route={route}
        territories={territories}
        view={view}
        onView={setView}
        onSelect={choose}
        ground={file && !trouble ? ground : undefined}
      >
        <IconButton icon={PlusIcon} label={t('dispatch.board.closer')} onPress={() => zoom(1.5)} outlined />
        <IconButton icon={MinusIcon} label={t('dispatch.board.farther')} isDisabled={view === null || view.zoom <= 1} onPress={() => zoom(1 / 1.5)} outlined />
        <IconButton icon={MapIcon} label={t('dispatch.map.whole')} isDisabled={view === null} onPress={() => setView(null)} outlined />
        {trouble && (
          <p className={styles.trouble} role="status">
            {t(`dispatch.map.${trouble}`)}
          </p>
        )}
      </SchematicMap>
      <section className={styles.stops} aria-label={t('dispatch.map.stops')}>
        <Select
          label={t('dispatch.map.wayOf')}
          options={[{ id: '*', label: t('dispatch.map.nobody') }, ...rows.map((one) => ({ id: one.code, label: one.name }))]}
          value={row?.code ?? '*'}
          onChange={(code) => go({ who: code === '*' ? undefined : code, sel: undefined })}
        />
        {row && row.bars.length === 0 && <p>{t('dispatch.board.noVisits')}</p>}
        {row && (
          <ol>
            {row.bars.map((bar) => (
              <li key={bar.number}>
                <button type="button" className={styles.stop} aria-pressed={search.sel === bar.number} onClick={() => onSelect(bar.number)}>
                  <span className={styles.when}>
                    {dates.time(bar.startsAt)}–{dates.time(bar.endsAt)}
                    <StatusTag tone={bar.orphaned ? 'breached' : visitTone[bar.status]}>{bar.orphaned ? t('dispatch.board.orphaned') : t(`dispatch.visit.${bar.status}`)}</StatusTag>
                  </span>
                  <span>{[bar.customerName, bar.subject].filter(Boolean).join(' · ')}</span>
                  <span className={styles.quiet}>
                    {[bar.siteName, sites.work.has(bar.number) ? t('dispatch.map.way', { time: durations.full(bar.travelMinutes * 60) }) : t('dispatch.map.unknownPlace')].filter(Boolean).join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

function middleOf(marks: readonly MapPlace[]) {
  const latitudes = marks.map((mark) => mark.latitude);
  const longitudes = marks.map((mark) => mark.longitude);
  const middle = (values: number[]) => (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) / 2;
  return { latitude: middle(latitudes), longitude: middle(longitudes), zoom: 1 };
}

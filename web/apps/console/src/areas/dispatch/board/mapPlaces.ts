import type { MapPlace, MapView } from '@firstfix/board';
import type { Say } from '@firstfix/i18n';
import { visitTone, type Board, type Places } from '../data.ts';

type Row = Board['rows'][number];
type Where = Places['work'][number]['place'];

export interface Sites {
  work: ReadonlyMap<string, Where>;
  people: ReadonlyMap<string, Places['engineers'][number]>;
}

export function sitesOf(places: Places): Sites {
  return { work: new Map(places.work.map((one) => [one.number, one.place])), people: new Map(places.engineers.map((one) => [one.code, one])) };
}

/** Marks in the order they are drawn: homes and depots below, people on top. */
export function marksOf(rows: readonly Row[], jobs: Board['jobs'], sites: Sites, t: Say, time: (at: string) => string): MapPlace[] {
  const homes: MapPlace[] = [];
  const depots = new Map<string, MapPlace>();
  const visits: MapPlace[] = [];
  const present: MapPlace[] = [];
  for (const row of rows) {
    const person = sites.people.get(row.code);
    if (person?.home) homes.push({ id: `home ${row.code}`, kind: 'home', tone: 'new', ...person.home, words: t('dispatch.map.home', { name: row.name }) });
    if (person?.lastArrival) {
      const current = row.bars.find((bar) => bar.status === 'ON_SITE' || bar.status === 'TRAVELLING');
      present.push({
        id: `present ${row.code}`,
        kind: 'present',
        tone: current ? visitTone[current.status] : 'new',
        ...person.lastArrival.place,
        words: t('dispatch.map.present', { name: row.name, at: time(person.lastArrival.at) }),
        initials: row.name.slice(0, 1),
      });
    }
    for (const { depot } of row.halts) {
      const id = depot ? `depot ${depot.latitude} ${depot.longitude}` : '';
      if (depot && !depots.has(id)) depots.set(id, { id, kind: 'depot', tone: 'new', ...depot, words: t('dispatch.map.depot') });
    }
    for (const bar of row.bars) {
      const place = sites.work.get(bar.number);
      if (!place) continue;
      visits.push({ id: bar.number, kind: 'visit', tone: bar.orphaned ? 'breached' : visitTone[bar.status], isAtRisk: bar.orphaned || bar.late, ...place, words: t('dispatch.map.visit', { at: time(bar.startsAt), name: row.name, what: [bar.customerName, bar.subject].filter(Boolean).join(' · '), status: t(`dispatch.visit.${bar.status}`) }) });
    }
  }
  const open = jobs.flatMap((job): MapPlace[] => {
    const place = sites.work.get(job.number);
    return place ? [{ id: job.number, kind: 'job', tone: job.list === 'UNASSIGNED' ? 'new' : 'waiting', ...place, words: t('dispatch.map.job', { what: [job.customerName, job.subject].filter(Boolean).join(' · '), status: t(`dispatch.board.list.${job.list}`) }) }] : [];
  });
  return [...homes, ...depots.values(), ...visits, ...open, ...present];
}

/** From home through the day and by the depot, as far as the places are known. */
export function routeOf(row: Row | undefined, sites: Sites): Where[] {
  if (!row) return [];
  return [sites.people.get(row.code)?.home, ...row.bars.flatMap((bar) => [...row.halts.filter((halt) => halt.before === bar.number).map((halt) => halt.depot), sites.work.get(bar.number)])].filter((place): place is Where => place != null);
}

/** `30.27,120.13,4` */
export function viewOf(text: string | undefined): MapView | null {
  const [latitude, longitude, zoom] = (text ?? '').split(',').map(Number);
  if (latitude === undefined || longitude === undefined || zoom === undefined || ![latitude, longitude, zoom].every(Number.isFinite)) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && zoom >= 1 ? { latitude, longitude, zoom } : null;
}

export function writeView(view: MapView | null): string | undefined {
  return view === null ? undefined : `${view.latitude.toFixed(5)},${view.longitude.toFixed(5)},${view.zoom.toFixed(2)}`;
}

import { dayOf, oneOf, said } from '../../../address.ts';

export const zooms = ['32', '48', '72', '110', '160'];
export const views = ['board', 'week', 'map', 'list'] as const;
const panels = ['versions', 'legend'] as const;
const phones = ['silent'] as const;
const duties = ['on'] as const;
const tabs = ['UNASSIGNED', 'WAITING_PART', 'TO_CONFIRM'] as const;

/** All that the board shows is in its address: it can be sent to somebody. */
export interface BoardSearch {
  date?: string;
  territory?: string;
  zoom?: string;
  /** A work order or an appointment. */
  sel?: string;
  tab?: (typeof tabs)[number];
  view?: (typeof views)[number];
  skill?: string;
  q?: string;
  /** Those only whose phone is silent. */
  phone?: (typeof phones)[number];
  /** Those only who have a shift, stand by or have a visit that day. */
  duty?: (typeof duties)[number];
  /** Whose way is drawn on the map. */
  who?: string;
  /** Middle and closeness of the map: `30.27,120.13,4`; none: everything. */
  at?: string;
  panel?: (typeof panels)[number];
}

export function boardSearch(search: Record<string, unknown>): BoardSearch {
  return {
    date: dayOf(search.date),
    territory: said(search.territory),
    zoom: oneOf(zooms, search.zoom),
    sel: said(search.sel),
    tab: oneOf(tabs, search.tab),
    view: oneOf(views, search.view),
    skill: said(search.skill),
    q: said(search.q),
    phone: oneOf(phones, search.phone),
    duty: oneOf(duties, search.duty),
    who: said(search.who),
    at: said(search.at),
    panel: oneOf(panels, search.panel),
  };
}

import { oneOf, said } from '../../../address.ts';

const tabs = ['symptoms', 'causes', 'remedies', 'fault-lines', 'checks'] as const;
const shows = ['lacking', 'all'] as const;

export interface TreesSearch {
  tab?: (typeof tabs)[number];
  /** The entry that is shown beside the tree. */
  code?: string;
  text?: string;
  family?: string;
  show?: (typeof shows)[number];
  /** What is open in the tree, separated by commas; all of it if nothing is said. */
  open?: string;
}

/** What the address of the screen may say. */
export const treesSearch = (search: Record<string, unknown>): TreesSearch => ({
  tab: oneOf(tabs, search.tab),
  code: said(search.code),
  text: said(search.text),
  family: said(search.family),
  show: oneOf(shows, search.show),
  open: said(search.open),
});

import type { Tone } from '@firstfix/ui';

/** A stretch of a row that is coloured in behind the bars. */
export interface Shade {
  id: string;
  kind: 'shift' | 'standby' | 'overtime' | 'absence';
  from: number;
  to: number;
  label?: string;
}

/** A visit. Times are milliseconds since 1970. */
export interface BoardBar {
  id: string;
  from: number;
  to: number;
  /** The way to it, drawn before it. */
  travel: number;
  tone: Tone;
  label: string;
  /** What a screen reader says, and the tooltip; asked for when the bar is drawn. */
  readonly words: string;
  /** The deadline that is waited for, and when its time began. */
  due?: number;
  since?: number;
  /** Known what to take along, or waited for. */
  parts?: 'carried' | 'waiting';
  isPinned?: boolean;
  /** Several go: the same visit is in the rows of the others as well. */
  isCrew?: boolean;
  /** Its engineer is absent: somebody else has to go. */
  isOrphaned?: boolean;
  isMovable?: boolean;
  /** Faded: a proposal takes it away from here. */
  isLeaving?: boolean;
}

/** What interrupts a day: drawn between the bars, and behind one that it delays. */
export interface BoardHalt {
  id: string;
  kind: 'break' | 'pickUp';
  from: number;
  to: number;
  label: string;
  /** What a screen reader says, and the tooltip. */
  words: string;
}

export interface BoardRow {
  id: string;
  name: string;
  shades: readonly Shade[];
  bars: readonly BoardBar[];
  halts?: readonly BoardHalt[];
}

/** Where something would go: a proposal, a candidate, or what is being moved. */
export interface Ghost {
  id: string;
  row: string;
  from: number;
  to: number;
  label: string;
  words: string;
  kind: 'candidate' | 'proposal' | 'left';
}

/** Where the hand or the keys hold what is being placed. */
export interface Target {
  row: string;
  from: number;
  to: number;
  label: string;
  /** Why it cannot be there, or what speaks against it. */
  verdict: 'asking' | 'good' | 'warning' | 'impossible';
  reasons: readonly string[];
}

import { BoardTimeline, type BoardTimelineProps } from '@firstfix/board';
import type { Board } from '../data.ts';
import { useChanged, useNow } from './watching.ts';

/** The timeline with the hand of the clock, and with marks on what has just changed: neither concerns the rest of the page. */
export function LiveTimeline({ board, ...timeline }: Omit<BoardTimelineProps, 'now' | 'changed'> & { board: Board }) {
  return <BoardTimeline {...timeline} now={useNow()} changed={useChanged(board)} />;
}

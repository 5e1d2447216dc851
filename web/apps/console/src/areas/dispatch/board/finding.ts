import type { BoardHandle, Ghost } from '@firstfix/board';
import type { Board, BoardVisit } from '../data.ts';
import type { JobTab } from './JobsList.tsx';
import type { BoardSearch } from './search.ts';

export function findBar(rows: Board['rows'], number: string | undefined): { row: Board['rows'][number]; bar: BoardVisit } | null {
  if (!number) return null;
  for (const row of rows) {
    const bar = row.bars.find((one) => one.number === number);
    if (bar) return { row, bar };
  }
  return null;
}

/** Codes of all who go, the lead first. */
export function peopleOf({ row, bar }: { row: Board['rows'][number]; bar: BoardVisit }): string[] {
  return bar.crew.length > 0 ? bar.crew.map((one) => one.code) : [row.code];
}

/** Where a crew would go: a ghost in the line of each of them. */
export function ghostsOf(where: { engineerCode: string; crew: readonly { code: string }[]; startsAt: string; endsAt: string }, what: Pick<Ghost, 'id' | 'label' | 'words' | 'kind'>): Ghost[] {
  return [where.engineerCode, ...where.crew.map((one) => one.code)].map((row) => ({
    ...what,
    id: `${what.id} ${row}`,
    row,
    from: Date.parse(where.startsAt),
    to: Date.parse(where.endsAt),
  }));
}

interface Filter {
  skill?: string;
  q?: string;
  phone?: 'silent';
  duty?: 'on';
}

type Findable = Pick<Board['rows'][number], 'name' | 'code' | 'skills'> & Partial<Pick<Board['rows'][number], 'silentSince' | 'shifts' | 'bars'>>;

/** Somebody works that day: by shift, on standby, or because of a visit. */
export const isOnDuty = ({ shifts = [], bars = [] }: Findable) => shifts.length > 0 || bars.length > 0;

export function filtered<Row extends Findable>(rows: readonly Row[], { skill, q, phone, duty }: Filter): readonly Row[] {
  const wanted = q?.trim().toLowerCase() ?? '';
  if (!skill && !wanted && !phone && !duty) return rows;
  return rows.filter(
    (row) =>
      (!phone || row.silentSince != null) &&
      (!duty || isOnDuty(row)) &&
      (!skill || row.skills.some((one) => one.code === skill)) &&
      (!wanted || row.name.toLowerCase().includes(wanted) || row.code.toLowerCase().includes(wanted)),
  );
}

export function rowName(byCode: ReadonlyMap<string, Board['rows'][number]>, code: string) {
  return byCode.get(code)?.name ?? code;
}

/** A job is chosen in the list, a visit on the board, which is scrolled to it since the user asked for it. */
export function chooseOrder(order: string, data: Board, go: (change: BoardSearch) => void, handle: BoardHandle | null) {
  const job = data.jobs.find((one) => one.number === order);
  if (job) go({ sel: job.number, tab: job.list === 'UNASSIGNED' ? undefined : (job.list as JobTab) });
  const bar = data.rows.flatMap((row) => row.bars).find((one) => one.workOrderNumber === order && one.status !== 'DONE');
  if (!job && bar) {
    go({ sel: bar.number });
    handle?.showBar(bar.number);
  }
  return job !== undefined || bar !== undefined;
}

import { useCallback, useMemo, useState, type ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Plain text for copying, and for the tooltip of a cut-off cell. */
  text?: (row: Row) => string;
  width?: number;
  minWidth?: number;
  /** Takes the room that is left. */
  grows?: boolean;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** The server can order by this column. */
  isSortable?: boolean;
  /** What names the row for screen readers. */
  isRowHeader?: boolean;
  /** Not shown until the user asks for it. */
  isHiddenAtFirst?: boolean;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** `-due` in the address is "due, descending". */
export function parseSort(text: string | undefined): Sort | undefined {
  if (!text) return undefined;
  return text.startsWith('-') ? { column: text.slice(1), direction: 'descending' } : { column: text, direction: 'ascending' };
}

export function printSort(sort: Sort): string {
  return sort.direction === 'descending' ? `-${sort.column}` : sort.column;
}

interface Remembered {
  widths: Record<string, number>;
  hidden: string[];
}

/** Widths and hidden columns belong to the person and stay in his browser. */
export function useColumns<Row>(columns: Column<Row>[], name: string | undefined) {
  const key = name && `firstfix.grid.${name}`;
  const [kept, setKept] = useState<Remembered>(() => {
    const start: Remembered = { widths: {}, hidden: columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id) };
    try {
      const text = key ? localStorage.getItem(key) : null;
      return text ? { ...start, ...(JSON.parse(text) as Partial<Remembered>) } : start;
    } catch {
      return start;
    }
  });
  const keep = useCallback(
    (change: (before: Remembered) => Remembered) =>
      setKept((before) => {
        const after = change(before);
        try {
          if (key) localStorage.setItem(key, JSON.stringify(after));
        } catch {
          // Without storage it lasts as long as the page.
        }
        return after;
      }),
    [key],
  );
  const visible = useMemo(() => columns.filter((column) => !kept.hidden.includes(column.id)), [columns, kept.hidden]);
  const widthOf = useCallback((column: Column<Row>) => kept.widths[column.id] ?? column.width ?? 140, [kept.widths]);
  return {
    visible,
    widthOf,
    hidden: kept.hidden,
    setWidth: useCallback((id: string, width: number) => keep((before) => ({ ...before, widths: { ...before.widths, [id]: width } })), [keep]),
    setHidden: useCallback((hidden: string[]) => keep((before) => ({ ...before, hidden })), [keep]),
  };
}

/** Rows for a spreadsheet. Tabs and line breaks inside a value would shift the columns, so they become spaces. */
export function asTable<Row>(columns: Column<Row>[], rows: Row[]): string {
  const clean = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
  const text = (column: Column<Row>, row: Row) => {
    const value = column.text ? column.text(row) : column.cell(row);
    return typeof value === 'string' || typeof value === 'number' ? clean(String(value)) : '';
  };
  return [columns.map((column) => clean(column.header)).join('\t'), ...rows.map((row) => columns.map((column) => text(column, row)).join('\t'))].join('\n');
}

import { act, createRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import words from '../i18n/messages/en/grid.json';
import common from '../i18n/messages/en/common.json';
import ui from '../i18n/messages/en/ui.json';
import { asTable, type Column, type Sort } from './columns.ts';
import { DataGrid } from './DataGrid.tsx';

interface Row {
  no: string;
  subject: string;
}

const columns: Column<Row>[] = [
  { id: 'no', header: 'No', cell: (row) => row.no, isRowHeader: true, isSortable: true },
  { id: 'subject', header: 'Subject', cell: (row) => row.subject },
];
const rows = Array.from({ length: 100 }, (_, index): Row => ({ no: `C-${index}`, subject: `Subject ${index}` }));

let root: Root;
const host = createRef<HTMLDivElement>() as { current: HTMLDivElement };
const onOpen = vi.fn();
const loadMore = vi.fn();
let sorted: Sort | undefined;

function List() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <IntlProvider locale="en" messages={{ ...words, ...common, ...ui }}>
      <DataGrid
        label="Cases"
        source={{ items: rows, hasMore: true, loadMore }}
        columns={columns}
        rowId={(row) => row.no}
        onOpen={onOpen}
        onSort={(sort) => (sorted = sort)}
        selected={selected}
        onSelect={setSelected}
      />
    </IntlProvider>
  );
}

const at = () => {
  const cell = document.activeElement as HTMLElement;
  return `${cell.closest<HTMLElement>('[data-row]')?.dataset.row}/${cell.dataset.column}`;
};
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollTo = () => undefined;
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 400 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 });
  host.current = document.body.appendChild(document.createElement('div'));
  root = createRoot(host.current);
  await act(async () => root.render(<List />));
  await act(async () => host.current.querySelector<HTMLElement>('[data-row="0"] > [data-column="1"]')?.click());
  onOpen.mockClear();
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.current.remove();
});

test('says how many rows and columns there are, also the ones that are not drawn', () => {
  const grid = host.current.querySelector('[role=grid]');
  expect(grid?.getAttribute('aria-rowcount')).toBe('-1');
  expect(grid?.getAttribute('aria-colcount')).toBe('3');
  expect(host.current.querySelector('[data-row="0"]')?.getAttribute('aria-rowindex')).toBe('2');
  expect(host.current.querySelectorAll('[role=row]').length).toBeLessThan(60);
});

test('has one tab stop and moves it with the arrows', async () => {
  expect(at()).toBe('0/1');
  await press('ArrowDown');
  await press('ArrowRight');
  expect(at()).toBe('1/2');
  await press('Home');
  expect(at()).toBe('1/0');
  await press('End');
  expect(at()).toBe('1/2');
  expect(host.current.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
});

test('goes up into the header and sorts there', async () => {
  await press('ArrowUp');
  expect(at()).toBe('-1/1');
  await press('Enter');
  expect(sorted).toEqual({ column: 'no', direction: 'ascending' });
});

test('opens with Enter, selects with Space and a range with Shift', async () => {
  await press('Enter');
  expect(onOpen).toHaveBeenCalledWith(rows[0]);
  await press(' ');
  await press('ArrowDown');
  await press('ArrowDown');
  await press(' ', { shiftKey: true });
  expect(host.current.querySelectorAll('[role=row][aria-selected="true"]')).toHaveLength(3);
  await press('Escape');
  expect(host.current.querySelectorAll('[role=row][aria-selected="true"]')).toHaveLength(0);
});

test('J and K walk through the list', async () => {
  await press('j');
  expect(at()).toBe('1/1');
  await press('k');
  expect(at()).toBe('0/1');
});

test('copies as a table that a spreadsheet understands', () => {
  expect(asTable(columns, [{ no: 'C-1', subject: 'two\tparts\nhere' }])).toBe('No\tSubject\nC-1\ttwo parts here');
});

import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardTimeline, WeekGrid, type BoardRow } from './index.ts';

/*
 * However many engineers there are, the page holds those in sight. Times cannot be kept honest on shared machines; these numbers can.
 */
vi.setConfig({ testTimeout: 60_000 });

const hour = 3_600_000;
const row = (index: number): BoardRow => ({
  id: `E-${index}`,
  name: `Engineer ${index}`,
  shades: [{ id: `S-${index}`, kind: 'shift', from: 8 * hour, to: 18 * hour }],
  bars: Array.from({ length: 10 }, (_, visit) => ({ id: `V-${index}-${visit}`, from: (8 + visit) * hour, to: (8.7 + visit) * hour, travel: 0, tone: 'scheduled' as const, label: '', words: `Visit ${index}-${visit}` })),
});

beforeEach(() => {
  // A window of 1600 x 900; jsdom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(780);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_200);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

async function draw(rows: BoardRow[], header = vi.fn((one: BoardRow) => one.name)) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const show = (now: BoardRow[]) =>
    act(() =>
      root.render(
        <BoardTimeline label="Board" rows={now} from={0} to={24 * hour} pixelsPerHour={72} now={0} hourLabel={String} hoursTitle="Hours" header={header} headerTitle="Engineers" onSelect={() => undefined} />,
      ),
    );
  await show(rows);
  return { host, show, header, end: () => act(() => root.unmount()) };
}

describe('the board', () => {
  it('holds as much of a thousand engineers as of fifty', async () => {
    const few = await draw(Array.from({ length: 50 }, (_, index) => row(index)));
    const many = await draw(Array.from({ length: 1_000 }, (_, index) => row(index)));
    const elements = (host: HTMLElement) => host.querySelectorAll('*').length;
    expect(many.host.querySelectorAll('[data-bar]').length).toBeLessThanOrEqual(28 * 10);
    expect(many.host.querySelectorAll('[data-bar]').length).toBeGreaterThan(100);
    expect(elements(many.host)).toBe(elements(few.host));
    await few.end();
    await many.end();
  });

  it('draws one row anew when one row has changed', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(index));
    const { show, header, end } = await draw(rows);
    header.mockClear();
    await show(rows.map((one, index) => (index === 3 ? row(3) : one)));
    expect(header.mock.calls.map(([one]) => one.id)).toEqual(['E-3']);
    await end();
  });
});

it('the week holds the rows in sight', async () => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const days = Array.from({ length: 7 }, (_, index) => ({ id: `2026-11-${23 + index}`, label: String(index), isToday: false }));
  const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: `E-${index}`, cells: days.map(({ id }) => ({ id, share: 0.5, load: '4/8', visits: '3', late: '', absence: '', words: id })) }));
  const opened = vi.fn();
  await act(() => root.render(<WeekGrid label="Week" days={days} rows={rows} header={(one) => one.id} headerTitle="Engineers" onOpen={(one, day) => opened(one.id, day)} />));
  expect(host.querySelectorAll('[role="row"]').length).toBeLessThan(32);
  const grid = host.querySelector('[role="grid"]');
  const press = (key: string) => act(() => grid?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  await press('ArrowDown');
  await press('End');
  expect((document.activeElement as HTMLElement).dataset).toMatchObject({ row: '1', day: '2026-11-29' });
  await act(() => (document.activeElement as HTMLElement).click());
  expect(opened).toHaveBeenCalledWith('E-1', '2026-11-29');
  await act(() => root.unmount());
});

import { expect, test, type Page } from '@playwright/test';
import { faults, wear } from '../support/axe.ts';
import { workingDayIn } from '../support/days.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { openOrders } from '../support/orders.ts';
import { words } from '../support/words.ts';

/*
 * Work for two: the work order says how many it needs, two clicks on the board book both, each line shows the visit with the
 * colleague's name, a move moves both.
 */
interface Board {
  rows: { code: string; name: string; bars: { number: string; workOrderNumber: string; startsAt: string; crew: { code: string; name: string }[] }[] }[];
}

const barsOf = async (page: Page, date: string, order: string) =>
  (await call<Board>(page, 'GET', `/api/v1/board?date=${date}`)).rows.flatMap((row) =>
    row.bars.filter((bar) => bar.workOrderNumber === order).map((bar) => ({ ...bar, line: row.code, name: row.name })),
  );

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`work for two is booked, moved and shown as one visit in ${language}`, async ({ browser }) => {
    const page = await person(browser, 'DISPATCHER', language);
    const t = words(language);
    const date = workingDayIn(3);
    const [order = ''] = await openOrders(browser);

    // The work order: two people, and why.
    await page.goto(`/work-orders/${order}`);
    await page.getByRole('button', { name: t('workorder.more'), exact: true }).click();
    await page.getByRole('menuitem', { name: t('workorder.changeCrew') }).click();
    const dialog = page.getByRole('dialog', { name: t('workorder.changeCrew') });
    await dialog.getByRole('button', { name: new RegExp(t('workorder.crewSize')) }).first().click();
    await page.getByRole('option', { name: t('workorder.people', { count: 2 }) }).click();
    await dialog.getByRole('textbox').fill('机柜要两个人抬');
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: t('workorder.changeCrew') }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(t('workorder.people', { count: 2 }), { exact: true })).toBeVisible();

    // The board: the card says so, and two clicks book both.
    await page.goto(`/board?date=${date}`);
    const card = page.locator(`[data-job="${order}"]`);
    await expect(card.getByText(t('dispatch.crew.size', { count: 2 }))).toBeVisible();
    await card.click();
    const first = page.locator('li', { has: card }).getByRole('button', { name: /^#1 .* \+ / });
    await expect(first).toBeVisible();
    await first.click();
    await expect.poll(async () => (await barsOf(page, date, order)).length).toBe(2);
    const [one, two] = await barsOf(page, date, order);
    if (!one || !two) throw new Error('booked and not on the board');
    expect(one.number).toBe(two.number);

    await expect(card).toHaveCount(0);

    // Each line names the colleague; choosing one chooses the visit, whose detail lists the crew.
    const bars = page.locator(`[data-bar="${one.number}"]`);
    await expect(bars).toHaveCount(2);
    for (const [line, colleague] of [[one, two], [two, one]] as const) {
      await expect(page.locator(`[data-row="${line.line}"] [data-bar="${one.number}"]`)).toHaveAccessibleName(new RegExp(colleague.name));
    }
    await bars.last().click();
    await expect(page).toHaveURL(new RegExp(`sel=${one.number}`));
    const detail = page.getByRole('complementary', { name: t('dispatch.board.detail') });
    await expect(detail.getByText(t('dispatch.crew.with', { names: one.crew.slice(1).map((member) => member.name).join(', ') }))).toBeVisible();
    for (const theme of ['light', 'dark']) {
      await wear(page, theme);
      expect(await faults(page), theme).toEqual([]);
      await look(page, `crew-board-${language}-${theme}`);
    }

    // M, an arrow and Enter at the member's bar move both.
    await bars.last().focus();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await barsOf(page, date, order)).filter((bar) => bar.startsAt !== one.startsAt).length).toBe(2);

    // The dialog has a field for each of them.
    await page.locator(`[data-bar="${one.number}"]`).first().click();
    await detail.getByRole('button', { name: t('dispatch.otherTime') }).first().click();
    const other = page.getByRole('dialog');
    await expect(other.getByText(t('dispatch.crew.lead')).first()).toBeVisible();
    await expect(other.getByText(t('dispatch.crew.member', { number: 2 })).first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await look(page, `crew-dialog-${language}`);
    await page.keyboard.press('Escape');

    await call(page, 'POST', `/api/v1/appointments/${one.number}/cancel`, { reason: 'journey' });
    await expect.poll(async () => (await barsOf(page, date, order)).length).toBe(0);
    await page.context().close();
  });
}

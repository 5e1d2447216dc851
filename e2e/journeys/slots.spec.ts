import { expect, test, type Page } from '@playwright/test';
import { faults, wear } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';
import { openOrders } from '../support/orders.ts';
import { words } from '../support/words.ts';

/*
 * The agent agrees a time with the customer: three windows are offered, one press keeps one, another books it. What is kept for
 * one customer is not offered to the next; what is given back is. By keys alone as well.
 */
interface Slots {
  hold: { id: string; windowStartsAt: string; mine: boolean } | null;
  wished: unknown[];
  items: { startsAt: string; recommended: number | null; possible: boolean }[];
}

const slots = (page: Page, order: string) => call<Slots>(page, 'GET', `/api/v1/work-orders/${order}/slots`);
const isBooked = async (page: Page, order: string) =>
  (await call<{ items: { status: string }[] }>(page, 'GET', `/api/v1/appointments?workOrder=${order}`)).items.some((visit) => visit.status !== 'CANCELLED');

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`a time is agreed with the customer in ${language}`, async ({ browser }) => {
    const page = await person(browser, 'AGENT', language);
    const t = words(language);
    const [order = ''] = await openOrders(browser);
    await page.goto(`/work-orders/${order}`);
    await page.getByRole('button', { name: t('workorder.agree') }).click();
    const dialog = page.getByRole('dialog');
    const best = dialog.getByRole('region', { name: t('dispatch.agree.recommended') }).getByRole('button');
    await expect(best.first()).toBeVisible({ timeout: 30_000 });
    expect(await best.count()).toBeLessThanOrEqual(3);
    for (const theme of ['light', 'dark']) {
      await wear(page, theme);
      expect(await faults(page), theme).toEqual([]);
    }

    // One press keeps it, and the focus is on what comes next.
    await best.first().click();
    const kept = dialog.getByRole('region', { name: t('dispatch.agree.held'), exact: true });
    await expect(kept).toBeVisible();
    await expect(kept.getByRole('button', { name: t('dispatch.agree.book') })).toBeFocused();
    await expect(kept.getByRole('timer')).toContainText(/[0-4]:[0-5]\d/);
    expect((await slots(page, order)).hold?.mine).toBe(true);
    expect(await faults(page)).toEqual([]);

    // Given back it is free again; then by keys alone: keep, and Enter books.
    await kept.getByRole('button', { name: t('dispatch.agree.release') }).click();
    await expect(kept).toHaveCount(0);
    expect((await slots(page, order)).hold).toBeNull();
    await best.first().focus();
    await page.keyboard.press('Enter');
    await expect(kept.getByRole('button', { name: t('dispatch.agree.book') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => isBooked(page, order)).toBe(true);
    await page.context().close();
  });

  test(`the customer has a wish in ${language}`, async ({ browser }) => {
    const page = await person(browser, 'AGENT', language);
    const t = words(language);
    const [order = ''] = await openOrders(browser);
    const last = (await slots(page, order)).items.filter((item) => item.possible).at(-1);
    if (!last) throw new Error('no window');
    const until = new Date(Date.parse(last.startsAt) + 3_600_000).toISOString();
    await call(page, 'PUT', `/api/v1/work-orders/${order}/wished-windows`, { windows: [{ startsAt: last.startsAt, endsAt: until }] });
    await page.goto(`/work-orders/${order}`);
    await page.getByRole('button', { name: t('workorder.agree') }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('region', { name: t('dispatch.agree.recommended') }).getByRole('button').first()).toContainText(t('dispatch.agree.wished'));
    const wishes = dialog.getByRole('region', { name: t('dispatch.agree.wishes') });
    await wishes.getByRole('listitem').getByRole('button').click();
    await expect(wishes.getByText(t('dispatch.agree.noWish'))).toBeVisible();
    expect((await slots(page, order)).wished).toEqual([]);
    await page.context().close();
  });
}

import { expect, test, type Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { workingDayIn } from '../support/days.ts';
import { call, person, type Language } from '../support/house.ts';
import { openOrders } from '../support/orders.ts';
import { words } from '../support/words.ts';

/*
 * What plans weigh: a service manager changes a figure, tries it on past days and switches it on. A dispatcher sends somebody else
 * than the engine would, says why with one click, and it is in the list.
 */
interface Policy {
  version: number;
  policy: { changedEngineer: number };
}

interface Candidate {
  engineerCode: string;
  engineerName: string;
  verdict: string;
  startsAt: string | null;
  moreThanBest: { money: number; preference: number };
}

const policy = (page: Page) => call<Policy>(page, 'GET', '/api/v1/planning-policies/hangzhou');

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`a figure is changed, tried on past days and switched on in ${language}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await person(browser, 'SERVICE_MANAGER', language);
    const t = words(language);
    await page.goto('/board/policy?unit=hangzhou');
    const before = await policy(page);
    const wanted = before.policy.changedEngineer / 100 + 1;
    const field = page.locator('[data-figure="changedEngineer"] input');
    await field.fill(String(wanted));
    await field.press('Tab');
    await expect(page.getByRole('status').filter({ hasText: t('dispatch.weigh.changed') })).toBeVisible();
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: t('dispatch.trial.try') }).click();
    await page.getByRole('dialog').getByRole('button', { name: t('dispatch.trial.begin') }).click();
    await expect(page).toHaveURL(/\/board\/trials\//);
    // The server's word first: when it does not come, the failure says how far it got.
    const trial = () => call<{ status: string; days: unknown[]; failure: string }>(page, 'GET', `/api/v1/policy-trials/${page.url().split('/').at(-1) ?? ''}`);
    await expect.poll(async () => {
      const { status, days, failure } = await trial();
      return `${status} ${days.length} ${failure}`.trim();
    }, { timeout: 90_000 }).toBe('READY 5');
    await expect(page.getByText(t('dispatch.trial.status.READY'), { exact: true })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: t('dispatch.trial.sum') })).toBeVisible();
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: t('dispatch.weigh.switchOn') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('dispatch.weigh.reason') }).fill('e2e');
    await dialog.getByRole('button', { name: t('dispatch.weigh.switchOn') }).click();
    await expect(page).toHaveURL(/\/board\/policy/);
    await expect.poll(async () => (await policy(page)).policy.changedEngineer).toBe(wanted * 100);
    await expect(page.getByText(t('dispatch.weigh.tried'), { exact: true }).first()).toBeVisible();
  });

  test(`somebody else is sent and it is said why in ${language}`, async ({ browser }) => {
    const page = await person(browser, 'DISPATCHER', language);
    const t = words(language);
    const date = workingDayIn(3);
    const [order] = await openOrders(browser);
    await page.goto('/unassigned');
    const { items } = await call<{ items: { workOrderNumber: string; best: Candidate[] }[] }>(page, 'GET', `/api/v1/board/suggestions?date=${date}`);
    const job = items.find((item) => item.workOrderNumber === order && item.best.length > 2 && (item.best.at(-1)?.moreThanBest.preference ?? 0) > 0);
    const other = job?.best.at(-1);
    if (!job || !other) throw new Error(`no job for which two people can go on ${date}`);

    await page.goto(`/board?date=${date}&sel=${job.workOrderNumber}`);
    const detail = page.getByRole('complementary', { name: t('dispatch.board.detail') });
    await detail.getByRole('button', { name: t('dispatch.assign', { name: other.engineerName }) }).click();
    const question = page.getByRole('region', { name: t('dispatch.why') });
    await expect(question).toBeVisible();
    await expect(question).toContainText(other.engineerName);
    expect(await faults(page)).toEqual([]);
    await question.getByRole('button', { name: t('dispatch.overruling.reason.KNOWS_MACHINE') }).click();
    await expect(question).toHaveCount(0);

    await page.goto('/board/overrulings');
    const kept = await call<{ items: { reason: string; workOrderNumber: string; appointmentNumber: string; chosen: { engineerCode: string } }[] }>(page, 'GET', '/api/v1/overrulings?reason=KNOWS_MACHINE');
    const mine = kept.items.find((row) => row.workOrderNumber === job.workOrderNumber);
    expect(mine?.chosen.engineerCode).toBe(other.engineerCode);
    await expect(page.getByRole('grid', { name: t('dispatch.overrulings') })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    // The other language finds the job open again.
    await call(page, 'POST', `/api/v1/appointments/${mine?.appointmentNumber ?? ''}/cancel`, { reason: 'e2e' });
  });
}

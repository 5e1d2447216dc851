import { expect, test } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { account, call, person, type Language } from '../support/house.ts';

/* Everybody of the demo organisation gets in, lands on a page of their own, and sees living data. */
const landing: Record<string, RegExp> = {
  AGENT: /\/work$/,
  DISPATCHER: /\/board/,
  TECHNICAL_SUPPORT: /\/support/,
  ADMINISTRATOR: /\/admin\/users/,
};

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`the sign-in page lists the demo accounts and has no accessibility fault (${language})`, async ({ page, request }) => {
    const { displayName } = await account(request, 'AGENT');
    await page.goto('/login');
    await page.evaluate((chosen) => localStorage.setItem('firstfix.language', chosen), language);
    await page.reload();
    await expect(page.getByText(displayName).first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  for (const [role, address] of Object.entries(landing)) {
    test(`${role} signs in and lands at work (${language})`, async ({ browser }) => {
      const page = await person(browser, role, language);
      await page.goto('/');
      await expect(page).toHaveURL(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.context().close();
    });
  }
}

test('the agent finds cases of two years, and the dispatcher work that waits', async ({ browser }) => {
  const agent = await person(browser, 'AGENT', 'en');
  await agent.goto('/cases');
  await expect(agent.getByRole('row').nth(5)).toBeVisible();
  const cases = await call<{ items: { number: string }[]; nextCursor: string | null }>(agent, 'GET', '/api/v1/cases?limit=100');
  expect(cases.items.length).toBe(100);
  expect(cases.nextCursor).not.toBeNull();
  const unassigned = await call<{ items: unknown[] }>(agent, 'GET', '/api/v1/work-orders/unassigned?limit=10');
  expect(unassigned.items.length).toBeGreaterThan(0);
  await agent.context().close();
});

import { test } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { call, person } from '../support/house.ts';
test('probe', async ({ browser }) => {
  const page = await person(browser, 'SERVICE_MANAGER', 'en');
  await page.goto('/contracts');
  await page.waitForTimeout(1500);
  await page.goto('/reminders?show=X');
  await page.waitForTimeout(1500);
  console.log('reminders', await page.getByRole('main').innerText().then((x) => x.slice(0, 200)));
  for (const a of ['/reminders?id=x', '/cases?status=X', '/cases?priority=X', '/cases?marks=X', '/cases?symptom=X', '/cases?account=X','/cases?site=X','/cases?asset=X','/cases?branch=X', '/contracts?status=X', '/contracts?ending=X', '/contracts?coverage=X','/contracts?account=X', '/customers?tier=X', '/customers?overdue=X', '/customers?active=X','/customers?orgUnit=X', '/assets?importance=X', '/assets?stage=X','/assets?account=X','/assets?site=X', '/unassigned?order=X', '/day?branch=X','/day?date=2026-99-99', '/engineers?skill=X', '/engineers?active=X', '/at-risk?within=X', '/at-risk?within=P900D', '/at-risk?milestone=X', '/at-risk?missed=X', '/service-levels?coverage=X', '/service-levels?milestone=X', '/service-levels?verdict=X', '/work-orders?status=X', '/work-orders?outcome=X', '/admin/mail?status=X', '/support?waiting=X', '/inbox?unread=X']) {
    const bad: string[] = [];
    const on = (r: { status(): number; url(): string }) => r.status() >= 400 && bad.push(`${r.status()} ${r.url().replace(/^.*\/api/, '/api')}`);
    page.on('response', on);
    await page.goto(a);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(300);
    page.off('response', on);
    if (bad.length) console.log(a, bad);
  }
  // the open list
  const { items } = await call<{ items: { number: string }[] }>(page, 'GET', '/api/v1/customers?limit=1');
  await page.goto(`/customers/${items[0]?.number}`);
  await page.goto('/assets');
  await page.getByRole('button', { name: /New|Register/ }).last().click();
  await page.waitForTimeout(800);
  const boxes = page.getByRole('combobox');
  console.log('boxes', await boxes.count());
  await boxes.last().fill('a');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/work/t/clock-journeys/p/combo.png' });
  console.log(await faults(page));
});

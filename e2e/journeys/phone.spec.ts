import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { dayAtTheHouse } from '../support/days.ts';
import { account, call, person, type Language } from '../support/house.ts';
import { tapRadio } from '../support/stations.ts';

/*
 * The engineer's day on a phone: one visit of today from accepting to the report the customer has signed. The visit is
 * one of the demo's; an engineer who has none today gets one from the dispatcher first.
 */

interface Visit {
  number: string;
  status: string;
  work: { number: string; subject: string };
  machine?: { serial: string } | null;
  actions: string[];
  startsAt: string;
}

interface Check {
  position: number;
  kind: 'CHECK' | 'READING';
  textZh: string;
  textEn: string;
  low?: number | null;
  high?: number | null;
  required: boolean;
  answer?: string | null;
}

interface WorkOrder {
  number: string;
  status: string;
  checklist: Check[];
  missing: { code: string }[];
  finishedAt?: string | null;
}

const words = (language: Language): Record<string, string> =>
  Object.assign({}, ...['common', 'ui', 'mobile'].map((area) => JSON.parse(readFileSync(new URL(`../../web/i18n/messages/${language}/${area}.json`, import.meta.url), 'utf8')) as object));

/** The engineer's own visit that can still be accepted; booked by the dispatcher if there is none. */
async function visitToAccept(browser: Browser, engineer: Page): Promise<Visit> {
  const { code } = await call<{ code: string | null }>(engineer, 'GET', '/api/v1/engineers/me');
  expect(code, 'the demo engineer is registered as an engineer').toBeTruthy();
  const openOn = async (day: string) => (await call<{ visits: Visit[] }>(engineer, 'GET', `/api/v1/engineers/${code}/day?date=${day}`)).visits.find((one) => one.actions.includes('ACCEPT'));
  const today = dayAtTheHouse(Date.now());
  const found = await openOn(today);
  if (found) return found;
  const { userName, password } = await account(engineer.request, 'DISPATCHER');
  const context = await browser.newContext();
  const dispatcher = await context.newPage();
  await dispatcher.goto('/login');
  await call(dispatcher, 'POST', '/api/v1/session', { userName, password });
  const { items } = await call<{ items: { number: string }[] }>(dispatcher, 'GET', '/api/v1/work-orders/unassigned?limit=50');
  const refused: string[] = [];
  const book = async (startsAt: string) => {
    for (const { number } of items) {
      try {
        await call(dispatcher, 'POST', '/api/v1/appointments', { workOrderNumber: number, engineerCode: code, startsAt, acceptOverlap: true });
        return true;
      } catch (problem) {
        // This one needs another skill or is not bookable, and the next may be; or the engineer has something else then, and is free later.
        refused.push(String(problem));
        if (String(problem).includes('dispatch.overlap-forbidden')) return false;
      }
    }
    return false;
  };
  for (let hours = 0; hours < 12 && !(await book(new Date(Date.now() + hours * 3_600_000 + 5 * 60_000).toISOString())); hours += 1.5);
  await context.close();
  // Late in the evening the first free hour is tomorrow's.
  const booked = (await openOn(today)) ?? (await openOn(dayAtTheHouse(Date.now() + 86_400_000)));
  if (!booked) throw new Error(`no visit could be booked for ${code}: ${refused.slice(0, 3).join('; ')}`);
  return booked;
}

async function carryOut(browser: Browser, language: Language) {
  const t = words(language);
  const phone = await person(browser, 'ENGINEER', language, { phone: true });
  const { number, work, machine, startsAt } = await visitToAccept(browser, phone);
  const order = () => call<WorkOrder>(phone, 'GET', `/api/v1/work-orders/${work.number}`);

  await test.step('the day shows the visit', async () => {
    await phone.goto(`/m?date=${dayAtTheHouse(Date.parse(startsAt))}`);
    const card = phone.getByRole('article', { name: work.subject }).filter({ has: phone.locator(`a[href="/m/visits/${number}"]`) }).first();
    await expect(card).toBeVisible();
    expect(await faults(phone)).toEqual([]);
    await card.getByRole('heading').getByRole('link').click();
    await expect(phone).toHaveURL(new RegExp(`/m/visits/${number}`));
  });

  await test.step('accept, travel, arrive', async () => {
    for (const step of ['ACCEPT', 'TRAVEL', 'ARRIVE']) await phone.getByRole('contentinfo').getByRole('button', { name: t[`mobile.step.${step}`], exact: true }).click();
    await expect.poll(async () => (await order()).status).toBe('IN_WORK');
    await expect(phone.getByRole('button', { name: t['mobile.part.other'] })).toBeVisible();
  });

  await test.step('the machine is the right one', async () => {
    if (!machine) return;
    await phone.getByLabel(t['mobile.serial.label'] ?? '').fill(machine.serial.slice(-4));
    await expect(phone.getByText(machine.serial).first()).toBeVisible();
  });

  await test.step('every check is one tap or one number', async () => {
    for (const check of (await order()).checklist) {
      const line = phone.locator(`#check-${check.position}`);
      if (check.kind === 'READING') {
        await line.getByRole('textbox').fill(String(check.low ?? check.high ?? 1));
        await line.getByRole('textbox').blur();
      } else await line.getByRole('button').first().click();
    }
    await expect.poll(async () => (await order()).checklist.filter((check) => check.required && !check.answer)).toEqual([]);
  });

  await test.step('the finish button says what is missing', async () => {
    await phone.getByRole('contentinfo').getByRole('button').first().click();
    const list = phone.getByRole('dialog');
    await expect(list).toBeVisible();
    await list.getByRole('button', { name: t['mobile.missing.FINDINGS'], exact: true }).click();
    await expect(phone.getByLabel(t['mobile.report.findings'] ?? '')).toBeFocused();
  });

  await test.step('photo, report, cause, result', async () => {
    const chooser = phone.waitForEvent('filechooser');
    await phone.getByRole('group', { name: t['mobile.moment.BEFORE'] }).getByRole('button').first().click();
    await (await chooser).setFiles({ name: 'before.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64') });
    await phone.getByLabel(t['mobile.report.findings'] ?? '').fill(language === 'zh-CN' ? '加电无显示' : 'No display after power on');
    await phone.getByLabel(t['mobile.report.actions'] ?? '').fill(language === 'zh-CN' ? '更换主板，自检通过' : 'Mainboard replaced, self test passed');
    await tapRadio(phone, t['mobile.outcome.REPAIRED'] ?? '');
    const likely = phone.locator('#place-TRUE_CAUSE').getByRole('button').first();
    const name = await likely.textContent();
    await likely.click();
    if (name === t['mobile.trueCause.choose']) {
      const list = phone.getByRole('dialog');
      await list.getByRole('region').first().getByRole('button').first().click();
      await list.getByRole('contentinfo').or(list.getByRole('button').last()).last().click();
    }
    const right = phone.locator('#place-PREDICTION_RIGHT');
    if (await right.isVisible()) await right.getByRole('radio', { name: t['mobile.yes'], exact: true }).click();
    await expect.poll(async () => (await order()).missing.map((one) => one.code)).toEqual(['SIGNATURE']);
    expect(await faults(phone)).toEqual([]);
  });

  await test.step('the customer reads and signs', async () => {
    await phone.getByRole('contentinfo').getByRole('button', { name: t['mobile.sign.title'] }).click();
    const canvas = phone.locator('canvas');
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('there is nothing to sign on');
    await phone.getByLabel(t['mobile.sign.name'] ?? '', { exact: false }).first().fill(language === 'zh-CN' ? '李建国' : 'Jane Miller');
    await phone.mouse.move(box.x + 30, box.y + 90);
    await phone.mouse.down();
    for (let x = 40; x < 240; x += 10) await phone.mouse.move(box.x + x, box.y + 90 - 50 * Math.sin(x / 20));
    await phone.mouse.up();
    expect(await faults(phone)).toEqual([]);
    await phone.getByRole('button', { name: t['mobile.sign.confirm'] }).click();
    const report = phone.getByRole('link', { name: t['mobile.pdf'] });
    await expect(report).toBeVisible();
    const pdf = await phone.request.get((await report.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toContain('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('and the engineer leaves', async () => {
    await phone.getByRole('contentinfo').getByRole('button', { name: t['mobile.finish'], exact: true }).click();
    await expect(phone.getByRole('heading', { name: t['mobile.ended'] })).toBeVisible();
    expect((await order()).status).toBe('COMPLETED');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
  await phone.context().close();
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`an engineer carries out a visit on the phone (${language})`, async ({ browser }) => {
    test.setTimeout(240_000);
    await carryOut(browser, language);
  });
}

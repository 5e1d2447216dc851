import { expect, test, type Browser, type Page, type Response } from '@playwright/test';
import { dayAtTheHouse } from '../support/days.ts';
import { accountOf, call, person, type Language } from '../support/house.ts';
import { keyboardPerson, type Keys } from '../support/keyboard.ts';
import { textOf, squeezed } from '../support/pdf.ts';
import { knownCaller, type Scene } from '../support/scene.ts';
import { bookedFor, button, escaped, openWorkOrder, ring, type Booked, type Order } from '../support/stations.ts';
import { words, type Words } from '../support/words.ts';

/* The whole loop by people who have no mouse, and how few keys a case needs when the caller is known. */

interface Deadlines {
  deadlines: { milestone: string; dueAt: string; targetSeconds: number }[];
}

const mostKeys = 12;
const symptom: Record<Language, { typed: string; name: string }> = {
  'zh-CN': { typed: 'kjw', name: '开机无显示' },
  en: { typed: 'mem', name: 'Memory error' },
};

/** Sets up a customer without leaving a session open. */
async function callerFor(browser: Browser, language: Language, models?: string[]): Promise<Scene> {
  const [agent, manager] = [await person(browser, 'AGENT', language), await person(browser, 'SERVICE_MANAGER', language)];
  const scene = await knownCaller(agent, manager, { language, ...(models ? { models } : {}) });
  await agent.context().close();
  await manager.context().close();
  return scene;
}

/** What the deadlines on the screen come from, once the machine is chosen. A question that the page takes back has no answer to read. */
const promised = (page: Page, serial: string) =>
  new Promise<Deadlines>((found) => {
    const hear = (response: Response) => {
      if (!response.url().includes('/api/v1/case-previews') || !response.url().includes(serial) || !response.ok()) return;
      response.json().then(
        (deadlines: Deadlines) => {
          page.off('response', hear);
          found(deadlines);
        },
        () => undefined,
      );
    };
    page.on('response', hear);
  });

const clockTime = (instant: string) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** From the ringing telephone to the saved case; returns how many keys it took. */
async function takeCall(agent: Keys, t: Words, language: Language, scene: Scene, serial: string, save: string): Promise<{ number: string; keys: number; promise: Deadlines }> {
  const { page } = agent;
  await page.goto('/work');
  await expect(page.getByRole('heading', { level: 1, name: t('cases.work') })).toBeVisible();
  await ring(page, scene.phone);
  // Another telephone may be ringing still: answered is the one that is shown.
  await expect(page.getByRole('banner').getByText(`${scene.contact} · ${scene.phone}`)).toBeVisible();
  const before = agent.count;
  const first = scene.serials.length === 1 ? promised(page, serial) : null;
  await agent.press('Alt+a');
  await expect(page.getByText(t('cases.numberMatches'))).toBeVisible();
  let answer = first;
  if (!first) {
    await expect(page.getByRole('combobox', { name: t('cases.machineHint') })).toBeFocused();
    answer = promised(page, serial);
    await agent.type(serial.slice(-4));
    await agent.press('Enter');
  }
  await expect(page.getByRole('combobox', { name: t('cases.symptom'), exact: true })).toBeFocused();
  const promise = await (answer as Promise<Deadlines>);
  expect(promise.deadlines.map((one) => one.milestone)).toEqual(['RESPONSE', 'ON_SITE', 'RESTORE', 'RESOLVE']);
  // What the server promises stands beside the form while one still types.
  const form = page.getByRole('region', { name: t('cases.case'), exact: true });
  for (const { milestone, dueAt } of promise.deadlines) {
    await expect(form.getByText(t(`cases.milestone.${milestone}`), { exact: true }).locator('..')).toContainText(clockTime(dueAt));
  }
  await agent.type(symptom[language].typed);
  await expect(form.getByRole('textbox', { name: t('cases.subject') })).toHaveValue(symptom[language].name);
  await expect(page).toHaveURL(/\/work\/call\//);
  await agent.press(save);
  await expect(page).toHaveURL(/\/cases\/C-/);
  return { number: /C-\d+-\d+/.exec(page.url())?.[0] ?? '', keys: agent.count - before, promise };
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  const t = words(language);

  for (const [machines, models] of [['one machine', ['7979Q7C']], ['several machines', ['7979Q7C', '888798X', '6623ISN']]] as const) {
    test(`a known caller with ${machines} is a saved case within ${mostKeys} keys (${language})`, async ({ browser }) => {
      const scene = await callerFor(browser, language, [...models]);
      const agent = await keyboardPerson(browser, 'AGENT', language);
      const serial = scene.serials.at(-1) as string;
      const { number, keys, promise } = await takeCall(agent, t, language, scene, serial, 'Control+Enter');
      test.info().annotations.push({ type: 'keys', description: String(keys) });
      expect(keys).toBeLessThanOrEqual(mostKeys);
      const saved = await call<{ symptom: { nameZh: string; nameEn: string }; asset: { serial: string }; contact: { name: string }; clock: { milestones: { kind: string; dueAt: string }[] } }>(agent.page, 'GET', `/api/v1/cases/${number}`);
      expect(saved.asset.serial).toBe(serial);
      expect(saved.contact.name).toBe(scene.contact);
      expect([saved.symptom.nameZh, saved.symptom.nameEn]).toContain(symptom[language].name);
      // The clock that now runs keeps the promise that was shown, from the moment of saving on.
      for (const { milestone, dueAt } of promise.deadlines) {
        const kept = saved.clock.milestones.find((one) => one.kind === milestone)?.dueAt ?? '';
        expect(Math.abs(Date.parse(kept) - Date.parse(dueAt))).toBeLessThan(120_000);
      }
      expect(await agent.pointerEvents()).toBe(0);
      await agent.page.context().close();
    });
  }

  test(`the whole loop without a mouse (${language})`, async ({ browser }) => {
    test.setTimeout(300_000);
    const scene = await callerFor(browser, language);
    const serial = scene.serials[0] as string;
    const agent = await keyboardPerson(browser, 'AGENT', language);
    const number = await test.step('the agent', async () => (await takeCall(agent, t, language, scene, serial, 'Control+Shift+Enter')).number);

    const support = await keyboardPerson(browser, 'TECHNICAL_SUPPORT', language);
    const cause = await test.step('technical support', () => predict(support, t, number));

    const dispatcher = await keyboardPerson(browser, 'DISPATCHER', language);
    const workOrder = await openWorkOrder(dispatcher.page, number);
    const booked = await test.step('the dispatcher', () => send(dispatcher, t, workOrder));
    const engineer = await keyboardPerson(browser, await accountOf(dispatcher.page, booked.engineerName), language, { phone: true });
    await test.step('the engineer', () => carryOut(engineer, t, language, booked, cause, scene));
    await test.step('the agent closes', () => close(agent, t, language, number));
    for (const one of [agent, support, dispatcher, engineer]) {
      expect(await one.pointerEvents()).toBe(0);
      await one.page.context().close();
    }
  });
}

/** Changes what the engine predicts: its first cause with little probability, and another part: Enter leads from the list to the diagnosis. */
async function predict(support: Keys, t: Words, caseNumber: string): Promise<string> {
  const { page } = support;
  await page.goto('/support');
  const line = page.getByRole('row').filter({ hasText: caseNumber });
  await support.tabTo(page.getByRole('grid').locator('[data-row][data-row="0"] > [tabindex="0"], [data-row="-1"] > [tabindex="0"]'));
  await support.downTo(line);
  await support.press('Enter');
  const panel = page.getByRole('complementary', { name: t('diagnosis.panel') });
  await expect(panel.getByRole('link', { name: caseNumber })).toBeFocused();
  await support.tabTo(panel.getByRole('button', { name: t('diagnosis.change'), exact: true }));
  await support.press('Enter');
  const cause = panel.getByRole('combobox', { name: t('diagnosis.cause') }).first();
  await support.tabTo(cause);
  const name = await cause.inputValue();
  expect(name).not.toBe('');
  // Another probability than the one that was predicted, and little enough for all of them to stay within a hundred.
  await support.tabTo(panel.getByRole('textbox', { name: t('diagnosis.probability') }).first());
  await support.retype('5');
  const part = panel.getByRole('combobox', { name: t('diagnosis.part', { slot: 1 }) });
  await support.tabTo(part);
  await support.retype('FF-CBL-DISK');
  await expect(page.getByRole('option', { name: /FF-CBL-DISK$/ })).toBeVisible();
  await support.press('ArrowDown');
  await support.press('Enter');
  await expect(part).toHaveValue(/FF-CBL-DISK/);
  await support.tabTo(panel.getByRole('button', { name: t('diagnosis.save'), exact: true }));
  await support.press('Enter');
  await expect(page.getByText(t('diagnosis.saved', { number: caseNumber }))).toBeVisible();
  return name;
}

/** Sends whom the engine proposes first; who that is depends on the hour. */
async function send(dispatcher: Keys, t: Words, workOrder: string): Promise<Booked> {
  const { page } = dispatcher;
  await page.goto('/unassigned');
  const line = page.getByRole('row').filter({ hasText: workOrder });
  await expect(page.getByRole('grid').first().getByRole('row').nth(1)).toBeVisible();
  const isThere = async () => (await line.count()) > 0 && (await line.evaluate((row) => row.contains(document.activeElement)));
  // J goes down from wherever one is; what is far below is drawn when one comes near.
  for (let step = 0; step < 120 && !(await isThere()); step++) await dispatcher.press('j');
  await dispatcher.press('Enter');
  const whom = page.getByRole('complementary', { name: t('dispatch.whom') });
  await expect(whom.getByRole('link', { name: workOrder })).toBeVisible();
  await dispatcher.tabTo(button(whom, t('dispatch.assign', { name: '' })));
  await dispatcher.press('Enter');
  await expect(line).toHaveCount(0);
  return bookedFor(page, workOrder);
}

async function carryOut(engineer: Keys, t: Words, language: Language, { workOrder, visit, startsAt }: Booked, cause: string, scene: Scene) {
  const { page } = engineer;
  const zh = language === 'zh-CN';
  const order = () => call<Order>(page, 'GET', `/api/v1/work-orders/${workOrder}`);
  const day = dayAtTheHouse(Date.parse(startsAt));
  await page.goto('/m');
  if (day !== dayAtTheHouse(Date.now())) {
    await engineer.tabTo(page.locator(`a[href="/m?date=${day}"]`));
    await engineer.press('Enter');
  }
  const card = page.getByRole('article').filter({ has: page.locator(`a[href="/m/visits/${visit}"]`) });
  await engineer.tabTo(card.getByRole('heading').getByRole('link'));
  await engineer.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/m/visits/${visit}`));
  const foot = page.getByRole('contentinfo');
  for (const step of ['ACCEPT', 'TRAVEL', 'ARRIVE']) {
    await expect(foot.getByRole('button', { name: t(`mobile.step.${step}`), exact: true })).toBeVisible();
    await engineer.press('Control+Enter');
  }
  await expect(page.getByRole('button', { name: t('mobile.part.other') })).toBeVisible();

  const { checklist, machine } = await order();
  await engineer.tabTo(page.getByLabel(t('mobile.serial.label')));
  await engineer.type(machine?.serial.slice(-4) ?? '');
  for (const { position, kind, low, high } of checklist) {
    const item = page.locator(`#check-${position}`);
    if (kind === 'READING') {
      await engineer.tabTo(item.getByRole('textbox'));
      await engineer.type(String(low ?? high ?? 1));
      await engineer.press('Tab');
    } else {
      await engineer.tabTo(item.getByRole('button').first());
      await engineer.press('Space');
    }
  }
  await engineer.tabTo(page.getByRole('radio', { name: t('mobile.outcome.REPAIRED'), exact: true }));
  await engineer.press('Space');
  await engineer.tabTo(page.getByLabel(t('mobile.report.findings')));
  await engineer.type(zh ? '加电无显示' : 'Fault seen');
  await engineer.tabTo(page.getByLabel(t('mobile.report.actions')));
  await engineer.type(zh ? '更换，自检通过' : 'Replaced, self-test passed');
  await engineer.tabTo(page.locator('#place-TRUE_CAUSE').getByRole('button', { name: cause, exact: true }));
  await engineer.press('Space');
  await engineer.tabTo(page.locator('#place-PREDICTION_RIGHT').getByRole('radio').first());
  const yes = page.locator('#place-PREDICTION_RIGHT').getByRole('radio', { name: t('mobile.yes'), exact: true });
  await engineer.press('Space');
  await expect(yes).toBeChecked();
  await expect.poll(async () => (await order()).missing.map((one) => one.code)).toEqual(['SIGNATURE']);

  // Nothing can be drawn without a pointer: the name is typed instead, and the report says so.
  await engineer.press('Control+Enter');
  await engineer.tabTo(page.getByLabel(t('mobile.sign.name')));
  await engineer.retype(scene.contact);
  const mode = page.getByRole('radiogroup', { name: t('ui.signature.mode') });
  await engineer.tabTo(mode.getByRole('radio').first());
  await engineer.press('ArrowRight');
  await engineer.press('Space');
  await engineer.tabTo(page.getByRole('textbox', { name: t('ui.signature.name') }));
  await engineer.type(scene.contact);
  await engineer.tabTo(page.getByRole('button', { name: t('mobile.sign.confirm') }));
  await engineer.press('Enter');
  const report = page.getByRole('link', { name: t('mobile.pdf') });
  await expect(report).toBeVisible();
  const text = await textOf(await (await page.request.get((await report.getAttribute('href')) ?? '')).body());
  for (const expected of [workOrder, scene.customer, scene.contact, cause]) expect(text).toContain(squeezed(expected));
  await engineer.press('Control+Enter');
  await expect(page.getByRole('heading', { name: t('mobile.ended') })).toBeVisible();
  expect((await order()).status).toBe('COMPLETED');
}

async function close(agent: Keys, t: Words, language: Language, caseNumber: string) {
  const { page } = agent;
  // To the case by its number, as one finds anything.
  await page.goto('/work');
  await expect(page.getByRole('heading', { level: 1, name: t('cases.work') })).toBeVisible();
  await agent.press('Control+k');
  await agent.type(caseNumber);
  await expect(page.getByRole('option', { name: new RegExp(escaped(caseNumber)) }).first()).toBeVisible();
  await agent.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseNumber}`));
  await agent.tabTo(page.getByRole('main').getByRole('button', { name: t('cases.step.close'), exact: true }));
  await agent.press('Enter');
  const dialog = page.getByRole('dialog', { name: t('cases.step.close') });
  await expect(dialog.getByLabel(t('cases.field.customerSaid'))).toBeFocused();
  await agent.type(language === 'zh-CN' ? '好了' : 'Works');
  await agent.tabTo(dialog.getByRole('button', { name: t('cases.step.close'), exact: true }));
  await agent.press('Enter');
  await expect(page.getByRole('main').getByText(t('cases.status.CLOSED'), { exact: true }).first()).toBeVisible();
}

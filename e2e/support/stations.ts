import { expect, type Locator, type Page } from '@playwright/test';
import { dayAtTheHouse } from './days.ts';
import { call } from './house.ts';
import { look } from './look.ts';
import type { Words } from './words.ts';

/*
 * The stations of the loop, each as the person does it on the screen. Only what no person does goes past the screens: the
 * telephone network that rings, and the look-up of numbers by which a test finds its own rows.
 */

/** A button by its words alone: the key that is drawn on it is part of its name. */
export const button = (place: Page | Locator, name: string) => place.getByRole('button', { name: new RegExp(`^${escaped(name)}`) });
export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Types into a field with suggestions and takes the one that is meant. */
export async function choose(place: Page | Locator, page: Page, label: string, typed: string, option: string | RegExp = typed) {
  await place.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('listbox').getByRole('option', { name: option }).first().click();
}

/** The telephone network: somebody calls from this number. */
export const ring = (agent: Page, number: string) => call(agent, 'POST', '/api/v1/calls/simulate', { number });

/** A line of a list that may be longer than the screen: only what is in sight is drawn, so whoever looks for it scrolls. */
export async function lineOf(page: Page, text: string): Promise<Locator> {
  const line = page.getByRole('row').filter({ hasText: text });
  const grid = page.getByRole('grid').first();
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  for (let turn = 0; turn < 60 && (await line.count()) === 0; turn++) {
    await grid.hover();
    // To the end, and from the beginning again: lines come and go while one looks.
    await page.mouse.wheel(0, turn % 20 === 19 ? -20_000 : 400);
    await page.waitForTimeout(200);
  }
  return line;
}

export interface Report {
  phone: string;
  contact: string;
  customer: string;
  serial: string;
  symptom: string;
  said: string;
  stopped?: boolean;
}

/** The agent sees who calls, takes the call and writes the case while the deadline stands beside it. */
export async function takeCall(agent: Page, t: Words, report: Report): Promise<string> {
  if (!agent.url().endsWith('/work')) await agent.goto('/work');
  await expect(agent.getByRole('heading', { level: 1, name: t('cases.work') })).toBeVisible();
  await ring(agent, report.phone);
  const bar = agent.getByRole('banner');
  await expect(bar.getByText(`${report.contact} · ${report.phone}`)).toBeVisible();
  await look(agent, 'ringing');
  await button(bar, t('cases.call.answer')).click();
  await expect(agent).toHaveURL(/\/work\/call\//);
  const desk = agent.getByRole('main');
  await expect(desk.getByText(report.contact).first()).toBeVisible();
  await expect(desk.getByText(t('cases.numberMatches'))).toBeVisible();
  await expect(desk.getByRole('link', { name: report.customer, exact: true })).toBeVisible();
  await desk.getByRole('combobox', { name: t('cases.machineHint') }).fill(report.serial.slice(-4));
  await expect(desk.getByRole('option', { selected: true })).toContainText(report.serial.slice(-6));
  const symptom = desk.getByRole('combobox', { name: t('cases.symptom'), exact: true });
  await symptom.fill(report.symptom);
  await symptom.press('Enter');
  // The server's promise, worked out for this machine's contract, before anything is saved.
  await expect(desk.getByRole('region', { name: t('cases.case'), exact: true }).getByText(t('cases.milestone.RESTORE'), { exact: true })).toBeVisible();
  await desk.getByLabel(t('cases.description')).fill(report.said);
  if (report.stopped) {
    await desk.getByRole('button', { name: new RegExp(`${escaped(t('cases.impact'))}$`) }).click();
    await agent.getByRole('option', { name: t('cases.impact.STOPPED'), exact: true }).click();
  }
  await look(agent, 'case-form');
  await button(desk, t('cases.saveAndRelease')).click();
  await expect(agent).toHaveURL(/\/cases\/C-/);
  await expect(desk.getByText(t('cases.status.RELEASED'), { exact: true }).first()).toBeVisible();
  return /C-\d+-\d+/.exec(agent.url())?.[0] ?? '';
}

export interface Prediction {
  causes: { name: string; percent: number }[];
  /** Numbers of spare parts, at most two. */
  parts: string[];
}

/** Technical support takes the case out of the queue and says what it is and what to carry. */
export async function predict(support: Page, t: Words, caseNumber: string, { causes, parts }: Prediction) {
  await support.goto('/support');
  await (await lineOf(support, caseNumber)).click();
  const panel = support.getByRole('complementary', { name: t('diagnosis.panel') });
  await expect(panel.getByRole('heading', { name: caseNumber })).toBeVisible();
  await fillPrediction(support, panel, t, { causes, parts });
  await expect(support.getByText(t('diagnosis.saved', { number: caseNumber }))).toBeVisible();
}

/** The diagnosis, in the queue or on the page of the case. There are two places for parts and no way to a third. */
export async function fillPrediction(page: Page, panel: Locator, t: Words, { causes, parts }: Prediction) {
  const cause = panel.getByRole('combobox', { name: t('diagnosis.cause') });
  // What the engine predicts stands there already; support says it in its own order.
  const change = panel.getByRole('button', { name: t('diagnosis.change'), exact: true });
  await expect(change.or(cause.first()).first()).toBeVisible();
  if (await change.isVisible()) await change.click();
  await expect(cause.first()).toBeVisible();
  while ((await cause.count()) > 0) await panel.getByRole('button', { name: t('diagnosis.removeCause') }).first().click();
  for (const [position, { name, percent }] of causes.entries()) {
    await panel.getByRole('button', { name: t('diagnosis.addCause') }).click();
    await cause.nth(position).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    const probability = panel.getByRole('textbox', { name: t('diagnosis.probability') }).nth(position);
    await probability.fill(String(percent));
    await probability.blur();
  }
  await expect(panel.getByRole('combobox', { name: t('diagnosis.part', { slot: 3 }) })).toHaveCount(0);
  for (const slot of [1, 2]) {
    const field = panel.getByRole('combobox', { name: t('diagnosis.part', { slot }) });
    const wanted = parts[slot - 1];
    if (wanted) {
      await field.fill(wanted);
      await page.getByRole('option', { name: new RegExp(`${escaped(wanted)}$`) }).click();
    } else if (await field.inputValue()) {
      await field.fill('');
      await field.press('Escape');
    }
  }
  await look(page, 'prediction');
  await panel.getByRole('button', { name: t('diagnosis.save'), exact: true }).click();
}

export interface Booked {
  workOrder: string;
  visit: string;
  startsAt: string;
  engineerName: string;
}

interface Appointment {
  number: string;
  startsAt: string;
  status: string;
  engineerName: string;
}

/** The work order of the case that is still to be done. */
export async function openWorkOrder(page: Page, caseNumber: string): Promise<string> {
  const { items } = await call<{ items: { number: string; status: string }[] }>(page, 'GET', `/api/v1/work-orders?case=${caseNumber}`);
  const open = items.find((one) => !['COMPLETED', 'ENDED_OPEN', 'HANDED_OVER', 'CANCELLED'].includes(one.status));
  if (!open) throw new Error(`${caseNumber} has no open work order`);
  return open.number;
}

/** The dispatcher takes it from the list of what nobody is booked for, and sends the engineer at the time proposed. */
export async function dispatch(dispatcher: Page, t: Words, caseNumber: string, engineerName: string): Promise<Booked> {
  const workOrder = await openWorkOrder(dispatcher, caseNumber);
  await dispatcher.goto('/unassigned');
  await (await lineOf(dispatcher, workOrder)).click();
  const whom = dispatcher.getByRole('complementary', { name: t('dispatch.whom') });
  await expect(whom.getByRole('link', { name: workOrder })).toBeVisible();
  await look(dispatcher, 'dispatch');
  await expect(whom.getByRole('button', { name: t('dispatch.otherTime'), exact: true }).first()).toBeVisible();
  const assign = button(whom, t('dispatch.assign', { name: engineerName }));
  if (await assign.count()) await assign.click();
  else await bookOtherwise(dispatcher, t, whom, engineerName);
  await expect(dispatcher.getByRole('row').filter({ hasText: workOrder })).toHaveCount(0);
  return bookedFor(dispatcher, workOrder);
}

export async function bookedFor(dispatcher: Page, workOrder: string): Promise<Booked> {
  const { items } = await call<{ items: Appointment[] }>(dispatcher, 'GET', `/api/v1/appointments?workOrder=${workOrder}`);
  const booked = items.find((one) => one.status === 'BOOKED');
  if (!booked) throw new Error(`${workOrder} was not booked`);
  return { workOrder, visit: booked.number, startsAt: booked.startsAt, engineerName: booked.engineerName };
}

/** Today the engineer does not work; the dispatcher books him all the same, with eyes open. */
async function bookOtherwise(dispatcher: Page, t: Words, whom: Locator, engineerName: string) {
  await whom.getByRole('button', { name: t('dispatch.otherTime'), exact: true }).first().click();
  const dialog = dispatcher.getByRole('dialog');
  await dialog.getByRole('button', { name: new RegExp(escaped(t('dispatch.engineer'))) }).click();
  await dispatcher.getByRole('option', { name: new RegExp(`^${escaped(engineerName)}`) }).click();
  const book = dialog.getByRole('button', { name: t('dispatch.book'), exact: true });
  const anyway = dialog.getByRole('checkbox', { name: t('dispatch.bookAnyway') });
  const hour = dialog.getByRole('group', { name: new RegExp(`^${escaped(t('dispatch.from'))}`) }).getByRole('spinbutton').nth(3);
  // Where he has something else at the time proposed, and it is late in the day, he comes after work.
  for (const later of ['', '18', '20', '22']) {
    if (later) await hour.pressSequentially(later);
    // The button stands there before what speaks against it is known.
    const isBooked = await expect(async () => {
      if (await dialog.isHidden()) return;
      if (await anyway.isVisible()) await anyway.check({ force: true, timeout: 500 });
      await book.click({ timeout: 500 });
      await expect(dialog).toBeHidden({ timeout: 1_500 });
    }).toPass({ timeout: 6_000 }).then(() => true, () => false);
    if (isBooked) return;
  }
  throw new Error(`${engineerName} is not to be had today`);
}

/** As a finger does it: the circle itself is hidden, and what it stands in may still move when a photo has arrived. */
export async function tapRadio(page: Page, name: string) {
  const radio = page.getByRole('radio', { name, exact: true });
  await page.locator('label').filter({ has: radio }).click();
  await expect(radio).toBeChecked();
}

export interface Work {
  findings: string;
  actions: string;
  causes: string[];
  /** None: nothing was predicted. */
  predictionRight?: boolean;
  /** Built in, and brought back unused. */
  used?: string;
  unused?: string;
  outcome?: string;
  outcomeNote?: string;
}

/** The engineer finds the visit among his days and goes: accepts, sets off, arrives. */
export async function goThere(phone: Page, t: Words, { visit, startsAt }: Booked) {
  const day = dayAtTheHouse(Date.parse(startsAt));
  const today = dayAtTheHouse(Date.now());
  await phone.goto('/m');
  if (day !== today) await phone.getByRole('navigation', { name: t('mobile.days') }).locator(`a[href="/m?date=${day}"]`).click();
  const card = phone.getByRole('article').filter({ has: phone.locator(`a[href="/m/visits/${visit}"]`) });
  await look(phone, 'phone-day');
  await card.getByRole('button', { name: t('mobile.step.ACCEPT') }).click();
  await expect(card.getByText(t('mobile.status.ACCEPTED'))).toBeVisible();
  await card.getByRole('heading').getByRole('link').click();
  await expect(phone).toHaveURL(new RegExp(`/m/visits/${visit}`));
  const foot = phone.getByRole('contentinfo');
  for (const step of ['TRAVEL', 'ARRIVE']) await foot.getByRole('button', { name: t(`mobile.step.${step}`), exact: true }).click();
  await expect(phone.getByRole('button', { name: t('mobile.part.other') })).toBeVisible();
}

interface Check {
  position: number;
  kind: 'CHECK' | 'READING';
  low?: number | null;
  high?: number | null;
}

export interface Order {
  number: string;
  status: string;
  checklist: Check[];
  machine?: { serial: string } | null;
  missing: { code: string }[];
}

/** The machine is the right one, and every check is one tap or one number. */
export async function check(phone: Page, t: Words, workOrder: string) {
  const { checklist, machine } = await call<Order>(phone, 'GET', `/api/v1/work-orders/${workOrder}`);
  if (machine) {
    await phone.getByLabel(t('mobile.serial.label')).fill(machine.serial.slice(-4));
    await expect(phone.getByText(t('mobile.serial.confirmed', { serial: machine.serial }))).toBeVisible();
  }
  for (const { position, kind, low, high } of checklist) {
    const line = phone.locator(`#check-${position}`);
    if (kind === 'READING') {
      await line.getByRole('textbox').fill(String(low ?? high ?? 1));
      await line.getByRole('textbox').blur();
    } else await line.getByRole('button').first().click();
  }
}

/** Parts, findings, what was done, the true cause and whether the prediction was right. */
export async function writeReport(phone: Page, t: Words, work: Work) {
  const { used, unused, findings, actions, causes, predictionRight, outcome = 'REPAIRED', outcomeNote } = work;
  if (used) await movePart(phone, t, used, 'USED', `N${Date.now().toString(36)}`);
  if (unused) await movePart(phone, t, unused, 'RETURNED_UNUSED');
  await tapRadio(phone, t(`mobile.outcome.${outcome}`));
  if (outcomeNote) await phone.getByLabel(t('mobile.report.outcomeNote')).fill(outcomeNote);
  await phone.getByLabel(t('mobile.report.findings')).fill(findings);
  await phone.getByLabel(t('mobile.report.actions')).fill(actions);
  const place = phone.locator('#place-TRUE_CAUSE');
  for (const cause of causes) {
    const likely = place.getByRole('button', { name: cause, exact: true });
    if (await likely.isVisible()) await likely.click();
    else {
      await place.getByRole('button', { name: new RegExp(`^(${escaped(t('mobile.trueCause.other'))}|${escaped(t('mobile.trueCause.choose'))})$`) }).click();
      const drawer = phone.getByRole('dialog');
      await drawer.getByRole('searchbox').fill(cause);
      await drawer.getByRole('button', { name: cause, exact: true }).click();
      await drawer.getByRole('button', { name: t('mobile.trueCause.chosen', { count: causes.indexOf(cause) + 1 }) }).click();
      await expect(drawer).toHaveCount(0);
    }
    await expect(place.getByRole('button', { name: cause, exact: true })).toHaveAttribute('aria-pressed', 'true');
  }
  if (predictionRight !== undefined) await phone.locator('#place-PREDICTION_RIGHT').getByRole('radio', { name: t(predictionRight ? 'mobile.yes' : 'mobile.no'), exact: true }).click();
}

export interface EarlyEnd {
  outcome: string;
  note: string;
  findings?: string;
  causes?: string[];
  predictionRight?: boolean;
  /** Who signs; none where nothing was begun. */
  signer?: string;
}

/** The visit ends without a repair: why, and what was seen. */
export async function endEarly(phone: Page, t: Words, { outcome, note, findings, causes = [], predictionRight, signer }: EarlyEnd) {
  await tapRadio(phone, t(`mobile.outcome.${outcome}`));
  await phone.getByLabel(t('mobile.report.outcomeNote')).fill(note);
  if (findings) await phone.getByLabel(t('mobile.report.findings')).fill(findings);
  for (const cause of causes) await phone.locator('#place-TRUE_CAUSE').getByRole('button', { name: cause, exact: true }).click();
  if (predictionRight !== undefined) await phone.locator('#place-PREDICTION_RIGHT').getByRole('radio', { name: t(predictionRight ? 'mobile.yes' : 'mobile.no'), exact: true }).click();
  if (signer) await sign(phone, t, signer);
  await leave(phone, t);
}

async function movePart(phone: Page, t: Words, part: string, kind: 'USED' | 'RETURNED_UNUSED', serial?: string) {
  const carried = phone.locator('#place-DEAD_PART > div').filter({ hasText: part });
  await carried.getByRole('button', { name: t(`mobile.part.${kind}`), exact: true }).click();
  const drawer = phone.getByRole('dialog', { name: t('mobile.part.title') });
  if (serial) await drawer.getByLabel(t('mobile.part.newSerial')).fill(serial);
  await drawer.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(drawer).toHaveCount(0);
}

/** The phone in the customer's hand: the name, and a signature drawn with the finger. */
export async function sign(phone: Page, t: Words, signer: string) {
  await look(phone, 'phone-report');
  await phone.getByRole('contentinfo').getByRole('button', { name: t('mobile.sign.title') }).click();
  const canvas = phone.locator('canvas');
  await phone.getByLabel(t('mobile.sign.name')).fill(signer);
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is nothing to sign on');
  await phone.mouse.move(box.x + 30, box.y + 90);
  await phone.mouse.down();
  for (let x = 40; x < 240; x += 20) await phone.mouse.move(box.x + x, box.y + 90 - 50 * Math.sin(x / 20));
  await phone.mouse.up();
  await look(phone, 'phone-sign');
  await phone.getByRole('button', { name: t('mobile.sign.confirm') }).click();
  await expect(phone.getByRole('link', { name: t('mobile.pdf') })).toBeVisible();
}

/** The report as the customer gets it. */
export async function reportOf(page: Page, t: Words): Promise<Uint8Array> {
  const pdf = await page.request.get((await page.getByRole('link', { name: t('mobile.pdf') }).getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  return await pdf.body();
}

export async function leave(phone: Page, t: Words) {
  await phone.getByRole('contentinfo').getByRole('button', { name: t('mobile.finish'), exact: true }).click();
  await expect(phone.getByRole('heading', { name: t('mobile.ended') })).toBeVisible();
  await look(phone, 'phone-ended');
}

/** The agent hears that it works again, and closes. */
export async function closeCase(agent: Page, t: Words, caseNumber: string, said: string) {
  if (!agent.url().endsWith(`/cases/${caseNumber}`)) await agent.goto(`/cases/${caseNumber}`);
  const main = agent.getByRole('main');
  await main.getByRole('button', { name: t('cases.step.close'), exact: true }).click();
  const dialog = agent.getByRole('dialog', { name: t('cases.step.close') });
  await dialog.getByLabel(t('cases.field.customerSaid')).fill(said);
  await dialog.getByRole('button', { name: t('cases.step.close'), exact: true }).click();
  await expect(main.getByText(t('cases.status.CLOSED'), { exact: true }).first()).toBeVisible();
}

import { expect, test, type Browser, type Page } from '@playwright/test';
import { call, person, type Language } from '../support/house.ts';
import { knownCaller, type Scene } from '../support/scene.ts';
import { button, check, closeCase, dispatch, endEarly, fillPrediction, goThere, leave, openWorkOrder, predict, sign, takeCall, writeReport, type Booked, type Prediction } from '../support/stations.ts';
import { words, type Words } from '../support/words.ts';

/*
 * The ways a case leaves the straight road, each a state of its own, on the screens of those who meet it. The rules behind
 * them have their module tests; docs/guides/journeys.md says which.
 */
const terms: Record<Language, { symptom: string; mainboard: string; memory: string }> = {
  'zh-CN': { symptom: '开机无显示', mainboard: '主板故障', memory: '内存损坏' },
  en: { symptom: 'No display at power-on', mainboard: 'Mainboard fault', memory: 'Memory damaged' },
};

interface Opened {
  scene: Scene;
  caseNumber: string;
}

/** Each of the people at most once, signed in when first wanted, and gone at the end. */
class House {
  private readonly pages = new Map<string, Page>();
  readonly t: Words;

  constructor(
    private readonly browser: Browser,
    readonly language: Language,
  ) {
    this.t = words(language);
  }

  async of(role: string): Promise<Page> {
    const known = this.pages.get(role);
    if (known) return known;
    const page = await person(this.browser, role, this.language, { phone: role === 'ENGINEER' });
    this.pages.set(role, page);
    return page;
  }

  async leave() {
    for (const page of this.pages.values()) await page.context().close();
  }

  /** A case that was called in and released. */
  async open(): Promise<Opened> {
    const agent = await this.of('AGENT');
    const scene = await knownCaller(agent, await this.of('SERVICE_MANAGER'), { language: this.language, models: ['7979Q7C'] });
    const caseNumber = await takeCall(agent, this.t, { phone: scene.phone, contact: scene.contact, customer: scene.customer, serial: scene.serials[0] as string, symptom: terms[this.language].symptom, said: this.language === 'zh-CN' ? '加电后屏幕全黑' : 'The screen stays black', stopped: true });
    return { scene, caseNumber };
  }

  async predict(caseNumber: string, prediction: Prediction) {
    await predict(await this.of('TECHNICAL_SUPPORT'), this.t, caseNumber, prediction);
  }

  /** Sends the demo engineer, who goes there. */
  async arrive(caseNumber: string): Promise<Booked> {
    const phone = await this.of('ENGINEER');
    const { displayName } = await call<{ displayName: string }>(phone, 'GET', '/api/v1/session');
    const booked = await dispatch(await this.of('DISPATCHER'), this.t, caseNumber, displayName);
    await goThere(phone, this.t, booked);
    return booked;
  }
}

function journey(title: string, language: Language, play: (house: House) => Promise<void>) {
  test(`${title} (${language})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const house = new House(browser, language);
    try {
      await play(house);
    } finally {
      await house.leave();
    }
  });
}

const statusOf = async (page: Page, workOrder: string) => (await call<{ status: string }>(page, 'GET', `/api/v1/work-orders/${workOrder}`)).status;

journey('a wrong prediction leads to a second visit that is predicted anew', 'zh-CN', async (house) => {
  const { t } = house;
  const { mainboard, memory } = terms['zh-CN'];
  const { scene, caseNumber } = await house.open();
  await house.predict(caseNumber, { causes: [{ name: memory, percent: 70 }], parts: ['FF-MEM-X3650'] });
  const first = await house.arrive(caseNumber);
  const phone = await house.of('ENGINEER');
  await endEarly(phone, t, { outcome: 'WRONG_PREDICTION', note: '更换内存后仍无显示', findings: '不是内存', predictionRight: false, signer: scene.contact });
  expect(await statusOf(phone, first.workOrder)).toBe('ENDED_OPEN');

  await house.predict(caseNumber, { causes: [{ name: mainboard, percent: 80 }], parts: ['FF-MB-X3650'] });
  const second = await house.arrive(caseNumber);
  expect(second.workOrder).not.toBe(first.workOrder);
  await expect(phone.getByText(t('mobile.outcome.WRONG_PREDICTION'))).toBeVisible();
  await check(phone, t, second.workOrder);
  await writeReport(phone, t, { used: 'FF-MB-X3650', findings: '主板无输出', actions: '更换主板，自检通过', causes: [mainboard], predictionRight: true });
  await sign(phone, t, scene.contact);
  await leave(phone, t);

  const agent = await house.of('AGENT');
  await closeCase(agent, t, caseNumber, '第二次修好了');
  await expect(agent.getByText(t('cases.secondVisit'), { exact: true }).first()).toBeVisible();
  await agent.goto(`/cases/${caseNumber}?tab=diagnosis`);
  await expect(agent.getByText(t('diagnosis.hit.top'))).toBeVisible();
  await expect(agent.getByText(t('diagnosis.visit', { visit: 2 }))).toBeVisible();
});

journey('a missing part is waited for until it arrives', 'en', async (house) => {
  const { t } = house;
  const { scene, caseNumber } = await house.open();
  await house.predict(caseNumber, { causes: [{ name: terms.en.mainboard, percent: 70 }], parts: [] });
  await house.arrive(caseNumber);
  const phone = await house.of('ENGINEER');
  await endEarly(phone, t, { outcome: 'PART_MISSING', note: 'A mainboard is needed', findings: 'Mainboard without output', predictionRight: true, causes: [terms.en.mainboard], signer: scene.contact });

  const dispatcher = await house.of('DISPATCHER');
  const following = await openWorkOrder(dispatcher, caseNumber);
  await dispatcher.goto('/unassigned');
  const line = dispatcher.getByRole('row').filter({ hasText: following });
  await expect(line).toContainText(t('dispatch.job.WAITING_FOR_PART'));
  await dispatcher.goto(`/work-orders/${following}`);
  await expect(dispatcher.getByText(t('workorder.reason.PART_MISSING'))).toBeVisible();
  await dispatcher.getByRole('button', { name: t('workorder.partArrived') }).click();
  await expect(dispatcher.getByRole('main').getByText(t('workorder.status.RELEASED'), { exact: true }).first()).toBeVisible();
  await dispatcher.goto('/unassigned');
  await expect(line).toContainText(t('dispatch.visitNumber', { visit: 2 }));
  await expect(line).not.toContainText(t('dispatch.job.WAITING_FOR_PART'));
});

journey('a customer who is not ready stops the clock until he is', 'zh-CN', async (house) => {
  const { t } = house;
  const { caseNumber } = await house.open();
  await house.arrive(caseNumber);
  await endEarly(await house.of('ENGINEER'), t, { outcome: 'CUSTOMER_NOT_READY', note: '机房停电，明天再约' });

  const agent = await house.of('AGENT');
  await agent.goto(`/cases/${caseNumber}`);
  const main = agent.getByRole('main');
  await expect(main.getByText(t('cases.status.WAITING_FOR_CUSTOMER'), { exact: true }).first()).toBeVisible();
  await expect(main.getByRole('region', { name: t('sla.title') })).toContainText(t('sla.band.PAUSED'));
  await main.getByRole('button', { name: t('cases.step.customer-ready'), exact: true }).click();
  await expect(main.getByText(t('cases.status.RELEASED'), { exact: true }).first()).toBeVisible();
  await expect(main.getByRole('region', { name: t('sla.title') })).not.toContainText(t('sla.band.PAUSED'));
  expect(await statusOf(agent, await openWorkOrder(agent, caseNumber))).toBe('RELEASED');
});

journey('what one engineer cannot do another one takes over', 'en', async (house) => {
  const { t } = house;
  const { caseNumber } = await house.open();
  const first = await house.arrive(caseNumber);
  const phone = await house.of('ENGINEER');
  const { displayName } = await call<{ displayName: string }>(phone, 'GET', '/api/v1/session');
  await endEarly(phone, t, { outcome: 'HANDED_OVER', note: 'Never opened this model before' });
  expect(await statusOf(phone, first.workOrder)).toBe('HANDED_OVER');

  const dispatcher = await house.of('DISPATCHER');
  const following = await openWorkOrder(dispatcher, caseNumber);
  await dispatcher.goto('/unassigned');
  await dispatcher.getByRole('row').filter({ hasText: following }).click();
  const whom = dispatcher.getByRole('complementary', { name: t('dispatch.whom') });
  await expect(whom.getByRole('link', { name: following })).toBeVisible();
  await whom.getByRole('button').filter({ hasText: t('dispatch.assign', { name: '' }).trim() }).filter({ hasNotText: displayName }).first().click();
  await expect(dispatcher.getByRole('row').filter({ hasText: following })).toHaveCount(0);
  const { items } = await call<{ items: { engineerName: string }[] }>(dispatcher, 'GET', `/api/v1/appointments?workOrder=${following}`);
  expect(items).toHaveLength(1);
  expect(items[0]?.engineerName).not.toBe(displayName);
});

journey('a critical watch keeps the customer informed and ends with an incident report', 'en', async (house) => {
  const { t } = house;
  const { caseNumber } = await house.open();
  const manager = await house.of('SERVICE_MANAGER');
  await manager.goto(`/cases/${caseNumber}`);
  const main = manager.getByRole('main');
  await main.getByRole('button', { name: t('cases.moreSteps') }).click();
  await manager.getByRole('menuitem', { name: t('cases.step.start-watch') }).click();
  const dialog = manager.getByRole('dialog', { name: t('cases.step.start-watch') });
  await dialog.getByLabel(t('cases.field.reason')).fill('Payment run is at stake');
  await dialog.getByLabel(t('cases.field.intervalMinutes')).fill('15');
  await dialog.getByRole('button', { name: t('cases.step.start-watch'), exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await main.getByRole('tab', { name: t('cases.tab.watch') }).click();
  await expect(main.getByText(t('cases.every', { minutes: 15 }))).toBeVisible();
  for (const told of ['The engineer is on his way', 'The part is being changed']) {
    await main.getByLabel(t('cases.progressMessage')).fill(told);
    await main.getByRole('button', { name: t('cases.step.send-progress-message') }).click();
    await expect(main.getByRole('list', { name: t('cases.messages') }).getByText(told)).toBeVisible();
  }
  await main.getByRole('button', { name: t('cases.step.end-watch') }).click();
  await main.getByLabel(t('cases.incidentReport')).fill('Reported at nine, mainboard changed at noon; a spare now lies in the branch store.');
  await main.getByRole('button', { name: t('cases.step.end-watch') }).click();
  await expect(main.getByText(t('cases.reportFigures', { messages: 2, late: 0, missed: 0 }))).toBeVisible();
  await expect(main.getByText(/a spare now lies in the branch store/).first()).toBeVisible();
});

journey('the dedicated engineer opens and diagnoses himself, technical support reviews', 'zh-CN', async (house) => {
  const { t } = house;
  const scene = await knownCaller(await house.of('AGENT'), await house.of('SERVICE_MANAGER'), { language: 'zh-CN', models: ['7979Q7C'] });
  const own = await house.of('DEDICATED_ENGINEER');
  await own.goto('/cases/new');
  await own.getByRole('combobox', { name: t('cases.findCustomer') }).fill(scene.serials[0] as string);
  await own.getByRole('option').filter({ hasText: t('cases.kind.asset') }).first().click();
  const form = own.getByRole('region', { name: t('cases.case'), exact: true });
  const symptom = form.getByRole('combobox', { name: t('cases.symptom'), exact: true });
  await symptom.fill(terms['zh-CN'].symptom);
  await symptom.press('Enter');
  await form.getByRole('button', { name: new RegExp(`${t('cases.channel')}$`) }).click();
  await own.getByRole('option', { name: t('cases.channel.ENGINEER'), exact: true }).click();
  await button(form, t('cases.save')).click();
  await expect(own).toHaveURL(/\/cases\/C-/);
  const caseNumber = /C-\d+-\d+/.exec(own.url())?.[0] ?? '';
  const { displayName } = await call<{ displayName: string }>(own, 'GET', '/api/v1/session');
  await expect(own.getByRole('main').getByText(displayName).first()).toBeVisible();

  await own.getByRole('tab', { name: t('cases.tab.diagnosis') }).click();
  const panel = own.getByRole('tabpanel');
  await fillPrediction(own, panel, t, { causes: [{ name: terms['zh-CN'].mainboard, percent: 90 }], parts: ['FF-MB-X3650'] });
  await expect(panel.getByText(t('diagnosis.reviewPending'))).toBeVisible();

  const support = await house.of('TECHNICAL_SUPPORT');
  await support.goto('/support?waiting=REVIEW');
  await support.getByRole('row').filter({ hasText: caseNumber }).click();
  const review = support.getByRole('complementary', { name: t('diagnosis.panel') });
  await expect(review.getByRole('heading', { name: caseNumber })).toBeVisible();
  await review.getByRole('button', { name: t('diagnosis.agree'), exact: true }).click();
  await expect(support.getByRole('row').filter({ hasText: caseNumber })).toHaveCount(0);
  await own.reload();
  const { displayName: reviewer } = await call<{ displayName: string }>(support, 'GET', '/api/v1/session');
  await expect(own.getByText(t('diagnosis.agreedBy', { name: reviewer }))).toBeVisible();
});

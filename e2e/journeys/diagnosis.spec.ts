import { expect, test, type Page } from '@playwright/test';
import { faults, wear } from '../support/axe.ts';
import { withdraw, type OpenedCase } from '../support/clock.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { knownCaller } from '../support/scene.ts';
import { words } from '../support/words.ts';

interface Predicted {
  causes: { code: string; nameZh: string; nameEn: string; probability: number }[];
  choices: { parts: { number: string; nameZh: string; nameEn: string }[]; promise: number }[];
}

/* From the words of a report to a confirmed prediction, moved by a check; and the pages that say whether we were right. */
for (const language of ['zh-CN', 'en'] as Language[]) {
  const t = words(language);
  const zh = language === 'zh-CN';
  const name = (thing: { nameZh: string; nameEn: string }) => (zh ? thing.nameZh : thing.nameEn);

  test.describe(`diagnosis (${language})`, () => {
    let agent: Page;
    let manager: Page;
    let support: Page;
    const opened: OpenedCase[] = [];

    test.beforeAll(async ({ browser }) => {
      agent = await person(browser, 'AGENT', language);
      manager = await person(browser, 'SERVICE_MANAGER', language);
      support = await person(browser, 'TECHNICAL_SUPPORT', language);
    });

    test.afterAll(async () => {
      if (agent) await withdraw(agent, opened);
      for (const page of [agent, manager, support]) await page?.context().close();
    });

    test('the prediction follows the words, a check moves it, support confirms it', async () => {
      const scene = await knownCaller(agent, manager, { language });
      await agent.goto(`/cases/new?asset=${scene.serials[0]}`);
      const help = agent.getByRole('region', { name: t('cases.helpNow') });
      await expect(help.getByText(t('diagnosis.engine.write'), { exact: true })).toBeVisible();
      await agent.getByLabel(t('cases.description')).fill(zh ? 'DIMM1 报错，光通路内存灯亮' : 'DIMM1 error, light path memory LED is on');
      const memory = zh ? '内存损坏' : 'Memory damaged';
      await expect(help.getByText(memory, { exact: true })).toBeVisible();
      await expect(help.getByText(t('diagnosis.engine.promise'))).toBeVisible();
      await look(agent, `diagnosis-typing-${language}`);

      const { number } = await call<{ number: string }>(agent, 'POST', '/api/v1/cases', {
        channel: 'PHONE', subject: zh ? '开机无显示' : 'No display at power-on', description: '', symptomCode: 'power.no-display', assetSerial: scene.serials[0], impact: 'STOPPED', urgency: 'HIGH',
      });
      opened.push({ number, caseId: '' });
      await support.goto(`/cases/${number}?tab=diagnosis`);
      const panel = support.getByRole('main');
      const before = await call<{ predicted: Predicted }>(support, 'GET', `/api/v1/cases/${number}/diagnosis`);
      const first = before.predicted.causes[0];
      if (!first) throw new Error('nothing is predicted');
      await expect(panel.getByText(name(first), { exact: true }).first()).toBeVisible();
      await panel.getByRole('button', { name: t('diagnosis.engine.showWhy', { cause: name(first) }) }).click();
      await expect(panel.getByRole('button', { name: t('diagnosis.engine.hideWhy', { cause: name(first) }) })).toBeVisible();
      await look(support, `diagnosis-why-${language}`);
      for (const theme of ['light', 'dark']) {
        await wear(support, theme);
        expect(await faults(support)).toEqual([]);
      }

      // What one is writing stays when a check moves the prediction.
      await panel.getByRole('button', { name: t('diagnosis.change'), exact: true }).click();
      const remarks = panel.getByRole('textbox', { name: t('diagnosis.remarks') });
      await remarks.fill('e2e');
      await panel.getByRole('button', { name: t('diagnosis.check.NO'), exact: true }).first().click();
      await expect(panel.getByText(t('diagnosis.check.by', { name: '' }).trim(), { exact: false }).first()).toBeVisible();
      const moved = await call<{ predicted: Predicted }>(support, 'GET', `/api/v1/cases/${number}/diagnosis`);
      expect(moved.predicted.causes.map((cause) => cause.probability)).not.toEqual(before.predicted.causes.map((cause) => cause.probability));

      await expect(remarks).toHaveValue('e2e');
      await panel.getByRole('button', { name: t('diagnosis.confirm'), exact: true }).click();
      await expect(panel.getByText(t('diagnosis.answer.CONFIRMED'))).toBeVisible();
      const said = await call<{ status: string; answer: string; carriedParts: { number: string }[] }>(support, 'GET', `/api/v1/cases/${number}/diagnosis`);
      expect(said).toMatchObject({ status: 'RECORDED', answer: 'CONFIRMED' });
      expect(said.carriedParts.map((part) => part.number).sort()).toEqual((moved.predicted.choices[0]?.parts ?? []).map((part) => part.number).sort());

      // Nor does a colleague who records meanwhile take it away: it is said, and one may have theirs.
      await remarks.fill('mine');
      const { version } = await call<{ version: number }>(support, 'GET', `/api/v1/cases/${number}/diagnosis`);
      await call(support, 'PUT', `/api/v1/cases/${number}/diagnosis`, { unknown: true, likelyCauses: [], parts: [], remarks: 'theirs' }, { 'If-Match': `"${version}"` });
      await expect(panel.getByText(t('diagnosis.overtakenText'))).toBeVisible();
      await expect(remarks).toHaveValue('mine');
      await look(support, `diagnosis-overtaken-${language}`);
      expect(await faults(support)).toEqual([]);
      await panel.getByRole('button', { name: t('diagnosis.takeOver'), exact: true }).click();
      await expect(remarks).toHaveValue('theirs');
      await expect(panel.getByText(t('diagnosis.overtakenText'))).toHaveCount(0);
    });

    test('were we right, weak points, what came back, what was learnt', async () => {
      await support.goto('/support/scores');
      await expect(support.getByRole('article', { name: t('diagnosis.ftf') })).toContainText('%');
      await expect(support.getByRole('img', { name: t('diagnosis.calibration.engine') })).toBeVisible();
      await look(support, `diagnosis-scores-${language}`);
      await support.getByRole('navigation', { name: t('diagnosis.support') }).getByRole('link', { name: t('diagnosis.nav.weak-points') }).click();
      await expect(support.getByRole('img', { name: t('diagnosis.weak.pareto') })).toBeVisible();
      await support.getByRole('radio', { name: t('diagnosis.weak.by.CONDITION') }).click();
      await expect(support).toHaveURL(/by=CONDITION/);
      await expect(support.getByRole('rowheader', { name: t('diagnosis.condition.UNSTABLE_POWER') })).toBeVisible();
      await support.goto('/support/learning');
      await expect(support.getByText(t('diagnosis.model.IN_USE'), { exact: true }).first()).toBeVisible();
      await look(support, `diagnosis-learning-${language}`);
      await support.goto('/support/repeats?all=true');
      await expect(support.getByRole('grid', { name: t('diagnosis.repeats') })).toBeVisible();
    });
  });
}

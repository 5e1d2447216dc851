import { expect, test, type Page } from '@playwright/test';
import { faults, wear } from '../support/axe.ts';
import { openClock, reported, withdraw, type OpenedCase } from '../support/clock.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { knownCaller, type Scene } from '../support/scene.ts';
import { words } from '../support/words.ts';

/*
 * What was promised, and to whom: nothing covers a machine, so a quote comes first; and the customer sees behind a link what
 * the house sees, without an account.
 */
for (const language of ['zh-CN', 'en'] as Language[]) {
  const t = words(language);
  const zh = language === 'zh-CN';

  test.describe(`promises (${language})`, () => {
    let agent: Page;
    let manager: Page;
    const opened: OpenedCase[] = [];

    test.beforeAll(async ({ browser }) => {
      agent = await person(browser, 'AGENT', language);
      manager = await person(browser, 'SERVICE_MANAGER', language);
    });

    test.afterAll(async () => {
      if (agent) await withdraw(agent, opened);
      await agent?.context().close();
      await manager?.context().close();
    });

    test('a machine that nothing covers is repaired after the customer agreed to a quote', async () => {
      const scene = await knownCaller(agent, manager, { language, coverage: 'none' });
      const { number } = await call<{ number: string }>(agent, 'POST', '/api/v1/cases', {
        channel: 'PHONE', subject: zh ? '无合同' : 'Without a contract', description: '', assetSerial: scene.serials[0], impact: 'STOPPED', urgency: 'HIGH',
      });
      opened.push({ number, caseId: '' });
      await agent.goto(`/cases/${number}`);
      const main = agent.getByRole('main');
      await expect(main.getByText(t('cases.quoteFirst'), { exact: true }).first()).toBeVisible();
      await expect(main.getByText(t('cases.quote.status.REQUESTED'), { exact: true })).toBeVisible();

      const send = async (amount: string, text: string) => {
        await main.getByRole('button', { name: new RegExp(`^(${t('cases.quote.send')}|${t('cases.quote.sendAgain')})$`) }).click();
        const dialog = agent.getByRole('dialog', { name: t('cases.quote.send') });
        await dialog.getByLabel(t('cases.quote.amount')).fill(amount);
        await dialog.getByLabel(t('cases.quote.text')).fill(text);
        await look(agent, `quote-send-${language}`);
        await dialog.getByRole('button', { name: t('cases.quote.send') }).click();
        await expect(dialog).toHaveCount(0);
        await expect(main.getByText(t('cases.quote.status.SENT'), { exact: true })).toBeVisible();
      };
      const answer = async (agreed: 'yes' | 'no', word: string) => {
        await main.getByRole('button', { name: t('cases.quote.answer') }).click();
        const dialog = agent.getByRole('dialog');
        await dialog.getByRole('button', { name: new RegExp(t('cases.quote.agreed')) }).first().click();
        await agent.getByRole('option', { name: t(`cases.quote.agreed.${agreed}`), exact: true }).click();
        await dialog.getByLabel(t('cases.quote.customerSaid')).fill(word);
        await dialog.getByRole('button', { name: t('cases.quote.answer') }).click();
        await expect(dialog).toHaveCount(0);
      };

      await send('1280', zh ? '主板更换及上门费' : 'Mainboard and travel');
      await answer('no', zh ? '太贵了' : 'Too expensive');
      await expect(main.getByText(t('cases.quote.status.DECLINED'), { exact: true })).toBeVisible();
      await expect(call(agent, 'POST', `/api/v1/cases/${number}/release`, {})).rejects.toThrow(/cases\.quote-first/);

      await send('980', zh ? '九折优惠' : 'With a discount');
      await answer('yes', zh ? '陈静电话同意' : 'Ann Chen agrees by phone');
      await expect(main.getByText(t('cases.quote.status.AGREED'), { exact: true })).toBeVisible();
      await look(agent, `quote-agreed-${language}`);
      await main.getByRole('button', { name: t('cases.step.release'), exact: true }).click();
      await expect(main.getByText(t('cases.status.RELEASED'), { exact: true }).first()).toBeVisible();
    });

    test('the customer sees the clock and its reasons behind a link, without an account', async ({ browser }) => {
      const scene: Scene = await knownCaller(agent, manager, { language });
      const it = await reported(agent, scene, { subject: zh ? '客户想知道' : 'The customer wants to know', minutes: 90, answered: true });
      opened.push(it);
      const panel = await openClock(agent, t, it);
      await panel.getByRole('button', { name: t('sla.customerLink') }).click();
      const given = agent.getByRole('dialog', { name: t('sla.customerLink') });
      const address = await given.getByLabel(t('sla.customerLink.address')).inputValue();
      await look(agent, `customer-link-${language}`);

      const stranger = await browser.newContext({ locale: language, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
      await stranger.addInitScript((chosen) => localStorage.setItem('firstfix.language', chosen), language);
      const customer = await stranger.newPage();
      await customer.goto(new URL(address).pathname);
      await expect(customer.getByRole('heading', { name: t('sla.customer.title', { number: it.number }) })).toBeVisible();
      await expect(customer.getByRole('listitem').filter({ hasText: t('sla.milestone.RESTORE') })).toBeVisible();
      await expect(customer.getByRole('button', { name: t('sla.ledger.show') })).toHaveCount(0);
      await look(customer, `customer-clock-${language}`);
      for (const theme of ['light', 'dark']) {
        await wear(customer, theme);
        expect(await faults(customer), theme).toEqual([]);
      }
      await look(customer, `customer-clock-dark-${language}`);
      await customer.getByRole('button', { name: t('sla.why.of', { kind: t('sla.milestone.RESTORE') }) }).click();
      await expect(customer.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
      await look(customer, `customer-why-${language}`);

      await customer.goto(`${new URL(address).pathname}x`);
      await expect(customer.getByText(t('sla.customer.gone'), { exact: true })).toBeVisible();
      expect(await faults(customer)).toEqual([]);
      await stranger.close();
    });
  });
}

import { expect, test, type Page } from '@playwright/test';
import { faults, wear } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { words } from '../support/words.ts';

/*
 * The house keeps what it knows about faults: technical support adds a cause, changes it, sees what it was before and brings
 * it back; somebody who may only read sees it all and changes nothing.
 */
for (const language of ['zh-CN', 'en'] as Language[]) {
  const t = words(language);
  const zh = language === 'zh-CN';
  const code = `cooling.walk-${zh ? 'zh' : 'en'}-${Date.now().toString(36)}`;
  const first = zh ? `水泵故障 ${code}` : `Pump fault ${code}`;
  const second = zh ? `水泵卡死 ${code}` : `Pump stuck ${code}`;

  test.describe(`fault trees (${language})`, () => {
    let support: Page;

    test.beforeAll(async ({ browser }) => {
      support = await person(browser, 'TECHNICAL_SUPPORT', language);
    });

    test.afterAll(async () => {
      if (!support) return;
      // Nothing is deleted in this house; what the walk added is retired.
      const { items } = await call<{ items: Record<string, unknown>[] }>(support, 'GET', '/api/v1/trees/causes?limit=500');
      const mine = items.find((one) => one.code === code);
      if (mine) {
        const { parentCode, nameZh, nameEn, families, partKinds } = mine;
        await call(support, 'PUT', `/api/v1/trees/causes/${code}`, { cause: { parentCode, nameZh, nameEn, families, partKinds, active: false }, reason: 'walk' }, { 'If-Match': `"${String(mine.version)}"` });
      }
      await support.context().close();
    });

    test('a cause is added, changed and brought back, with its reasons', async () => {
      await support.goto('/support/trees?tab=causes&code=cooling');
      const main = support.getByRole('main');
      await expect(main.getByRole('treegrid', { name: t('trees.tab.causes') })).toBeVisible();
      await look(support, `trees-group-${language}`);
      await main.getByRole('button', { name: t('trees.new.causes') }).click();
      await main.getByRole('textbox', { name: t('trees.field.code'), exact: true }).fill(code);
      await main.getByLabel(t(zh ? 'trees.field.nameZh' : 'trees.field.nameEn')).fill(first);
      await main.getByRole('button', { name: t('common.save') }).click();
      await expect(main.getByRole('alert')).toBeVisible();
      await look(support, `trees-no-reason-${language}`);
      await main.getByLabel(t('trees.reason')).fill(zh ? '现场遇到' : 'Met at a site');
      await main.getByRole('button', { name: t('common.save') }).click();
      await expect(main.getByText(t('trees.lack.REMEDY'))).toBeVisible();
      await expect(main.getByText(t(zh ? 'trees.lack.ENGLISH' : 'trees.lack.CHINESE'))).toBeVisible();
      await expect(support).toHaveURL(new RegExp(`code=${code}`));
      await look(support, `trees-added-${language}`);

      await main.getByRole('button', { name: t('trees.change') }).click();
      await main.getByLabel(t(zh ? 'trees.field.nameZh' : 'trees.field.nameEn')).fill(second);
      await main.getByLabel(t('trees.reason')).fill(zh ? '更准确' : 'More precise');
      await look(support, `trees-form-${language}`);
      await main.getByRole('button', { name: t('common.save') }).click();
      const history = main.getByRole('list', { name: t('trees.history') });
      await expect(history.getByRole('deletion').filter({ hasText: first })).toBeVisible();
      await expect(history.getByText(t('trees.because', { reason: zh ? '更准确' : 'More precise' }))).toBeVisible();

      await history.getByRole('button', { name: t('trees.bringBackOf', { version: 1 }) }).click();
      const dialog = support.getByRole('dialog');
      await dialog.getByLabel(t('trees.reason')).fill(zh ? '原名更好' : 'The old name was better');
      await dialog.getByRole('button', { name: t('trees.bringBack'), exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(main.getByRole('heading', { name: first })).toBeVisible();
      await look(support, `trees-back-${language}`);
    });

    test('search, what is to be completed, and the keyboard lead to an entry', async () => {
      await support.goto('/support/trees?tab=causes');
      const main = support.getByRole('main');
      const tree = main.getByRole('treegrid', { name: t('trees.tab.causes') });
      await main.getByRole('searchbox', { name: t('trees.search') }).fill('disk.damaged');
      await expect(tree.getByRole('row')).toHaveCount(2);
      await tree.getByRole('row').first().focus();
      await support.keyboard.press('ArrowDown');
      await support.keyboard.press('Enter');
      await expect(support).toHaveURL(/code=disk\.damaged/);
      await expect(main.getByRole('heading', { name: t('trees.about'), exact: true })).toBeVisible();
      await main.getByRole('searchbox', { name: t('trees.search') }).fill('');
      await main.getByRole('radio', { name: new RegExp(t('trees.show.lacking', { count: 0 }).split(/[(（]/)[0]!.trim()) }).click();
      await expect(support).toHaveURL(/show=lacking/);
      await look(support, `trees-lacking-${language}`);
      await main.getByRole('tab', { name: t('trees.tab.checks') }).click();
      await support.goto('/support/trees?tab=checks&code=minimum-set');
      await expect(main.getByText(t('trees.field.signs')).first()).toBeVisible();
      await look(support, `trees-check-${language}`);
      await wear(support, 'dark');
      expect(await faults(support)).toEqual([]);
      await look(support, `trees-check-dark-${language}`);
      await wear(support, 'light');
    });

    test('who may only read changes nothing', async ({ browser }) => {
      const agent = await person(browser, 'AGENT', language);
      await agent.goto('/support/trees?tab=fault-lines&code=no-display-01');
      const main = agent.getByRole('main');
      await expect(main.getByText(t('trees.field.weight'), { exact: true })).toBeVisible();
      await expect(main.getByRole('button', { name: t('trees.change') })).toHaveCount(0);
      await expect(main.getByRole('button', { name: t('trees.new.fault-lines') })).toHaveCount(0);
      await expect(main.getByRole('button', { name: new RegExp(t('trees.bringBack')) })).toHaveCount(0);
      await agent.context().close();
    });
  });
}

import { expect, test } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { words } from '../support/words.ts';

/*
 * The service manager sees how good travel times are, goes back to the house's own profile with a reason, and takes the learnt one
 * over again. The demo has learnt from its own legs.
 */
interface Travel {
  branch: { code: string };
  inForce: { number: number; held: boolean };
  errors: { now: { meanMinutes: number } | null; house: { meanMinutes: number } | null };
  versions: { number: number }[];
}

const seen = (page: Parameters<typeof call>[0]) => call<Travel>(page, 'GET', '/api/v1/travel');

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`travel times are judged and the profile is chosen, ${language}`, async ({ browser }) => {
    const t = words(language);
    const page = await person(browser, 'SERVICE_MANAGER', language);
    const before = await seen(page);
    const learnt = before.versions[0]?.number ?? 0;
    expect(learnt, 'the demo has learnt a profile').toBeGreaterThan(0);

    await page.goto('/board/travel');
    await expect(page.getByRole('heading', { level: 1, name: t('dispatch.travel') })).toBeVisible();
    await expect(page.getByRole('article', { name: t('dispatch.travel.error.mean'), exact: true })).toBeVisible();
    const hours = page.getByRole('radio', { name: t('dispatch.travel.band.MORNING_PEAK') });
    await hours.focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('img', { name: t('dispatch.travel.band.MORNING_PEAK') })).toBeVisible();
    await page.getByText(t('dispatch.travel.asTable'), { exact: true }).click();
    expect(await faults(page)).toEqual([]);
    await look(page, `travel-${language}`);

    const choose = async (button: string, hold: boolean) => {
      await page.getByRole('button', { name: button, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: button });
      await dialog.getByRole('textbox', { name: t('dispatch.travel.reason') }).fill(`J ${Date.now()}`);
      if (!hold) await dialog.getByText(t('dispatch.travel.hold'), { exact: true }).click();
      expect(await faults(page)).toEqual([]);
      await dialog.getByRole('button', { name: t('dispatch.travel.take'), exact: true }).click();
      await expect(dialog).toBeHidden();
    };
    if (before.inForce.number !== 0) {
      await choose(t('dispatch.travel.chooseHouse'), true);
      await expect(page.getByText(t('dispatch.travel.held'), { exact: true })).toBeVisible();
      expect((await seen(page)).inForce).toMatchObject({ number: 0, held: true });
    }
    await choose(t('dispatch.travel.choose', { number: learnt }), false);
    await expect(page.getByText(t('dispatch.travel.held'), { exact: true })).toBeHidden();
    const after = await seen(page);
    expect(after.inForce).toMatchObject({ number: learnt, held: false });
    await page.context().close();
  });
}

test('whoever does not decide on planning is told so', async ({ browser }) => {
  const page = await person(browser, 'DISPATCHER', 'en');
  await page.goto('/board/travel');
  await expect(page.getByRole('main').getByText(words('en')('ui.permission.title'))).toBeVisible();
  await expect(page.getByRole('navigation', { name: words('en')('shell.navigation') }).getByRole('link', { name: words('en')('dispatch.travel.nav') })).toBeHidden();
  await page.context().close();
});

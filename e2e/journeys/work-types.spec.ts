import { expect, test } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { words } from '../support/words.ts';

/*
 * The service manager adds a work type with a checklist, puts a line first, is told what is wrong with a reading, and retires it
 * again. Who does not maintain the catalogue may look and change nothing.
 */
interface WorkType {
  code: string;
  active: boolean;
  expectedMinutes: number;
  crewSize: number;
  checklist: { textEn: string; unit: string; low: number | null; required: boolean }[];
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`a work type is added, changed and retired in ${language}`, async ({ browser }) => {
    const t = words(language);
    const code = `J_${Date.now()}`;
    const [zh, en] = [`深度清洁 ${code}`, `Deep cleaning ${code}`];
    const name = language === 'en' ? en : zh;
    const page = await person(browser, 'SERVICE_MANAGER', language);
    const kept = async () => (await call<{ items: WorkType[] }>(page, 'GET', '/api/v1/work-types')).items.find((type) => type.code === code);
    await page.goto('/admin/work-types');
    await expect(page.getByRole('row').filter({ hasText: 'REPAIR' })).toBeVisible();
    await look(page, `work-types-${language}`);

    await page.getByRole('button', { name: t('workorder.types.new'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('workorder.types.code') }).fill(code.toLowerCase());
    await dialog.getByRole('textbox', { name: t('workorder.types.nameZh') }).fill(zh);
    await dialog.getByRole('textbox', { name: t('workorder.types.nameEn') }).fill(en);
    await dialog.getByRole('textbox', { name: t('workorder.crewSize') }).fill('2');
    await dialog.getByRole('button', { name: t('workorder.types.addCheck') }).click();
    const line = (position: number) => dialog.getByRole('group', { name: t('workorder.types.line', { position }), exact: true });
    await line(1).getByRole('textbox', { name: t('workorder.types.checkZh') }).fill('灰尘已清除');
    await line(1).getByRole('textbox', { name: t('workorder.types.checkEn') }).fill('Dust removed');
    await dialog.getByRole('button', { name: t('workorder.types.addReading') }).click();
    await line(2).getByRole('textbox', { name: t('workorder.types.readingZh') }).fill('进风温度');
    await line(2).getByRole('textbox', { name: t('workorder.types.readingEn') }).fill('Inlet temperature');
    await line(2).getByRole('textbox', { name: t('workorder.types.low') }).fill('15');
    await line(2).getByText(t('workorder.types.required'), { exact: true }).click();
    await dialog.getByRole('textbox', { name: t('workorder.types.reason') }).fill('J');
    await dialog.getByRole('button', { name: t('common.save'), exact: true }).click();
    await expect(dialog.getByRole('alert').first()).toContainText('°C');
    expect(await kept()).toBeUndefined();

    await line(2).getByRole('textbox', { name: t('workorder.types.unit') }).fill('°C');
    await line(2).getByRole('button', { name: t('workorder.types.up') }).click();
    expect(await faults(page)).toEqual([]);
    await look(page, `work-type-dialog-${language}`);
    await dialog.getByRole('button', { name: t('common.save'), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
    expect(await kept()).toMatchObject({ active: true, expectedMinutes: 90, crewSize: 2, checklist: [{ textEn: 'Inlet temperature', unit: '°C', low: 15, required: false }, { textEn: 'Dust removed', required: true }] });

    await page.getByRole('button', { name: t('workorder.types.changeOf', { type: name }), exact: true }).click();
    await dialog.getByText(t('workorder.types.active'), { exact: true }).click();
    await dialog.getByRole('textbox', { name: t('workorder.types.reason') }).fill('J');
    await dialog.getByRole('button', { name: t('common.save'), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(t('workorder.types.retired'));
    expect((await kept())?.active).toBe(false);
    await page.context().close();
  });
}

test('who does not maintain the catalogue changes no work type', async ({ browser }) => {
  const page = await person(browser, 'DISPATCHER', 'en');
  const t = words('en');
  await page.goto('/admin/work-types');
  await expect(page.getByRole('row').filter({ hasText: 'REPAIR' })).toBeVisible();
  await expect(page.getByRole('button', { name: t('workorder.types.new') })).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('workorder.types.change') })).toHaveCount(0);
  await page.context().close();
});

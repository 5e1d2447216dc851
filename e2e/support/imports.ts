import { expect, type Page } from '@playwright/test';
import { call } from './house.ts';
import { look } from './look.ts';
import { escaped } from './stations.ts';
import type { Words } from './words.ts';

interface Kind {
  kind: string;
  label: string;
  fields: { key: string; label: string }[];
}

interface Run {
  rowsTotal: number;
  rowsGood: number;
  rowsChanged: number;
  rowsExisting: number;
  rowsBad: number;
}

/** Brings rows in through the import screen: file chosen, dry run looked at, taken in. @returns what the dry run promised */
export async function bringIn(page: Page, t: Words, kind: string, rows: Record<string, string>[]): Promise<Run> {
  const kinds = await call<Kind[]>(page, 'GET', '/api/v1/import-kinds');
  const chosen = kinds.find((one) => one.kind === kind);
  if (!chosen) throw new Error(`nothing of kind ${kind} can be imported`);
  const keys = Object.keys(rows[0] ?? {});
  const header = keys.map((key) => chosen.fields.find((field) => field.key === key)?.label ?? key);
  const text = [header, ...rows.map((row) => keys.map((key) => row[key] ?? ''))].map((cells) => cells.join(',')).join('\r\n');
  await page.goto('/admin/import');
  const what = page.getByRole('button', { name: new RegExp(`${escaped(t('integration.kind'))}$`) });
  await expect(what).toContainText(kinds[0]?.label ?? '');
  await what.click();
  await page.getByRole('option', { name: chosen.label, exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: t('ui.file.choose') }).click();
  await (await chooser).setFiles({ name: `${kind.toLowerCase()}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) });
  await expect(page).toHaveURL(/\/admin\/import\/.+/);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: `${kind.toLowerCase()}.csv` })).toBeVisible();
  await expect(main.getByText(t('integration.status.CHECKED'), { exact: true })).toBeVisible({ timeout: 30_000 });
  const id = page.url().split('/').at(-1) ?? '';
  const promised = await call<Run>(page, 'GET', `/api/v1/imports/${id}`);
  expect(promised, `dry run of ${kind}`).toMatchObject({ rowsTotal: rows.length, rowsBad: 0, rowsGood: rows.length - promised.rowsExisting - promised.rowsChanged });
  // The screen says the same.
  await expect(main.getByText(t('integration.good'), { exact: true }).locator('..')).toContainText(String(promised.rowsGood));
  await look(page, `import-${kind.toLowerCase()}`);
  const toTakeIn = promised.rowsGood + promised.rowsChanged;
  if (toTakeIn > 0) {
    await main.getByRole('button', { name: t('integration.run', { count: toTakeIn }) }).click();
    await expect(main.getByText(t('integration.status.DONE'), { exact: true })).toBeVisible({ timeout: 60_000 });
    expect(await call<Run>(page, 'GET', `/api/v1/imports/${id}`)).toMatchObject({ rowsBad: 0, rowsGood: promised.rowsGood, rowsChanged: promised.rowsChanged });
  }
  return promised;
}

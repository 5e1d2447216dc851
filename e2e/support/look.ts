import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** A picture for the eye, when FIRSTFIX_PICTURES names a folder; nothing otherwise. */
export async function look(page: Page, name: string) {
  const folder = process.env.FIRSTFIX_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

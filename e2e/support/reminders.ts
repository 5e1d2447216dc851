import { expect, type Locator, type Page } from '@playwright/test';
import { call } from './house.ts';

interface Policy extends Record<string, unknown> {
  code: string;
  version: number;
}

/** Types a moment into the segments of a date field, wherever the language puts them. */
export async function typeMoment(field: Locator, at: Date) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).formatToParts(at);
  for (const type of ['year', 'month', 'day', 'hour', 'minute'] as const) {
    const typed = parts.find((part) => part.type === type)?.value ?? '';
    await field.locator(`[data-type="${type}"]`).pressSequentially(type === 'year' ? typed : typed.padStart(2, '0'));
  }
}

/**
 * Lets promises be heard of at night too, so that the journey is the same at every hour.
 *
 * @returns what puts the policy back as it was
 */
export async function withoutQuietHours(manager: Page): Promise<() => Promise<void>> {
  const path = '/api/v1/reminder-policies/PROMISE';
  const write = async (change: Record<string, unknown>) => {
    const { code, version, ...rest } = await call<Policy>(manager, 'GET', path);
    await call(manager, 'PUT', path, { ...rest, ...change, reason: `journey, ${code}` }, { 'If-Match': `"${version}"` });
  };
  const { quietFrom, quietUntil } = await call<Policy>(manager, 'GET', path);
  await write({ quietFrom: null, quietUntil: null });
  return () => write({ quietFrom, quietUntil });
}

/** The message in the inbox, and through it the reminder itself. */
export async function openFromInbox(page: Page, what: string, panelName: string): Promise<Locator> {
  await page.goto('/inbox');
  const message = page.getByRole('main').getByRole('link').filter({ hasText: what }).first();
  await expect(message).toBeVisible();
  await message.click();
  const panel = page.getByRole('complementary', { name: panelName });
  await expect(panel.getByRole('heading', { level: 2 })).toContainText(what);
  return panel;
}

import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { account, call, type Account, type Language } from './house.ts';

/**
 * Somebody without a mouse: everything goes through key presses, and every key is counted (a chord is as many as its
 * keys). A pointer event on the page, from wherever it came, is a failure at the end.
 */
export class Keys {
  count = 0;

  constructor(readonly page: Page) {}

  async press(chord: string, times = 1) {
    for (let time = 0; time < times; time++) {
      this.count += chord.split('+').length;
      await this.page.keyboard.press(chord);
    }
  }

  async type(text: string) {
    this.count += [...text].length;
    await this.page.keyboard.type(text);
  }

  /** What was there is replaced. */
  async retype(text: string) {
    await this.press('Control+a');
    await this.type(text);
  }

  /** On to a control, as everybody without a mouse gets there. */
  async tabTo(target: Locator, most = 120) {
    // An open list of suggestions hides the rest of the page until Tab closes it; what comes later is waited for.
    if (!(await target.first().isVisible()) && !(await this.isOn(target))) await this.press('Tab');
    await expect(target.first()).toBeVisible();
    for (let step = 0; step < most; step++) {
      if (await this.isOn(target)) return;
      await this.press('Tab');
      // A list that is just closing hides the page a moment longer, and what is reached meanwhile would be passed by.
      if (!(await target.first().isVisible())) await this.page.waitForFunction(() => !document.querySelector('[role="listbox"]'), null, { timeout: 500 }).catch(() => undefined);
    }
    throw new Error(`${target} is not reached with the Tab key`);
  }

  async isOn(target: Locator): Promise<boolean> {
    return (await target.evaluateAll((found) => found.some((one) => one === document.activeElement))) as boolean;
  }

  /** Down in a list until the line that is meant is the one at hand. */
  async downTo(target: Locator, most = 60) {
    await expect(target).toBeVisible();
    for (let step = 0; step < most; step++) {
      if (await target.evaluate((line) => line.contains(document.activeElement))) return;
      await this.press('ArrowDown');
    }
    throw new Error(`${target} is not reached with the arrow keys`);
  }

  async pointerEvents(): Promise<number> {
    return await this.page.evaluate(() => Number(sessionStorage.getItem('pointer-events') ?? 0));
  }
}

/** Signs in with keys alone. @param who a role, or somebody */
export async function keyboardPerson(browser: Browser, who: string | Account, language: Language, { phone }: { phone?: boolean } = {}): Promise<Keys> {
  const context = await browser.newContext({ locale: language, ...(phone ? { viewport: { width: 390, height: 844 } } : {}) });
  await context.addInitScript((chosen) => {
    localStorage.setItem('firstfix.language', chosen);
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) {
      addEventListener(kind, (event) => event.isTrusted && sessionStorage.setItem('pointer-events', String(Number(sessionStorage.getItem('pointer-events') ?? 0) + 1)), true);
    }
  }, language);
  const page = await context.newPage();
  const { userName, password } = typeof who === 'string' ? await account(page.request, who) : who;
  const keys = new Keys(page);
  await page.goto('/login');
  await keys.tabTo(page.getByLabel(/用户名|User name/));
  await keys.type(userName);
  await keys.press('Tab');
  await keys.type(password);
  await keys.press('Enter');
  await expect(page).not.toHaveURL(/\/login/);
  await call(page, 'PUT', '/api/v1/session/language', { language });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  return keys;
}

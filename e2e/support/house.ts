import { expect, type Browser, type Page, type APIRequestContext } from '@playwright/test';

export type Language = 'zh-CN' | 'en';

export interface Account {
  userName: string;
  password: string;
}

interface DemoAccount extends Account {
  displayName: string;
  role: string;
}

/** The demo account of a role, as the sign-in page lists it. */
export async function account(request: APIRequestContext, role: string): Promise<DemoAccount> {
  const options = (await (await request.get('/api/v1/sign-in-options')).json()) as { demoAccounts: DemoAccount[] };
  const found = options.demoAccounts.find((one) => one.role === role);
  if (!found) throw new Error(`no demo account of role ${role}; there are ${options.demoAccounts.map((one) => one.role).join(', ')}`);
  return found;
}

/** Of somebody who is not on the sign-in page; all have the same password. */
export async function accountOf(colleague: Page, name: string): Promise<Account> {
  const { items } = await call<{ items: { name: string; userName: string }[] }>(colleague, 'GET', `/api/v1/colleagues?text=${encodeURIComponent(name)}`);
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}; there are ${items.map((one) => one.name).join(', ')}`);
  return { userName: found.userName, password: (await account(colleague.request, 'ENGINEER')).password };
}

interface PersonOptions {
  phone?: boolean;
}

/** Somebody at their own browser, signed in through the sign-in page. */
export async function person(browser: Browser, role: string, language: Language, { phone }: PersonOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: language,
    ...(phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : {}),
  });
  await context.addInitScript((chosen) => localStorage.setItem('firstfix.language', chosen), language);
  const page = await context.newPage();
  const { userName, password } = await account(page.request, role);
  await page.goto('/login');
  await page.getByLabel(/用户名|User name/).fill(userName);
  await page.getByLabel(/密码|Password/).fill(password);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/login/);
  if ((await page.locator('html').getAttribute('lang')) !== language || (await call<{ language: string }>(page, 'GET', '/api/v1/session')).language !== language) {
    // The account's own language would win otherwise.
    await call(page, 'PUT', '/api/v1/session/language', { language });
    await page.reload();
  }
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  return page;
}

/** Asks the API with the session of this page, as the screens do. */
export async function call<Answer = unknown>(page: Page, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const cookies = await page.context().cookies();
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const response = await page.request.fetch(path, {
    method,
    headers: { 'X-XSRF-TOKEN': token, ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}), ...headers },
    ...(body === undefined ? {} : { data: body }),
  });
  if (!response.ok()) throw new Error(`${method} ${path} answered ${response.status()}: ${await response.text()}`);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}

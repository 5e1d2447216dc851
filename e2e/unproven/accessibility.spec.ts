import { expect, test, type Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';

/*
 * No accessibility fault on any page, in both languages and both themes. Pages of one thing are opened with a thing that
 * the demo organisation has.
 */
interface Listed {
  items: Record<string, unknown>[];
}

async function first(page: Page, list: string, field: string): Promise<string> {
  const { items } = await call<Listed>(page, 'GET', list);
  const [item] = items;
  if (!item) throw new Error(`${list} is empty`);
  return String(item[field]);
}

type Route = string | ((page: Page) => Promise<string>);

const routes: Record<string, Route[]> = {
  AGENT: [
    '/work',
    '/cases',
    '/cases/new',
    async (page) => `/cases/${await first(page, '/api/v1/cases?limit=1', 'number')}`,
    '/customers',
    async (page) => `/customers/${await first(page, '/api/v1/customers?limit=1', 'number')}`,
    async (page) => `/sites/${await first(page, '/api/v1/sites?limit=1', 'number')}`,
    '/assets',
    async (page) => `/assets/${await first(page, '/api/v1/assets?limit=1', 'serial')}`,
    '/contracts',
    async (page) => `/contracts/${await first(page, '/api/v1/contracts?limit=1', 'number')}`,
    '/inbox',
  ],
  DISPATCHER: [
    '/unassigned',
    '/at-risk',
    '/day',
    '/work-orders',
    async (page) => `/work-orders/${await first(page, '/api/v1/work-orders?limit=1', 'number')}`,
    async (page) => `/reports/${await first(page, '/api/v1/work-orders?limit=1&status=COMPLETED', 'number')}`,
    '/engineers',
  ],
  TECHNICAL_SUPPORT: ['/support'],
  SERVICE_MANAGER: ['/admin/calendars', '/admin/coverage', '/admin/import', '/admin/mail'],
  ADMINISTRATOR: ['/admin/users', '/admin/roles', '/admin/organization', '/admin/ui'],
  ENGINEER: ['/m'],
};

for (const language of ['zh-CN', 'en'] as Language[]) {
  for (const [role, pages] of Object.entries(routes)) {
    test(`every page of ${role} in ${language} is free of accessibility faults`, async ({ browser }) => {
      test.setTimeout(300_000);
      const page = await person(browser, role, language, { phone: role === 'ENGINEER' });
      const found: string[] = [];
      for (const route of pages) {
        const path = typeof route === 'string' ? route : await route(page);
        for (const theme of ['light', 'dark']) {
          await page.evaluate((chosen) => localStorage.setItem('firstfix.theme', chosen), theme);
          await page.goto(path);
          await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
          // The live stream keeps the network busy for ever; what a page asks for is there after this.
          await page.waitForTimeout(800);
          for (const fault of await faults(page)) found.push(`${path} ${theme}: ${fault}`);
        }
      }
      expect(found).toEqual([]);
      await page.context().close();
    });
  }
}

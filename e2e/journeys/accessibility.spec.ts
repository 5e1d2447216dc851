import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { colourFaults, faults, wear } from '../support/axe.ts';
import { dayAtTheHouse } from '../support/days.ts';
import { call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { words } from '../support/words.ts';

/*
 * No accessibility fault on any page, in both languages and both themes. Pages of one thing are opened with a thing that
 * the demo organisation has. The list is held against the console's router: a page that is new there is missing here.
 */
interface Listed {
  items: Record<string, unknown>[];
}

type Opening = (page: Page) => Promise<string>;

const first =
  (list: string, field: string): Opening =>
  async (page) => {
    const { items } = await call<Listed>(page, 'GET', list);
    const [item] = items;
    if (!item) throw new Error(`${list} is empty`);
    return String(item[field]);
  };

/** Somebody calls, as the demo can let it ring. */
const aCall: Opening = async (page) => (await call<{ id: string }>(page, 'POST', '/api/v1/calls/simulate', { number: null })).id;

/** A file that was checked by the dry run and left there. */
const anImport: Opening = async (page) => {
  await page.goto('/admin/import');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('main').getByRole('button', { name: /选择|Choose/ }).last().click();
  await (await chooser).setFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from('\uFEFF名称,等级\r\n,VIP\r\n甲公司,没有这个等级\r\n') });
  await expect(page).toHaveURL(/\/admin\/import\/.+/);
  return page.url().split('/').at(-1) ?? '';
};

const ownVisit: Opening = async (page) => {
  const { code } = await call<{ code: string }>(page, 'GET', '/api/v1/engineers/me');
  for (const shift of [0, 1, 2, -1, -2, -3, 3, 4, -4, -5, -6]) {
    const date = dayAtTheHouse(Date.now() + shift * 86_400_000);
    const { visits } = await call<{ visits: { number: string }[] }>(page, 'GET', `/api/v1/engineers/${code}/day?date=${date}`);
    if (visits[0]) return visits[0].number;
  }
  throw new Error('the demo engineer has no visit within a week');
};

const anExam: Opening = async (page) => {
  const [row] = (await call<{ items: { exam: { code: string } }[] }>(page, 'GET', '/api/v1/exams')).items;
  if (!row) throw new Error('the demo has no exam');
  return row.exam.code;
};

/** The paper of the demo's engineer; begun if there is none yet. */
const ownPaper: Opening = async (page) => {
  const { items } = await call<{ items: { id: string; attempts: { paperId: string }[]; actions: string[] }[] }>(page, 'GET', '/api/v1/my-exams');
  const begun = items.flatMap((exam) => exam.attempts)[0];
  if (begun) return begun.paperId;
  const exam = items.find((one) => one.actions.includes('START'));
  if (!exam) throw new Error('the demo engineer has no exam');
  return (await call<{ id: string }>(page, 'POST', `/api/v1/my-exams/${exam.id}/papers`, {})).id;
};

type Role = 'AGENT' | 'DISPATCHER' | 'TECHNICAL_SUPPORT' | 'SERVICE_MANAGER' | 'ADMINISTRATOR' | 'ENGINEER';

/** Every path of the router, who is at home there, and how the open places are filled. */
const pages: Record<Role, Record<string, Opening | null>> = {
  AGENT: {
    '/': null,
    '/work': null,
    '/work/call/$id': aCall,
    '/cases': null,
    '/cases/new': null,
    '/cases/$number': first('/api/v1/cases?limit=1', 'number'),
    '/customers': null,
    '/customers/new': null,
    '/customers/$number': first('/api/v1/customers?limit=1', 'number'),
    '/sites/$number': first('/api/v1/sites?limit=1', 'number'),
    '/assets': null,
    '/assets/$serial': first('/api/v1/assets?limit=1', 'serial'),
    '/contracts': null,
    '/contracts/$number': first('/api/v1/contracts?limit=1', 'number'),
    '/inbox': null,
    '/reminders': null,
    '/help': null,
    '/help/$number': first('/api/v1/help/articles', 'number'),
  },
  DISPATCHER: {
    '/board': null,
    '/unassigned': null,
    '/at-risk': null,
    '/day': null,
    '/work-orders': null,
    '/work-orders/$number': first('/api/v1/work-orders?limit=1', 'number'),
    '/reports/$number': first('/api/v1/work-orders?limit=1&status=COMPLETED', 'number'),
    '/engineers': null,
    '/engineers/$code': first('/api/v1/engineers?limit=1', 'code'),
  },
  TECHNICAL_SUPPORT: {
    '/support': null,
    '/support/scores': null,
    '/support/weak-points': null,
    '/support/repeats': null,
    '/support/learning': null,
    '/support/trees': null,
    '/kb': null,
    '/kb/new': null,
    '/kb/$number': first('/api/v1/knowledge/articles?status=PUBLISHED&limit=1', 'number'),
    '/kb/$number/edit': first('/api/v1/knowledge/articles?kind=SCRIPT&status=PUBLISHED&limit=1', 'number'),
  },
  SERVICE_MANAGER: {
    '/service-levels': null,
    '/standards': null,
    '/board/policy': null,
    '/board/trials/$id': first('/api/v1/policy-trials?limit=1', 'id'),
    '/board/overrulings': null,
    '/admin/calendars': null,
    '/admin/coverage': null,
    '/admin/work-types': null,
    '/admin/import': null,
    '/admin/import/$id': anImport,
    '/admin/mail': null,
    '/admin/reminders': null,
    '/board/travel': null,
    '/exams': null,
    '/exams/$code': anExam,
    '/exams/lessons': null,
    '/exams/questions': null,
    '/exams/questions/new': null,
    '/exams/questions/$code': first('/api/v1/exam-questions?limit=1', 'code'),
    '/exams/grading': null,
    '/exams/engineers': null,
    '/exams/engineers/$code': first('/api/v1/engineers?limit=1', 'code'),
  },
  ADMINISTRATOR: { '/admin/users': null, '/admin/roles': null, '/admin/organization': null, '/admin/ui': null },
  ENGINEER: { '/m': null, '/m/visits/$number': ownVisit, '/m/exams': null, '/m/exams/$paper': ownPaper, '/my-exams': null, '/my-exams/$paper': ownPaper },
};

const areas = readdirSync(new URL('../../web/i18n/messages/en/', import.meta.url)).map((file) => file.replace('.json', ''));
const keys = new RegExp(`\\b(?:${areas.join('|')})(?:\\.[A-Za-z][\\w-]*){2,}`, 'g');

/** More of the pages that have several faces. */
const faces: Record<string, string[]> = {
  '/board': ['?view=list', '?panel=versions'],
  '/board/policy': ['?focus=notPreferred&value=2600'],
  '/cases/$number': ['?tab=diagnosis', '?tab=files', '?tab=watch'],
  '/support': ['?waiting=REVIEW'],
  '/support/repeats': ['?all=true'],
  '/support/trees': ['?tab=causes&code=disk.damaged', '?tab=fault-lines&code=no-display-01', '?tab=checks&code=minimum-set'],
  '/kb': ['?tab=review', '?tab=usefulness', '?tab=worth', '?q=nothing%20like%20this%20zzz'],
  '/kb/new': ['?kind=SCRIPT'],
};

/** The sign-in page is walked in the journey of signing in, what a customer's link leads to in that of promises. */
const elsewhere = ['/login', '/clock/$secret'];

test('every page of the router is walked', () => {
  const source = new URL('../../web/apps/console/src/', import.meta.url);
  const files = ['shell/routes.tsx', ...readdirSync(new URL('areas/', source), { withFileTypes: true }).filter((area) => area.isDirectory()).map((area) => `areas/${area.name}/routes.tsx`)];
  const routed = files.flatMap((file) => [...readFileSync(new URL(file, source), 'utf8').matchAll(/\bpath: '([^']+)'/g)].map((match) => match[1] ?? ''));
  expect(routed.length).toBeGreaterThan(30);
  expect([...Object.values(pages).flatMap((own) => Object.keys(own)), ...elsewhere].sort()).toEqual([...new Set(routed)].sort());
});

for (const language of ['zh-CN', 'en'] as Language[]) {
  for (const [role, own] of Object.entries(pages)) {
    test(`every page of ${role} in ${language} is free of accessibility faults`, async ({ browser }) => {
      test.setTimeout(300_000);
      const page = await person(browser, role, language, { phone: role === 'ENGINEER' });
      const found: string[] = [];
      page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
      page.on('response', (answer) => answer.status() >= 400 && found.push(`${page.url()}: ${answer.status()} ${answer.url()}`));
      for (const [route, open] of Object.entries(own)) {
        const path = open ? route.replace(/\$\w+/, encodeURIComponent(await open(page))) : route;
        for (const address of [path, ...(faces[route] ?? []).map((face) => path + face)]) {
          await page.goto(address);
          await settled(page);
          await wear(page, 'light');
          for (const fault of await faults(page)) found.push(`${address}: ${fault}`);
          for (const slip of await slips(page)) found.push(`${address}: ${slip}`);
          // Colours are the same in every language.
          if (language !== 'zh-CN') continue;
          await wear(page, 'dark');
          for (const fault of await colourFaults(page)) found.push(`${address} dark: ${fault}`);
        }
      }
      expect(found).toEqual([]);
      await page.context().close();
    });
  }
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`a list of suggestions in ${language} is free of accessibility faults, with matches and without`, async ({ browser }) => {
    const page = await person(browser, 'SERVICE_MANAGER', language);
    const t = words(language);
    await page.goto('/assets');
    await page.getByRole('main').getByRole('button', { name: t('asset.new'), exact: true }).click();
    const site = page.getByRole('dialog').getByRole('combobox', { name: t('asset.site') });
    const [{ name }] = (await call<{ items: [{ name: string }] }>(page, 'GET', '/api/v1/sites?limit=1')).items;
    for (const [typed, found] of [[name, page.getByRole('option').first()], ['????', page.getByRole('listbox').getByText(t('ui.noMatches'))]] as const) {
      await site.fill(typed);
      await expect(found).toBeVisible();
      for (const theme of ['light', 'dark']) {
        await wear(page, theme);
        expect(await faults(page, 'label-content-name-mismatch'), `${typed} ${theme}`).toEqual([]);
      }
      await look(page, `suggestions-${typed === '????' ? 'none' : 'some'}-${language}`);
    }
    await page.context().close();
  });
}

/** What nobody wrote for people: keys of texts that no catalogue has words for, values that are none; and a page wider than its window. */
async function slips(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return [...new Set([...(text.match(keys) ?? []), ...(text.match(/\b(?:undefined|NaN|Invalid Date)\b|\[object \w+\]/g) ?? [])]), ...(wide ? ['wider than the window'] : [])];
}

/** The page has its heading and nothing of it is still on the way. */
async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForTimeout(300);
}

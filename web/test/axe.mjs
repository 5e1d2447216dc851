// No accessibility fault on sign-in, shell and the living page: both languages, both themes, overlays open.
// `npm run build` first. It runs against `vite preview` of the built console and a tiny fake of the session endpoints.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { startFake } from './fake.mjs';

const dist = fileURLToPath(new URL('../apps/console/dist', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const fake = await startFake(dist);
process.env.FIRSTFIX_API = fake.url;
const server = await preview({ configFile: fileURLToPath(new URL('../apps/console/vite.config.ts', import.meta.url)), preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
const url = `http://127.0.0.1:${server.httpServer.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const faults = [];
let checks = 0;

async function check(page, name) {
  await page.waitForTimeout(350);
  const { violations } = await page.evaluate((only) => window.axe.run(document, { runOnly: { type: 'tag', values: only } }), tags);
  checks++;
  for (const violation of violations) {
    faults.push(`${name}: ${violation.id} – ${violation.help}`);
    for (const node of violation.nodes.slice(0, 4)) faults.push(`    ${node.target.join(' ')} ${node.html.slice(0, 220)}`);
  }
}

const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

for (const language of ['zh-CN', 'en']) {
  const words = Object.assign({}, ...['common', 'shell', 'ui', 'gallery', 'login'].map((area) => JSON.parse(readFileSync(new URL(`../i18n/messages/${language}/${area}.json`, import.meta.url), 'utf8'))));
  for (const theme of ['light', 'dark']) {
    const name = `${language} ${theme}`;
    const context = await browser.newContext({ viewport: { width: 1440, height: 860 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
    await page.addInitScript(axe);
    await page.addInitScript(
      ([l, t]) => {
        localStorage.setItem('firstfix.language', l);
        localStorage.setItem('firstfix.theme', t);
      },
      [language, theme],
    );

    fake.state.signedIn = false;
    await page.goto(`${url}/login`);
    await page.waitForSelector('h1');
    await page.waitForSelector('#demo-accounts');
    await check(page, `${name} /login`);
    await button(page, words['login.signIn']).click();
    await check(page, `${name} /login missing`);
    await page.locator('input[name=username]').fill('chen.jie');
    await page.locator('input[name=password]').fill('wrong');
    await button(page, words['login.signIn']).click();
    await page.getByRole('alert').waitFor();
    await check(page, `${name} /login refused`);
    await page.getByText('wang.wei').or(page.locator('section button').nth(1)).first().click();
    await button(page, words['login.signIn']).click();

    await page.waitForSelector('nav');
    await page.waitForSelector('h1');
    await check(page, `${name} shell`);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await check(page, `${name} palette`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words['shell.language'], exact: true }).click();
    await check(page, `${name} language menu`);
    await page.keyboard.press('Escape');

    await page.goto(`${url}/admin/ui`);
    await page.waitForSelector('[role=grid]');
    await check(page, `${name} /admin/ui`);
    for (const key of ['gallery.dialog', 'gallery.drawer', 'gallery.conflict', 'gallery.menu', 'gallery.popover']) {
      await button(page, words[key]).click();
      await check(page, `${name} ${key}`);
      if (key === 'gallery.conflict') await page.getByRole('dialog').getByRole('button', { name: words['common.cancel'] }).click();
      else await page.keyboard.press('Escape');
      await page.waitForTimeout(150);
    }
    await button(page, words['gallery.toastUndo']).click();
    await check(page, `${name} toast`);
    await page.getByRole('button', { name: words['ui.openCalendar'] }).first().click();
    await check(page, `${name} calendar`);
    await page.keyboard.press('Escape');
    for (const key of ['gallery.list.loading', 'gallery.list.empty', 'gallery.list.error']) {
      await page.getByRole('radio', { name: words[key], exact: true }).click();
      await check(page, `${name} ${key}`);
    }
    await page.getByRole('tab', { name: words['gallery.assets'] }).click();
    await check(page, `${name} tree`);
    await page.getByRole('radio', { name: words['gallery.density.touch'], exact: true }).click();
    await check(page, `${name} touch`);
    await page.locator('body').click({ position: { x: 700, y: 70 } });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await check(page, `${name} shortcuts`);
    await page.keyboard.press('Escape');
    await context.close();
  }
}
await browser.close();
await server.close();
fake.stop();
for (const fault of faults) console.error(fault);
console.log(`${checks} checks, ${faults.filter((fault) => !fault.startsWith('    ')).length} violations`);
process.exit(faults.length > 0 ? 1 : 0);

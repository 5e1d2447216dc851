// Pictures of the pages for human eyes: node test/look.mjs <folder> [path …]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startFake } from './fake.mjs';

const [folder = '/tmp/firstfix-pictures', ...paths] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const fake = await startFake(fileURLToPath(new URL('../apps/console/dist', import.meta.url)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const path of paths.length > 0 ? paths : ['/login', '/admin/ui']) {
  for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']]) {
    fake.state.signedIn = path !== '/login';
    const page = await browser.newPage({ viewport: { width: 1440, height: Number(process.env.HEIGHT ?? 860) } });
    page.on('pageerror', (error) => console.log(path, 'ERROR', error.message));
    page.on('console', (message) => message.type() === 'error' && console.log(path, message.text()));
    await page.addInitScript(([l, th]) => {
      localStorage.setItem('firstfix.language', l);
      localStorage.setItem('firstfix.theme', th);
    }, [language, theme]);
    await page.goto(fake.url + path);
    await page.waitForSelector('h1', { timeout: 8000 }).catch(() => console.log(path, 'no h1'));
    await page.waitForTimeout(400);
    const name = `${path.replaceAll(/\W+/g, '-').replace(/^-/, '') || 'home'}-${language}-${theme}`;
    await page.screenshot({ path: `${folder}/${name}.png` });
    await page.close();
  }
}
await browser.close();
fake.stop();

import { expect, test, type Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';
import { words } from '../support/words.ts';

/*
 * The operator's map file beneath the board's map: `support/map-file.mjs` writes one, FIRSTFIX_MAP_FILE names it to the server. WebGL is computed by the
 * processor here.
 */
test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  },
});

/** Share of the pixels of the map's frame that are coloured about like this. */
async function share(page: Page, [red, green, blue]: [number, number, number]): Promise<number> {
  const picture = (await page.locator('[role=application]').screenshot()).toString('base64');
  return page.evaluate(
    async ({ data, wanted }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('nothing to draw on');
      context.drawImage(bitmap, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let like = 0;
      for (let at = 0; at < pixels.length; at += 4) if (wanted.every((value, index) => Math.abs((pixels[at + index] ?? 0) - value) <= 3)) like++;
      return (like * 4) / pixels.length;
    },
    { data: picture, wanted: [red, green, blue] },
  );
}

async function dispatcher(...[browser, language]: [Parameters<typeof person>[0], Language]): Promise<Page> {
  const page = await person(browser, 'DISPATCHER', language);
  const { mapFile } = await call<{ mapFile: string | null }>(page, 'GET', '/api/v1/board/map');
  test.skip(mapFile === null, 'this server has no map file; start it with FIRSTFIX_MAP_FILE');
  return page;
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`the board is drawn on the map file, light and dark, and nothing comes from elsewhere, in ${language}`, async ({ browser }) => {
    const page = await dispatcher(browser, language);
    const t = words(language);
    const strangers: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== new URL(page.url()).origin) strangers.push(request.url());
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    const ranges: string[] = [];
    page.on('request', (request) => request.url().includes('/map-file') && ranges.push(request.headers().range ?? 'all of it'));

    await page.goto('/board?view=map');
    await expect(page.locator('[data-drawn]')).toBeAttached({ timeout: 60_000 });
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.every((range) => range.startsWith('bytes='))).toBe(true);
    expect(await share(page, [0xbc, 0xd6, 0xea]), 'the lakes of the light map').toBeGreaterThan(0.01);
    await expect(page.getByText('© Nobody surveyed this')).toBeVisible();
    await expect(page.locator('[data-place][data-kind="visit"], [data-place][data-kind="home"]').first()).toBeAttached();

    // The same keys as ever: the ground goes along.
    const map = page.getByRole('application');
    await map.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/at=/);
    await page.keyboard.press('0');
    await expect(page).not.toHaveURL(/at=/);

    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => share(page, [0x16, 0x34, 0x4f]), { message: 'the lakes of the dark map', timeout: 30_000 }).toBeGreaterThan(0.01);
    expect(await faults(page)).toEqual([]);
    await expect(page.getByText(t('dispatch.map.noWebGl'))).toBeHidden();
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`a browser without WebGL shows the schematic map and says so in ${language}`, async ({ playwright }) => {
    const plain = await playwright.chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'] });
    try {
      const page = await dispatcher(plain, language);
      const asked: string[] = [];
      page.on('request', (request) => void (/TileGround|map-file/.test(request.url()) && asked.push(request.url())));
      await page.goto('/board?view=map');
      await expect(page.getByText(words(language)('dispatch.map.noWebGl'))).toBeVisible();
      await expect(page.locator('[data-place]').first()).toBeAttached();
      await expect(page.locator('[data-drawn]')).toHaveCount(0);
      expect(await faults(page)).toEqual([]);
      expect(asked, 'what could not be drawn is not loaded').toEqual([]);
    } finally {
      await plain.close();
    }
  });
}

test('a map file that cannot be read any more gives way to the schematic map, and the page says so', async ({ browser }) => {
  const page = await dispatcher(browser, 'en');
  await page.route('**/api/v1/map-file*', (route) => route.abort());
  await page.goto('/board?view=map');
  await expect(page.getByText(words('en')('dispatch.map.unreadable'))).toBeVisible();
  await expect(page.locator('[data-place]').first()).toBeAttached();
});

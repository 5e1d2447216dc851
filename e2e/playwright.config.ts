import { defineConfig } from '@playwright/test';

/*
 * Journeys in a real browser against a really started server: `./firstfix test journeys` starts one with demo data and
 * says where it is. By hand: FIRSTFIX_URL=http://localhost:8080 npm test
 */
export default defineConfig({
  testDir: 'journeys',
  // Two cores and one server: more browsers would only make each other slow.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.FIRSTFIX_URL ?? 'http://localhost:8080',
    browserName: 'chromium',
    viewport: { width: 1440, height: 860 },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Recording takes as much of the two cores as the journeys do.
    trace: process.env.FIRSTFIX_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});

import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/* How fast the screens are, without a GPU, on a branch that BoardDay made (benchmarks/README.md). Not part of the journeys: it needs a quiet machine. */
export default defineConfig({
  ...journeys,
  testDir: 'performance',
  timeout: 300_000,
  use: { ...journeys.use, viewport: { width: 1600, height: 900 }, trace: 'off', screenshot: 'off' },
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * Accessibility faults of the page as it stands, WCAG 2.2 AA and best practice, no rule switched off.
 *
 * @param more rules that axe still calls experimental
 */
export function faults(page: Page, ...more: string[]): Promise<string[]> {
  return run(page, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
  });
}

/** Those that another theme can add to a page without faults: a theme is colours and nothing else. */
export function colourFaults(page: Page): Promise<string[]> {
  return run(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

async function run(page: Page, options: object): Promise<string[]> {
  await settled(page);
  await page.evaluate(source);
  const result = (await page.evaluate(`axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`)) as { violations: Violation[] };
  return result.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join(' | ')}`);
}

/** Colours that are on their way are nobody's colours. What never ends, as the pulse of something that loads, is not waited for. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every((one) => one.playState === 'finished' || one.effect?.getComputedTiming().endTime === Infinity));

/** As the theme switch does it, without asking for the page again. */
export async function wear(page: Page, theme: string) {
  await page.evaluate((chosen) => {
    localStorage.setItem('firstfix.theme', chosen);
    document.documentElement.dataset.theme = chosen;
  }, theme);
  await settled(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain(theme);
}

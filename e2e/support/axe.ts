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
export async function faults(page: Page, ...more: string[]): Promise<string[]> {
  await page.evaluate(source);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: ${JSON.stringify(Object.fromEntries(more.map((rule) => [rule, { enabled: true }])))} })`,
  )) as { violations: Violation[] };
  return result.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join(' | ')}`);
}

/** As the theme switch does it, without asking for the page again. */
export async function wear(page: Page, theme: string) {
  await page.evaluate((chosen) => {
    localStorage.setItem('firstfix.theme', chosen);
    document.documentElement.dataset.theme = chosen;
  }, theme);
  // Colours that are on their way are nobody's colours.
  await page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState === 'finished'));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain(theme);
}

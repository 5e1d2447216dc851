import { expect, type Locator, type Page } from '@playwright/test';
import { call } from './house.ts';
import type { Scene } from './scene.ts';
import type { Words } from './words.ts';

export type MilestoneKind = 'RESPONSE' | 'ON_SITE' | 'PART_DELIVERY' | 'RESTORE' | 'RESOLVE';

interface Milestone {
  kind: MilestoneKind;
  status: string;
  targetSeconds: number;
  dueAt?: string | null;
  remainingSeconds?: number | null;
  reachedAt?: string | null;
  missed: boolean;
}

export interface ClockFile {
  caseId: string;
  clock: { status: string; milestones: Milestone[] };
  priority: string;
  entries: { kind: string; occurredAt: string; recordedAt: string; reason: string; details: Record<string, unknown> }[];
  pauses: { from: string; until?: string | null; reason: string; evidence: string; workingSeconds: number }[];
  pausedSeconds: number;
}

export interface OpenedCase {
  number: string;
  caseId: string;
}

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

interface Fault {
  subject: string;
  minutes: number;
  impact?: string;
  urgency?: string;
  /** Five minutes later the desk had answered. */
  answered?: boolean;
}

/** A fault the customer told us of some time ago; entered past the screens, because it is not what the journey is about. */
export async function reported(agent: Page, scene: Scene, { subject, minutes, impact = 'STOPPED', urgency = 'HIGH', answered = false }: Fault): Promise<OpenedCase> {
  // To the minute: the screen shows no seconds, and sums of what it shows are to be exact.
  const reportedAt = new Date(Math.floor((Date.now() - minutes * 60_000) / 60_000) * 60_000).toISOString();
  const { number, clock } = await call<{ number: string; clock: { caseId: string } }>(agent, 'POST', '/api/v1/cases', {
    channel: 'PHONE', subject, description: '', assetSerial: scene.serials[0], impact, urgency, reportedAt,
  });
  if (answered) await call(agent, 'POST', `/api/v1/cases/${number}/respond`, { at: new Date(Date.parse(reportedAt) + 300_000).toISOString() });
  return { number, caseId: clock.caseId };
}

/** Out of the queues again: what a journey leaves open would stand above the cases of the next one. */
export async function withdraw(agent: Page, opened: OpenedCase[]) {
  for (const { number } of opened) {
    const { actions } = await call<{ actions: string[] }>(agent, 'GET', `/api/v1/cases/${number}`);
    if (actions.includes('cancel')) await call(agent, 'POST', `/api/v1/cases/${number}/cancel`, { reason: 'journey' });
  }
}

export const clockOf = (page: Page, { caseId }: OpenedCase) => call<ClockFile>(page, 'GET', `/api/v1/clocks/${caseId}`);

export function milestone({ clock }: ClockFile, kind: MilestoneKind): Milestone {
  const found = clock.milestones.find((one) => one.kind === kind);
  if (!found) throw new Error(`the clock has no ${kind}`);
  return found;
}

export function dueOf(file: ClockFile, kind: MilestoneKind): number {
  const { dueAt } = milestone(file, kind);
  if (!dueAt) throw new Error(`${kind} has no due time`);
  return Date.parse(dueAt);
}

/** An instant as this browser writes it, in the zone of the site; English is the English of Europe, day before month. */
export const shown = (page: Page, instant: string | number, zone = 'Asia/Shanghai') =>
  page.evaluate(
    ([at, timeZone]) =>
      new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at)),
    [instant, zone] as const,
  );

/** Service time as the screens write it: hours and minutes, never days. */
export function serviceTime(t: Words, seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return t('common.duration.minutes', { m });
  return m === 0 ? t('common.duration.hours', { h }) : t('common.duration.hoursMinutes', { h, m });
}

/** And read back from the screen; a dash is nothing. */
export function minutesOf(text: string): number {
  const hours = /(\d+)\s*(?:h|小时)/.exec(text);
  const minutes = /(\d+)\s*(?:min|分)/.exec(text);
  return Number(hours?.[1] ?? 0) * 60 + Number(minutes?.[1] ?? 0);
}

/** The case on the screen, with its clock. */
export async function openClock(page: Page, t: Words, { number }: OpenedCase): Promise<Locator> {
  await page.goto(`/cases/${number}`);
  const panel = page.getByRole('main').getByRole('region', { name: t('sla.title') });
  await expect(panel).toBeVisible();
  return panel;
}

/** A step of the case that stands behind "More". */
export async function moreStep(page: Page, t: Words, step: string) {
  await page.getByRole('main').getByRole('button', { name: t('cases.moreSteps'), exact: true }).click();
  await page.getByRole('menuitem', { name: t(`cases.step.${step}`), exact: true }).click();
  return page.getByRole('dialog', { name: t(`cases.step.${step}`) });
}

/** Everything that happened to the clock, in its dialog; a row is found by its kind and one more text. */
export async function ledger(page: Page, panel: Locator, t: Words, { number }: OpenedCase): Promise<Locator> {
  await panel.getByRole('button', { name: t('sla.ledger.show') }).click();
  const dialog = page.getByRole('dialog', { name: t('sla.dialog', { number }) });
  await expect(dialog.getByRole('columnheader', { name: t('sla.ledger.what') })).toBeVisible();
  return dialog;
}

export const line = (dialog: Locator, t: Words, kind: string, ...texts: string[]) =>
  texts.reduce((rows, text) => rows.filter({ hasText: text }), dialog.getByRole('row').filter({ has: dialog.page().getByText(t(`sla.entry.${kind}`), { exact: true }) }));

import { expect, test, type Browser } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { call, person, type Language } from '../support/house.ts';
import { words } from '../support/words.ts';

/*
 * An engineer takes an exam on the phone: answers are kept at once, a reload goes on where it was, and the result is there
 * after handing in. The exam is made of the demo's questions, so that the journey can be walked any number of times.
 */

interface Line {
  code: string;
  kind: string;
}

interface Paper {
  questions: { choices: { id: string; text: { zh: string; en: string } }[]; chosen: string[] }[];
}

async function assigned(browser: Browser, code: string): Promise<void> {
  const manager = await person(browser, 'SERVICE_MANAGER', 'en');
  const { items } = await call<{ items: Line[] }>(manager, 'GET', '/api/v1/exam-questions?status=ACTIVE&skill=SERVER');
  const fixed = items.filter((one) => one.kind === 'SINGLE_CHOICE').slice(0, 3).map((one) => one.code);
  expect(fixed.length, 'the demo has questions in use').toBe(3);
  await call(manager, 'POST', '/api/v1/exams', {
    code,
    exam: { titleZh: `考试 ${code}`, titleEn: `Exam ${code}`, skill: 'SERVER', level: 3, passPercent: 60, minutes: 10, attemptsAllowed: 1, waitHours: 0, validityMonths: 12, renewDays: 0, drawing: { fixed, easy: 0, medium: 0, hard: 0 } },
  });
  await call(manager, 'POST', `/api/v1/exams/${code}/open`, { dueAt: null }, { 'If-Match': '"0"' });
  const engineer = await person(browser, 'ENGINEER', 'en');
  const me = await call<{ code: string }>(engineer, 'GET', '/api/v1/engineers/me');
  await call(manager, 'POST', `/api/v1/exams/${code}/assignments`, { engineers: [me.code], dueAt: new Date(Date.now() + 86_400_000).toISOString(), reason: '' });
  // Only one paper may be open: one that another journey began is handed in first.
  const mine = await call<{ items: { openPaper: string | null }[] }>(engineer, 'GET', '/api/v1/my-exams');
  for (const { openPaper } of mine.items) if (openPaper) await call(engineer, 'POST', `/api/v1/exam-papers/${openPaper}/hand-in`, {});
  await engineer.context().close();
  await manager.context().close();
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  test(`an exam on the phone, ${language}`, async ({ browser }) => {
    const t = words(language);
    const code = `J-${Date.now().toString(36).toUpperCase()}`;
    await assigned(browser, code);
    const phone = await person(browser, 'ENGINEER', language, { phone: true });
    await phone.goto('/m/exams');
    const card = phone.getByRole('region', { name: code });
    await expect(card).toBeVisible();
    expect(await faults(phone)).toEqual([]);
    await card.getByRole('button', { name: t('exam.mine.start', { minutes: 10 }) }).click();
    await expect(phone).toHaveURL(/\/m\/exams\/.+/);
    await expect(phone.getByRole('timer')).toBeVisible();
    await phone.getByRole('radio').first().check();
    await expect(phone.getByText(t('exam.taking.kept'), { exact: true })).toBeVisible();
    const id = phone.url().split('/').at(-1);
    await phone.reload();
    await expect(phone.getByRole('button', { name: t('exam.taking.goAnswered', { number: 1 }) })).toBeVisible();
    expect((await call<Paper>(phone, 'GET', `/api/v1/exam-papers/${id}`)).questions[0]?.chosen).toHaveLength(1);
    for (const number of [2, 3]) {
      await phone.getByRole('button', { name: t('exam.taking.goOpen', { number }) }).click();
      await phone.getByRole('radio').first().check();
      await expect(phone.getByRole('button', { name: t('exam.taking.goAnswered', { number }) })).toBeVisible();
    }
    const target = await phone.getByRole('button', { name: t('exam.taking.handIn') }).boundingBox();
    expect(target?.height ?? 0).toBeGreaterThanOrEqual(48);
    expect(await faults(phone)).toEqual([]);
    await phone.getByRole('button', { name: t('exam.taking.handIn') }).click();
    await phone.getByRole('alertdialog').getByRole('button', { name: t('exam.taking.handIn') }).click();
    await expect(phone.getByRole('region', { name: t('exam.result') })).toBeVisible();
    await expect(phone.getByText(t('exam.explanation'), { exact: true }).first()).toBeVisible();
    expect(await faults(phone)).toEqual([]);
  });
}

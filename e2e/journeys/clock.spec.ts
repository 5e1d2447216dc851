import { expect, test, type Page } from '@playwright/test';
import { clockOf, dueOf, ledger, line, milestone, minutesAgo, minutesOf, moreStep, openClock, reported, serviceTime, shown, withdraw, type MilestoneKind, type OpenedCase } from '../support/clock.ts';
import { faults, wear } from '../support/axe.ts';
import { dayAtTheHouse } from '../support/days.ts';
import { account, call, person, type Language } from '../support/house.ts';
import { look } from '../support/look.ts';
import { openFromInbox, typeMoment, withoutQuietHours } from '../support/reminders.ts';
import { knownCaller, type Scene } from '../support/scene.ts';
import { button, dispatch, escaped } from '../support/stations.ts';
import { words } from '../support/words.ts';

/*
 * The clock as people meet it: paused with evidence and resumed, another priority, reopened, corrected by late word from
 * the field, and asked why. What lies hours back is told to the server with the time it happened, as phones do that were
 * without a network; everything that is looked at is looked at on the screen.
 */

const kinds: MilestoneKind[] = ['RESPONSE', 'ON_SITE', 'RESTORE'];
const hour = 3_600_000;

/** Where it is three in the morning now: nothing is open there, on any day of the week. */
function zoneAtNight(): string {
  const shift = ((3 - new Date().getUTCHours() + 36) % 24) - 12;
  // The signs of these zones are those of POSIX, west is plus.
  return `Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`;
}

for (const language of ['zh-CN', 'en'] as Language[]) {
  const t = words(language);
  const zh = language === 'zh-CN';

  test.describe(`the clock (${language})`, () => {
    let agent: Page;
    let manager: Page;
    let scene: Scene;
    const opened: OpenedCase[] = [];
    const fault = async (...[page, where, what]: Parameters<typeof reported>) => {
      const it = await reported(page, where, what);
      opened.push(it);
      return it;
    };

    test.beforeAll(async ({ browser }) => {
      agent = await person(browser, 'AGENT', language);
      manager = await person(browser, 'SERVICE_MANAGER', language);
      scene = await knownCaller(agent, manager, { language, pauseRights: [{ reason: 'CUSTOMER_NOT_READY', evidenceRequired: true, longestMinutes: 480 }] });
    });

    test.afterAll(async () => {
      if (agent) await withdraw(agent, opened);
      await agent?.context().close();
      await manager?.context().close();
    });

    test('stands still only for a reason the contract permits, with evidence', async () => {
      const it = await fault(agent, scene, { subject: zh ? '机房停电' : 'No power in the room', minutes: 120, answered: true });
      const panel = await openClock(agent, t, it);
      const left = milestone(await clockOf(agent, it), 'RESTORE').remainingSeconds ?? 0;
      const dialog = await moreStep(agent, t, 'wait-for-customer');
      const reason = dialog.getByRole('button', { name: new RegExp(`${escaped(t('cases.field.reason'))}`) });
      const confirm = dialog.getByRole('button', { name: t('cases.step.wait-for-customer') });

      await test.step('a reason it does not name lets the clock go on', async () => {
        await reason.click();
        await agent.getByRole('option', { name: t('contract.pause.reason.NOT_ON_SITE') }).click();
        await expect(dialog.getByText(t('cases.hold.goesOn'))).toBeVisible();
        await expect(dialog.getByText(t('cases.hold.goesOnText'))).toBeVisible();
      });

      await test.step('one that it names needs evidence', async () => {
        await reason.click();
        await agent.getByRole('option', { name: t('contract.pause.reason.CUSTOMER_NOT_READY') }).click();
        await expect(dialog.getByText(t('cases.hold.stopsHint', { time: serviceTime(t, 480 * 60) }))).toBeVisible();
        await confirm.click();
        await expect(dialog.getByText(t('cases.mustBeFilled'))).toBeVisible();
        await look(agent, `clock-hold-${language}`);
        // Who goes past the screen is refused by the server.
        await expect(call(agent, 'POST', `/api/v1/cases/${it.number}/wait-for-customer`, { reason: 'CUSTOMER_NOT_READY', evidence: ' ' })).rejects.toThrow(/sla\.pause-without-evidence/);
        await expect(call(agent, 'POST', `/api/v1/cases/${it.number}/wait-for-customer`, { reason: 'NOT_ON_SITE', evidence: 'x' })).rejects.toThrow(/sla\.pause-not-permitted/);
        expect((await clockOf(agent, it)).clock.status).toBe('RUNNING');
      });

      const evidence = zh ? '机房主管陈静 14:05 来电：UPS 检修' : 'Ann Chen by phone, 14:05: UPS under repair';
      await dialog.getByLabel(t('cases.field.evidence')).fill(evidence);
      await confirm.click();
      await expect(dialog).toHaveCount(0);

      await test.step('it shows that it stands still, with what is left', async () => {
        const main = agent.getByRole('main');
        await expect(main.getByText(t('cases.status.WAITING_FOR_CUSTOMER'), { exact: true }).first()).toBeVisible();
        await expect(panel.getByText(t('sla.band.PAUSED'), { exact: true }).first()).toBeVisible();
        await expect(panel.getByText(t('sla.pause.CUSTOMER_NOT_READY'))).toBeVisible();
        const file = await clockOf(agent, it);
        expect(file.clock.status).toBe('PAUSED');
        const restore = milestone(file, 'RESTORE');
        expect(restore.dueAt ?? null).toBeNull();
        expect(Math.abs((restore.remainingSeconds ?? 0) - left)).toBeLessThan(60);
        await expect(panel.getByRole('listitem').filter({ hasText: t('sla.milestone.RESTORE') })).toContainText(t('sla.leftPaused', { time: serviceTime(t, restore.remainingSeconds ?? 0) }));
        await look(agent, `clock-paused-${language}`);
      });

      await test.step('the list of pauses names reason, evidence and author', async () => {
        await panel.getByRole('button', { name: t('sla.pauses.show') }).click();
        const list = agent.getByRole('dialog', { name: t('sla.dialog', { number: it.number }) });
        const row = list.getByRole('row').filter({ hasText: evidence });
        await expect(row).toContainText(t('sla.pause.CUSTOMER_NOT_READY'));
        await expect(row).toContainText(t('sla.pauses.still'));
        await expect(row).toContainText((await call<{ displayName: string }>(agent, 'GET', '/api/v1/session')).displayName);
        await look(agent, `clock-pauses-${language}`);
        await agent.keyboard.press('Escape');
      });
    });

    test('goes on, and the deadline moves by what was paused in open hours', async () => {
      const evidence = zh ? '短信：门禁卡未到' : 'Text message: no access card yet';
      const it = await fault(agent, scene, { subject: zh ? '等门禁' : 'Waiting for access', minutes: 180, answered: true });
      const before = dueOf(await clockOf(agent, it), 'RESTORE');
      await call(agent, 'POST', `/api/v1/cases/${it.number}/wait-for-customer`, { reason: 'CUSTOMER_NOT_READY', evidence, at: minutesAgo(90) });
      const panel = await openClock(agent, t, it);
      await expect(panel.getByText(t('sla.band.PAUSED'), { exact: true }).first()).toBeVisible();
      await button(agent.getByRole('main'), t('cases.step.customer-ready')).click();
      await expect(panel.getByText(t('sla.band.PAUSED'), { exact: true })).toHaveCount(0);

      const file = await clockOf(agent, it);
      const after = dueOf(file, 'RESTORE');
      expect(file.pausedSeconds).toBeGreaterThanOrEqual(90 * 60);
      expect(file.pausedSeconds).toBeLessThan(92 * 60);
      expect(Math.abs(after - before - file.pausedSeconds * 1000)).toBeLessThan(1000);
      await expect(panel.getByRole('listitem').filter({ hasText: t('sla.milestone.RESTORE') })).toContainText(t('sla.dueAt', { at: await shown(agent, after) }));
      await expect(panel.getByText(t('sla.head.pausedTotal', { time: serviceTime(t, file.pausedSeconds) }))).toBeVisible();

      const dialog = await ledger(agent, panel, t, it);
      await expect(line(dialog, t, 'PAUSED', evidence)).toContainText(t('sla.pause.CUSTOMER_NOT_READY'));
      const [paused] = file.pauses;
      await expect(line(dialog, t, 'RESUMED', t('sla.pause.CUSTOMER_NOT_READY'))).toContainText(t('sla.ledger.pausedSince', { from: await shown(agent, paused?.from ?? '') }));
      await expect(line(dialog, t, 'RESUMED', t('sla.pause.CUSTOMER_NOT_READY'))).toContainText(`${t('sla.milestone.RESTORE')} ${await shown(agent, after)}`);
      await look(agent, `clock-resumed-${language}`);
      await agent.keyboard.press('Escape');
    });

    test('a pause while nothing is open moves nothing', async () => {
      const zone = zoneAtNight();
      const asleep = await knownCaller(agent, manager, { language, models: ['7979Q7C'], coverage: '5x9', zone });
      const it = await fault(agent, asleep, { subject: zh ? '夜里' : 'In the night', minutes: 100 });
      const before = await clockOf(agent, it);
      await call(agent, 'POST', `/api/v1/cases/${it.number}/wait-for-customer`, { reason: 'CUSTOMER_NOT_READY', evidence: 'x', at: minutesAgo(60) });
      const panel = await openClock(agent, t, it);
      await button(agent.getByRole('main'), t('cases.step.customer-ready')).click();
      await expect(panel.getByText(t('sla.band.PAUSED'), { exact: true })).toHaveCount(0);
      const after = await clockOf(agent, it);
      expect(after.pausedSeconds).toBe(0);
      for (const kind of kinds) expect(dueOf(after, kind)).toBe(dueOf(before, kind));
      await panel.getByRole('button', { name: t('sla.pauses.show') }).click();
      await expect(agent.getByRole('dialog').getByText(t('sla.pauses.summary', { time: serviceTime(t, 0) }))).toBeVisible();
      await agent.keyboard.press('Escape');
    });

    test('another priority is another deadline, with the reason in the ledger', async () => {
      const it = await fault(agent, scene, { subject: zh ? '一块硬盘黄灯' : 'One amber disk', minutes: 10, impact: 'NONE', urgency: 'LOW' });
      const before = await clockOf(agent, it);
      expect(before.priority).not.toBe('P1');
      const panel = await openClock(agent, t, it);
      const dialog = await moreStep(agent, t, 'correct');
      await dialog.getByRole('button', { name: new RegExp(`${escaped(t('cases.priorityAgainst'))}$`) }).click();
      await agent.getByRole('option', { name: 'P1', exact: true }).click();
      const save = dialog.getByRole('button', { name: t('common.save'), exact: true });
      await save.click();
      await expect(dialog.getByText(t('cases.mustBeFilled'))).toBeVisible();
      const why = zh ? '第二块盘也报警，客户停产' : 'A second disk warns, production stands still';
      await dialog.getByLabel(t('cases.field.reason')).fill(why);
      await save.click();
      await expect(dialog).toHaveCount(0);

      const file = await clockOf(agent, it);
      expect(file.priority).toBe('P1');
      const start = Date.parse(file.entries.find((entry) => entry.kind === 'STARTED')?.occurredAt ?? '');
      for (const kind of kinds) {
        expect(dueOf(file, kind)).toBe(start + milestone(file, kind).targetSeconds * 1000);
        expect(dueOf(file, kind)).toBeLessThan(dueOf(before, kind));
        await expect(panel.getByRole('listitem').filter({ hasText: t(`sla.milestone.${kind}`) })).toContainText(t('sla.dueAt', { at: await shown(agent, dueOf(file, kind)) }));
      }
      const entries = await ledger(agent, panel, t, it);
      const changed = line(entries, t, 'TERMS_CHANGED', why);
      await expect(changed).toContainText(`7x24x4 ${before.priority} → 7x24x4 P1`);
      await expect(changed).toContainText(`${t('sla.milestone.RESTORE')} ${await shown(agent, dueOf(file, 'RESTORE'))}`);
      await look(agent, `clock-priority-${language}`);
      await agent.keyboard.press('Escape');
    });

    test('reopened, the time to restore counts on from where it stood', async () => {
      const it = await fault(agent, scene, { subject: zh ? '内存报错' : 'Memory error', minutes: 120 });
      const before = dueOf(await clockOf(agent, it), 'RESTORE');
      await call(agent, 'POST', `/api/v1/cases/${it.number}/resolve-remotely`, { causeCode: 'memory.damaged', resolution: zh ? '重新插拔' : 'Reseated', at: minutesAgo(60) });
      const panel = await openClock(agent, t, it);
      // It works: only the customer's word is waited for.
      await expect(panel.getByText(t('sla.head.due', { kind: t('sla.milestone.RESOLVE'), due: await shown(agent, dueOf(await clockOf(agent, it), 'RESOLVE')) }), { exact: true })).toBeVisible();
      await button(agent.getByRole('main'), t('cases.step.close')).click();
      await agent.getByRole('dialog').getByRole('button', { name: t('cases.step.close'), exact: true }).click();
      await expect(panel.getByText(t('sla.head.done'))).toBeVisible();
      const why = zh ? '一小时后又报错' : 'It came back after an hour';
      const dialog = await moreStep(agent, t, 'reopen');
      await dialog.getByLabel(t('cases.field.reason')).fill(why);
      await dialog.getByRole('button', { name: t('cases.step.reopen'), exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(agent.getByText(t('cases.reopenedTimes', { count: 1 }))).toBeVisible();

      const file = await clockOf(agent, it);
      const after = dueOf(file, 'RESTORE');
      expect(after - before).toBeGreaterThanOrEqual(hour);
      expect(after - before).toBeLessThan(hour + 60_000);
      expect(milestone(file, 'RESTORE')).toMatchObject({ status: 'RUNNING', missed: false });
      await expect(panel.getByRole('listitem').filter({ hasText: t('sla.milestone.RESTORE') })).toContainText(t('sla.dueAt', { at: await shown(agent, after) }));
      const entries = await ledger(agent, panel, t, it);
      await expect(line(entries, t, 'STOPPED')).toBeVisible();
      await expect(line(entries, t, 'RESTARTED', why)).toContainText(`${t('sla.milestone.RESTORE')} ${await shown(agent, after)}`);
      await look(agent, `clock-reopened-${language}`);
      await agent.keyboard.press('Escape');
    });

    test('late word from a phone without a network puts the clock right', async ({ browser }) => {
      const it = await fault(agent, scene, { subject: zh ? '开机无显示' : 'No display at power-on', minutes: 420 });
      const evidence = zh ? '客户要求等班长到场' : 'Customer wants the shift leader there';
      const [paused, resumed, arrived] = [minutesAgo(300), minutesAgo(180), minutesAgo(240)];
      await call(agent, 'POST', `/api/v1/cases/${it.number}/wait-for-customer`, { reason: 'CUSTOMER_NOT_READY', evidence, at: paused });
      await call(agent, 'POST', `/api/v1/cases/${it.number}/customer-ready`, { at: resumed });
      await call(agent, 'POST', `/api/v1/cases/${it.number}/release`, {});
      // Four hours and two that were paused: by what is known so far nobody was there in time.
      await expect.poll(async () => milestone(await clockOf(agent, it), 'ON_SITE'), { timeout: 40_000 }).toMatchObject({ missed: true, targetSeconds: 4 * 3600 });
      const panel = await openClock(agent, t, it);
      await expect(panel.getByRole('listitem').filter({ hasText: t('sla.milestone.ON_SITE') })).toContainText(t('sla.state.MISSED'));

      const phone = await person(browser, 'ENGINEER', language, { phone: true });
      const { displayName } = await call<{ displayName: string }>(phone, 'GET', '/api/v1/session');
      const dispatcher = await person(browser, 'DISPATCHER', language);
      const { visit } = await dispatch(dispatcher, t, it.number, displayName);
      await dispatcher.context().close();

      await test.step('the phone sends what it had kept', async () => {
        await phone.goto(`/m/visits/${visit}`);
        await expect(phone.getByRole('contentinfo').getByRole('button', { name: t('mobile.step.ACCEPT'), exact: true })).toBeVisible();
        for (const [step, at] of [['accept', minutesAgo(270)], ['travel', minutesAgo(265)], ['arrive', arrived]]) await call(phone, 'POST', `/api/v1/appointments/${visit}/${step}`, { at });
        await phone.reload();
        await expect(phone.getByRole('button', { name: t('mobile.part.other') })).toBeVisible();
        await phone.context().close();
      });

      const file = await clockOf(agent, it);
      expect(milestone(file, 'ON_SITE')).toMatchObject({ missed: false });
      expect(Date.parse(milestone(file, 'ON_SITE').reachedAt ?? '')).toBe(Date.parse(arrived));
      expect(Math.abs(file.pausedSeconds - 3600)).toBeLessThanOrEqual(1);
      await agent.reload();
      const arrival = panel.getByRole('listitem').filter({ hasText: t('sla.milestone.ON_SITE') });
      await expect(arrival).toContainText(t('sla.reachedAt', { at: await shown(agent, arrived) }));
      await expect(arrival).toContainText(t('sla.state.MET'));
      const entries = await ledger(agent, panel, t, it);
      const shortened = line(entries, t, 'CORRECTED', t('sla.ledger.insteadOf', { end: await shown(agent, resumed) }));
      await expect(shortened).toContainText(t('sla.ledger.pausedFromTo', { from: await shown(agent, paused), to: await shown(agent, arrived) }));
      await expect(shortened).toContainText(await shown(agent, arrived));
      await expect(shortened).toContainText(t('sla.ledger.recorded', { at: '' }).trim());
      await expect(line(entries, t, 'CORRECTED', t('sla.milestone.ON_SITE')).first()).toBeVisible();
      await look(agent, `clock-late-${language}`);
      await agent.keyboard.press('Escape');
    });

    test('says why a deadline is where it is, in segments that sum to the target', async () => {
      const office = await knownCaller(agent, manager, { language, models: ['7979Q7C'], coverage: '5x9' });
      const minutes = 26 * 60;
      const reportedOn = dayAtTheHouse(Date.parse(minutesAgo(minutes)));
      const it = await fault(agent, office, { subject: zh ? '蓝屏' : 'Blue screen', minutes, impact: 'DEGRADED', urgency: 'MEDIUM' });
      const panel = await openClock(agent, t, it);
      const file = await clockOf(agent, it);
      for (const kind of kinds) {
        const { targetSeconds } = milestone(file, kind);
        await panel.getByRole('button', { name: t('sla.why.of', { kind: t(`sla.milestone.${kind}`) }) }).click();
        const dialog = agent.getByRole('dialog', { name: t('sla.dialog', { number: it.number }) });
        await expect(dialog.getByText(t('sla.why.due', { due: await shown(agent, dueOf(file, kind)) }))).toBeVisible();
        const rows = dialog.getByRole('row').filter({ has: agent.getByRole('cell') });
        const cells = await rows.evaluateAll((found) => found.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent ?? '')));
        // The night before a later day is closed; a deadline within its own day may be one segment.
        expect(cells.length).toBeGreaterThan(dayAtTheHouse(dueOf(file, kind)) === reportedOn ? 0 : 1);
        expect(cells.reduce((sum, [, , , counted = '']) => sum + minutesOf(counted), 0), `${kind} in minutes`).toBe(targetSeconds / 60);
        const last = cells.at(-1) ?? [];
        expect(last.at(-1)).toBe(serviceTime(t, targetSeconds));
        expect(last[1]?.replace(/\s/g, ' ')).toContain((await shown(agent, dueOf(file, kind))).replace(/\s/g, ' '));
        // Each segment begins where the one before ended, and says by which version of which calendar it was counted.
        for (const [position, cell] of cells.entries()) {
          if (position > 0) expect(cell[0]).toBe(cells[position - 1]?.[1]);
          expect(cell[2]).toContain('CN-5x9');
        }
        if (kind === 'RESTORE') {
          expect(cells.some(([, , what = '']) => what.includes(t('sla.segment.closed', { rule: '' }).split(/[(（]/)[0]?.trim() ?? '?'))).toBe(true);
          await look(agent, `clock-why-${language}`);
        }
        await agent.keyboard.press('Escape');
      }
    });

    test('a promise with a due time finds its owner, and whoever has it in the end', async ({ browser }) => {
      const what = `${zh ? '周报发给客户' : 'Send the weekly report'} ${Date.now().toString(36)}`;
      const due = new Date(Date.now() + 3 * hour);
      const names = async (role: string) => (await account(agent.request, role)).displayName;
      const [ownName, salesName, managerName] = [await names('AGENT'), await names('SALES'), await names('SERVICE_MANAGER')];
      const putBack = await withoutQuietHours(manager);
      try {
        await test.step('the manager promises it and hands it over', async () => {
          await manager.goto(`/customers/${scene.customerNumber}?tab=promises`);
          const main = manager.getByRole('main');
          await main.getByRole('tabpanel').getByRole('button', { name: t('customer.makePromise') }).click();
          const form = manager.getByRole('dialog', { name: t('customer.makePromise') });
          await form.getByLabel(t('customer.promise.what')).fill(what);
          await typeMoment(form, due);
          await form.getByRole('button', { name: t('common.save') }).click();
          await expect(form).toHaveCount(0);
          await main.getByRole('button', { name: t('customer.promise.settle', { what }) }).click();
          await manager.getByRole('menuitem', { name: t('customer.promise.hand-over') }).click();
          const over = manager.getByRole('dialog', { name: t('customer.promise.hand-over') });
          await over.getByRole('combobox', { name: t('customer.promise.newOwner') }).fill('agent');
          await manager.getByRole('option', { name: ownName }).first().click();
          await over.getByLabel(t('customer.reason')).fill(zh ? '坐席更熟悉' : 'The desk knows it better');
          await over.getByRole('button', { name: t('customer.promise.hand-over'), exact: true }).click();
          await expect(over).toHaveCount(0);
        });

        const later = zh ? '先接电话' : 'Telephones first';
        const why = zh ? '是客户经理的客户' : 'It is the account manager’s customer';
        await test.step('its owner snoozes and delegates it', async () => {
          const panel = await openFromInbox(agent, what, t('reminder.details'));
          await look(agent, `reminder-arrived-${language}`);
          await button(panel, t('reminder.snooze')).click();
          const snooze = agent.getByRole('dialog', { name: t('reminder.snooze') });
          await snooze.getByLabel(t('reminder.reason')).fill(later);
          await typeMoment(snooze, new Date(Date.now() + hour));
          await snooze.getByRole('button', { name: t('reminder.snooze'), exact: true }).click();
          await expect(snooze).toHaveCount(0);
          await expect(panel.getByText(t('reminder.snoozedUntil'))).toBeVisible();
          await button(panel, t('reminder.delegate')).click();
          const delegate = agent.getByRole('dialog', { name: t('reminder.delegate') });
          await delegate.getByRole('combobox', { name: t('reminder.delegateTo') }).fill('sales');
          await agent.getByRole('option', { name: salesName }).first().click();
          await delegate.getByLabel(t('reminder.reason')).fill(why);
          await look(agent, `reminder-delegate-${language}`);
          await delegate.getByRole('button', { name: t('reminder.delegate'), exact: true }).click();
          await expect(delegate).toHaveCount(0);
        });

        await test.step('who has it now acknowledges it, and the trace shows all', async () => {
          const sales = await person(browser, 'SALES', language);
          const panel = await openFromInbox(sales, what, t('reminder.details'));
          await button(panel, t('reminder.acknowledge')).click();
          await expect(panel.getByText(t('reminder.acknowledgedBy'), { exact: true })).toBeVisible();
          const trace = panel.getByRole('region', { name: t('reminder.history') }).getByRole('listitem');
          const told = (kind: string, who: string, ...more: string[]) => more.reduce((rows, text) => rows.filter({ hasText: text }), trace.filter({ hasText: t(`reminder.entry.${kind}`, { who }) }));
          await expect(told('SCHEDULED', managerName)).toHaveCount(1);
          await expect(told('MOVED', managerName, ownName)).toHaveCount(1);
          await expect(told('REMINDED', 'Firstfix', ownName)).toHaveCount(1);
          await expect(told('SNOOZED', ownName, later)).toHaveCount(1);
          await expect(told('DELEGATED', ownName, salesName, why)).toHaveCount(1);
          await expect(told('REMINDED', 'Firstfix', salesName)).toHaveCount(1);
          await expect(told('ACKNOWLEDGED', salesName)).toHaveCount(1);
          await look(sales, `reminder-trace-${language}`);
          await sales.context().close();
        });
      } finally {
        await putBack();
      }
    });

    test('a kind of duty gets a policy of its own', async () => {
      const code = `REPORT_${Date.now().toString(36).toUpperCase()}`;
      await manager.goto('/admin/reminders');
      const main = manager.getByRole('main');
      await main.getByRole('button', { name: t('reminder.new'), exact: true }).click();
      const dialog = manager.getByRole('dialog', { name: t('reminder.new') });
      const save = dialog.getByRole('button', { name: t('common.save'), exact: true });
      await dialog.getByLabel(t('reminder.code')).fill('PROMISE');
      await dialog.getByLabel(t('reminder.nameZh')).fill(`周报 ${code}`);
      await save.click();
      // What is missing stands at its field.
      await expect(dialog.getByRole('textbox', { name: t('reminder.nameEn') })).toHaveAttribute('aria-invalid', 'true');
      await dialog.getByLabel(t('reminder.nameEn')).fill(`Weekly report ${code}`);
      await save.click();
      await expect(dialog.getByRole('alert').filter({ hasText: 'PROMISE' })).toBeVisible();
      for (const theme of ['light', 'dark']) {
        await wear(manager, theme);
        await look(manager, `policy-taken-${theme}-${language}`);
        expect(await faults(manager)).toEqual([]);
      }
      await wear(manager, 'light');
      await dialog.getByLabel(t('reminder.code')).fill(code.toLowerCase());
      await save.click();
      await expect(dialog).toHaveCount(0);
      await expect(main.getByRole('heading', { name: zh ? `周报 ${code}` : `Weekly report ${code}` })).toBeVisible();
      await expect(main.getByText(code, { exact: true })).toBeVisible();
      await look(manager, `policy-${language}`);
    });
  });
}

import type { Browser } from '@playwright/test';
import { call, person } from './house.ts';
import { knownCaller } from './scene.ts';
import { openWorkOrder } from './stations.ts';

/** Work that nobody is booked for, of a journey's own: what the demo has open is soon used up. Made past the screens. */
export async function openOrders(browser: Browser, count = 1): Promise<string[]> {
  const [agent, manager] = [await person(browser, 'AGENT', 'en'), await person(browser, 'SERVICE_MANAGER', 'en')];
  const scene = await knownCaller(agent, manager, { language: 'en', models: Array.from({ length: count }, () => '7979Q7C') });
  const orders: string[] = [];
  for (const assetSerial of scene.serials) {
    const { number } = await call<{ number: string }>(agent, 'POST', '/api/v1/cases', {
      channel: 'PHONE', subject: 'Journey of work', description: '', symptomCode: 'power.no-display', assetSerial, impact: 'STOPPED', urgency: 'HIGH',
    });
    await call(agent, 'POST', `/api/v1/cases/${number}/release`, {});
    orders.push(await openWorkOrder(agent, number));
  }
  await agent.context().close();
  await manager.context().close();
  return orders;
}

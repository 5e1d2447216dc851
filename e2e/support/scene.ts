import type { Page } from '@playwright/test';
import { call, type Language } from './house.ts';

/** A customer who may call: with a contact whose number is known, machines, and a contract that covers them. */
export interface Scene {
  customer: string;
  customerNumber: string;
  contact: string;
  phone: string;
  serials: string[];
}

interface Wanted {
  language: Language;
  models?: string[];
  /** What the contract promises; round the clock unless a journey says otherwise. */
  coverage?: '5x9' | '7x24x4' | 'none';
  /** Where the machines stand, for a journey that needs another hour of the day. */
  zone?: string;
  /** The contract's own; without them the house's. */
  pauseRights?: { reason: string; evidenceRequired: boolean; longestMinutes: number }[];
}

let last = 0;

/** Made past the screens: it is not what the journey is about. Serials differ in their last four characters. */
export async function knownCaller(agent: Page, manager: Page, { language, models = ['7979Q7C', '888798X'], coverage = '7x24x4', zone = 'Asia/Shanghai', pauseRights }: Wanted): Promise<Scene> {
  const zh = language === 'zh-CN';
  const stamp = Math.max(Date.now(), last + 1);
  last = stamp;
  const mark = stamp.toString(36).toUpperCase().slice(-6);
  const digits = String(stamp).slice(-8);
  const customer = zh ? `杭州旅程${mark}有限公司` : `Journey ${mark} Ltd`;
  const { number: customerNumber } = await call<{ number: string }>(agent, 'POST', '/api/v1/customers', {
    name: customer, shortName: '', tier: 'VIP', industry: '', language, overdue: false, remarks: '', orgUnitCode: 'hangzhou', reason: '',
  });
  const { number: site } = await call<{ number: string }>(agent, 'POST', `/api/v1/customers/${customerNumber}/sites`, {
    name: zh ? '机房' : 'Server room', address: zh ? '文三路 1 号' : '1 Wensan Road', city: zh ? '杭州' : 'Hangzhou', district: '', zone, latitude: 30.27, longitude: 120.13, accessNotes: '', orgUnitCode: 'hangzhou', reason: '',
  });
  const contact = zh ? `陈静${mark}` : `Ann Chen ${mark}`;
  const phone = `138${digits}`;
  await call(agent, 'POST', `/api/v1/customers/${customerNumber}/contacts`, {
    name: contact, siteNumber: site, jobTitle: zh ? '机房主管' : 'IT manager', position: 'IT_MANAGER', reportsTo: null, decides: '', phone: '', mobile: phone, email: '', preferredChannel: 'PHONE', interests: '', language, active: true, reason: '',
  });
  const serials: string[] = [];
  const today = new Date();
  const day = (shift: number) => new Date(today.getTime() + shift * 86_400_000).toISOString().slice(0, 10);
  for (const [position, modelCode] of models.entries()) {
    const serial = `K${mark}${position}${digits.slice(-3)}`;
    await call(agent, 'POST', '/api/v1/assets', { serial, modelCode, siteNumber: site, importance: 'HIGH', usedFor: '', criticalHours: '', location: `A-0${position}`, software: [], reason: '' });
    serials.push(serial);
  }
  if (coverage === 'none') return { customer, customerNumber, contact, phone, serials };
  await call(manager, 'POST', '/api/v1/contracts', {
    accountNumber: customerNumber,
    inForce: true,
    paper: { title: zh ? '维保' : 'Maintenance', startsOn: day(-365), endsOn: day(365), specialTerms: '', currency: 'CNY', ...(pauseRights ? { pauseRights } : {}), lines: serials.map((serial) => ({ coverageCode: coverage, covers: 'ASSET', serial })) },
  });
  return { customer, customerNumber, contact, phone, serials };
}

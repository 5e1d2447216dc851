import type { Area } from '../area.ts';

export const routes = [] as const;

export const area: Area = { name: 'contract' };

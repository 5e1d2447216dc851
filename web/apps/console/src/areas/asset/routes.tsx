// Claimed: the architect builds this area (20:00).
import type { Area } from '../area.ts';

export const routes = [] as const;

export const area: Area = { name: 'asset' };

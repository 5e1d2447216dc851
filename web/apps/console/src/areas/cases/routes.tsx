// Claimed: the helper of worktree cases builds this area (20:10).
import type { Area } from '../area.ts';

export const routes = [] as const;

export const area: Area = { name: 'cases' };

import type { Tone } from '@firstfix/ui';
import type { ImportStatus } from './data.ts';

export const tones: Record<ImportStatus, Tone> = { CHECKING: 'travelling', CHECKED: 'scheduled', RUNNING: 'onsite', DONE: 'done', FAILED: 'breached' };

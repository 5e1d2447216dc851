export { LiveProvider, useLive, useLiveEvents, type LiveRule, type LiveState } from './live.tsx';
export type { LiveEvent } from './connection.ts';

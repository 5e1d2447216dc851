import { useSyncExternalStore } from 'react';
import type { Overruling } from './data.ts';

let asked: Overruling | null = null;
const listeners = new Set<() => void>();

/** Asks why somebody else was sent than the engine would have sent; nothing waits for the answer. A later question takes the place of the one before. */
export function askWhy(overruling: Overruling | null) {
  asked = overruling;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useAsked(): Overruling | null {
  return useSyncExternalStore(subscribe, () => asked);
}

import { createContext, use, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface ContextPlace {
  host: HTMLElement | null;
  enter: (label: string) => () => void;
}

export const ContextPlaceContext = createContext<ContextPlace>({ host: null, enter: () => () => undefined });

/**
 * The right panel. A page renders it anywhere; its content appears beside the page and goes with it.
 * `<ContextPanel label={t('cases.help')}>…</ContextPanel>`
 */
export function ContextPanel({ label, children }: { label: string; children: ReactNode }) {
  const { host, enter } = use(ContextPlaceContext);
  useEffect(() => enter(label), [enter, label]);
  return host ? createPortal(children, host) : null;
}

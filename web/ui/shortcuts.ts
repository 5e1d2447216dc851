import { useEffect, useEffectEvent, useId, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `Ctrl+K`, `Alt+N`, `Ctrl+Enter`, `J`. Ctrl also means the command key on a Mac. */
  keys: string;
  /** What it does, in the user's language; shown by `?`. */
  label: string;
  group: string;
}

interface Registered extends Shortcut {
  id: string;
  run: (event: KeyboardEvent) => void;
}

let registered: readonly Registered[] = [];
const listeners = new Set<() => void>();
const stored = 'firstfix.single-keys';

function change(to: readonly Registered[]) {
  registered = to;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

let singleKeys = true;
try {
  singleKeys = localStorage.getItem(stored) !== 'off';
} catch {
  // Storage can be forbidden.
}

/** Single letters can be switched off: speech input and shaky hands set them off (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => singleKeys);
  return [
    on,
    (next) => {
      singleKeys = next;
      try {
        localStorage.setItem(stored, next ? 'on' : 'off');
      } catch {
        // The choice then lasts as long as the page.
      }
      change([...registered]);
    },
  ];
}

/** What the browser and the system need for themselves; taking these cost others their users' work. */
const reserved = new Set(['Ctrl+T', 'Ctrl+W', 'Ctrl+N', 'Ctrl+R', 'Ctrl+L', 'Ctrl+Shift+T', 'Ctrl+Shift+W', 'Ctrl+Shift+N']);

function pressed(event: KeyboardEvent): string {
  // `code` for letters and digits: Alt makes other characters out of them on some keyboards.
  const physical = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const key = physical && (event.altKey || event.ctrlKey || event.metaKey) ? physical : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.altKey);
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.role === 'textbox');
}

/** A button at hand takes Enter for itself, whatever is held with it; chords of the page are therefore heard before it. */
function isHeardEarly(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !(event.target instanceof Element && event.target.closest('[role="dialog"],[role="alertdialog"]'));
}

function heard(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  if (isHeardEarly(event) !== (event.eventPhase === Event.CAPTURING_PHASE)) return;
  const keys = pressed(event);
  const isPlain = !keys.includes('Ctrl+') && !keys.includes('Alt+') && keys.length === 1;
  if (isPlain && (isTyping(event.target) || !singleKeys)) return;
  // Behind a dialog nothing acts, except what was registered by the dialog itself.
  const blocked = document.querySelector('[role="dialog"],[role="alertdialog"]') !== null;
  // The youngest wins: a dialog's Ctrl+Enter comes before the page's.
  const shortcut = registered.findLast((one) => one.keys === keys);
  if (!shortcut || (blocked && isPlain)) return;
  event.preventDefault();
  event.stopPropagation();
  shortcut.run(event);
}

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', heard, { capture: true });
  window.addEventListener('keydown', heard);
}

export function useShortcut(keys: string | null, label: string, group: string, run: (event: KeyboardEvent) => void) {
  const id = useId();
  const act = useEffectEvent(run);
  useEffect(() => {
    if (!keys) return undefined;
    if (reserved.has(keys)) throw new Error(`${keys} belongs to the browser`);
    change([...registered, { id, keys, label, group, run: (event) => act(event) }]);
    return () => change(registered.filter((one) => one.id !== id));
  }, [id, keys, label, group]);
}

export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered);
}

import { useEffect, useSyncExternalStore } from 'react';

export interface WorkTab {
  href: string;
  title: string;
  /** Shown as a dot: something new came, or a draft is not saved. */
  mark?: 'news' | 'draft';
}

export const maxTabs = 12;

let key = '';
let tabs: readonly WorkTab[] = [];
const listeners = new Set<() => void>();
let onFull: () => void = () => undefined;

function change(to: readonly WorkTab[]) {
  tabs = to;
  try {
    if (key) localStorage.setItem(key, JSON.stringify(to));
  } catch {
    // Without storage the tabs last as long as the page.
  }
  for (const listener of listeners) listener();
}

/** Tabs belong to a person, not to a browser: a shared desk must not show the colleague's customers. */
export function openTabsOf(userId: string, whenFull: () => void) {
  onFull = whenFull;
  const next = `firstfix.tabs.${userId}`;
  if (key === next) return;
  // A page's effects run before the shell's: the record opened by its address is already here.
  const opened = key === '' ? tabs : [];
  key = next;
  let stored: WorkTab[] = [];
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (Array.isArray(read)) stored = read as WorkTab[];
  } catch {
    // What cannot be read is as good as nothing.
  }
  change([...stored, ...opened.filter((tab) => !stored.some((one) => one.href === tab.href))].slice(0, maxTabs));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useWorkTabs(): readonly WorkTab[] {
  return useSyncExternalStore(subscribe, () => tabs);
}

/** Returns where to go when the tab that is looked at was closed. */
export function closeTab(href: string): string | undefined {
  const at = tabs.findIndex((tab) => tab.href === href);
  if (at < 0) return undefined;
  change(tabs.filter((tab) => tab.href !== href));
  return (tabs[at] ?? tabs[at - 1])?.href;
}

/**
 * A record page calls it with its own address and title; the page then stays at hand in the tab row until the user
 * closes it. Nothing is ever closed for him, so the thirteenth page opens without a tab and says so.
 */
export function useWorkTab(href: string, title: string | undefined, mark?: WorkTab['mark']) {
  useEffect(() => {
    if (!title) return;
    const known = tabs.find((tab) => tab.href === href);
    if (known) {
      if (known.title !== title || known.mark !== mark) change(tabs.map((tab) => (tab.href === href ? { href, title, mark } : tab)));
    } else if (tabs.length < maxTabs) change([...tabs, { href, title, mark }]);
    else onFull();
  }, [href, title, mark]);
}

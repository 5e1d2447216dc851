import { useMemo } from 'react';
import { areas } from '../areas/index.ts';
import type { CreateEntry, NavEntry } from '../areas/area.ts';
import { useCan } from '../session/session.ts';

function useAllowed<Entry extends { permission?: string; order: number }>(all: readonly Entry[]): Entry[] {
  const can = useCan();
  return useMemo(
    () => all.filter((entry) => !entry.permission || can(entry.permission)).sort((a, b) => a.order - b.order),
    [all, can],
  );
}

const nav: NavEntry[] = [];
const create: CreateEntry[] = [];
let isCollected = false;

/** Collected on first use, not on load: the areas import the shell and the shell imports the areas. */
function collect() {
  if (isCollected) return;
  isCollected = true;
  for (const area of areas) {
    nav.push(...(area.nav ?? []));
    create.push(...(area.create ?? []));
  }
}

export function useNavEntries(): NavEntry[] {
  collect();
  return useAllowed(nav);
}

export function useCreateEntries(): CreateEntry[] {
  collect();
  return useAllowed(create);
}

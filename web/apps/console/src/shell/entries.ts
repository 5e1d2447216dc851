import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { areas } from '../areas/index.ts';
import type { CreateEntry, NavEntry } from '../areas/area.ts';
import { useCan, useSession } from '../session/session.ts';

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

/** The rail: what the user may do and what concerns him. */
export function useNavEntries(): NavEntry[] {
  collect();
  const { roles } = useSession();
  const allowed = useAllowed(nav);
  const asked = allowed.filter((entry) => entry.concerns && !entry.landingFor?.some((role) => roles.includes(role)));
  const without = useQueries({
    queries: asked.map((entry) => ({ queryKey: ['nav', entry.id], queryFn: entry.concerns, staleTime: Number.POSITIVE_INFINITY })),
    combine: (answers) => asked.filter((_, index) => answers[index]?.data !== true).map((entry) => entry.id).join(' '),
  });
  return useMemo(() => {
    const hidden = new Set(without.split(' '));
    return allowed.filter((entry) => !hidden.has(entry.id));
  }, [allowed, without]);
}

export function useCreateEntries(): CreateEntry[] {
  collect();
  return useAllowed(create);
}

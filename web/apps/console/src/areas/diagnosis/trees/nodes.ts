import type { Entry, Tab } from './data.ts';

/** One branch of what is shown on the left: an entry, or a heading that no entry stands for. */
export interface Branch {
  id: string;
  entry?: Entry;
  heading?: string;
  below: Branch[];
}

/** Symptoms and causes stand below their groups; remedies and lines below what they are about; checks below who does them. */
export function branchesOf(tab: Tab, entries: Entry[]): Branch[] {
  if (tab === 'symptoms' || tab === 'causes') return byParent(entries);
  return byHeading(entries, (entry) => (tab === 'remedies' ? (entry.causes?.[0] ?? '').split('.')[0]! : tab === 'checks' ? entry.doneBy! : (entry.symptomCode ?? '')));
}

function byParent(entries: Entry[]): Branch[] {
  const branches = new Map(entries.map((entry) => [entry.code, { id: entry.code, entry, below: [] } as Branch]));
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.entry?.parentCode ? branches.get(branch.entry.parentCode) : undefined;
    (parent?.below ?? roots).push(branch);
  }
  return roots;
}

function byHeading(entries: Entry[], headingOf: (entry: Entry) => string): Branch[] {
  const headings = new Map<string, Branch>();
  for (const entry of entries) {
    const heading = headingOf(entry);
    const branch = headings.get(heading) ?? { id: `heading:${heading}`, heading, below: [] };
    branch.below.push({ id: entry.code, entry, below: [] });
    headings.set(heading, branch);
  }
  return [...headings.values()].sort((one, other) => one.id.localeCompare(other.id));
}

/** Only branches that hold what is wanted; what holds them stays, so that one sees where it belongs. */
export function pruned(branches: Branch[], isWanted: (entry: Entry) => boolean): Branch[] {
  return branches.flatMap((branch) => {
    const below = pruned(branch.below, isWanted);
    return below.length > 0 || (branch.entry && isWanted(branch.entry)) ? [{ ...branch, below }] : [];
  });
}

/** Everything that can be opened. */
export function holders(branches: Branch[]): string[] {
  return branches.flatMap((branch) => (branch.below.length > 0 ? [branch.id, ...holders(branch.below)] : []));
}

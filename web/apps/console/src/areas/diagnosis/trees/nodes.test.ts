import { describe, expect, it } from 'vitest';
import type { Entry } from './data.ts';
import { branchesOf, holders, pruned } from './nodes.ts';

const entry = (code: string, more: Partial<Entry> = {}): Entry => ({ code, active: true, version: 0, lacks: [], actions: [], ...more });

describe('branches of a tree', () => {
  const causes = [entry('disk', { parentCode: null }), entry('disk.damaged', { parentCode: 'disk' }), entry('power', { parentCode: null }), entry('lost', { parentCode: 'filtered-out' })];

  it('stand below their parent, or at the top if it is not shown', () => {
    const roots = branchesOf('causes', causes);
    expect(roots.map((root) => root.id)).toEqual(['disk', 'power', 'lost']);
    expect(roots[0]!.below.map((one) => one.id)).toEqual(['disk.damaged']);
    expect(holders(roots)).toEqual(['disk']);
  });

  it('keep what holds the wanted one and nothing else', () => {
    const found = pruned(branchesOf('causes', causes), (one) => one.code === 'disk.damaged');
    expect(found.map((one) => one.id)).toEqual(['disk']);
    expect(found[0]!.below).toHaveLength(1);
    expect(pruned(branchesOf('causes', causes), () => false)).toEqual([]);
  });

  it('gather lines below their symptom, and those without one together', () => {
    const lines = [entry('a', { symptomCode: 'power.no-power' }), entry('b', { symptomCode: null }), entry('c', { symptomCode: 'power.no-power' })];
    expect(branchesOf('fault-lines', lines).map((one) => [one.heading, one.below.length])).toEqual([['', 1], ['power.no-power', 2]]);
  });
});

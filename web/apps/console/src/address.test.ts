import { describe, expect, it } from 'vitest';
import { oneOf, said, yesOrNo } from './address.ts';

describe('what an address may say', () => {
  it('is words of any kind', () => {
    expect([said('周报'), said(12), said(false)]).toEqual(['周报', '12', 'false']);
    expect([said(''), said(null), said(undefined), said(['a']), said({})]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is one of the words the screen knows, or nothing', () => {
    expect(oneOf(['OPEN', 'OVER'], 'OVER')).toBe('OVER');
    expect(oneOf(['OPEN', 'OVER'], 'X')).toBeUndefined();
    expect(oneOf(['OPEN', 'OVER'], 'over')).toBeUndefined();
    expect(oneOf(yesOrNo, true)).toBe('true');
    expect(oneOf(yesOrNo, 'maybe')).toBeUndefined();
  });
});

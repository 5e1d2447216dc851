import { expect, test } from 'vitest';
import { inline, isSafe, parse } from './markdown.ts';

const words = (text: string) => [[{ kind: 'text', text }]];

test('headings, paragraphs and lists', () => {
  expect(parse('# A\n\nfirst\nsecond\n\n- one\n  goes on\n- two\n\n3. three\n4) four')).toEqual([
    { kind: 'heading', level: 2, children: [{ kind: 'text', text: 'A' }] },
    { kind: 'paragraph', lines: [...words('first'), ...words('second')] },
    { kind: 'list', isOrdered: false, start: 1, items: [[...words('one'), ...words('goes on')], words('two')] },
    { kind: 'list', isOrdered: true, start: 3, items: [words('three'), words('four')] },
  ]);
});

test('quotes and code are taken as they stand', () => {
  expect(parse('> **note**\n\n```\n# no heading <b>\n```')).toEqual([
    { kind: 'quote', lines: [[{ kind: 'strong', children: [{ kind: 'text', text: 'note' }] }]] },
    { kind: 'code', text: '# no heading <b>' },
  ]);
  expect(parse('```\nnever closed')).toEqual([{ kind: 'code', text: 'never closed' }]);
});

test('marks within a line', () => {
  expect(inline('press `F2`, then **hold *long* on**')).toEqual([
    { kind: 'text', text: 'press ' },
    { kind: 'code', text: 'F2' },
    { kind: 'text', text: ', then ' },
    { kind: 'strong', children: [{ kind: 'text', text: 'hold ' }, { kind: 'emphasis', children: [{ kind: 'text', text: 'long' }] }, { kind: 'text', text: ' on' }] },
  ]);
  expect(inline('2*3*4 = 24')).toEqual([{ kind: 'text', text: '2*3*4 = 24' }]);
});

test('HTML is text', () => {
  expect(parse('<script>alert(1)</script><img src=x onerror=alert(1)>')).toEqual([
    { kind: 'paragraph', lines: words('<script>alert(1)</script><img src=x onerror=alert(1)>') },
  ]);
});

test('a link leads where a reader expects, or is no link', () => {
  expect(inline('[here](https://example.org/a?b=1)')).toEqual([{ kind: 'link', href: 'https://example.org/a?b=1', children: [{ kind: 'text', text: 'here' }] }]);
  for (const target of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', '/api/v1/session', 'https://a"onclick=', '/kb/../admin']) {
    expect(isSafe(target), target).toBe(false);
    expect(inline(`[x](${target})`).some((part) => part.kind === 'link')).toBe(false);
  }
  for (const target of ['https://a.example/b', 'mailto:help@firstfix.example', '/kb/K-1001', '/help/K-7']) expect(isSafe(target), target).toBe(true);
});

test('much nesting and long text come to an end', () => {
  expect(inline('**'.repeat(5_000)).length).toBeGreaterThan(0);
  expect(parse('*a '.repeat(20_000)).length).toBe(1);
});

/*
 * The few marks that an article may use, read into a tree. The screen makes elements of the tree and nothing else: what
 * somebody types as HTML is shown as it was typed, and a link leads to https or mailto or nowhere.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; children: Inline[] }
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Inline[][][] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'code'; text: string };

const heading = /^(#{1,3})\s+(.+?)\s*#*$/;
const bullet = /^\s{0,3}[-*+]\s+(.*)$/;
const numbered = /^\s{0,3}(\d{1,3})[.)、]\s*(.*)$/;
const quote = /^\s{0,3}>\s?(.*)$/;
const fence = /^\s{0,3}```/;
const mark = /`([^`\n]+)`|\*\*([^\n]+?)\*\*|(?<![\p{L}\p{N}*])\*([^*\n]+?)\*(?![\p{L}\p{N}*])|\[([^\]\n]+)\]\(([^()\s]+)\)/u;
const deepest = 4;

export function parse(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const peek = () => lines[at] ?? '';
  while (at < lines.length) {
    const line = peek();
    if (!line.trim()) {
      at++;
    } else if (fence.test(line)) {
      const code: string[] = [];
      for (at++; at < lines.length && !fence.test(peek()); at++) code.push(peek());
      at++;
      blocks.push({ kind: 'code', text: code.join('\n') });
    } else if (heading.test(line)) {
      const [, marks = '#', words = ''] = heading.exec(line) ?? [];
      blocks.push({ kind: 'heading', level: (marks.length + 1) as 2 | 3 | 4, children: inline(words) });
      at++;
    } else if (bullet.test(line) || numbered.test(line)) {
      const isOrdered = !bullet.test(line);
      const sign = isOrdered ? numbered : bullet;
      const start = isOrdered ? Number(numbered.exec(line)?.[1] ?? 1) : 1;
      const items: Inline[][][] = [];
      for (; at < lines.length; at++) {
        const found = sign.exec(peek());
        const last = items.at(-1);
        if (found) items.push([inline(found.at(-1) ?? '')]);
        // A line that is indented goes on with its item.
        else if (last && /^\s{2,}\S/.test(peek())) last.push(inline(peek().trim()));
        else break;
      }
      blocks.push({ kind: 'list', isOrdered, start, items });
    } else if (quote.test(line)) {
      const quoted: Inline[][] = [];
      for (; at < lines.length && quote.test(peek()); at++) quoted.push(inline(quote.exec(peek())?.[1] ?? ''));
      blocks.push({ kind: 'quote', lines: quoted });
    } else {
      const words: Inline[][] = [];
      for (; at < lines.length && peek().trim() && !isBlockStart(peek()); at++) words.push(inline(peek().trim()));
      blocks.push({ kind: 'paragraph', lines: words });
    }
  }
  return blocks;
}

function isBlockStart(line: string): boolean {
  return [heading, bullet, numbered, quote, fence].some((sign) => sign.test(line));
}

export function inline(text: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  while (rest) {
    const found = depth < deepest ? mark.exec(rest) : null;
    if (!found) {
      parts.push({ kind: 'text', text: rest });
      break;
    }
    if (found.index > 0) parts.push({ kind: 'text', text: rest.slice(0, found.index) });
    const [whole, code, strong, emphasis, words, target] = found;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', children: inline(strong, depth + 1) });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', children: inline(emphasis, depth + 1) });
    else if (target !== undefined && isSafe(target)) parts.push({ kind: 'link', href: target, children: inline(words ?? '', depth + 1) });
    else parts.push({ kind: 'text', text: whole });
    rest = rest.slice(found.index + whole.length);
  }
  return parts;
}

/** Out of the page only to where a reader expects to go; never a script, and no address within the product that acts. */
export function isSafe(target: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s"'<>]+$/i.test(target) || /^\/(kb|help)\/K-\d+$/.test(target);
}

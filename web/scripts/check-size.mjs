// Measures what a browser must load before it can show the first page, and what each further page adds (gzip).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limits = { initial: 240, page: 60, css: 30 };
/** Heavy on purpose: loaded by nobody in his daily work, or only where the operator has a map file. */
const exceptions = { 'src/areas/gallery/Gallery.tsx': 120, '../../board/TileGround.tsx': 295 };

const dist = fileURLToPath(new URL('../apps/console/dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(dist + file), { level: 9 }).length);
  return sizes.get(file);
};

function closure(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, found);
  return found;
}

const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const scripts = (keys) => [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
const sum = (files) => [...new Set(files)].reduce((total, file) => total + size(file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const catalogues = Object.keys(manifest).filter((key) => key.includes('/catalogue.'));
const largestCatalogue = catalogues.sort((a, b) => size(manifest[b].file) - size(manifest[a].file))[0];
const base = closure(entry);
closure(largestCatalogue, base);

let failed = false;
const check = (name, bytes, limit) => {
  const isOver = bytes > limit * 1024;
  failed ||= isOver;
  console.log(`${isOver ? 'OVER ' : 'ok   '} ${name.padEnd(52)} ${kb(bytes).padStart(10)} of ${limit} KB`);
};

for (const page of ['src/pages/Login.tsx', 'src/shell/Shell.tsx']) {
  const keys = closure(page, new Set(base));
  if (page.includes('Shell')) closure('src/pages/Home.tsx', keys);
  check(`initial: ${page}`, sum(scripts(keys)), limits.initial);
}
const shell = closure('src/shell/Shell.tsx', new Set(base));
for (const key of Object.keys(manifest)) {
  if (!manifest[key].isDynamicEntry || key.includes('i18n/') || key.includes('ui/dates/') || key.startsWith('src/pages/') || key.startsWith('src/shell/')) continue;
  // What only one page opens, such as its dialogs and panes, comes on top of that page.
  const openers = Object.keys(manifest).filter((other) => manifest[other].dynamicImports?.includes(key));
  const there = openers.length === 1 && manifest[openers[0]].isDynamicEntry ? closure(openers[0], new Set(shell)) : shell;
  const added = scripts(closure(key)).filter((file) => !scripts(there).includes(file));
  check(`adds:    ${key}`, sum(added), exceptions[key] ?? limits.page);
}
// What one page asks a browser to load; the sheets of all areas together are loaded by nobody.
const sheets = (keys) => [...keys].flatMap((key) => manifest[key].css ?? []);
const heaviest = Object.keys(manifest)
  .filter((key) => manifest[key].isDynamicEntry && !exceptions[key])
  .map((key) => ({ key, bytes: sum(sheets([...closure(key, new Set(shell))])) }))
  .sort((one, other) => other.bytes - one.bytes)[0];
check(`style sheets of ${heaviest.key}`, heaviest.bytes, limits.css);
process.exit(failed ? 1 : 0);

// Both languages complete, nothing unused, the same arguments, and no words written into the code.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const languages = ['zh-CN', 'en'];
const faults = [];

// --- catalogues -----------------------------------------------------------------------------------------------------
const words = Object.fromEntries(languages.map((language) => [language, new Map()]));
for (const language of languages) {
  for (const file of readdirSync(`${root}i18n/messages/${language}`)) {
    const area = file.replace('.json', '');
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(`${root}i18n/messages/${language}/${file}`, 'utf8')))) {
      // The frame shows labels of areas before the areas' own words are there.
      if (area !== 'frame' && !key.startsWith(`${area}.`)) faults.push(`${language}/${file}: ${key} must start with "${area}."`);
      if (words[language].has(key)) faults.push(`${language}/${file}: ${key} stands in another file, too`);
      words[language].set(key, text);
    }
  }
}

/** Names and kinds of the arguments; plural and select branches are looked into. */
function argumentsOf(text, where) {
  const found = new Map();
  const walk = (elements) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.set(element.value, element.type === TYPE.tag ? 'tag' : element.type === TYPE.plural ? 'plural' : element.type === TYPE.select ? 'select' : 'value');
      for (const option of Object.values(element.options ?? {})) walk(option.value);
      if (element.children) walk(element.children);
    }
  };
  try {
    walk(parse(text));
  } catch (error) {
    faults.push(`${where}: not a valid message (${error.message})`);
  }
  return found;
}

const known = new Set(languages.flatMap((language) => [...words[language].keys()]));
const takes = new Map();
for (const key of known) {
  const lists = languages.map((language) => {
    const text = words[language].get(key);
    if (text === undefined) {
      faults.push(`${language}: ${key} is missing`);
      return null;
    }
    if (!text.trim()) faults.push(`${language}: ${key} is empty`);
    return argumentsOf(text, `${language}: ${key}`);
  });
  takes.set(key, lists[0] ?? lists[1]);
  if (lists.some((list) => !list)) continue;
  const names = lists.map((list) => [...list.keys()].sort().join(', '));
  if (names[0] !== names[1]) faults.push(`${key}: arguments differ, ${languages[0]} (${names[0]}), ${languages[1]} (${names[1]})`);
}

// --- source ---------------------------------------------------------------------------------------------------------
const used = new Set();
const prefixes = new Set();
const spoken = new Set(['label', 'title', 'aria-label', 'placeholder', 'hint', 'error', 'alt', 'text', 'note', 'description', 'confirm', 'empty', 'unit']);
const hasWords = (text) => /\p{L}{2,}/u.test(text);
const hasChinese = (text) => /\p{Script=Han}/u.test(text);
/** Names and units are the same in every language. */
const isCode = (text) => /^[\d\s.,:;·+\-–/()#%°A-Z]*$/.test(text) || /^(?:min|kVA|Esc|Enter|Ctrl(?: \S+)?)$/.test(text.trim());

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'messages'].includes(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(?:test|d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

for (const path of ['ui', 'grid', 'board', 'i18n', 'api', 'live', 'apps'].flatMap((folder) => sources(root + folder))) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const isGallery = path.includes('/areas/gallery/');
  const at = (node) => `${path.slice(root.length)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (known.has(node.text)) used.add(node.text);
      if (hasChinese(node.text) && !/\\u/.test(node.getText())) faults.push(`${at(node)}: words in the code: ${node.text}`);
    }
    if (ts.isTemplateExpression(node) && /^[a-z][\w-]*\.(?:[\w-]+\.?)*$/i.test(node.head.text)) prefixes.add(node.head.text);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const [id, values] = node.arguments;
      if (id && ts.isStringLiteral(id)) {
        if (!known.has(id.text)) faults.push(`${at(node)}: ${id.text} is in no catalogue`);
        else {
          const wanted = [...takes.get(id.text).keys()];
          if (!values && wanted.length > 0) faults.push(`${at(node)}: ${id.text} needs ${wanted.join(', ')}`);
          if (values && ts.isObjectLiteralExpression(values) && !values.properties.some(ts.isSpreadAssignment)) {
            const given = values.properties.map((property) => property.name?.getText() ?? '');
            for (const name of wanted) if (!given.includes(name)) faults.push(`${at(node)}: ${id.text} needs ${name}`);
            for (const name of given) if (!wanted.includes(name)) faults.push(`${at(node)}: ${id.text} does not take ${name}`);
          }
        }
      }
    }
    if (ts.isPropertyAssignment(node) && node.name.getText().endsWith('Key') && ts.isStringLiteral(node.initializer) && node.initializer.text.includes('.') && !known.has(node.initializer.text)) {
      faults.push(`${at(node)}: ${node.initializer.text} is in no catalogue`);
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      const text = node.initializer.text;
      const tag = node.parent.parent.tagName?.getText();
      if (name === 'id' && tag === 'Message' && !known.has(text)) faults.push(`${at(node)}: ${text} is in no catalogue`);
      if (spoken.has(name) && hasWords(text) && !isCode(text) && !isGallery) faults.push(`${at(node)}: words in the code: ${name}="${text}"`);
    }
    if (ts.isJsxText(node) && hasWords(node.text) && !isCode(node.text.trim())) faults.push(`${at(node)}: words in the code: ${node.text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

// A rule that the server says in words has a name in lists.
const rules = JSON.parse(readFileSync(`${root}../server/src/main/resources/texts/en/dispatch.json`, 'utf8'));
for (const key of Object.keys(rules).filter((one) => one.startsWith('dispatch.rule.'))) {
  const name = key.replace('.rule.', '.ruleName.');
  if (!known.has(name)) faults.push(`${name} is missing: the server has ${key}`);
}

for (const key of known) {
  if (!used.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix))) faults.push(`${key} is used nowhere`);
}

for (const fault of faults) console.error(fault);
console.log(`${known.size} keys in ${languages.length} languages, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);

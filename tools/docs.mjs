// Writes the pages that are made from the code: docs/rules/, docs/facts.md and docs/older-notes.md. With --check it writes nothing, and fails where a page is not as the code would make it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
require('ts-node').register({ swc: true, transpileOnly: true, cwd: root });

const filesIn = folder => readdirSync(folder, { recursive: true }).map(name => join(folder, name)).filter(name => name.endsWith('.ts')).sort();
const facts = filesIn(join(root, 'lib/catalog')).flatMap(file => Object.values(require(file))).filter(value => value?.standing && value.source);
const folders = new Map(filesIn(join(root, 'lib/rules')).map(file => [basename(file, '.ts'), basename(dirname(file))]));
const pages = require('../lib/pages/pages.ts').allPages(facts, rule => folders.get(rule.id));

const docs = join(root, 'docs');
const before = new Map(['facts.md', 'older-notes.md', ...readdirSync(join(docs, 'rules')).map(name => `rules/${name}`)].map(name => [name, read(join(docs, name))]));
const stale = [...new Set([...before.keys(), ...pages.keys()])].filter(name => before.get(name) !== pages.get(name)).sort();

if (process.argv.includes('--check')) {
  if (stale.length > 0) console.error(`Not as the code would make them: ${stale.map(name => `docs/${name}`).join(', ')}\nRun: npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(join(docs, 'rules'), { recursive: true });
  for (const name of stale) {
    if (pages.has(name)) writeFileSync(join(docs, name), pages.get(name));
    else rmSync(join(docs, name));
    console.log(`docs/${name}`);
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

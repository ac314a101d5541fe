// Runs benchmarks, each a program of its own in tools/bench/: node tools/bench.mjs [NAME [WORDS...]]
// Without a name all of them run, one after the other. The words are the benchmark's own; its first lines say what it takes.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'bench'), all = readdirSync(folder).map(file => file.replace(/\.mjs$/, '')).sort();
const [name, ...words] = process.argv.slice(2);
if (name !== undefined && !all.includes(name)) {
  console.error(`There is no benchmark ${name}. There are ${all.join(', ')}.`);
  process.exit(2);
}
for (const benchmark of name === undefined ? all : [name]) {
  console.log(`── ${benchmark} ${'─'.repeat(70 - benchmark.length)}`);
  const { status } = spawnSync(process.execPath, [join(folder, `${benchmark}.mjs`), ...words], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

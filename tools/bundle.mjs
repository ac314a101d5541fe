// Makes the command one file, since loading hundreds of small ones costs time, and beside it a file for each thing that few runs need, as code costs time
// even where it does not run: node tools/bundle.mjs [FOLDER]
import { chmodSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist/bin';
/** The files, by what `require` of them ends with. The command loads each at the first call that needs it. */
const late = { 'yaml': 'yaml', 'jsonschema': 'jsonschema', 'examples-registry': './lib/rules/examples-registry.ts' };

const beside = {
  name: 'beside',
  setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ path, kind }) => (kind !== 'entry-point' && basename(path) in late ? { path: `./${basename(path)}.js`, external: true } : undefined)),
};
await build({ entryPoints: { drydock: 'bin/drydock.ts', ...late }, outdir, plugins: [beside], bundle: true, platform: 'node', target: 'node20', format: 'cjs', minifyWhitespace: true, lineLimit: 160, logLevel: 'warning' });
chmodSync(join(outdir, 'drydock.js'), 0o755);

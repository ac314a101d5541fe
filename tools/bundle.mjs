// Makes the command one file, which bin/drydock loads, and the engine, since loading hundreds of small ones costs time; and beside them a file for each thing that few runs need, as code costs time
// even where it does not run: node tools/bundle.mjs [FOLDER]
import { chmodSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist';
/** The files, by what `require` of them ends with. Each is loaded at the first call that needs it. */
const late = { 'yaml': 'yaml', 'jsonschema': 'jsonschema', 'examples-registry': './lib/rules/examples-registry.ts' };

const apart = {
  name: 'apart',
  setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ path, kind }) => (kind !== 'entry-point' && basename(path) in late ? { path: `../late/${basename(path)}.js`, external: true } : undefined)),
};
const lateFiles = Object.fromEntries(Object.entries(late).map(([name, entry]) => [`late/${name}`, entry]));
await build({
  entryPoints: { 'bin/drydock': 'bin/drydock.ts', 'bin/command': 'lib/cli/main.ts', 'lib/engine': 'lib/engine.ts', ...lateFiles },
  outdir, plugins: [apart], bundle: true, platform: 'node', target: 'node20', format: 'cjs', minifyWhitespace: true, lineLimit: 160, logLevel: 'warning',
});
chmodSync(join(outdir, 'bin', 'drydock.js'), 0o755);

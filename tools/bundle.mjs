// Makes the command one file, since loading hundreds of small ones costs time: node tools/bundle.mjs [FILE]
import { chmodSync } from 'node:fs';
import { buildSync } from 'esbuild';

const outfile = process.argv[2] ?? 'dist/bin/drydock.js';
buildSync({ entryPoints: ['bin/drydock.ts'], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' });
chmodSync(outfile, 0o755);

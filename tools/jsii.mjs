// Holds what the package exports against the rules of jsii, so that the constructs can be published for other languages one day.
// jsii writes beside what it compiles, and asks for an author and a repository: so it gets a copy.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { name, version, description, license, dependencies, peerDependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifest = {
  name, version, description, license, dependencies, peerDependencies, devDependencies,
  author: { name: 'The founders of Drydock' },
  repository: { type: 'git', url: 'https://example.com/ecs-drydock.git' },
  stability: 'experimental',
  main: 'dist/lib/index.js',
  types: 'dist/lib/index.d.ts',
  bundledDependencies: Object.keys(dependencies),
  jsii: { outdir: 'dist/jsii', versionFormat: 'short', targets: {}, tsc: { outDir: 'dist', rootDir: '.' } },
};

const copy = mkdtempSync(join(tmpdir(), 'drydock-jsii-'));
process.on('exit', () => { rmSync(copy, { recursive: true, force: true }); });
for (const part of ['lib', 'schemas', 'README.md', 'LICENSE']) cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
writeFileSync(join(copy, 'package.json'), JSON.stringify(manifest, null, 2));

const compiler = join(root, 'node_modules', 'jsii', 'bin', 'jsii');
// A word reserved in some language gets an underscore there: no reason to spell it otherwise in TypeScript.
const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '--silence-warnings=reserved-word'], { cwd: copy, encoding: 'utf8' });
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}
const { types } = JSON.parse(readFileSync(join(copy, '.jsii'), 'utf8'));
console.log(`jsii takes the ${Object.keys(types).length} types that ${name} exports.`);

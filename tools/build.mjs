// Builds dist/: the library file by file with declarations, and the command.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
for (const script of [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['tools/bundle.mjs']]) {
  execFileSync(process.execPath, script, { stdio: 'inherit' });
}

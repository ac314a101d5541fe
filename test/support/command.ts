import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'drydock-command-'));

/** The command, as users run it. */
export const command = join(built, 'bin', 'drydock.js');

beforeAll(() => {
  execFileSync(process.execPath, ['tools/bundle.mjs', built], { cwd: root });
});

afterAll(() => {
  rmSync(built, { recursive: true });
});

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, and waits for it. */
export function drydock(folder: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, ...env }, maxBuffer: 100_000_000 });
  return { status, stdout, stderr };
}

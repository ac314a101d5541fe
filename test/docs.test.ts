import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('the pages of rules and facts are as the code makes them', () => {
  const { stderr } = spawnSync(process.execPath, [join(__dirname, '../tools/docs.mjs'), '--check'], { encoding: 'utf8' });
  expect(stderr).toBe(''); // else run: npm run docs
});

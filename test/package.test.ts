import manifest from '../package.json';
import { version } from '../lib/version';

test('the version that the command and every report name is the package\'s', () => {
  expect(version).toBe(manifest.version);
});

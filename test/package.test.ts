import manifest from '../package.json';
import { version } from '../lib/version';

test('the version that the command and every report name is the package\'s', () => {
  expect(version).toBe(manifest.version);
});

test('a TypeScript that does not read `exports` finds the same types: older CDK apps resolve modules so', () => {
  const { '.': main, './engine': engine, './jest': jest } = manifest.exports;
  expect(manifest.types).toBe(main.types.replace('./', ''));
  expect(manifest.typesVersions).toEqual({ '*': { engine: [engine.types], jest: [jest.types] } });
});

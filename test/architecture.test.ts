import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

const root = join(__dirname, '..');
const lib = join(root, 'lib');

/** ARCHITECTURE.md's table: folder or file of lib, and what it may import. */
function table(): ReadonlyMap<string, readonly string[]> {
  const rows = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `([\w.-]+)` \|[^|]*\|([^|]*)\|$/gm);
  return new Map([...rows].map(([, name = '', imports = '']) => [name, [...imports.matchAll(/`([^`]+)`/g)].map(([, allowed = '']) => allowed)]));
}

function sources(folder = lib): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** What a file imports: static, late (`require`, `import()`) and types. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:^|\n)(?:import|export)\b[^'";]*?from '([^']+)'|(?:require|import)\('([^']+)'\)|(?:^|\n)import '([^']+)'/g)]
    .map(([, a, b, c]) => a ?? b ?? c ?? '');
}

/** `lib/model/role.ts` is `model`, `lib/engine.ts` is itself, everything outside lib is what it was imported as. */
function placeOf(file: string, imported: string): string {
  if (!imported.startsWith('.')) return imported.startsWith('node:') ? imported : imported.split('/').slice(0, imported.startsWith('@') ? 2 : 1).join('/');
  const [first = '', ...rest] = posix.normalize(posix.join(posix.dirname(relative(lib, file)), imported)).split('/');
  if (first === '..') return rest.join('/');
  return rest.length > 0 ? first : `${first}.ts`;
}

const files = sources().map(file => ({ name: relative(lib, file), place: relative(lib, file).split('/')[0] ?? '', file }));

test('ARCHITECTURE.md names every folder and file of lib', () => {
  expect([...table().keys()].sort()).toEqual([...new Set(files.map(({ place }) => place))].sort());
});

test.each([...table()])('lib/%s imports what ARCHITECTURE.md says, and nothing else', (place, allowed) => {
  const group = (target: string): string => (target.startsWith('node:') && allowed.includes('node:*') ? 'node:*' : target);
  const imports = files.filter(file => file.place === place).flatMap(({ file, name }) =>
    importsOf(file).filter(imported => !imported.startsWith('.') || placeOf(file, imported) !== place).map(imported => ({ name, target: group(placeOf(file, imported)) })));
  expect(imports.filter(({ target }) => !allowed.includes(target)).map(({ name, target }) => `${name} imports ${target}`)).toEqual([]);
  expect(allowed.filter(target => !imports.some(other => other.target === target))).toEqual([]);
});

test('no file imports itself in a circle, also not for types', () => {
  const known = new Set(files.map(({ name }) => name));
  const edges = new Map(files.map(({ name, file }) => [name, importsOf(file).filter(imported => imported.startsWith('.'))
    .map(imported => `${posix.normalize(posix.join(posix.dirname(name), imported))}.ts`).filter(target => known.has(target))]));
  const done = new Set<string>();
  const circleFrom = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return undefined;
    done.add(name);
    for (const next of edges.get(name) ?? []) {
      const circle = circleFrom(next, [...trail, name]);
      if (circle) return circle;
    }
    return undefined;
  };
  expect(files.map(({ name }) => circleFrom(name, [])).filter(Boolean)).toEqual([]);
});

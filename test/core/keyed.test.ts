import { Keyed } from '../../lib/core/keyed';

const items = [{ name: 'a', keys: ['x'] }, { name: 'b', keys: ['y', 'x'] }, { name: 'c', keys: [undefined] }, { name: 'd', keys: [] }, { name: 'e', keys: ['y', 'y'] }];
const keyed = new Keyed(items, ({ keys }) => keys);
const find = (...keys: (string | undefined)[]): string => keyed.find(keys).map(({ name }) => name).join('');

test.each([
  ['x', ['x'], 'abc'],
  ['y', ['y'], 'bce'],
  ['either of two', ['y', 'x'], 'abce'],
  ['a key that nothing has', ['z'], 'c'],
  ['none', [], 'c'],
  ['one that is not known', ['x', undefined], 'abcde'],
])('under %s are the items that belong there or may, in their order', (_, keys, expected) => {
  expect(find(...keys)).toBe(expected);
});

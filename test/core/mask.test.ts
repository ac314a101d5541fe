import { Mask } from '../../lib/core/mask';
import { showText, textOf } from '../../lib/core/text';
import { unknown } from '../../lib/core/value';

const at = { stack: 's', path: [] };
const cluster = unknown({ kind: 'created', stack: 's', resource: 'Cluster', attribute: 'Ref' }, at, { is: { kind: 'attribute', stack: 's', resource: 'Cluster', attribute: 'Ref' } });

test('a part that is cut out of a masked text keeps what is known of it', () => {
  const mask = new Mask();
  const masked = mask.hide(textOf(['name=', cluster, ';more'], at));
  const [, name = ''] = /name=(.*);/.exec(masked) ?? [];
  expect(mask.reveal(name, at)).toMatchObject({ state: 'unknown', is: { resource: 'Cluster' } });
  expect(showText(mask.reveal(masked, at))).toBe('name=${Cluster};more');
});

test('a text without unknown parts passes through', () => {
  const mask = new Mask();
  expect(mask.hide(textOf(['plain'], at))).toBe('plain');
  expect(mask.reveal('plain', at)).toMatchObject({ state: 'known', value: 'plain' });
  expect(Mask.covers('plain')).toBe(false);
});

test('a text with more unknown parts than there are characters to stand for them is still a text', () => {
  const mask = new Mask();
  expect(() => mask.reveal(mask.hide(textOf(Array.from({ length: 140_000 }, () => cluster), at)), at)).not.toThrow();
});

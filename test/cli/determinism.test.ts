import { join, relative } from 'node:path';
import { templateOf } from '../../lib/pages/example-template';
import type { Report } from '../../lib/report/report';
import { examples } from '../../lib/rules/examples-registry';
import { drydock } from '../support/command';
import { folderOf } from '../support/folder';

/** Templates in which much is wrong: the first bad example of every rule. `spell` writes them. */
function wrecks(folder: string, spell: (template: unknown) => unknown = template => template): Record<string, string> {
  return Object.fromEntries(examples.map(({ rule, bad: [example] }) => [`${folder}/${rule}.json`, JSON.stringify(spell(templateOf(example)))]));
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, part]) => [key, backwards(part)])) : value;
}

/** A report but for where in the file things stand, and the order of keys in what a repair takes from the template: what another order of keys changes. */
function withoutOrder(text: string): unknown {
  const { findings, ...rest } = JSON.parse(text, (key, value: unknown) => {
    if (key === 'line' || key === 'column') return 0;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  }) as Report;
  return { ...rest, findings: findings.map(finding => JSON.stringify(finding)).sort() };
}

const check = (path: string): readonly string[] => ['check', path, '--format', 'json', '--today', '2026-11-20'];

test('the same templates give the same bytes in another time zone and language, and however their path is written', () => {
  const folder = folderOf(wrecks('in'));
  const [first = '', ...others] = [
    drydock(folder, check('in'), { TZ: 'UTC', LC_ALL: 'C' }),
    drydock(folder, check('./in/../in/'), { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' }),
    drydock(folder, check(join(folder, 'in')), { TZ: 'America/Lima', LC_ALL: 'de_DE.UTF-8' }),
    drydock(folder, check(`../${relative(join(folder, '..'), folder)}/in`), { TZ: 'Pacific/Apia', LC_ALL: 'ar_EG.UTF-8' }),
  ].map(({ stdout }) => stdout);
  expect((JSON.parse(first) as Report).findings.length).toBeGreaterThanOrEqual(examples.length);
  for (const other of others) expect(other).toBe(first);
});

test('the order of keys changes nothing but lines, columns and the order of keys in repairs', () => {
  const folder = folderOf({ ...wrecks('as-written/in'), ...wrecks('backwards/in', backwards) });
  const [a = '', b = ''] = ['as-written', 'backwards'].map(name => drydock(join(folder, name), check('in')).stdout);
  expect(withoutOrder(b)).toEqual(withoutOrder(a));
});

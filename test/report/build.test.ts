import { fingerprintOf } from '../../lib/report/fingerprint';
import { buildReport, type Found } from '../../lib/report/build';
import type { Violation } from '../../lib/finding/finding';
import type { ScenarioResult } from '../../lib/simulation/scenario';
import { parseTemplate } from '../../lib/template/parse';

const document = parseTemplate('shop.json', '{ "Resources": {} }');

function violation(id: string, rule = 'task-role', path: readonly (string | number)[] = ['Properties', 'Roles', 0]): Violation {
  return {
    rule, message: 'missing', severity: 'warning', phase: 'start', title: 'No role', words: { says: `${id} has none.` },
    resource: { stack: 'shop', id }, at: { stack: 'shop', path: ['Resources', id, ...path] }, related: [],
  };
}

/** What was found, resources standing on the line that their name ends in. */
function found(...violations: readonly Violation[]): Found {
  return {
    inputs: [{ name: 'shop', document }], violations, acknowledged: [], undecided: [], scenarios: [], assumptions: [], resources: 1, services: 1,
    locator: {
      locate: ({ path }) => ({ file: 'shop.json', line: Number(/\d+$/.exec(String(path[1]))?.[0] ?? 1), column: 1 }),
      constructPath: () => undefined, userCode: () => undefined,
    },
  };
}

test('findings come in the order of lines, and on one line of rules, however they were found', () => {
  const all = [violation('Task9'), violation('Task10', 'task-role'), violation('Task10', 'image-tag')];
  const order = (violations: readonly Violation[]) => buildReport([found(...violations)], {}).findings.map(({ resource, rule }) => `${resource} ${rule}`);
  expect(order(all)).toEqual(['Task9 task-role', 'Task10 image-tag', 'Task10 task-role']);
  expect(order([...all].reverse())).toEqual(order(all));
});

test('paths begin at Properties in the resource itself, and at the root elsewhere', () => {
  const elsewhere: Violation = { ...violation('Task1'), at: { stack: 'shop', path: ['Resources', 'Other', 'Properties', 'Name'] } };
  const parameter: Violation = { ...violation('Task2'), at: { stack: 'shop', path: ['Parameters', 'Size', 'Default'] } };
  expect(buildReport([found(violation('Task1'), elsewhere, parameter)], {}).findings.map(({ path }) => path).sort())
    .toEqual(['Parameters.Size.Default', 'Properties.Roles.0', 'Resources.Other.Properties.Name']);
});

test('others that take part are named by their stack where that is another', () => {
  const related = [{ stack: 'shop', id: 'Web' }, { stack: 'base', id: 'Cluster' }];
  expect(buildReport([found({ ...violation('Task1'), related })], {}).findings[0]?.related).toEqual(['Web', 'base:Cluster']);
});

test('an assumption that many scenarios make is told once', () => {
  const assumption = { fact: 'placement-ties', value: 'the lowest id', because: 'AWS does not say.' };
  const scenario: ScenarioResult = { name: 'desired-count', outcome: 'succeeds', services: [], clusters: [], assumptions: [assumption] };
  expect(buildReport([{ ...found(), scenarios: [scenario, { ...scenario, name: 'rolling-update' }] }], {}).assumptions).toEqual([assumption]);
});

test('a fingerprint is of rule, stack, resource, place and message, and of nothing else', () => {
  const resource = { stack: 'shop', id: 'Task' }, one = fingerprintOf('task-role', resource, 'Properties.Roles', 'missing');
  expect(one).toBe('ead72dfbf3b6ef78'); // pipelines keep these: it may never change
  expect(new Set([
    one, fingerprintOf('image-tag', resource, 'Properties.Roles', 'missing'), fingerprintOf('task-role', { ...resource, stack: 'other' }, 'Properties.Roles', 'missing'),
    fingerprintOf('task-role', { ...resource, id: 'Other' }, 'Properties.Roles', 'missing'), fingerprintOf('task-role', resource, 'Properties', 'missing'), fingerprintOf('task-role', resource, 'Properties.Roles', 'empty'),
  ]).size).toBe(6);
});

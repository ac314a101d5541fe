import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourceProperties } from '../../lib/catalog/resource-properties';

const { types, shapes } = resourceProperties.value, root = join(__dirname, '../..');

test('the table of properties is that of the installed aws-cdk-lib', () => {
  const made = execFileSync(process.execPath, ['tools/import-properties.mjs', '--print'], { cwd: root, encoding: 'utf8', maxBuffer: 1e7 });
  expect(made).toBe(readFileSync(join(root, 'lib/catalog/data/resource-properties.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/aws-cdk-lib/package.json'), 'utf8')) as { version: string };
  expect(resourceProperties.source.url).toContain(version);
});

test('every form is a plain one or a shape of the table', () => {
  const plain = ['json', 'number', 'text', 'true or false', 'whole number'];
  const forms = Object.values(shapes).flatMap(shape => Object.values(shape)).map(form => form.replaceAll(/[![\]{}]/g, ''));
  expect([...new Set([...forms, ...Object.values(types)])].filter(form => !plain.includes(form) && !Object.hasOwn(shapes, form))).toEqual([]);
});

test.each([
  ['AWS::ECS::Service', 'DesiredCount', 'whole number'],
  ['AWS::ECS::TaskDefinition', 'ContainerDefinitions', '[ecs.TaskDefinitionContainerDefinitionProperty]'],
  ['AWS::ApplicationAutoScaling::ScalableTarget', 'MinCapacity', '!whole number'],
  ['AWS::Scheduler::Schedule', 'FlexibleTimeWindow', '!scheduler.ScheduleFlexibleTimeWindowProperty'],
])('%s has %s as %s', (type, property, form) => {
  expect(shapes[types[type] ?? '']?.[property]).toBe(form);
});

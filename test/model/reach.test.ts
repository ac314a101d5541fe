import { ifKnown } from '../../lib/core/value';
import { inUse } from '../../lib/model/in-use';
import { reach, reachAll } from '../../lib/model/reach';
import { modelOf } from '../support/model';

function taskOf(properties: string) {
  const [task] = modelOf(`
Parameters: { Open: { Type: String } }
Resources:
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ${properties} } }`).taskDefinitions;
  if (!task) throw new Error('no task definition');
  return task;
}

test('a path leads to the property in each item of its lists', () => {
  const { found, open } = reach(taskOf('ContainerDefinitions: [{ PortMappings: [{ ContainerPort: 80 }, { ContainerPort: 81 }] }, { PortMappings: [{ HostPort: 1 }] }, {}]').properties,
    'ContainerDefinitions.*.PortMappings.*.ContainerPort');
  expect(found.map(property => property.value())).toMatchObject([{ value: 80 }, { value: 81 }]);
  expect(open).toEqual([]);
});

test('a list that is not known ends the path and is named', () => {
  const { found, open } = reach(taskOf('ContainerDefinitions: [{ PortMappings: !Ref Open }, { PortMappings: [{ ContainerPort: 80 }] }]').properties,
    'ContainerDefinitions.*.PortMappings.*.ContainerPort');
  expect(found).toHaveLength(1);
  expect(open).toMatchObject([{ why: { kind: 'parameter', name: 'Open' } }]);
});

test('the paths of a table are followed together, and each property comes with the rows that lead to it', () => {
  const rows = [{ path: 'ContainerDefinitions.*.Name' }, { path: 'ContainerDefinitions.*.Image' }, { path: 'Family' }, { path: 'Cpu' }];
  const { found, open } = reachAll(taskOf('Family: web, Cpu: !Ref Open, ContainerDefinitions: [{ Name: a, Image: b }, { Name: c }]').properties, rows);
  expect(found.map(({ row, property }) => [row.path, ifKnown(property.value())])).toEqual([
    ['ContainerDefinitions.*.Name', 'a'], ['ContainerDefinitions.*.Image', 'b'], ['ContainerDefinitions.*.Name', 'c'], ['Family', 'web'], ['Cpu', undefined],
  ]);
  expect(open).toEqual([]);
});

test.each([
  ['true', true], ["'true'", true], ['false', false], ["'false'", false], ['[]', false], ['[a]', true], ['{}', false], ['{ A: 1 }', true], ["''", false], ['0', true], ['text', true],
  ['!Ref AWS::NoValue', false], ['!Ref Open', 'unknown'],
])('a parameter that is %s is in use: %s', (value, expected) => {
  const used = inUse(taskOf(`Probe: ${value}`).properties.get('Probe'));
  expect(used.state === 'known' ? used.value : used.state).toBe(expected);
});

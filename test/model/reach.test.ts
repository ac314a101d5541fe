import { inUse } from '../../lib/model/in-use';
import { reach } from '../../lib/model/reach';
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
  const { properties, open } = reach(taskOf('ContainerDefinitions: [{ PortMappings: [{ ContainerPort: 80 }, { ContainerPort: 81 }] }, { PortMappings: [{ HostPort: 1 }] }, {}]').properties,
    'ContainerDefinitions.*.PortMappings.*.ContainerPort');
  expect(properties.map(property => property.value().state)).toEqual(['known', 'known', 'absent']);
  expect(open).toEqual([]);
});

test('a list that is not known ends the path and is named', () => {
  const { properties, open } = reach(taskOf('ContainerDefinitions: [{ PortMappings: !Ref Open }, { PortMappings: [{ ContainerPort: 80 }] }]').properties,
    'ContainerDefinitions.*.PortMappings.*.ContainerPort');
  expect(properties).toHaveLength(1);
  expect(open).toMatchObject([{ why: { kind: 'parameter', name: 'Open' } }]);
});

test.each([
  ['true', true], ["'true'", true], ['false', false], ["'false'", false], ['[]', false], ['[a]', true], ['{}', false], ['{ A: 1 }', true], ["''", false], ['0', true], ['text', true],
  ['!Ref AWS::NoValue', false], ['!Ref Open', 'unknown'],
])('a parameter that is %s is in use: %s', (value, expected) => {
  const used = inUse(taskOf(`Probe: ${value}`).properties.get('Probe'));
  expect(used.state === 'known' ? used.value : used.state).toBe(expected);
});

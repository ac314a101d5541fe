import { sameText } from '../../../lib/core/text';
import { Deployment } from '../../../lib/template/deployment';
import { parseYaml } from '../../../lib/template/parse-yaml';
import { evaluate } from '../../support/evaluate';

test.each([
  ["!GetAZs ''", '${?} because which zones eu-west-1 has differs by account'],
  ['!GetAZs us-east-1', '${?} because which zones us-east-1 has differs by account'],
  ['!GetAZs { Ref: AWS::Region }', '${?} because which zones eu-west-1 has differs by account'],
  ['!GetAZs { Ref: Open }', '${?} because parameter Open has no value here and no default'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression, { region: 'eu-west-1' })).toBe(expected);
});

test.each([
  ["!Select [0, !GetAZs '']", "!Select [0, !GetAZs '']", 'yes'],
  ["!Select [0, !GetAZs '']", '!Select [0, !GetAZs { Ref: AWS::Region }]', 'yes'],
  ["!Select [0, !GetAZs '']", "!Select [1, !GetAZs '']", 'no'],
  ["!Select [0, !GetAZs '']", '!Select [1, !GetAZs us-east-1]', 'unknown'],
  ["!Select [0, !GetAZs '']", 'eu-west-1a', 'unknown'],
])('whether %s and %s are one zone: %s', (a, b, expected) => {
  const { stacks } = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml', `Resources: { Probe: { Type: A::B::C, Properties: { a: ${a}, b: ${b} } } }`) }]);
  const properties = stacks.get('stack')?.resource('Probe')?.properties;
  expect(properties && sameText(properties.get('a').text(), properties.get('b').text())).toBe(expected);
});

import { ifKnown } from '../../lib/core/value';
import { Deployment, type StackInput } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import { show } from '../support/evaluate';

function stack(name: string, yaml: string, settings: Partial<StackInput> = {}): StackInput {
  return { name, document: parseYaml(`${name}.yaml`, yaml), ...settings };
}

/** What the property `Value` of the resource `Probe` is. */
function probe(inputs: readonly StackInput[], name = 'app'): string {
  return show(new Deployment(inputs).stacks.get(name)?.resource('Probe')?.properties.get('Value'));
}

const probing = (expression: string): string => `Resources: { Probe: { Type: A::B::C, Properties: { Value: ${expression} } } }`;

const net = `
Parameters: { Stage: { Type: String, Default: test } }
Conditions: { Never: !Equals [a, b] }
Resources: { Vpc: { Type: AWS::EC2::VPC } }
Outputs:
  Vpc: { Value: !Ref Vpc, Export: { Name: !Sub '\${Stage}-vpc' } }
  Named: { Value: 'ten', Export: { Name: !Sub '\${AWS::StackName}-cidr' } }
  Left: { Value: out, Condition: Never, Export: { Name: left-out } }
  Loop: { Value: x, Export: { Name: !ImportValue loop } }
`;

describe('Fn::ImportValue', () => {
  test.each([
    ['!ImportValue test-vpc', '${Vpc} because what Vpc will be called is known only once Vpc is created'],
    ["!ImportValue { 'Fn::Sub': 'test-vpc' }", '${Vpc} because what Vpc will be called is known only once Vpc is created'],
    ['!ImportValue net-cidr', '"ten"'],
    ['!ImportValue left-out', '${left-out} because no stack given here exports left-out'],
    ['!ImportValue other', '${other} because no stack given here exports other'],
    ["!ImportValue { 'Fn::Sub': '${AWS::Region}-vpc' }", '${${AWS::Region}-vpc} because Fn::ImportValue cannot be computed: the region is not given'],
    ['!ImportValue { Ref: AWS::NoValue }', '${?} because Fn::ImportValue cannot be computed as it stands'],
  ])('%s is %s', (expression, expected) => {
    expect(probe([stack('net', net), stack('app', probing(expression))])).toBe(expected);
  });

  test('is of the region and the account in which the importing stack is deployed', () => {
    const inputs = (region: string): StackInput[] => [stack('net', net, { region: 'eu-west-1' }), stack('app', probing('!ImportValue net-cidr'), { region })];
    expect(probe(inputs('eu-west-1'))).toBe('"ten"');
    expect(probe(inputs('us-east-1'))).toBe('${net-cidr} because no stack given here exports net-cidr');
  });

  test('finds a name of which not all is known by what it is', () => {
    const exporting = "Resources: { Vpc: { Type: AWS::EC2::VPC } }\nOutputs: { Vpc: { Value: !Ref Vpc, Export: { Name: !Sub '${AWS::Region}-vpc' } } }";
    const importing = stack('app', probing("!ImportValue { 'Fn::Sub': '${AWS::Region}-vpc' }"));
    expect(probe([stack('net', exporting), importing])).toBe('${Vpc} because what Vpc will be called is known only once Vpc is created');
    expect(probe([stack('net', exporting), stack('other', exporting), importing])).toContain('Fn::ImportValue cannot be computed: the region is not given');
  });

  test('takes a stack by the name that is decided for it, and by that of its template where none is', () => {
    expect(probe([stack('net', net, { deployedName: 'shop' }), stack('app', probing('!ImportValue shop-cidr'))])).toBe('"ten"');
    expect(probe([stack('net', net, { deployedName: 'shop' }), stack('app', probing('!ImportValue net-cidr'))])).toContain('no stack given here exports');
  });
});

describe('a stack of which nobody said how it will be called', () => {
  const exporting = (...outputs: readonly string[]): string =>
    `Resources: {}\nOutputs:\n${outputs.map(output => `  ${output}: { Value: ${output.toLowerCase()}, Export: { Name: !Sub '\${AWS::StackName}-${output}' } }`).join('\n')}`;
  const importing = (...names: readonly string[]): string => probing(`!Join [' ', [${names.map(name => `!ImportValue ${name}`).join(', ')}]]`);

  test('is called as the imports of another say', () => {
    const deployment = new Deployment([stack('net', exporting('Vpc', 'Zone')), stack('app', importing('production-Vpc', 'production-Zone'))]);
    expect(show(deployment.stacks.get('app')?.resource('Probe')?.properties.get('Value'))).toBe('"vpc zone"');
    expect(deployment.assumptions()).toEqual([{ fact: 'stack-name', value: 'net.yaml is deployed as production', because: 'app.yaml imports production-Vpc' }]);
  });

  test('is what a parameter will say', () => {
    const app = (name: string): StackInput => stack(name, `Parameters: { Net: { Type: String } }\n${probing("!ImportValue { 'Fn::Sub': '${Net}-Vpc' }")}`);
    const inputs = [stack('net', exporting('Vpc')), app('app'), app('web')];
    expect([probe(inputs), probe(inputs, 'web')]).toEqual(['"vpc"', '"vpc"']);
    expect(probe([...inputs, stack('other', exporting('Vpc'))])).toContain('parameter Net has no value here and no default');
  });

  test.each<[string, StackInput[], string]>([
    ['where its template is called so', [stack('production', exporting('Vpc')), stack('net', exporting('Vpc')), stack('app', importing('production-Vpc'))], '"vpc"'],
    ['not where another could be meant', [stack('one', exporting('Vpc')), stack('two', exporting('Vpc')), stack('app', importing('production-Vpc'))], 'no stack given here exports production-Vpc'],
    ['not where it would have two names', [stack('net', exporting('Vpc')), stack('app', importing('test-Vpc', 'production-Vpc'))], 'no stack given here exports test-Vpc'],
    ['not where its name is decided', [stack('net', exporting('Vpc'), { deployedName: 'test' }), stack('app', importing('production-Vpc'))], 'no stack given here exports production-Vpc'],
    ['not in another region', [stack('net', exporting('Vpc'), { region: 'eu-west-1' }), stack('app', importing('production-Vpc'), { region: 'us-east-1' })], 'no stack given here exports production-Vpc'],
  ])('%s', (_, inputs, expected) => {
    expect(probe(inputs)).toContain(expected);
  });

  test('is found by its name where that is handed on', () => {
    const around = "Resources: { Net: { Type: AWS::CloudFormation::Stack }, App: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Parent: !GetAtt Net.Outputs.Name } } } }";
    const net = `${exporting('Vpc')}\n  Name: { Value: !Ref AWS::StackName }`;
    const app = `Parameters: { Parent: { Type: String } }\n${probing("!ImportValue { 'Fn::Sub': '${Parent}-Vpc' }")}`;
    const nestedIn = (resource: string): Partial<StackInput> => ({ nestedIn: { stack: 'all', resource } });
    expect(probe([stack('all', around), stack('all/Net', net, nestedIn('Net')), stack('app', app, nestedIn('App'))])).toBe('"vpc"');
  });
});

describe('parameters of Systems Manager', () => {
  const storing = "Resources:\n  Vpc: { Type: AWS::EC2::VPC }\n"
    + "  One: { Type: AWS::SSM::Parameter, Properties: { Name: /net/vpc, Value: !Ref Vpc } }\n"
    + "  Two: { Type: AWS::SSM::Parameter, Properties: { Name: /net/zones, Type: StringList, Value: 'a, b' } }\n"
    + "  Self: { Type: AWS::SSM::Parameter, Properties: { Name: /net/self, Value: '{{resolve:ssm:/net/self}}' } }\n";
  const parameter = (type: string, name: string): string => `Parameters: { P: { Type: '${type}', Default: '${name}' } }\n${probing('!Ref P')}`;
  const vpc = '${Vpc} because what Vpc will be called is known only once Vpc is created';

  test.each([
    ['a dynamic reference', probing("'{{resolve:ssm:/net/vpc}}'"), vpc],
    ['one with a version', probing("'{{resolve:ssm:/net/vpc:12}}'"), vpc],
    ['one in a text', probing("!Sub 'zones {{resolve:ssm:/net/zones}}'"), '"zones a, b"'],
    ['a parameter of its type', parameter('AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>', '/net/vpc'), vpc],
    ['a parameter of a list', parameter('AWS::SSM::Parameter::Value<List<String>>', '/net/zones'), '["a", "b"]'],
    ['a secure one, never', probing("'{{resolve:ssm-secure:/net/vpc}}'"), '${?} because {{resolve:ssm-secure:/net/vpc}} is read when the stack is deployed'],
    ['one that nobody writes, never', parameter('AWS::SSM::Parameter::Value<String>', '/other'), '${?} because {{resolve:ssm:/other}} is read when the stack is deployed'],
    ['one that reads itself, never', probing("'{{resolve:ssm:/net/self}}'"), 'depends on itself'],
  ])('are read by %s', (_, template, expected) => {
    expect(probe([stack('net', storing), stack('app', template)])).toContain(expected);
  });

  test('are of a region of an account, and known where one alone writes them', () => {
    const inputs = (region: string): StackInput[] => [stack('net', storing, { region: 'eu-west-1' }), stack('app', probing("'{{resolve:ssm:/net/zones}}'"), { region })];
    expect(probe(inputs('eu-west-1'))).toBe('"a, b"');
    expect(probe(inputs('us-east-1'))).toContain('is read when the stack is deployed');
    expect(probe([...inputs('eu-west-1'), stack('again', storing, { region: 'eu-west-1' })])).toContain('is read when the stack is deployed');
  });

  test('are known by the resource that writes them', () => {
    const nameless = "Resources:\n  Written: { Type: AWS::SSM::Parameter, Properties: { Value: here } }\nOutputs: { Name: { Value: !Ref Written, Export: { Name: written } } }";
    expect(probe([stack('net', nameless), stack('app', probing("!Join ['', ['{{resolve:ssm:', !ImportValue written, '}}']]"))])).toBe('"here"');
  });
});

describe('Fn::GetStackOutput', () => {
  const region = { region: 'eu-west-1' };
  test.each([
    ['{ StackName: shop-net, OutputName: Named }', '"ten"'],
    ['{ StackName: shop-net, OutputName: Named, Region: !Ref AWS::Region }', '"ten"'],
    ['{ StackName: shop-net, OutputName: Named, Region: us-east-1 }', '${output Named of stack shop-net} because output Named of stack shop-net is in none of the templates given here'],
    ['{ StackName: shop-net, OutputName: Left }', '${output Left of stack shop-net} because output Left of stack shop-net is in none of the templates given here'],
    ['{ StackName: other, OutputName: Vpc }', '${output Vpc of stack other} because output Vpc of stack other is in none of the templates given here'],
    ["{ StackName: shop-net, OutputName: Named, RoleArn: 'arn:aws:iam::222222222222:role/reader' }", '${output Named of stack shop-net} because output Named of stack shop-net is in none of the templates given here'],
    ["{ StackName: shop-net, OutputName: Named, RoleArn: !Sub 'arn:aws:iam::${AWS::AccountId}:role/reader' }", '"ten"'],
    ['{ StackName: !Ref AWS::StackId, OutputName: Vpc }', '${?} because AWS::StackId is known only when the stack is deployed'],
    ['{ StackName: shop-net }', '${?} because Fn::GetStackOutput cannot be computed as it stands'],
  ])('of %s is %s', (argument, expected) => {
    expect(probe([stack('net', net, { ...region, deployedName: 'shop-net' }), stack('app', probing(`{ 'Fn::GetStackOutput': ${argument} }`), region)])).toBe(expected);
  });
});

describe('nested stacks', () => {
  const around = (parameters: string): string => `
Parameters: { Open: { Type: String } }
Resources:
  A: { Type: AWS::EC2::Subnet }
  B: { Type: AWS::EC2::Subnet }
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml, Parameters: ${parameters} } }
  Probe: { Type: A::B::C, Properties: { Value: !GetAtt Inner.Outputs.Given } }
`;
  const inner = (type: string, value = '!Ref Given'): StackInput =>
    stack('app/Inner', `Parameters: { Given: { Type: ${type} } }\n${probing('!Ref Given')}\nOutputs: { Given: { Value: ${value} } }`, { nestedIn: { stack: 'app', resource: 'Inner' } });
  const created = (id: string): string => `\${${id}} because what ${id} will be called is known only once ${id} is created`;

  test.each([
    ['a text', 'String', '{ Given: 512 }', '"512"'],
    ['what a resource will be called', 'String', '{ Given: !Ref A }', created('A')],
    ['a list in a text', 'List<AWS::EC2::Subnet::Id>', "{ Given: !Join [',', [!Ref A, !Ref B]] }", `[${created('A')}, ${created('B')}]`],
    ['a list in a text with blanks', 'CommaDelimitedList', "{ Given: 'a, b' }", '["a", "b"]'],
    ['what nobody knows', 'String', '{ Given: !Ref Open }', '${Open} because parameter Open has no value here and no default'],
    ['nothing', 'String', '{ Given: !Ref AWS::NoValue }', '${Given} because Inner passes no value for parameter Given, which has no default'],
    ['nothing at all', 'String', '!Ref AWS::NoValue', '${Given} because Inner passes no value for parameter Given, which has no default'],
  ])('take %s from the stack around', (_, type, parameters, expected) => {
    expect(probe([stack('app', around(parameters)), inner(type)], 'app/Inner')).toBe(expected);
  });

  test('give their outputs to the stack around', () => {
    expect(probe([stack('app', around('{ Given: !Ref A }')), inner('String')])).toBe(created('A'));
    expect(probe([stack('app', around('{ Given: a }')), inner('String', '!Ref Given')])).toBe('"a"');
    expect(probe([stack('app', around('{ Given: a }'))])).toContain('the template of the nested stack Inner is in none of the templates given here');
  });

  test('do not take the parameters that are given for the stacks around them', () => {
    expect(probe([stack('app', around('{}'), { parameters: new Map([['Given', 'x']]) }), inner('String')], 'app/Inner')).toContain('Inner passes no value');
  });

  test('are there where the stack around creates them', () => {
    const around = "Parameters: { Open: { Type: String } }\nConditions: { Is: !Equals [!Ref Open, a] }\nResources: { Inner: { Type: AWS::CloudFormation::Stack, Condition: Is } }";
    const exists = (Open: string | undefined): (string | undefined)[] =>
      new Deployment([stack('app', around, Open === undefined ? {} : { parameters: new Map([['Open', Open]]) }), inner('String')]).resources().map(resource => resource.exists.state);
    expect(exists('a')).toEqual(['known', 'known']);
    expect(exists('b')).toEqual([]);
    expect(exists(undefined)).toEqual(['unknown', 'unknown']);
  });

  test('that pass a value round in a circle leave it unknown', () => {
    expect(probe([stack('app', around('{ Given: !GetAtt Inner.Outputs.Given }')), inner('String')]))
      .toBe('${?} because the attribute Inner.Outputs.Given of stack app depends on itself');
  });

  test('that double a text on every way round come to an end', () => {
    const chain = Array.from({ length: 60 }, (_, i) => stack(`app/N${i}`,
      `Parameters: { Given: { Type: String } }\nResources: {}\nOutputs: { Given: { Value: !Join ['', [!Ref Given, !Ref Given]] } }`, { nestedIn: { stack: 'app', resource: `N${i}` } }));
    const nests = chain.map((_, i) => `  N${i}: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Given: ${i === 0 ? 'ab' : `!GetAtt N${i - 1}.Outputs.Given`} } } }`);
    const app = `Resources:\n  Probe: { Type: A::B::C, Properties: { Value: !GetAtt N59.Outputs.Given } }\n${nests.join('\n')}`;
    expect(probe([stack('app', app), ...chain])).toContain('a shorter text is expected where a very long one stands');
  });
});

test('a value says where it was written', () => {
  const { stacks } = new Deployment([stack('app', 'Parameters: { Size: { Type: Number, Default: 512 } }\nMappings: { M: { a: { b: 1 } } }\n'
    + 'Resources: { Probe: { Type: A::B::C, Properties: { Size: !Ref Size, Mapped: !FindInMap [M, a, b], Either: !If [C, [{ Name: a }], []] } } }\nConditions: { C: !Equals [a, a] }')]);
  const properties = stacks.get('app')?.resource('Probe')?.properties, path = ['Resources', 'Probe', 'Properties'];
  expect(properties?.get('Size').integer().at).toMatchObject({ stack: 'app', path: [...path, 'Size'], from: { stack: 'app', path: ['Parameters', 'Size', 'Default'] } });
  expect(properties?.get('Mapped').integer().at).toMatchObject({ stack: 'app', path: [...path, 'Mapped'], from: { stack: 'app', path: ['Mappings', 'M', 'a', 'b'] } });
  const either = properties?.get('Either').list(), [element] = (either && ifKnown(either)) ?? [];
  expect(element?.get('Name').text().at).toMatchObject({ stack: 'app', path: [...path, 'Either', 'Fn::If', 1, 0, 'Name'] });
});

test('resources of which the condition does not hold are not there, those of which it is open may be', () => {
  const { stacks } = new Deployment([stack('app', `
Parameters: { Open: { Type: String } }
Conditions: { Never: !Equals [a, b], Perhaps: !Equals [!Ref Open, a] }
Resources:
  There: { Type: A::B::C, DependsOn: Perhaps }
  Never: { Type: A::B::C, Condition: Never }
  Perhaps: { Type: A::B::C, Condition: Perhaps }
  Untyped: { Properties: {} }
  Wrong: text
`)]);
  expect(stacks.get('app')?.resources().map(({ id, exists }) => [id, exists.state])).toEqual([['There', 'known'], ['Perhaps', 'unknown']]);
});

import { dryRun } from '../../lib/dry-run';
import { baseStacks } from '../../lib/rules/base-stacks';
import { parseTemplate } from '../../lib/template/parse';

/** The severity of an image that nobody can pull, of the task definition `Task`. */
function severityWith(launcher: string): string | undefined {
  const document = parseTemplate('idle.yaml', `
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { ContainerDefinitions: [{ Name: web, Image: 'Shop:1', Memory: 256 }] }
${launcher}`);
  return dryRun([[{ name: 'idle', document }]]).report.findings.find(({ rule }) => rule === 'image-reference')?.severity;
}

describe('what keeps tasks from starting', () => {
  test.each([
    ['an error where a service starts them', '  Service: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task } }', 'error'],
    ['an error where a schedule starts them', '  Rule: { Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: x, EcsParameters: { TaskDefinitionArn: !Ref Task } }] } }', 'error'],
    ['an error where nobody knows how many a service starts', '  Service: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task, DesiredCount: !Ref AWS::AccountId } }', 'error'],
    ['a warning where nothing here starts any', '', 'warning'],
    ['a warning where a condition may leave the service out', '  Service: { Type: AWS::ECS::Service, Condition: Open, Properties: { TaskDefinition: !Ref Task } }\nParameters: { Stage: { Type: String } }\nConditions: { Open: !Equals [!Ref Stage, a] }', 'warning'],
    ['a warning where the service starts none', '  Service: { Type: AWS::ECS::Service, Properties: { TaskDefinition: !Ref Task, DesiredCount: 0 } }', 'warning'],
  ])('is %s', (_, launcher, severity) => {
    expect(severityWith(launcher)).toBe(severity);
  });
});

test('what ECS refuses of a service when it is created, it refuses of a schedule each time that it comes round', () => {
  const phaseIn = (stack: string): string | undefined => {
    const document = parseTemplate('shop.yaml', stack.replace(/( +)LaunchType: FARGATE\n/, '$&$1CapacityProviderStrategy: [{ CapacityProvider: FARGATE }]\n'));
    return dryRun([[{ name: 'shop', document }]]).report.findings.find(({ rule }) => rule === 'launch-type-and-strategy')?.phase;
  };
  expect([baseStacks.fargateService, baseStacks.scheduledTask].map(phaseIn)).toEqual(['create', 'schedule']);
});

test.each([
  ['an error where a service starts tasks with it', baseStacks.fargateService, 'error'],
  ['a warning where somebody may fill it before a schedule starts any', baseStacks.scheduledTask, 'warning'],
  ['a warning where a service starts none yet', baseStacks.fargateService.replace(/( +)DesiredCount: \d+\n/, '$1DesiredCount: 0\n'), 'warning'],
])('a secret that lacks the key a container asks for is %s', (_, stack, severity) => {
  const document = parseTemplate('shop.yaml', `${stack.replace(/( +)- Name: web\n/, '$&$1  Secrets: [{ Name: KEY, ValueFrom: !Sub "${Login}:key::" }]\n')}
  Login: { Type: AWS::SecretsManager::Secret, Properties: { GenerateSecretString: {} } }
`);
  expect(dryRun([[{ name: 'shop', document }]]).report.findings.find(({ rule }) => rule === 'secret-content')?.severity).toBe(severity);
});

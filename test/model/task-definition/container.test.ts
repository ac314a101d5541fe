import { modelOf } from '../../support/model';

function containerOf(definition: string) {
  const [task] = modelOf(`
Parameters: { Open: { Type: String } }
Resources:
  Repository: { Type: AWS::ECR::Repository }
  Secret: { Type: AWS::SecretsManager::Secret }
  Parameter: { Type: AWS::SSM::Parameter }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { ContainerDefinitions: [{ Name: web, ${definition} }] } }`).taskDefinitions;
  const containers = task?.containers;
  if (containers?.state !== 'known' || !containers.value[0]) throw new Error('no container');
  return containers.value[0];
}

test.each([
  ['public.ecr.aws/nginx/nginx:stable', 'internet'],
  ['nginx', 'internet'],
  ["!Sub 'nginx:${Open}'", 'internet'],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1', 'ECR'],
  ["!Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/web:${Open}'", 'ECR'],
  ["!Sub '${AWS::AccountId}.dkr-ecr.${AWS::Region}.on.aws/web'", 'ECR'],
  ['!GetAtt Repository.RepositoryUri', 'ECR'],
  ["!Sub '${Open}/web:1'", 'unknown'],
  ['!Ref Open', 'unknown'],
])('the image %s comes from a registry of kind %s', (image, expected) => {
  const { registry } = containerOf(`Image: ${image}`);
  expect(registry.state === 'known' ? registry.value : registry.state).toBe(expected);
});

test.each([
  ['Secrets: [{ Name: A, ValueFrom: !Ref Secret }]', ['Secrets Manager']],
  ["Secrets: [{ Name: A, ValueFrom: !Sub 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/a' }, { Name: B, ValueFrom: /b }]", ['Parameter Store', 'Parameter Store']],
  ['LogConfiguration: { LogDriver: splunk, SecretOptions: [{ Name: token, ValueFrom: arn:aws:secretsmanager:eu-west-1:123456789012:secret:a }] }', ['Secrets Manager']],
  ['RepositoryCredentials: { CredentialsParameter: !Ref Open }', ['Secrets Manager']],
  ['Secrets: [{ Name: A, ValueFrom: !Ref Open }]', ['unknown']],
  ['Secrets: [{ Name: A, ValueFrom: !Ref Parameter }]', ['Parameter Store']],
  ['Secrets: !Ref Open', ['unknown']],
  ['Image: nginx', []],
])('secrets of { %s } come from %j', (definition, expected) => {
  expect(containerOf(definition).secrets.map(({ store }) => (store.state === 'known' ? store.value : store.state))).toEqual(expected);
});

describe('of a container', () => {
  test.each([
    ['numbers and truth values as texts', "Cpu: '10', Memory: '512', Essential: 'false', Privileged: 'true'", { cpuUnits: { value: 10 }, memoryMiB: { value: 512 }, essential: { value: false }, privileged: { value: true } }],
    ['what it has where nothing is said', 'Image: nginx', { cpuUnits: { state: 'absent' }, essential: { value: true }, privileged: { value: false }, portMappings: { state: 'absent' } }],
    ['a size with a unit, which is for the task alone', "Cpu: 1 vCPU, Memory: '1 GB'", { cpuUnits: { state: 'unknown' }, memoryMiB: { state: 'unknown' } }],
    ['what is known beside what is not', 'Cpu: !Ref Open, Memory: 512', { cpuUnits: { state: 'unknown' }, memoryMiB: { value: 512 } }],
    ['items that are left out', 'PortMappings: [!Ref AWS::NoValue, { ContainerPort: 80 }]', { portMappings: { value: [{ containerPort: { value: 80 }, hostPort: { state: 'absent' }, protocol: { value: 'TCP' } }] } }],
    ['a map in place of a list', 'PortMappings: { ContainerPort: 80 }', { portMappings: { state: 'unknown', why: { kind: 'form' } } }],
  ])('%s', (_, definition, expected) => {
    expect(containerOf(definition)).toMatchObject(expected);
  });
});

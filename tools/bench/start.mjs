// Times the built command as a whole process on templates of growing size, beside Node alone: npm run bench -- start [OTHER_COMMAND]
// OTHER_COMMAND is the dist/bin/drydock.js of another build; the two then run in turn, so that a busy machine slows both, and the ratio of their medians is shown.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeAlone, timesOf } from '../timing.mjs';

const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
process.on('exit', () => { rmSync(folder, { recursive: true, force: true }); });

const commands = [join(import.meta.dirname, '..', '..', 'dist', 'bin', 'drydock.js'), ...process.argv.slice(2, 3)];

console.log(['', 'resources', ...commands.map((_, i) => (i === 0 ? 'median' : 'other')), ...(commands.length > 1 ? ['ratio'] : [])].map(cell => cell.padStart(10)).join(''));
row('node alone', 0, commands.map(() => nodeAlone));
for (const services of [2, 20, 80]) {
  const file = join(folder, `${services}.json`), template = templateOf(services);
  writeFileSync(file, JSON.stringify(template, null, 1));
  row(`${services} services`, Object.keys(template.Resources).length, commands.map(command => [command, 'check', file, '--format', 'json']));
}

function row(name, resources, processes) {
  const [median, other] = timesOf(processes);
  const cells = [name, resources || '', `${Math.round(median)} ms`, ...(other === undefined ? [] : [`${Math.round(other)} ms`, (median / other).toFixed(2)])];
  console.log(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(i === 1 ? 8 : 10))).join(''));
}

/** A cluster on container instances, and so many services, each with what a service usually has around it. */
function templateOf(services) {
  const role = service => ({ Type: 'AWS::IAM::Role', Properties: {
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }] },
  } });
  const policy = (of, actions, resource) => ({ Type: 'AWS::IAM::Policy', Properties: {
    PolicyName: of, Roles: [{ Ref: of }], PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }] },
  } });
  const ofService = id => ({
    [`${id}Logs`]: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
    [`${id}Secret`]: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    [`${id}Execution`]: role('ecs-tasks.amazonaws.com'),
    [`${id}ExecutionPolicy`]: policy(`${id}Execution`, ['logs:CreateLogStream', 'logs:PutLogEvents', 'secretsmanager:GetSecretValue'], [{ 'Fn::GetAtt': [`${id}Logs`, 'Arn'] }, { Ref: `${id}Secret` }]),
    [`${id}Role`]: role('ecs-tasks.amazonaws.com'),
    [`${id}RolePolicy`]: policy(`${id}Role`, 's3:GetObject', '*'),
    [`${id}Task`]: { Type: 'AWS::ECS::TaskDefinition', Properties: {
      ExecutionRoleArn: { 'Fn::GetAtt': [`${id}Execution`, 'Arn'] }, TaskRoleArn: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      ContainerDefinitions: [{
        Name: 'app', Image: 'public.ecr.aws/nginx/nginx:stable', Memory: 256, PortMappings: [{ ContainerPort: 80 }], Secrets: [{ Name: 'TOKEN', ValueFrom: { Ref: `${id}Secret` } }],
        LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref: `${id}Logs` }, 'awslogs-region': { Ref: 'AWS::Region' }, 'awslogs-stream-prefix': 'app' } },
      }],
    } },
    [id]: { Type: 'AWS::ECS::Service', Properties: { Cluster: { Ref: 'Cluster' }, TaskDefinition: { Ref: `${id}Task` }, DesiredCount: 2 } },
    [`${id}Target`]: { Type: 'AWS::ApplicationAutoScaling::ScalableTarget', Properties: {
      ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4,
      ResourceId: { 'Fn::Join': ['/', ['service', { Ref: 'Cluster' }, { 'Fn::GetAtt': [id, 'Name'] }]] },
    } },
  });
  return { Resources: Object.assign({
    Cluster: { Type: 'AWS::ECS::Cluster', Properties: {} },
    InstanceRole: { ...role('ec2.amazonaws.com') },
    InstanceProfile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'InstanceRole' }] } },
    Launch: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: {
      InstanceType: 'm7g.large', ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id}}',
      IamInstanceProfile: { Arn: { 'Fn::GetAtt': ['InstanceProfile', 'Arn'] } }, UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n' } },
    } } },
    Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: {
      MinSize: services, MaxSize: services, AvailabilityZones: { 'Fn::GetAZs': '' }, LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: '1' },
    } },
  }, ...Array.from({ length: services }, (_, i) => ofService(`Service${i}`))) };
}

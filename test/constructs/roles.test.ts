import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { dryRun, parseTemplate, type ReportFinding } from '../../lib/engine';
import { ExecutionRole, FargateService, InfrastructureRole, InstanceRole, SchedulerRole } from '../../lib/index';
import { nginx, shop } from '../support/shop';

type Json = { Resources: Record<string, { Type: string; Properties: { ManagedPolicyArns?: unknown[]; PolicyDocument?: { Statement: unknown[] } } }> };

function findingsOn(template: Json): readonly ReportFinding[] {
  return dryRun([[{ name: 'shop', document: parseTemplate('shop.json', JSON.stringify(template)) }]]).report.findings.filter(({ rule }) => /^(\w+-role-permissions|role-trust)$/.test(rule));
}

/** The template less one statement, or one managed policy, for each that there is. */
function lessened(template: Json): readonly Json[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    const list = Type === 'AWS::IAM::Policy' ? Properties.PolicyDocument?.Statement ?? [] : Type === 'AWS::IAM::Role' ? Properties.ManagedPolicyArns ?? [] : [];
    return list.map((_, i) => {
      const copy = JSON.parse(JSON.stringify(template)) as Json, its = copy.Resources[id]?.Properties;
      (Type === 'AWS::IAM::Policy' ? its?.PolicyDocument?.Statement : its?.ManagedPolicyArns)?.splice(i, 1);
      return copy;
    });
  });
}

function service(stack: Stack, properties: Partial<ecs.CfnServiceProps>): void {
  new ecs.CfnService(stack, 'Service', { cluster: new ecs.CfnCluster(stack, 'Cluster').ref, taskDefinition: 'web:1', desiredCount: 1, ...properties });
}

function nightly(stack: Stack, make: (task: ecs.FargateTaskDefinition, cluster: ecs.Cluster) => void): void {
  const task = new ecs.FargateTaskDefinition(stack, 'Task', { executionRole: new iam.Role(stack, 'Execution', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }) });
  task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable') });
  make(task, new ecs.Cluster(stack, 'Cluster', { vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a'], publicSubnetIds: ['subnet-1'] }) }));
}

const builds: [string, (stack: Stack) => void][] = [
  ['an execution role', stack => {
    const repository = new ecr.Repository(stack, 'Images');
    const logGroup = new logs.LogGroup(stack, 'Logs');
    const secret = new secretsmanager.Secret(stack, 'Token', { encryptionKey: new kms.Key(stack, 'Key') });
    const parameter = ssm.StringParameter.fromStringParameterName(stack, 'Mode', '/shop/mode');
    const role = new ExecutionRole(stack, 'Role', { repositories: [repository], logGroups: [logGroup], secrets: [secret], parameters: [parameter], files: [{ bucketName: 'settings', objectKey: 'web.env' }] });
    const task = new ecs.CfnTaskDefinition(stack, 'Task', {
      requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory: '512', executionRoleArn: role.roleArn,
      containerDefinitions: [{
        name: 'web', image: `${repository.repositoryUri}:1`, environmentFiles: [{ type: 's3', value: `arn:aws:s3:::settings/web.env` }],
        secrets: [{ name: 'TOKEN', valueFrom: secret.secretArn }, { name: 'MODE', valueFrom: '/shop/mode' }],
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': logGroup.logGroupName, 'awslogs-region': stack.region, 'awslogs-stream-prefix': 'web' } },
      }],
    });
    service(stack, { taskDefinition: task.ref, launchType: 'FARGATE' });
  }],
  ['an instance role', stack => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0 }), cluster = new ecs.Cluster(stack, 'Cluster', { vpc }), userData = ec2.UserData.forLinux();
    userData.addCommands(`echo ECS_CLUSTER=${cluster.clusterName} >> /etc/ecs/ecs.config`);
    const launchTemplate = new ec2.LaunchTemplate(stack, 'Template', {
      instanceType: new ec2.InstanceType('m7i.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(), userData,
      role: new InstanceRole(stack, 'Role', { cluster }), securityGroup: new ec2.SecurityGroup(stack, 'Group', { vpc }),
    });
    new autoscaling.AutoScalingGroup(stack, 'Instances', { vpc, launchTemplate, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });
  }],
  ['an infrastructure role for volumes under a key', stack => {
    const key = new kms.Key(stack, 'Key');
    service(stack, { volumeConfigurations: [{ name: 'data', managedEbsVolume: { roleArn: new InfrastructureRole(stack, 'Role', { volumes: true, volumeKeys: [key] }).roleArn, sizeInGiB: 10, kmsKeyId: key.keyArn } }] });
  }],
  ['an infrastructure role for an Express service', stack => {
    const executionRoleArn = new ExecutionRole(stack, 'Execution').roleArn, infrastructureRoleArn = new InfrastructureRole(stack, 'Role', { express: true }).roleArn;
    new ecs.CfnExpressGatewayService(stack, 'Express', { executionRoleArn, infrastructureRoleArn, primaryContainer: { image: 'public.ecr.aws/nginx/nginx:stable' } });
  }],
  ['an infrastructure role for traffic and hooks', stack => {
    const hook = lambda.Function.fromFunctionArn(stack, 'Hook', 'arn:aws:lambda:eu-west-1:111122223333:function:check');
    const role = new InfrastructureRole(stack, 'Role', { traffic: true, hooks: [hook] });
    const [blue, green] = ['Blue', 'Green'].map(id => new elbv2.CfnTargetGroup(stack, id, { vpcId: 'vpc-1', port: 80, protocol: 'HTTP', targetType: 'ip' }));
    const listener = new elbv2.CfnListener(stack, 'Listener', { loadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1', port: 80, protocol: 'HTTP', defaultActions: [{ type: 'forward', targetGroupArn: blue?.ref }] });
    const rule = new elbv2.CfnListenerRule(stack, 'Rule', { listenerArn: listener.ref, priority: 1, conditions: [{ field: 'path-pattern', values: ['*'] }], actions: [{ type: 'forward', targetGroupArn: blue?.ref }] });
    service(stack, {
      deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [{ hookTargetArn: hook.functionArn, roleArn: role.roleArn, lifecycleStages: ['POST_SCALE_UP'] }] },
      loadBalancers: [{ containerName: 'web', containerPort: 80, targetGroupArn: blue?.ref, advancedConfiguration: { alternateTargetGroupArn: green?.ref ?? '', productionListenerRule: rule.ref, roleArn: role.roleArn } }],
    });
  }],
  ['an infrastructure role for certificates and VPC Lattice', stack => {
    const role = new InfrastructureRole(stack, 'Role', { certificates: true, lattice: true }).roleArn;
    service(stack, {
      serviceConnectConfiguration: { enabled: true, services: [{ portName: 'http', tls: { roleArn: role, issuerCertificateAuthority: { awsPcaAuthorityArn: 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1' } } }] },
      vpcLatticeConfigurations: [{ portName: 'http', roleArn: role, targetGroupArn: 'arn:aws:vpc-lattice:eu-west-1:111122223333:targetgroup/tg-1' }],
    });
  }],
  ['an infrastructure role for Managed Instances', stack => {
    const instanceRole = new iam.Role(stack, 'InstanceRole', { roleName: 'web-instances', assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'), managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInstanceRolePolicyForManagedInstances')] });
    new ecs.CfnCapacityProvider(stack, 'Provider', {
      clusterName: new ecs.CfnCluster(stack, 'Cluster').ref,
      managedInstancesProvider: {
        infrastructureRoleArn: new InfrastructureRole(stack, 'Role', { instanceRoles: [instanceRole] }).roleArn,
        instanceLaunchTemplate: { ec2InstanceProfileArn: new iam.InstanceProfile(stack, 'Profile', { role: instanceRole }).instanceProfileArn, networkConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
      },
    });
  }],
  ['a role of a schedule with tags and a queue', stack => { nightly(stack, (task, cluster) => {
    const queue = new sqs.Queue(stack, 'Failures'), role = new SchedulerRole(stack, 'Role', { cluster, taskDefinitions: [task], tagsTasks: true, deadLetterQueue: queue });
    new scheduler.CfnSchedule(stack, 'Nightly', {
      scheduleExpression: 'rate(1 day)', flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: cluster.clusterArn, roleArn: role.roleArn, deadLetterConfig: { arn: queue.queueArn }, ecsParameters: { taskDefinitionArn: task.taskDefinitionArn, launchType: 'FARGATE', propagateTags: 'TASK_DEFINITION' } },
    });
  }); }],
  ['a role of a rule', stack => { nightly(stack, (task, cluster) => {
    const role = new SchedulerRole(stack, 'Role', { cluster, taskDefinitions: [task], forRules: true });
    new events.CfnRule(stack, 'Nightly', { scheduleExpression: 'rate(1 day)', targets: [{ id: 'task', arn: cluster.clusterArn, roleArn: role.roleArn, ecsParameters: { taskDefinitionArn: task.taskDefinitionArn, launchType: 'FARGATE' } }] });
  }); }],
];

// So that the constructs and the rules can never disagree.
test.each(builds)('%s has what the rules ask for, and nothing that they do not', (_, build) => {
  const stack = new Stack(new App(), 'Shop');
  build(stack);
  const template = Template.fromStack(stack).toJSON() as Json;
  expect(findingsOn(template)).toEqual([]);
  const fewer = lessened(template);
  expect(fewer.length).toBeGreaterThan(0);
  expect(fewer.filter(less => findingsOn(less).length === 0).map(less => JSON.stringify(less.Resources))).toEqual([]);
});

test('an execution role that says nothing of its own gets from the task definition what its containers need', () => {
  const stack = shop();
  new FargateService(stack, 'Web', { cluster: new ecs.Cluster(stack, 'Cluster'), container: { ...nginx, secrets: { TOKEN: new secretsmanager.Secret(stack, 'Token') } }, executionRole: new ExecutionRole(stack, 'Role') });
  expect(findingsOn(Template.fromStack(stack).toJSON() as Json)).toEqual([]);
});

test.each<[string, (stack: Stack) => void, string]>([
  ['tasks', stack => { new ExecutionRole(stack, 'Role'); }, 'arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*'],
  ['schedules', stack => { nightly(stack, (task, cluster) => { new SchedulerRole(stack, 'Role', { cluster, taskDefinitions: [task] }); }); }, 'arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule-group/*'],
  ['rules', stack => { nightly(stack, (task, cluster) => { new SchedulerRole(stack, 'Role', { cluster, taskDefinitions: [task], forRules: true }); }); }, 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*'],
])('a role for %s is assumed for this account and region only', (_, build, source) => {
  const stack = shop();
  build(stack);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnLike: { 'aws:SourceArn': { 'Fn::Sub': source } } } }] },
  });
});

test('roles for which AWS recommends no conditions have none, and take all that other roles take', () => {
  const stack = shop();
  new InfrastructureRole(stack, 'Role', { roleName: 'traffic', description: 'Moves traffic', managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')] });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'traffic', Description: 'Moves traffic', ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/ReadOnlyAccess']] }],
    AssumeRolePolicyDocument: { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' } }] },
  });
});

import { join } from 'node:path';
import { App, NestedStack, Stack, Stage, type Environment } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { readInputs } from '../../lib/assembly/read-inputs';
import { dryRun } from '../../lib/dry-run';
import { folderOf } from '../support/folder';

const account = '111111111111', us: Environment = { account, region: 'us-east-1' }, eu: Environment = { account, region: 'eu-west-1' };

interface Shop { readonly cluster: ecs.ICluster; readonly group: ec2.ISecurityGroup; readonly role?: iam.IRole }

/** A VPC, a cluster, and a security group that lets out what the tasks need, or nothing. */
function base(scope: Construct, open: boolean): Shop & { readonly vpc: ec2.Vpc } {
  const vpc = new ec2.Vpc(scope, 'Vpc', { maxAzs: 2 });
  return { vpc, cluster: new ecs.Cluster(scope, 'Cluster', { vpc }), group: new ec2.SecurityGroup(scope, 'Group', { vpc, allowAllOutbound: open }) };
}

function service(scope: Construct, { cluster, group, role }: Shop): void {
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'Task', role ? { taskRole: role } : {});
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:stable') });
  new ecs.FargateService(scope, 'Service', { cluster, taskDefinition, securityGroups: [group], minHealthyPercent: 100 });
}

const ways: Readonly<Record<string, (app: App, open: boolean) => void>> = {
  'by exports': (app, open) => {
    service(new Stack(app, 'Service', { env: us }), base(new Stack(app, 'Base', { env: us }), open));
  },
  'without an environment': (app, open) => {
    service(new Stack(app, 'Service'), base(new Stack(app, 'Base'), open));
  },
  'by outputs that are looked up': (app, open) => {
    app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'weak');
    service(new Stack(app, 'Service', { env: us }), base(new Stack(app, 'Base', { env: us }), open));
  },
  'in nested stacks three deep': (app, open) => {
    const outermost = new Stack(app, 'Shop', { env: us });
    service(new NestedStack(new NestedStack(new NestedStack(outermost, 'Outer'), 'Middle'), 'Inner'), base(new NestedStack(outermost, 'Base'), open));
  },
  'in stages of two regions': (app, open) => {
    for (const [name, env] of [['Test', us], ['Prod', eu]] as const) {
      const stage = new Stage(app, name, { env });
      service(new Stack(stage, 'Service'), base(new Stack(stage, 'Base'), name === 'Test' || open));
    }
  },
  'across regions': (app, open) => {
    const role = new iam.Role(new Stack(app, 'Roles', { env: us, crossRegionReferences: true }), 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    const shop = new Stack(app, 'Service', { env: eu, crossRegionReferences: true });
    service(shop, { ...base(shop, open), role });
  },
  'by parameters of Systems Manager': (app, open) => {
    const outer = new Stack(app, 'Base', { env: us }), { vpc, cluster, group } = base(outer, open);
    const given = { vpc: vpc.vpcId, cluster: cluster.clusterName, group: group.securityGroupId, a: vpc.privateSubnets[0]?.subnetId ?? '', b: vpc.privateSubnets[1]?.subnetId ?? '' };
    for (const [name, stringValue] of Object.entries(given)) new ssm.StringParameter(outer, `Parameter${name}`, { parameterName: `/shop/${name}`, stringValue });
    const shop = new Stack(app, 'Service', { env: us }), read = (name: keyof typeof given): string => ssm.StringParameter.valueForStringParameter(shop, `/shop/${name}`);
    const imported = ec2.Vpc.fromVpcAttributes(shop, 'Vpc', { vpcId: read('vpc'), availabilityZones: ['us-east-1a', 'us-east-1b'], privateSubnetIds: [read('a'), read('b')] });
    service(shop, { cluster: ecs.Cluster.fromClusterAttributes(shop, 'Cluster', { clusterName: read('cluster'), vpc: imported }), group: ec2.SecurityGroup.fromSecurityGroupId(shop, 'Group', read('group')) });
  },
};

describe.each(Object.keys(ways))('stacks that refer to each other %s', way => {
  test.each([
    ['are read as one deployment, and nothing is undecided', true, []],
    ['show what is wrong between them', false, ['task-network-path']],
  ])('%s', (_, open, expected) => {
    const app = new App({ outdir: join(folderOf(), 'cdk.out') });
    ways[way]?.(app, open);
    app.synth();
    const { report } = dryRun(readInputs([app.outdir], { workingDirectory: app.outdir }).deployments);
    expect(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(expected);
    expect(report.undecided).toEqual([]);
  });
});

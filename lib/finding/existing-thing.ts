import type { Fragment } from './finding';

/** How `drydock.json` describes a thing that exists: under which key of `existing`, and what it takes there. */
interface ExistingThing {
  readonly kind: string;
  readonly facts: Fragment | string;
}

const wayOut = '<internet gateway, NAT gateway or nothing>';

const things: Readonly<Record<string, ExistingThing>> = {
  'VPC': { kind: 'vpcs', facts: { cidr: '<range>', internetGateway: '<true or false>', mainRoutesTo: wayOut } },
  'subnet': { kind: 'subnets', facts: { vpc: '<id>', zone: '<zone>', cidr: '<range>', routesTo: wayOut } },
  'security group': { kind: 'securityGroups', facts: { vpc: '<id>', ingress: '<list of rules>' } },
  'role': { kind: 'roles', facts: { trusts: '<list of services>', managedPolicies: '<list of ARNs>', statements: '<list of statements>' } },
  'cluster': { kind: 'clusters', facts: { capacityProviders: '<list of names>', defaultStrategy: '<list of items>', instances: '<list of instances>' } },
  'image': { kind: 'images', facts: '<public parameter>' },
};

const types: Readonly<Record<string, string>> = {
  'access point': 'AWS::EFS::AccessPoint',
  'Auto Scaling group': 'AWS::AutoScaling::AutoScalingGroup',
  'capacity provider': 'AWS::ECS::CapacityProvider',
  'Cloud Map service': 'AWS::ServiceDiscovery::Service',
  'file system': 'AWS::EFS::FileSystem',
  'instance profile': 'AWS::IAM::InstanceProfile',
  'internet gateway': 'AWS::EC2::InternetGateway',
  'launch template': 'AWS::EC2::LaunchTemplate',
  'listener': 'AWS::ElasticLoadBalancingV2::Listener',
  'load balancer': 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'managed policy': 'AWS::IAM::ManagedPolicy',
  'NAT gateway': 'AWS::EC2::NatGateway',
  'network ACL': 'AWS::EC2::NetworkAcl',
  'route table': 'AWS::EC2::RouteTable',
  'scalable target': 'AWS::ApplicationAutoScaling::ScalableTarget',
  'service': 'AWS::ECS::Service',
  'target group': 'AWS::ElasticLoadBalancingV2::TargetGroup',
  'task definition': 'AWS::ECS::TaskDefinition',
};

/** What stands for one fact of a thing that is described already. */
export function existingFact(kind: string, field: string): string {
  const facts = Object.values(things).find(thing => thing.kind === kind)?.facts;
  const fact = typeof facts === 'object' ? facts[field] : undefined;
  return typeof fact === 'string' ? fact : `<${field}>`;
}

/** What there is to say of a thing, by what it is called in messages. */
export function existingThing(what: string): ExistingThing {
  return things[what] ?? { kind: 'resources', facts: { Type: types[what] ?? '<type>', Properties: '<properties>' } };
}

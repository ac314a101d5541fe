import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CapacityProvider, Cluster, Ec2Service, type Ec2ServiceProps } from '../../lib/index';
import { mixedCluster, nginx, only, shop } from '../support/shop';

function service(props: Partial<Ec2ServiceProps> = {}) {
  const stack = shop();
  new Ec2Service(stack, 'Worker', { cluster: mixedCluster(stack), container: nginx, ...props });
  return stack;
}

test('a service runs on the only capacity provider with container instances, where managed scaling counts its tasks', () => {
  const stack = service();
  const { Properties, DependsOn } = only(stack, 'AWS::ECS::Service');
  expect(Properties).toMatchObject({
    CapacityProviderStrategy: [{ CapacityProvider: { Ref: only(stack, 'AWS::ECS::CapacityProvider').id }, Weight: 1 }],
    DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
  });
  expect(Properties).not.toHaveProperty('LaunchType');
  expect(DependsOn).toContain(only(stack, 'AWS::ECS::ClusterCapacityProviderAssociations').id);
});

test('tasks are in bridge mode with ports that ECS chooses, so that many fit on one instance', () => {
  expect(only(service({ memory: '1.5 GB', cpu: '0.25 vCPU' }), 'AWS::ECS::TaskDefinition').Properties).toMatchObject({
    NetworkMode: 'bridge', RequiresCompatibilities: ['EC2'],
    ContainerDefinitions: [{ Memory: 1536, Cpu: 256, PortMappings: [{ ContainerPort: 80, HostPort: 0 }] }],
  });
});

test('tasks of Windows are placed where that runs, on the network that its containers have', () => {
  const { Properties } = only(service({ runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE } }), 'AWS::ECS::TaskDefinition');
  expect(Properties).toMatchObject({ RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }, ContainerDefinitions: [{ PortMappings: [{ ContainerPort: 80, HostPort: 0 }] }] });
  expect(Properties).not.toHaveProperty('NetworkMode');
});

test('a load balancer is let in to the instances, on the ports that ECS chooses from', () => {
  const stack = service({ loadBalancer: {} });
  Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'instance' });
  expect(only(stack, 'AWS::EC2::SecurityGroupIngress').Properties).toMatchObject({ FromPort: 32768, ToPort: 65535 });
});

test.each<[string, Partial<Ec2ServiceProps>]>([
  ['in the types of the L2', { placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.instance-type =~ m7g.*')], placementStrategies: [ecs.PlacementStrategy.packedByMemory()] }],
  ['in words', { placementConstraints: ['attribute:ecs.instance-type =~ m7g.*'], placementStrategies: ['binpack:memory'] }],
])('placement is said %s', (_, placement) => {
  const stack = service(placement);
  expect(only(stack, 'AWS::ECS::Service').Properties).toMatchObject({ PlacementStrategies: [{ Type: 'binpack', Field: 'MEMORY' }], PlacementConstraints: [{ Type: 'memberOf' }] });
});

test('with several capacity providers a service chooses, or the cluster does', () => {
  const capacityProviders = ['small', 'large'].map(size => CapacityProvider.ec2(size, { instanceTypes: [`m7g.${size === 'small' ? 'medium' : '4xlarge'}`] }));
  const undecided = shop(), decided = shop();
  expect(() => new Ec2Service(undecided, 'Worker', { cluster: new Cluster(undecided, 'Cluster', { capacityProviders }), container: nginx }))
    .toThrow('Shop/Worker: the cluster has several capacity providers with container instances. Choose with `capacity`');
  new Ec2Service(decided, 'Worker', { cluster: new Cluster(decided, 'Cluster', { capacityProviders, defaultCapacity: [{ provider: 'large' }] }), container: nginx });
  expect(only(decided, 'AWS::ECS::Service').Properties).toMatchObject({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: expect.stringMatching(/^Clusterlarge/) as string } }] });
});

test.each<[string, Partial<Ec2ServiceProps>, string]>([
  ['Fargate', { capacity: [{ provider: 'FARGATE' }] }, 'make a FargateService'],
  ['an expression that ECS cannot read', { placementConstraints: ['attribute:ecs.instance-type = m7g.large'] }, 'Shop/Worker: placementConstraints holds "attribute:ecs.instance-type = m7g.large", which ECS cannot read: at character'],
  ['a strategy that there is not', { placementStrategies: ['binpack:disk'] }, "Shop/Worker: placementStrategies holds 'binpack:disk'. Give 'spread:attribute:ecs.availability-zone'"],
])('%s is refused', (_, props, message) => {
  expect(() => service(props)).toThrow(message);
});

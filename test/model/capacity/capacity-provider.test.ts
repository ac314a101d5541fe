import type { CapacityProvider } from '../../../lib/model/capacity/capacity-provider';
import type { Cluster } from '../../../lib/model/capacity/cluster';
import type { Model } from '../../../lib/model/model';
import { modelOf } from '../../support/model';

/** A cluster, an Auto Scaling group and what is given beside them, in YAML. */
function modelWith(resources: string): Model {
  return modelOf(`
Parameters: { Given: { Type: String } }
Conditions: { Open: !Equals [!Ref Given, yes] }
Resources:
  Cluster: { Type: AWS::ECS::Cluster }
  Other: { Type: AWS::ECS::Cluster, Properties: { ClusterName: other, CapacityProviders: [FARGATE] } }
  Group: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: '1', MaxSize: '2' } }
${resources.replace(/^/gm, '  ')}`);
}

function providerWith(properties: string): CapacityProvider {
  const [provider] = modelWith(`Provider: { Type: AWS::ECS::CapacityProvider, Properties: { ${properties} } }`).capacityProviders;
  if (!provider) throw new Error('no capacity provider');
  return provider;
}

test.each([
  ['AutoScalingGroupArn: !Ref Group'],
  ['AutoScalingGroupArn: !GetAtt Group.AutoScalingGroupARN'],
  ["AutoScalingGroupArn: !Sub 'arn:aws:autoscaling:${AWS::Region}:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/${Group}'"],
])('%s leads to the group', property => {
  expect(providerWith(`AutoScalingGroupProvider: { ${property} }`).autoScalingGroup).toMatchObject({ value: { id: 'Group' } });
});

test('a capacity provider of Managed Instances has no group', () => {
  expect(providerWith('ManagedInstancesProvider: { InfrastructureRoleArn: a }').autoScalingGroup.state).toBe('absent');
});

test.each([
  ['ManagedScaling is left out', '', { state: 'known', value: false }],
  ['its status is ENABLED', ', ManagedScaling: { Status: ENABLED }', { state: 'known', value: true }],
  ['its status is disabled', ', ManagedScaling: { Status: disabled }', { state: 'known', value: false }],
  ['its status is left out', ', ManagedScaling: { TargetCapacity: 80 }', { state: 'unknown' }],
  ['its status is a parameter', ', ManagedScaling: { Status: !Ref Given }', { state: 'unknown' }],
])('managed scaling where %s', (_, property, expected) => {
  expect(providerWith(`AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group${property} }`).managedScaling).toMatchObject(expected);
});

describe('an association', () => {
  const association = (rest: string): string => `Association: { Type: AWS::ECS::ClusterCapacityProviderAssociations, ${rest}, DefaultCapacityProviderStrategy: [] } }`;
  const providersOf = (id: string, model: Model): Cluster['capacityProviders'] | undefined => model.clusters.find(cluster => cluster.id === id)?.capacityProviders;

  test.each([
    ['by reference', '!Ref Other'], ['by name', 'other'], ['by ARN', '!GetAtt Other.Arn'],
  ])('names its cluster %s, and replaces what the cluster lists', (_, reference) => {
    const model = modelWith(association(`Properties: { Cluster: ${reference}, CapacityProviders: [FARGATE_SPOT]`));
    expect(providersOf('Other', model)).toMatchObject({ value: [{ value: 'FARGATE_SPOT' }] });
    expect(providersOf('Cluster', model)).toMatchObject({ state: 'absent' });
  });

  test('of which the cluster is open leaves open what every cluster has', () => {
    const model = modelWith(association('Properties: { Cluster: !If [Open, !Ref Cluster, other], CapacityProviders: [FARGATE_SPOT]'));
    expect(providersOf('Other', model)).toMatchObject({ state: 'unknown' });
    expect(providersOf('Cluster', model)).toMatchObject({ state: 'unknown' });
  });

  test('that may not be there leaves open what its cluster has', () => {
    const model = modelWith(association('Condition: Open, Properties: { Cluster: !Ref Other, CapacityProviders: [FARGATE_SPOT]'));
    expect(providersOf('Other', model)).toMatchObject({ state: 'unknown' });
  });
});

test('an item of a strategy leads to its capacity provider, and to none where it is Fargate\'s', () => {
  const [service] = modelWith(`Provider: { Type: AWS::ECS::CapacityProvider, Properties: { Name: general, AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group } } }
Service:
  Type: AWS::ECS::Service
  Properties:
    Cluster: !Ref Cluster
    CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider }, { CapacityProvider: general, Base: '2', Weight: '1' }, { CapacityProvider: FARGATE }, { CapacityProvider: elsewhere }]`).services;
  expect(service?.capacityProviderStrategy).toMatchObject({ value: [
    { capacityProvider: { value: { id: 'Provider' } }, base: { value: 0 }, weight: { value: 0 } },
    { capacityProvider: { value: { id: 'Provider' } }, base: { value: 2 }, weight: { value: 1 } },
    { capacityProvider: { state: 'absent' } },
    { capacityProvider: { state: 'unknown' } },
  ] });
});

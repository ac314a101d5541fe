import { modelOf } from '../../support/model';

test.each([
  ["!Sub 'service/${Cluster}/${Service.Name}'", 'Service'],
  ["!Join ['/', [service, !Ref Cluster, !GetAtt Service.Name]]", 'Service'],
  ['service/prod/orders', 'Orders'],
  ["!Sub 'service/${Cluster}/orders'", 'Orders'],
  ['service/prod/billing', 'unknown'],
  ['!Ref Open', 'unknown'],
])('the target with the resource id %s scales %s', (resourceId, expected) => {
  const [target] = modelOf(`
Parameters: { Open: { Type: String } }
Resources:
  Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: prod } }
  Service: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster } }
  Orders: { Type: AWS::ECS::Service, Properties: { Cluster: !Ref Cluster, ServiceName: orders } }
  Target: { Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: { ServiceNamespace: ecs, ResourceId: ${resourceId} } }`).scalableTargets;
  const service = target?.service;
  expect(service?.state === 'known' ? service.value.id : service?.state).toBe(expected);
});

test('a policy of a table is none of a service, whether it says so itself or its target does', () => {
  const { scalingPolicies } = modelOf(`
Resources:
  Table: { Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: { ServiceNamespace: dynamodb, ResourceId: table/orders } }
  ByTarget: { Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: { ScalingTargetId: !Ref Table } }
  ByNamespace: { Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: { ServiceNamespace: dynamodb, ResourceId: table/orders } }
  OfService: { Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: { ServiceNamespace: ecs, ResourceId: service/prod/orders } }`);
  expect(scalingPolicies.map(({ id }) => id)).toEqual(['OfService']);
});

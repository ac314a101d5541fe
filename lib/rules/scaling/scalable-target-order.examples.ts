import type { Examples } from '../example';

const target = (id: string, dependsOn = 'DependsOn: []') => `
  Resources:
    Cluster:
      Properties: { ClusterName: prod }
    Service:
      Properties: { ServiceName: orders }
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      ${dependsOn}
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: ${id} }
`;

export const scalableTargetOrderExamples: Examples = {
  rule: 'scalable-target-order',
  bad: [
    { name: 'a service named by text', over: 'fargateService', template: target('service/prod/orders'), expects: [{ at: 'Target.Properties.ResourceId', message: 'noOrder' }] },
  ],
  good: [
    { name: 'the same, after the service', over: 'fargateService', template: target('service/prod/orders', 'DependsOn: Service') },
    { name: 'a service named by reference', over: 'fargateService', template: target('!Sub "service/${Cluster}/${Service.Name}"') },
    { name: 'a service of another stack', over: 'fargateService', template: target('service/prod/billing') },
  ],
};

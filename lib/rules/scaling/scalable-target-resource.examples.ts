import type { Examples } from '../example';

const target = (id: string, dimension = 'ecs:service:DesiredCount', before = '') => `
  ${before}
  Resources:
    Target:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      DependsOn: Service
      Properties: { ServiceNamespace: ecs, ScalableDimension: '${dimension}', MinCapacity: 2, MaxCapacity: 4, ResourceId: ${id} }
`;
const at = 'Target.Properties.ResourceId';

export const scalableTargetResourceExamples: Examples = {
  rule: 'scalable-target-resource',
  bad: [
    {
      name: 'a resource id that does not begin with service',
      over: 'fargateService',
      template: target('!Sub "${Cluster}/${Service.Name}"'),
      expects: [{ at, message: 'resourceId' }],
    },
    { name: 'the service before the cluster', over: 'fargateService', template: target('!Sub "service/${Service.Name}/${Cluster}"'), expects: [{ at, message: 'resourceId' }] },
    {
      name: 'the ARN of the service in place of its name',
      because: 'Ref of a service is its ARN.',
      over: 'fargateService',
      template: target('!Sub "service/${Cluster}/${Service}"'),
      expects: [{ at, message: 'arn' }],
    },
    {
      name: 'a daemon',
      over: 'ec2Service',
      template: `${target('!Sub "service/${Cluster}/${Service.Name}"')}    Service: { Properties: { SchedulingStrategy: DAEMON, DesiredCount: null } }\n`,
      expects: [{ at: 'Target.Properties', message: 'daemon' }],
    },
    {
      name: 'a second target of the service',
      over: 'fargateService',
      template: `${target('!Sub "service/${Cluster}/${Service.Name}"')}    Tasks:
      Type: AWS::ApplicationAutoScaling::ScalableTarget
      Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 9, ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}' }
`,
      expects: [{ at: 'Tasks.Properties', message: 'twice' }],
    },
    { name: 'the service without its cluster', over: 'fargateService', template: target('service/orders'), expects: [{ at, message: 'resourceId' }] },
    { name: 'the cluster first', over: 'fargateService', template: target('!Sub "cluster/${Cluster}/${Service.Name}"'), expects: [{ at, message: 'resourceId' }] },
    {
      name: 'another dimension',
      over: 'fargateService',
      template: target('!Sub "service/${Cluster}/${Service.Name}"', 'ecs:service:RunningCount'),
      expects: [{ at: 'Target.Properties.ScalableDimension', message: 'dimension' }],
    },
    {
      name: 'the ARN of the cluster in place of its name',
      over: 'fargateService',
      template: target('!Sub "service/${Cluster.Arn}/${Service.Name}"'),
      expects: [{ at, message: 'arn' }],
    },
    {
      name: 'a cluster of another name',
      over: 'fargateService',
      template: `${target('service/production/orders')}
    Cluster: { Properties: { ClusterName: prod } }
    Service: { Properties: { ServiceName: orders } }
`,
      expects: [{ at, message: 'otherCluster' }],
    },
    {
      name: 'the namespace in capitals',
      over: 'fargateService',
      template: target('!Sub "service/${Cluster}/${Service.Name}"').replace('ServiceNamespace: ecs', 'ServiceNamespace: ECS'),
      expects: [{ at: 'Target.Properties.ServiceNamespace', message: 'namespace' }],
    },
    {
      name: 'a service that the cluster does not have',
      over: 'fargateService',
      template: `${target('service/prod/orders')}
    Cluster: { Properties: { ClusterName: prod } }
    Service: { Properties: { ServiceName: web } }
`,
      expects: [{ at, message: 'noService' }],
    },
  ],
  good: [
    { name: 'names', over: 'fargateService', template: target('!Sub "service/${Cluster}/${Service.Name}"') },
    { name: 'names joined', over: 'fargateService', template: target("!Join ['/', [service, !Ref Cluster, !GetAtt Service.Name]]") },
  ],
  unknown: [
    {
      name: 'a dimension from a parameter without a default', over: 'fargateService',
      template: target('!Sub "service/${Cluster}/${Service.Name}"', '', 'Parameters: { Dimension: { Type: String } }').replace("''", '!Ref Dimension'),
      expects: [{ at: 'Target.Properties.ScalableDimension' }],
    },
  ],
};

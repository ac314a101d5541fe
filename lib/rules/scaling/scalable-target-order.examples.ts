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
    {
      name: 'a target that waits for its role, and a service that waits for none',
      because: 'A warning: until the role is there CloudFormation has begun with the service.',
      over: 'fargateService',
      template: `
        Resources:
          Cluster: { Properties: { ClusterName: prod } }
          ExecutionRole: null
          Task: { Properties: { ExecutionRoleArn: arn:aws:iam::111122223333:role/execution } }
          Service: { Properties: { ServiceName: orders } }
          ScalingRole: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: application-autoscaling.amazonaws.com }, Action: sts:AssumeRole }] } } }
          Target:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 2, MaxCapacity: 4, ResourceId: service/prod/orders, RoleARN: !GetAtt ScalingRole.Arn }
      `,
      expects: [{ at: 'Target.Properties.ResourceId', message: 'race' }],
    },
  ],
  good: [
    { name: 'the same, after the service', over: 'fargateService', template: target('service/prod/orders', 'DependsOn: Service') },
    { name: 'a service named by reference', over: 'fargateService', template: target('!Sub "service/${Cluster}/${Service.Name}"') },
    { name: 'a service of another stack', over: 'fargateService', template: target('service/prod/billing') },
  ],
};

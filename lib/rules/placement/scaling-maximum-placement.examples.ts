import type { Examples } from '../example';

const scaling = `
          Scaling:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ServiceNamespace: ecs
              ScalableDimension: ecs:service:DesiredCount
              ResourceId: !Sub service/\${Cluster}/\${Service.Name}
              MinCapacity: 2
              MaxCapacity: 8
`;

export const scalingMaximumPlacementExamples: Examples = {
  rule: 'scaling-maximum-placement',
  bad: [
    {
      name: 'scaling beyond a group of a fixed size',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties: { Cpu: '1024', Memory: '1024' }${scaling}`,
      expects: [{ at: 'Group.Properties.MaxSize', message: 'noPlace' }],
    },
    {
      name: 'scaling with a fixed host port',
      over: 'ec2Service',
      template: `
        Resources:
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 80 }] }
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }${scaling}`,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort', message: 'noPlace' }],
    },
  ],
  good: [
    {
      name: 'a group that its capacity provider lets grow far enough',
      over: 'ec2Service',
      template: `
        Resources:
          Group:
            Properties: { MinSize: '2', MaxSize: '4' }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: !Ref Group, ManagedScaling: { Status: ENABLED } } }
          Providers:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties: { Cluster: !Ref Cluster, CapacityProviders: [!Ref Provider], DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }] }
          Service:
            Properties: { LaunchType: null }
          Task:
            Properties: { Cpu: '1024', Memory: '1024' }${scaling}`,
    },
  ],
};

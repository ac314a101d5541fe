import type { Examples } from '../example';

export const capacityProviderAssociationExamples: Examples = {
  rule: 'capacity-provider-association',
  bad: [
    {
      name: 'FARGATE_SPOT on a cluster without capacity providers',
      because: 'CloudFormation creates a cluster with the capacity providers that it lists, and with no others.',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy.0.CapacityProvider', message: 'missing' }],
    },
    {
      name: 'a capacity provider of the template that nobody associates',
      over: 'capacityProviderService',
      template: `
        Resources:
          Association:
            Properties: { CapacityProviders: [FARGATE], DefaultCapacityProviderStrategy: [] }
          Service:
            Properties:
              CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy.0.CapacityProvider', message: 'missing' }],
    },
    {
      name: 'a default strategy with a capacity provider that is not listed beside it',
      over: 'capacityProviderService',
      template: `
        Resources:
          Association:
            Properties:
              DefaultCapacityProviderStrategy: [{ CapacityProvider: FARGATE, Weight: 1 }]
          Task:
            Properties: { RequiresCompatibilities: [EC2, FARGATE], NetworkMode: awsvpc, Cpu: '256', Memory: '512' }
          Service: null
      `,
      expects: [{ at: 'Association.Properties.DefaultCapacityProviderStrategy.0.CapacityProvider', message: 'missing' }],
    },
    {
      name: 'a scheduled task on Fargate Spot',
      because: 'EventBridge takes the rule; ECS refuses each of its tasks.',
      over: 'scheduledTask',
      template: `
        Resources:
          Rule:
            Properties:
              Targets:
                - Id: task
                  Arn: !GetAtt Cluster.Arn
                  RoleArn: !GetAtt EventsRole.Arn
                  EcsParameters:
                    TaskDefinitionArn: !Ref Task
                    CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }]
                    NetworkConfiguration: { AwsVpcConfiguration: { Subnets: [!Ref SubnetA], AssignPublicIp: ENABLED } }
      `,
      expects: [{ at: 'Rule.Properties.Targets.0.EcsParameters.CapacityProviderStrategy.0.CapacityProvider', message: 'missing' }],
    },
    {
      name: 'Managed Instances of another cluster',
      over: 'managedInstancesService',
      template: `
        Resources:
          OtherCluster: { Type: AWS::ECS::Cluster }
          Managed: { Properties: { ClusterName: !Ref OtherCluster } }
      `,
      expects: [{ at: 'Managed.Properties.ClusterName', message: 'otherCluster' }],
    },
  ],
  good: [
    {
      name: 'Fargate\'s capacity providers listed by the cluster',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE, Base: 1, Weight: 1 }, { CapacityProvider: FARGATE_SPOT, Weight: 3 }]
      `,
    },
    {
      name: 'a capacity provider associated by reference',
      over: 'capacityProviderService',
      template: `
        Resources:
          Service:
            Properties:
              CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a capacity provider from a parameter',
      because: 'It may be one of Managed Instances, which names its cluster itself.',
      over: 'fargateService',
      template: `
        Parameters:
          Provider: { Type: String }
        Resources:
          Service:
            Properties: { LaunchType: null, CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }] }
      `,
      expects: [{ at: 'Service.Properties.CapacityProviderStrategy.0.CapacityProvider' }],
    },
    {
      name: 'a capacity provider that is called as a condition decides',
      over: 'capacityProviderService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Production: !Equals [!Ref Stage, production] }
        Resources:
          Provider:
            Properties: { Name: !If [Production, general, general-test] }
          Association:
            Properties: { CapacityProviders: [general] }
      `,
      expects: [{ at: 'Association.Properties.DefaultCapacityProviderStrategy.0.CapacityProvider' }],
    },
    {
      name: 'a cluster whose capacity providers come from a parameter',
      over: 'fargateService',
      template: `
        Parameters:
          Providers: { Type: CommaDelimitedList }
        Resources:
          Cluster:
            Properties: { CapacityProviders: !Ref Providers }
          Service:
            Properties:
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }]
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders' }],
    },
    {
      name: 'a cluster of another stack',
      over: 'fargateService',
      template: `
        Parameters:
          ClusterName: { Type: String }
        Resources:
          Service:
            Properties:
              Cluster: !Ref ClusterName
              LaunchType: null
              CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Weight: 1 }]
      `,
      expects: [{ at: 'Service.Properties.Cluster' }],
    },
  ],
  spelled: [
    {
      name: 'a capacity provider named on one side and referred to on the other',
      over: 'capacityProviderService',
      template: `
        Resources:
          Provider:
            Properties: { Name: general }
          Association:
            Properties: { CapacityProviders: [general] }
      `,
    },
  ],
  defaulted: [
    {
      name: 'a launch type needs no capacity provider',
      over: 'fargateService',
      template: '',
    },
  ],
};

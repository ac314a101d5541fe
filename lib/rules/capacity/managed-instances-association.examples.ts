import type { Examples } from '../example';

export const managedInstancesAssociationExamples: Examples = {
  rule: 'managed-instances-association',
  bad: [
    {
      name: 'a list with a capacity provider of Managed Instances',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: shop, CapacityProviders: [FARGATE, !Ref Provider] }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties:
              Name: managed
              ClusterName: shop
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  NetworkConfiguration: { Subnets: [!Ref SubnetA] }
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders.1', message: 'listed' }],
    },
    {
      name: 'an association with one',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: shop }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties:
              Name: managed
              ClusterName: shop
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  NetworkConfiguration: { Subnets: [!Ref SubnetA] }

          Association:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties: { Cluster: !Ref Cluster, CapacityProviders: [!Ref Provider], DefaultCapacityProviderStrategy: [] }
      `,
      expects: [{ at: 'Association.Properties.CapacityProviders.0', message: 'listed' }],
    },
  ],
  good: [
    {
      name: 'a default strategy with one',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: shop }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties:
              Name: managed
              ClusterName: shop
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  NetworkConfiguration: { Subnets: [!Ref SubnetA] }

          Association:
            Type: AWS::ECS::ClusterCapacityProviderAssociations
            Properties:
              Cluster: !Ref Cluster
              CapacityProviders: [FARGATE]
              DefaultCapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a list from a parameter',
      over: 'fargateService',
      template: `
        Parameters:
          Providers: { Type: CommaDelimitedList }
        Resources:
          Cluster:
            Properties: { ClusterName: shop, CapacityProviders: !Ref Providers }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties:
              Name: managed
              ClusterName: shop
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  NetworkConfiguration: { Subnets: [!Ref SubnetA] }
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders' }],
    },
  ],
  spelled: [
    {
      name: 'the capacity provider by its name',
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ClusterName: shop, CapacityProviders: [managed] }
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties:
              Name: managed
              ClusterName: shop
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  NetworkConfiguration: { Subnets: [!Ref SubnetA] }
      `,
      expects: [{ at: 'Cluster.Properties.CapacityProviders.0', message: 'listed' }],
    },
  ],
};

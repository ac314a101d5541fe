import type { Examples } from '../example';

const service = (vcpus: string, before = '') => `
        ${before}
        Resources:
          Managed:
            Type: AWS::ECS::CapacityProvider
            Properties:
              ClusterName: !Ref Cluster
              ManagedInstancesProvider:
                InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
                InstanceLaunchTemplate:
                  Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
                  InstanceRequirements: { VCpuCount: { Min: 1, Max: ${vcpus} }, MemoryMiB: { Min: 512, Max: 8192 } }
                  NetworkConfiguration: { Subnets: [!Ref SubnetA], SecurityGroups: [!Ref TaskSecurityGroup] }
          Task: { Properties: { RequiresCompatibilities: [MANAGED_INSTANCES], Cpu: '4096', Memory: '8192' } }
          Service:
            Properties:
              LaunchType: null
              NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: null } }
              CapacityProviderStrategy: [{ CapacityProvider: !Ref Managed, Weight: 1 }]
`;

export const managedInstancesSizeExamples: Examples = {
  rule: 'managed-instances-size',
  bad: [
    {
      name: 'a task of 4 vCPUs for instances of 2',
      over: 'fargateService',
      template: service('2'),
      expects: [{ at: 'Managed.Properties.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements.VCpuCount.Max', message: 'tooLarge' }],
    },
  ],
  good: [
    { name: 'instances that are large enough', over: 'fargateService', template: service('8') },
    { name: 'no upper bound', over: 'fargateService', template: service('null') },
  ],
  unknown: [
    {
      name: 'a size from a parameter',
      over: 'fargateService',
      template: service('2', 'Parameters: { Cpu: { Type: String } }').replace("Cpu: '4096'", 'Cpu: !Ref Cpu'),
      expects: [{ at: 'Task.Properties.Cpu' }],
    },
  ],
};

import type { Examples } from '../example';

const sizes = (vcpus: string, cpu = "'4096'", before = '') => `
        ${before}
        Resources:
          Managed:
            Properties:
              ManagedInstancesProvider:
                InstanceLaunchTemplate:
                  InstanceRequirements: { VCpuCount: { Min: 1, Max: ${vcpus} }, MemoryMiB: { Min: 512, Max: 8192 } }
          Task: { Properties: { Cpu: ${cpu}, Memory: '8192' } }
`;

export const managedInstancesSizeExamples: Examples = {
  rule: 'managed-instances-size',
  bad: [
    {
      name: 'a task of 4 vCPUs for instances of 2',
      over: 'managedInstancesService',
      template: sizes('2'),
      expects: [{ at: 'Managed.Properties.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements.VCpuCount.Max', message: 'tooLarge' }],
    },
    {
      name: 'a task beside which there is no room for a daemon',
      over: 'managedInstancesService',
      template: `${sizes('8')}          Agent:
            Type: AWS::ECS::DaemonTaskDefinition
            Properties:
              Family: agent
              ContainerDefinitions: [{ Name: agent, Image: public.ecr.aws/aws-observability/aws-otel-collector:latest, Memory: 256 }]
          Daemon:
            Type: AWS::ECS::Daemon
            Properties:
              ClusterArn: !GetAtt Cluster.Arn
              DaemonTaskDefinitionArn: !GetAtt Agent.DaemonTaskDefinitionArn
              CapacityProviderArns: [!Sub 'arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:capacity-provider/\${Managed}']
`,
      expects: [{ at: 'Managed.Properties.ManagedInstancesProvider.InstanceLaunchTemplate.InstanceRequirements.MemoryMiB.Max', message: 'tooLarge' }],
    },
  ],
  good: [
    { name: 'instances that are large enough', over: 'managedInstancesService', template: sizes('8') },
    { name: 'no upper bound', over: 'managedInstancesService', template: sizes('null') },
  ],
  unknown: [
    {
      name: 'a size from a parameter',
      over: 'managedInstancesService',
      template: sizes('2', '!Ref Cpu', 'Parameters: { Cpu: { Type: String } }'),
      expects: [{ at: 'Task.Properties.Cpu' }],
    },
  ],
};

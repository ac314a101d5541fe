import type { Examples } from '../example';

const daemon = (provider: string) => `
        Resources:
          Agent:
            Type: AWS::ECS::DaemonTaskDefinition
            Properties:
              Family: agent
              ContainerDefinitions: [{ Name: agent, Image: public.ecr.aws/aws-observability/aws-otel-collector:latest, Memory: 256 }]
          Daemon:
            Type: AWS::ECS::Daemon
            Properties:
              ClusterArn: !GetAtt Cluster.Arn
              DaemonTaskDefinitionArn: !GetAtt Agent.DaemonTaskDefinitionArn
              CapacityProviderArns: [!Sub 'arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:capacity-provider/\${${provider}}']
`;

export const managedDaemonProviderExamples: Examples = {
  rule: 'managed-daemon-provider',
  bad: [
    { name: 'a daemon on the instances of an Auto Scaling group', over: 'capacityProviderService', template: daemon('Provider'), expects: [{ at: 'Daemon.Properties.CapacityProviderArns.0', message: 'otherKind' }] },
  ],
  good: [{ name: 'a daemon on Managed Instances', over: 'managedInstancesService', template: daemon('Managed') }],
  unknown: [
    {
      name: 'a capacity provider of another stack',
      over: 'nothing',
      template: `
        Resources:
          Daemon:
            Type: AWS::ECS::Daemon
            Properties: { CapacityProviderArns: [!ImportValue provider-arn] }
      `,
      expects: [{ at: 'Daemon.Properties.CapacityProviderArns.0' }],
    },
  ],
};

import type { Examples } from '../example';

export const managedInstancesPathExamples: Examples = {
  rule: 'managed-instances-path',
  bad: [
    {
      name: 'subnets without a way out',
      over: 'managedInstancesService',
      template: '{ Resources: { DefaultRoute: null, Service: { DependsOn: Managed } } }',
      expects: [{ at: 'Routes.Properties', message: 'notRegistered' }],
    },
    {
      name: 'a security group that lets nothing out but to a database',
      over: 'managedInstancesService',
      template: `
        Resources:
          TaskSecurityGroup: { Properties: { SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16 }] } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupEgress', message: 'notRegistered' }],
    },
  ],
  good: [{ name: 'subnets that lead to the internet and give public addresses', over: 'managedInstancesService', template: '' }],
  unknown: [
    {
      name: 'subnets that lead to the internet and give no public address',
      over: 'managedInstancesService',
      template: '{ Resources: { SubnetA: { Properties: { MapPublicIpOnLaunch: false } } } }',
      expects: [{ at: 'SubnetA.Properties.MapPublicIpOnLaunch' }],
    },
    {
      name: 'subnets of another stack',
      over: 'managedInstancesService',
      template: `
        Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
        Resources:
          Managed:
            Properties:
              ManagedInstancesProvider: { InstanceLaunchTemplate: { NetworkConfiguration: { Subnets: !Ref Subnets } } }
      `,
      expects: [{ at: 'Managed.Properties.ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration.Subnets' }],
    },
  ],
};

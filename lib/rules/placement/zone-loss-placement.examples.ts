import type { Examples } from '../example';

const fleetPerZone = (instances: number): string => `
        Resources:
          Group:
            Properties: { VPCZoneIdentifier: [!Ref SubnetA], MinSize: '${instances}', MaxSize: '${instances}' }
          GroupB:
            Type: AWS::AutoScaling::AutoScalingGroup
            DependsOn: DefaultRoute
            Properties:
              VPCZoneIdentifier: [!Ref SubnetB]
              LaunchTemplate: { LaunchTemplateId: !Ref LaunchTemplate, Version: !GetAtt LaunchTemplate.LatestVersionNumber }
              MinSize: '${instances}'
              MaxSize: '${instances}'
          Task:
            Properties: { Memory: '4608' }
          Service:
            Properties: { DeploymentConfiguration: { MinimumHealthyPercent: 50 } }
`;

export const zoneLossPlacementExamples: Examples = {
  rule: 'zone-loss-placement',
  bad: [
    {
      name: 'a fleet for each zone, just large enough',
      because: 'The group of the other zone may not grow, and its one instance has no room for a second task.',
      over: 'ec2Service',
      template: fleetPerZone(1),
      expects: [{ at: 'GroupB.Properties.MaxSize', message: 'noPlace' }],
    },
    {
      name: 'a Fargate service in one zone',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties:
              NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA], SecurityGroups: [!Ref TaskSecurityGroup] } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets', message: 'oneZone' }],
    },
  ],
  good: [
    {
      name: 'a fleet for each zone with room for all tasks',
      over: 'ec2Service',
      template: fleetPerZone(2),
    },
    {
      name: 'a group that spans the zones and launches elsewhere what it lost',
      over: 'ec2Service',
      template: '',
    },
  ],
};

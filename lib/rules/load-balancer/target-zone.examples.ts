import type { Examples } from '../example';

const subnetC = `
          SubnetC:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [2, !GetAZs ''], MapPublicIpOnLaunch: true }
          RoutesOfC:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties: { SubnetId: !Ref SubnetC, RouteTableId: !Ref Routes }`;

const tasksIn = (subnets: string, count: number) => `
          Service:
            Properties:
              DesiredCount: ${count}
              NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [${subnets}] } }`;

export const targetZoneExamples: Examples = {
  rule: 'target-zone',
  bad: [
    {
      name: 'tasks in another zone than the load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:${subnetC}${tasksIn('!Ref SubnetC', 1)}
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'all' }],
    },
    {
      name: 'three tasks in three zones, and a load balancer in two',
      because: 'Fargate puts one task into each zone, and that in the third never becomes healthy.',
      over: 'loadBalancedService',
      template: `
        Resources:${subnetC}${tasksIn('!Ref SubnetA, !Ref SubnetB, !Ref SubnetC', 3)}
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'some' }],
    },
    {
      name: 'two tasks in any of three zones',
      over: 'loadBalancedService',
      template: `
        Resources:${subnetC}${tasksIn('!Ref SubnetA, !Ref SubnetB, !Ref SubnetC', 2)}
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'maybeSome' }],
    },
    {
      name: 'container instances in another zone than the load balancer',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:${subnetC}
          Group: { Properties: { VPCZoneIdentifier: [!Ref SubnetC] } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'all' }],
    },
  ],
  good: [
    { name: 'tasks in the zones of the load balancer', over: 'loadBalancedService', template: '' },
    {
      name: 'tasks in other subnets of the same zones',
      over: 'loadBalancedService',
      template: `
        Resources:${subnetC.replace('Select [2', 'Select [1')}${tasksIn('!Ref SubnetA, !Ref SubnetC', 2)}
      `,
    },
  ],
  unknown: [
    {
      name: 'tasks in subnets of another stack',
      over: 'loadBalancedService',
      template: `
        Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
        Resources:
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets } } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets' }],
    },
    {
      name: 'a load balancer in subnets of another stack',
      over: 'loadBalancedService',
      template: `
        Parameters: { PublicSubnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
        Resources:${subnetC}${tasksIn('!Ref SubnetC', 1)}
          LoadBalancer: { Properties: { Subnets: !Ref PublicSubnets } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets' }],
    },
  ],
};

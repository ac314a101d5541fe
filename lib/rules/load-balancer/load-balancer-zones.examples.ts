import type { Examples } from '../example';

export const loadBalancerZonesExamples: Examples = {
  rule: 'load-balancer-zones',
  bad: [
    {
      name: 'an application load balancer without subnets',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer: { Properties: { Subnets: null } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'noSubnet' }],
    },
    {
      name: 'a load balancer for the internet in a VPC without a gateway to it',
      over: 'loadBalancedService',
      template: `
        Resources:
          Attachment: null
          DefaultRoute: { DependsOn: InternetGateway }
      `,
      expects: [{ at: 'Vpc.Properties', message: 'noInternetGateway' }],
    },
    {
      name: 'two subnets of one zone',
      over: 'loadBalancedService',
      template: `
        Resources:
          SubnetB:
            Properties: { AvailabilityZone: !Select [0, !GetAZs ''] }
      `,
      expects: [{ at: 'SubnetB.Properties.AvailabilityZone', message: 'sameZone' }],
    },
    {
      name: 'an application load balancer in one subnet',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer:
            Properties: { Subnets: [!Ref SubnetA] }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets', message: 'oneSubnet' }],
    },
  ],
  good: [
    { name: 'two subnets in two zones', over: 'loadBalancedService', template: '' },
    {
      name: 'a network load balancer in one subnet',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer:
            Properties: { Type: network, Subnets: null, SubnetMappings: [{ SubnetId: !Ref SubnetA }] }
          Listener:
            Properties: { Protocol: TCP }
          Targets:
            Properties: { Protocol: TCP }
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA] } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'subnets from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters:
          PublicSubnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
        Resources:
          LoadBalancer:
            Properties: { Subnets: !Ref PublicSubnets }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets' }],
    },
  ],
  spelled: [
    {
      name: 'one zone of whatever region',
      over: 'loadBalancedService',
      template: `
        Resources:
          SubnetA:
            Properties: { AvailabilityZone: !Sub '\${AWS::Region}a' }
          SubnetB:
            Properties: { AvailabilityZone: !Join ['', [!Ref AWS::Region, a]] }
      `,
      expects: [{ at: 'SubnetB.Properties.AvailabilityZone', message: 'sameZone' }],
    },
    {
      name: 'zones by name and by region',
      over: 'loadBalancedService',
      template: `
        Resources:
          SubnetA:
            Properties: { AvailabilityZone: eu-west-1a }
          SubnetB:
            Properties: { AvailabilityZone: !Sub '\${AWS::Region}b' }
      `,
    },
  ],
};

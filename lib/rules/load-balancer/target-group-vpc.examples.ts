import type { Examples } from '../example';

/** The target group and its load balancer in a VPC of their own. */
const otherVpc = `
        Resources:
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
          OtherA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref OtherVpc, CidrBlock: 10.1.0.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          OtherB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref OtherVpc, CidrBlock: 10.1.1.0/24, AvailabilityZone: !Select [1, !GetAZs ''] } }
          LoadBalancer:
            Properties: { Scheme: internal, Subnets: [!Ref OtherA, !Ref OtherB], SecurityGroups: null }
          Targets:
            Properties: { VpcId: !Ref OtherVpc }
`;

export const targetGroupVpcExamples: Examples = {
  rule: 'target-group-vpc',
  bad: [
    {
      name: 'a target group and its load balancer in another VPC',
      over: 'loadBalancedService',
      template: otherVpc,
      expects: [{ at: 'Targets.Properties.VpcId', message: 'otherVpc' }],
    },
    {
      name: 'a target group of another VPC than the container instances',
      over: 'ec2LoadBalancedService',
      template: otherVpc,
      expects: [{ at: 'Targets.Properties.VpcId', message: 'otherVpc' }],
    },
  ],
  good: [{ name: 'one VPC for all', over: 'loadBalancedService', template: '' }],
  unknown: [
    {
      name: 'a VPC from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters:
          VpcId: { Type: 'AWS::EC2::VPC::Id' }
        Resources:
          Targets:
            Properties: { VpcId: !Ref VpcId }
      `,
      expects: [{ at: 'Targets.Properties.VpcId' }],
    },
  ],
};

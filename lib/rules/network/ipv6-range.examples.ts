import { dualStack } from '../dual-stack';
import type { Examples } from '../example';

export const ipv6RangeExamples: Examples = {
  rule: 'ipv6-range',
  bad: [
    {
      name: 'subnets that do not wait for the addresses of the VPC',
      over: 'fargateService',
      template: `
        Resources:${dualStack.replaceAll('DependsOn: Ipv6Addresses, ', '')}
      `,
      expects: [{ at: 'SubnetA.Properties', message: 'noOrder' }, { at: 'SubnetB.Properties', message: 'noOrder' }],
    },
    {
      name: 'a VPC that nothing gives such addresses',
      over: 'fargateService',
      template: '{ Resources: { SubnetA: { Properties: { Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]] } } } }',
      expects: [{ at: 'SubnetA.Properties.Ipv6CidrBlock', message: 'none' }],
    },
  ],
  good: [
    {
      name: 'subnets that wait',
      over: 'fargateService',
      template: `
        Resources:${dualStack}
      `,
    },
    { name: 'subnets of IPv4 alone', over: 'fargateService', template: '' },
    {
      name: 'a VPC that is elsewhere',
      over: 'fargateService',
      template: "{ Resources: { SubnetA: { Properties: { VpcId: !ImportValue vpc, Ipv6CidrBlock: '2600:1f00::/64' } } } }",
    },
  ],
  unknown: [
    {
      name: 'a VPC that a custom resource may give such addresses',
      over: 'fargateService',
      template: `
        Resources:
          Addresses: { Type: Custom::Addresses, Properties: { ServiceToken: arn:aws:lambda:eu-west-1:123456789012:function:addresses, Vpc: !Ref Vpc } }
          SubnetA: { Properties: { Ipv6CidrBlock: '2600:1f00::/64' } }
      `,
      expects: [{ at: 'Addresses.Properties' }],
    },
  ],
};

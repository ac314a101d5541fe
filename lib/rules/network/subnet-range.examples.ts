import type { Examples } from '../example';

export const subnetRangeExamples: Examples = {
  rule: 'subnet-range',
  bad: [
    {
      name: 'a subnet beside its VPC',
      over: 'fargateService',
      template: '{ Resources: { SubnetB: { Properties: { CidrBlock: 10.1.0.0/24 } } } }',
      expects: [{ at: 'SubnetB.Properties.CidrBlock', message: 'outside' }],
    },
    {
      name: 'a subnet within another',
      over: 'fargateService',
      template: '{ Resources: { SubnetB: { Properties: { CidrBlock: 10.0.0.128/25 } } } }',
      expects: [{ at: 'SubnetB.Properties.CidrBlock', message: 'overlap' }],
    },
    {
      name: 'a subnet of eight addresses',
      over: 'fargateService',
      template: '{ Resources: { SubnetB: { Properties: { CidrBlock: 10.0.1.0/29 } } } }',
      expects: [{ at: 'SubnetB.Properties.CidrBlock', message: 'size' }],
    },
    {
      name: 'a VPC of sixteen million addresses',
      over: 'fargateService',
      template: '{ Resources: { Vpc: { Properties: { CidrBlock: 10.0.0.0/8 } } } }',
      expects: [{ at: 'Vpc.Properties.CidrBlock', message: 'size' }],
    },
  ],
  good: [
    { name: 'two halves', over: 'fargateService', template: '{ Resources: { SubnetA: { Properties: { CidrBlock: 10.0.0.0/17 } }, SubnetB: { Properties: { CidrBlock: 10.0.128.0/17 } } } }' },
    {
      name: 'a subnet in a second range of the VPC',
      over: 'fargateService',
      template: '{ Resources: { More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16 } }, SubnetB: { DependsOn: More, Properties: { CidrBlock: 10.1.0.0/24 } } } }',
    },
    { name: 'ranges that CloudFormation divides', over: 'fargateService', template: "{ Resources: { SubnetA: { Properties: { CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]] } }, SubnetB: { Properties: { CidrBlock: !Select [1, !Cidr [10.0.0.0/16, 4, 8]] } } } }" },
  ],
};

import type { Examples } from '../example';

export const listenerVpcExamples: Examples = {
  rule: 'listener-vpc',
  bad: [
    {
      name: 'a target group of another VPC',
      over: 'loadBalancedService',
      template: `
        Resources:
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
          Targets: { Properties: { VpcId: !Ref OtherVpc } }
      `,
      expects: [{ at: 'Targets.Properties.VpcId', message: 'otherVpc' }],
    },
  ],
  good: [{ name: 'one VPC for all', over: 'loadBalancedService', template: '' }],
  unknown: [
    {
      name: 'a VPC from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters: { VpcId: { Type: 'AWS::EC2::VPC::Id' } }
        Resources: { Targets: { Properties: { VpcId: !Ref VpcId } } }
      `,
      expects: [{ at: 'Targets.Properties.VpcId' }],
    },
  ],
};

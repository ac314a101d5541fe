import type { Examples } from '../example';

export const gatewayVpcExamples: Examples = {
  rule: 'gateway-vpc',
  bad: [
    {
      name: 'an internet gateway that nothing attaches',
      over: 'fargateService',
      template: `
        Resources:
          Attachment: null
          DefaultRoute: { DependsOn: null }
      `,
      expects: [{ at: 'InternetGateway.Properties', message: 'notAttached' }],
    },
    {
      name: 'an internet gateway that is attached to another VPC',
      over: 'fargateService',
      template: `
        Resources:
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
          Attachment: { Properties: { VpcId: !Ref OtherVpc } }
      `,
      expects: [{ at: 'DefaultRoute.Properties.GatewayId', message: 'otherVpc' }],
    },
    {
      name: 'a NAT gateway of another VPC',
      over: 'fargateService',
      template: `
        Resources:
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
          OtherRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref OtherVpc } }
          OtherRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref OtherRoutes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref NatGateway } }
          Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
          NatGateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
      `,
      expects: [{ at: 'OtherRoute.Properties.NatGatewayId', message: 'otherVpc' }],
    },
  ],
  good: [
    { name: 'an internet gateway attached to the VPC of the table', over: 'fargateService', template: '' },
    {
      name: 'a gateway that is elsewhere',
      over: 'fargateService',
      template: `
        Resources:
          DefaultRoute: { Properties: { GatewayId: igw-0123456789abcdef0 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'an attachment to a VPC that a parameter names',
      over: 'fargateService',
      template: `
        Parameters:
          OtherVpc: { Type: AWS::EC2::VPC::Id }
        Resources:
          Attachment: { Properties: { VpcId: !Ref OtherVpc } }
      `,
      expects: [{ at: 'Attachment.Properties.VpcId' }],
    },
  ],
};

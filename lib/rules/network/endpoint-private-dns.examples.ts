import type { Examples } from '../example';

export const endpointPrivateDnsExamples: Examples = {
  rule: 'endpoint-private-dns',
  bad: [
    {
      name: 'a VPC that is told to give out no DNS names',
      over: 'privateService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: false } }
          EcrApi: { Properties: { PrivateDnsEnabled: false } }
          EcrDkr: { Properties: { PrivateDnsEnabled: false } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'vpcWithoutNames' }],
    },
    {
      name: 'two endpoints for one service',
      over: 'privateService',
      template: `
        Resources:
          MoreLogs:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.logs', VpcId: !Ref Vpc, SubnetIds: [!Ref SubnetA], PrivateDnsEnabled: true }
      `,
      expects: [{ at: 'MoreLogs.Properties.PrivateDnsEnabled', message: 'twice' }],
    },
  ],
  good: [
    { name: 'a VPC that gives out DNS names', over: 'privateService', template: '' },
    {
      name: 'a second endpoint without private DNS',
      over: 'privateService',
      template: `
        Resources:
          MoreLogs:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.logs', VpcId: !Ref Vpc, SubnetIds: [!Ref SubnetA], PrivateDnsEnabled: false }
      `,
    },
  ],
  unknown: [
    {
      name: 'a VPC that is elsewhere',
      over: 'nothing',
      template: `
        Parameters:
          Vpc: { Type: AWS::EC2::VPC::Id }
          Subnet: { Type: AWS::EC2::Subnet::Id }
        Resources:
          Logs:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.logs', VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet], PrivateDnsEnabled: true }
      `,
      expects: [{ at: 'Logs.Properties.VpcId' }],
    },
  ],
  defaulted: [
    {
      name: 'EnableDnsHostnames, which is false unless given',
      over: 'privateService',
      template: `
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: null } }
          EcrApi: { Properties: { PrivateDnsEnabled: false } }
          EcrDkr: { Properties: { PrivateDnsEnabled: false } }
      `,
      expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'vpcWithoutNames' }],
    },
  ],
};

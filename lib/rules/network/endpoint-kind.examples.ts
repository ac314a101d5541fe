import type { Examples } from '../example';

export const endpointKindExamples: Examples = {
  rule: 'endpoint-kind',
  bad: [
    {
      name: 'an endpoint for ECR that does not say of which kind it is',
      over: 'privateService',
      template: `
        Resources:
          EcrApi: { Properties: { VpcEndpointType: null } }
      `,
      expects: [{ at: 'EcrApi.Properties.VpcEndpointType', message: 'noGateway' }],
    },
    {
      name: 'two subnets of one zone',
      over: 'privateService',
      template: `
        Resources:
          SubnetC: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [0, !GetAZs ''] } }
          Logs: { Properties: { SubnetIds: [!Ref SubnetA, !Ref SubnetC] } }
      `,
      expects: [{ at: 'Logs.Properties.SubnetIds.1', message: 'sameZone' }],
    },
    {
      name: 'an interface endpoint with route tables',
      over: 'privateService',
      template: `
        Resources:
          Logs: { Properties: { RouteTableIds: [!Ref Routes] } }
      `,
      expects: [{ at: 'Logs.Properties.RouteTableIds', message: 'routeTables' }],
    },
    {
      name: 'a gateway endpoint with subnets',
      over: 'privateService',
      template: `
        Resources:
          S3: { Properties: { RouteTableIds: null, SubnetIds: [!Ref SubnetA, !Ref SubnetB] } }
      `,
      expects: [{ at: 'S3.Properties.SubnetIds', message: 'subnets' }],
    },
  ],
  good: [{ name: 'interface endpoints, and a gateway endpoint for S3', over: 'privateService', template: '' }],
  unknown: [
    {
      name: 'a kind from a parameter without a default',
      over: 'privateService',
      template: `
        Parameters: { Kind: { Type: String } }
        Resources:
          EcrApi: { Properties: { VpcEndpointType: !Ref Kind } }
      `,
      expects: [{ at: 'EcrApi.Properties.VpcEndpointType' }],
    },
  ],
};

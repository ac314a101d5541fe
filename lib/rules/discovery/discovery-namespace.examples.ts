import type { Examples } from '../example';

const discovery = (vpc: string, hostnames: boolean, parameters = '') => `${parameters}
        Resources:
          Vpc: { Properties: { EnableDnsHostnames: ${hostnames} } }
          OtherVpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16, EnableDnsHostnames: true } }
          Namespace: { Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: { Name: example.internal, Vpc: !Ref ${vpc} } }
          Discovery:
            Type: AWS::ServiceDiscovery::Service
            Properties: { Name: web, NamespaceId: !Ref Namespace, DnsConfig: { DnsRecords: [{ Type: A, TTL: 10 }] } }
          Service: { Properties: { ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }] } }
      `;

export const discoveryNamespaceExamples: Examples = {
  rule: 'discovery-namespace',
  bad: [
    { name: 'a VPC that gives out no DNS names', over: 'fargateService', template: discovery('Vpc', false), expects: [{ at: 'Vpc.Properties.EnableDnsHostnames', message: 'noNames' }] },
    { name: 'a namespace of another VPC', over: 'fargateService', template: discovery('OtherVpc', true), expects: [{ at: 'Namespace.Properties.Vpc', message: 'otherVpc' }] },
  ],
  good: [{ name: 'a namespace of the VPC of the tasks', over: 'fargateService', template: discovery('Vpc', true) }],
  unknown: [
    {
      name: 'a VPC from a parameter without a default',
      over: 'fargateService',
      template: discovery('VpcId', true, `
        Parameters: { VpcId: { Type: 'AWS::EC2::VPC::Id' } }`),
      expects: [{ at: 'Namespace.Properties.Vpc' }],
    },
  ],
};

import type { Examples } from '../example';

function discovery(type: string, namespace = 'Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: { Name: example.internal, Vpc: !Ref Vpc }'): string {
  return `
          Namespace: { ${namespace} }
          Discovery:
            Type: AWS::ServiceDiscovery::Service
            Properties:
              Name: web
              NamespaceId: !GetAtt Namespace.Id
              DnsConfig: { DnsRecords: [{ Type: ${type}, TTL: 10 }] }`;
}

export const discoveryRecordExamples: Examples = {
  rule: 'discovery-record',
  bad: [
    {
      name: 'a namespace in place of a Cloud Map service',
      over: 'fargateService',
      template: `
        Resources:${discovery('A')}
          Service: { Properties: { ServiceRegistries: [{ RegistryArn: !GetAtt Namespace.Arn }] } }
      `,
      expects: [{ at: 'Service.Properties.ServiceRegistries.0.RegistryArn', message: 'namespace' }],
    },
    {
      name: 'A records for tasks in bridge mode',
      over: 'ec2Service',
      template: `
        Resources:${discovery('A')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn, ContainerName: web, ContainerPort: 80 }]
      `,
      expects: [{ at: 'Discovery.Properties.DnsConfig.DnsRecords.0.Type', message: 'recordType' }],
    },
    {
      name: 'CNAME records for tasks in awsvpc mode',
      over: 'fargateService',
      template: `
        Resources:${discovery('CNAME')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }]
      `,
      expects: [{ at: 'Discovery.Properties.DnsConfig.DnsRecords.0.Type', message: 'notOfTasks' }],
    },
    {
      name: 'AAAA records for tasks that have IPv4 addresses alone',
      over: 'fargateService',
      template: `
        Resources:${discovery('AAAA')}
          Service: { Properties: { ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }] } }
      `,
      expects: [{ at: 'Discovery.Properties.DnsConfig.DnsRecords.0.Type', message: 'otherFamily' }],
    },
    {
      name: 'SRV records without container and port for tasks in bridge mode',
      over: 'ec2Service',
      template: `
        Resources:${discovery('SRV')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }]
      `,
      expects: [{ at: 'Service.Properties.ServiceRegistries.0', message: 'noPort' }],
    },
    {
      name: 'SRV records without any port for tasks in awsvpc mode',
      over: 'fargateService',
      template: `
        Resources:${discovery('SRV')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }]
      `,
      expects: [{ at: 'Service.Properties.ServiceRegistries.0', message: 'noSrvPort' }],
    },
    {
      name: 'A records with a container and its port for tasks in awsvpc mode',
      over: 'fargateService',
      template: `
        Resources:${discovery('A')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn, ContainerName: web, ContainerPort: 80 }]
      `,
      expects: [{ at: 'Service.Properties.ServiceRegistries.0.ContainerPort', message: 'needsNoPort' }],
    },
    {
      name: 'a container that the task definition does not have, and a port that it does not map',
      over: 'ec2Service',
      template: `
        Resources:${discovery('SRV')}
          Service:
            Properties:
              ServiceRegistries:
                - { RegistryArn: !GetAtt Discovery.Arn, ContainerName: app, ContainerPort: 80 }
                - { RegistryArn: !GetAtt Discovery.Arn, ContainerName: web, ContainerPort: 8080 }
      `,
      expects: [
        { at: 'Service.Properties.ServiceRegistries.0.ContainerName', message: 'noContainer' },
        { at: 'Service.Properties.ServiceRegistries.1.ContainerPort', message: 'noMapping' },
      ],
    },
    {
      name: 'a port given in two ways',
      over: 'fargateService',
      template: `
        Resources:${discovery('SRV')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn, ContainerName: web, ContainerPort: 80, Port: 80 }]
      `,
      expects: [{ at: 'Service.Properties.ServiceRegistries.0.Port', message: 'twoPorts' }],
    },
    {
      name: 'the id of a Cloud Map service with a health check of its own',
      over: 'fargateService',
      template: `
        Resources:${discovery('A')}
              HealthCheckConfig: { Type: HTTP, ResourcePath: / }
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !Ref Discovery }]
      `,
      expects: [
        { at: 'Service.Properties.ServiceRegistries.0.RegistryArn', message: 'noArn' },
        { at: 'Discovery.Properties.HealthCheckConfig', message: 'healthCheck' },
      ],
    },
  ],
  good: [
    {
      name: 'a health check of Route 53 in a public namespace',
      over: 'fargateService',
      template: `
        Resources:${discovery('A', 'Type: AWS::ServiceDiscovery::PublicDnsNamespace, Properties: { Name: example.com }')}
              HealthCheckConfig: { Type: HTTP, ResourcePath: / }
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }]
      `,
    },
    {
      name: 'SRV records with container and port for tasks in bridge mode',
      over: 'ec2Service',
      template: `
        Resources:${discovery('SRV')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn, ContainerName: web, ContainerPort: 80 }]
      `,
    },
    {
      name: 'A records with the name of a container alone',
      over: 'fargateService',
      template: `
        Resources:${discovery('A')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn, ContainerName: web }]
      `,
    },
    {
      name: 'A records for tasks in awsvpc mode',
      over: 'fargateService',
      template: `
        Resources:${discovery('A')}
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !GetAtt Discovery.Arn }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a Cloud Map service of another stack',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties:
              ServiceRegistries: [{ RegistryArn: !ImportValue web-discovery }]
      `,
      expects: [{ at: 'Service.Properties.ServiceRegistries.0.RegistryArn' }],
    },
  ],
};

import type { Examples } from '../example';

const namespace = `
          Namespace:
            Type: AWS::ServiceDiscovery::HttpNamespace
            Properties: { Name: example }`;

const namedPort = `
          Task:
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: public.ecr.aws/nginx/nginx:stable
                  PortMappings: [{ ContainerPort: 80, Name: http }]`;

export const serviceConnectExamples: Examples = {
  rule: 'service-connect',
  bad: [
    {
      name: 'a log of the proxy without a region',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn, LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: proxies } } } } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.LogConfiguration.Options', message: 'logOptions' }],
    },
    {
      name: 'a timeout of requests on a port of TCP',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{ PortName: http, ClientAliases: [{ Port: 80 }], Timeout: { PerRequestTimeoutSeconds: 5 } }] } } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Services.0.Timeout.PerRequestTimeoutSeconds', message: 'timeout' }],
    },
    {
      name: 'a port that is published without an alias',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{ PortName: http }] } } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Services.0.ClientAliases', message: 'noAlias' }],
    },
    {
      name: 'two services that publish one name in one namespace',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service: { Properties: { ServiceConnectConfiguration: &connect { Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{ PortName: http, ClientAliases: [{ DnsName: web, Port: 80 }] }] } } }
          Shop:
            Type: AWS::ECS::Service
            DependsOn: DefaultRoute
            Properties:
              Cluster: !Ref Cluster
              TaskDefinition: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA, !Ref SubnetB] } }
              ServiceConnectConfiguration: *connect
      `,
      expects: [
        { at: 'Shop.Properties.ServiceConnectConfiguration.Services.0.PortName', message: 'taken' },
        { at: 'Shop.Properties.ServiceConnectConfiguration.Services.0.ClientAliases.0.DnsName', message: 'taken' },
      ],
    },
    {
      name: 'two ports of one service under one alias',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort.replace('Name: http }]', 'Name: http }, { ContainerPort: 81, Name: admin }]')}
          Service:
            Properties:
              ServiceConnectConfiguration:
                Enabled: true
                Namespace: !GetAtt Namespace.Arn
                Services: [{ PortName: http, ClientAliases: [{ DnsName: web, Port: 80 }] }, { PortName: admin, ClientAliases: [{ DnsName: web, Port: 80 }] }]
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Services.1.ClientAliases.0.DnsName', message: 'taken' }],
    },
    {
      name: 'tasks in host mode',
      over: 'ec2Service',
      template: `
        Resources:${namespace}
          Task: { Properties: { NetworkMode: host } }
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn } } }
      `,
      expects: [{ at: 'Task.Properties.NetworkMode', message: 'hostMode' }],
    },
    {
      name: 'an alias in words',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{ PortName: http, ClientAliases: [{ DnsName: Web Shop, Port: 80 }] }] } } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Services.0.ClientAliases.0.DnsName', message: 'alias' }],
    },
    {
      name: 'a discovery name in words',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{ PortName: http, DiscoveryName: Web Shop, ClientAliases: [{ Port: 80 }] }] } } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Services.0.DiscoveryName', message: 'name' }],
    },
    {
      name: 'a port that no port mapping names',
      over: 'fargateService',
      template: `
        Resources:${namespace}
          Service:
            Properties:
              ServiceConnectConfiguration:
                Enabled: true
                Namespace: !GetAtt Namespace.Arn
                Services: [{ PortName: http, ClientAliases: [{ Port: 80 }] }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0', message: 'unnamedPort' }],
    },
    {
      name: 'one port published twice under the same name',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service:
            Properties:
              ServiceConnectConfiguration:
                Enabled: true
                Namespace: !GetAtt Namespace.Arn
                Services: [{ PortName: http, ClientAliases: [{ Port: 80 }] }, { PortName: http, ClientAliases: [{ Port: 81 }] }]
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Services.1.PortName', message: 'twice' }],
    },
    {
      name: 'no namespace, neither on the service nor on the cluster',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { ServiceConnectConfiguration: { Enabled: true } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration', message: 'noNamespace' }],
    },
    {
      name: 'a namespace by name that nobody here creates',
      because: 'The account may have it, so this is a warning.',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: example } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Namespace', message: 'namespaceElsewhere' }],
    },
  ],
  good: [
    {
      name: 'a named port in a namespace of the template',
      over: 'fargateService',
      template: `
        Resources:${namespace}${namedPort}
          Service:
            Properties:
              ServiceConnectConfiguration:
                Enabled: true
                Namespace: !GetAtt Namespace.Arn
                Services: [{ PortName: http, ClientAliases: [{ Port: 80 }] }]
      `,
    },
    {
      name: "the cluster's default namespace, which ECS creates",
      over: 'fargateService',
      template: `
        Resources:
          Cluster:
            Properties: { ServiceConnectDefaults: { Namespace: example } }
          Service:
            Properties: { ServiceConnectConfiguration: { Enabled: true } }
      `,
    },
    {
      name: 'Service Connect switched off',
      over: 'fargateService',
      template: `
        Resources:
          Service:
            Properties: { ServiceConnectConfiguration: { Enabled: false, Namespace: example } }
      `,
    },
  ],
  unknown: [
    {
      name: 'switched on by a parameter without a default',
      over: 'fargateService',
      template: `
        Parameters:
          Connect: { Type: String }
        Resources:
          Service:
            Properties: { ServiceConnectConfiguration: { Enabled: !Ref Connect } }
      `,
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Enabled' }],
    },
  ],
};

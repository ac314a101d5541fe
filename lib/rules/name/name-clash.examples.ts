import type { Examples } from '../example';

const second = (properties: string, before = '') => `
        ${before}
        Resources:
          Service: { Properties: { ServiceName: web } }
          WebService:
            Type: AWS::ECS::Service
            DependsOn: DefaultRoute
            Properties:
              TaskDefinition: !Ref Task
              LaunchType: FARGATE
              DesiredCount: 1
              NetworkConfiguration:
                AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA], SecurityGroups: [!Ref TaskSecurityGroup] }
              ${properties}
`;

export const nameClashExamples: Examples = {
  rule: 'name-clash',
  bad: [
    {
      name: 'two services of one name in a cluster',
      over: 'fargateService',
      template: second('Cluster: !Ref Cluster\n              ServiceName: web'),
      expects: [{ at: 'WebService.Properties.ServiceName', message: 'taken' }],
    },
    {
      name: 'two private namespaces of one name in a VPC',
      over: 'fargateService',
      template: `
        Resources:
          First: { Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: { Name: shop.local, Vpc: !Ref Vpc } }
          Second: { Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: { Name: shop.local, Vpc: !Ref Vpc } }
      `,
      expects: [{ at: 'Second.Properties.Name', message: 'taken' }],
    },
    {
      name: 'two log groups of one name',
      over: 'fargateService',
      template: `
        Resources:
          First: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /shop } }
          Second: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /shop } }
      `,
      expects: [{ at: 'Second.Properties.LogGroupName', message: 'taken' }],
    },
    {
      name: 'two clusters of one name',
      over: 'nothing',
      template: `
        Resources:
          Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: shop } }
          ShopCluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: shop } }
      `,
      expects: [{ at: 'ShopCluster.Properties.ClusterName', message: 'taken' }],
    },
    {
      name: 'two clusters named by one parameter, whatever that may be',
      over: 'nothing',
      template: `
        Parameters: { Name: { Type: String } }
        Resources:
          Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: !Ref Name } }
          ShopCluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: !Ref Name } }
      `,
      expects: [{ at: 'ShopCluster.Properties.ClusterName', message: 'taken' }],
    },
  ],
  good: [
    {
      name: 'one family twice',
      over: 'fargateService',
      template: `
        Resources:
          Task: { Properties: { Family: web } }
          NextTask: { Type: AWS::ECS::TaskDefinition, Properties: { Family: web, ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512 }] } }
      `,
    },
    { name: 'names of their own', over: 'fargateService', template: second('Cluster: !Ref Cluster\n              ServiceName: shop') },
    {
      name: 'a name that is not known, and nothing that could have the same',
      over: 'fargateService',
      template: "{ Parameters: { Name: { Type: String } }, Resources: { Cluster: { Properties: { ClusterName: !Ref Name } }, Service: { Properties: { ServiceName: !Sub 'web-${Name}' } } } }",
    },
  ],
  unknown: [
    {
      name: 'a name from a parameter',
      over: 'fargateService',
      template: second('Cluster: !Ref Cluster\n              ServiceName: !Ref Name', 'Parameters: { Name: { Type: String } }'),
      expects: [{ at: 'WebService.Properties.ServiceName' }],
    },
  ],
};

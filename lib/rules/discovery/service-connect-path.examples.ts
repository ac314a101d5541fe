import type { Examples } from '../example';

const twoServices = (ingress: string, parameters = '') => `${parameters}
        Resources:
          Namespace: { Type: AWS::ServiceDiscovery::HttpNamespace, Properties: { Name: shop } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: 8080, Name: api }] }] } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8080, ToPort: 8080, ${ingress} }] } }
          Service: { Properties: { ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{ PortName: api, ClientAliases: [{ Port: 80 }] }] } } }
          FrontSecurityGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: Front end, VpcId: !Ref Vpc } }
          Front:
            Type: AWS::ECS::Service
            DependsOn: DefaultRoute
            Properties:
              Cluster: !Ref Cluster
              TaskDefinition: !Ref Task
              LaunchType: FARGATE
              NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref SubnetA, !Ref SubnetB], SecurityGroups: [!Ref FrontSecurityGroup] } }
              ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn }
      `;

export const serviceConnectPathExamples: Examples = {
  rule: 'service-connect-path',
  bad: [
    {
      name: 'a back end that admits nobody but itself',
      over: 'fargateService',
      template: twoServices('SourceSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup'),
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
  ],
  good: [
    { name: 'a back end that admits the front end', over: 'fargateService', template: twoServices('SourceSecurityGroupId: !Ref FrontSecurityGroup') },
    { name: 'a back end that admits a group of which another stack knows more', over: 'fargateService', template: twoServices('CidrIp: !ImportValue clients') },
  ],
};

import type { Examples } from '../example';

export const healthCheckPortExamples: Examples = {
  rule: 'health-check-port',
  bad: [
    {
      name: 'a fixed health check port and a dynamic host port',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { HealthCheckPort: '80' }
      `,
      expects: [{ at: 'Targets.Properties.HealthCheckPort', message: 'nobody' }],
    },
    {
      name: 'a health check of a port that no container of a Fargate task maps',
      over: 'loadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { HealthCheckPort: '8080' }
          TaskSecurityGroup:
            Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 0, ToPort: 65535, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }] }
      `,
      expects: [{ at: 'Targets.Properties.HealthCheckPort', message: 'notMapped' }],
    },
  ],
  good: [
    {
      name: 'a sidecar of a Fargate task that answers health checks',
      over: 'loadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { HealthCheckPort: '9000' }
          TaskSecurityGroup:
            Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 0, ToPort: 65535, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }] }
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80 }] }
                - { Name: health, Image: public.ecr.aws/nginx/nginx:stable, PortMappings: [{ ContainerPort: 9000 }] }
      `,
    },
    {
      name: 'a health check that follows the traffic',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { HealthCheckPort: traffic-port }
      `,
    },
    {
      name: 'a sidecar that answers on a fixed host port',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { HealthCheckPort: '9000' }
          InstanceSecurityGroup:
            Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 9000, ToPort: 65535, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }] }
          Task:
            Properties:
              ContainerDefinitions:
                - { Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80 }] }
                - { Name: health, Image: public.ecr.aws/nginx/nginx:stable, Memory: 64, PortMappings: [{ ContainerPort: 9000, HostPort: 9000 }] }
          Service:
            Properties: { DesiredCount: 1 }
      `,
    },
    {
      name: 'the port of another service, which runs on every instance',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { HealthCheckPort: '40000' }
          Proxy:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{ Name: proxy, Image: public.ecr.aws/nginx/nginx:stable, Memory: 64, PortMappings: [{ ContainerPort: 80, HostPort: 40000 }] }]
          Proxies:
            Type: AWS::ECS::Service
            Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Proxy, SchedulingStrategy: DAEMON }
      `,
    },
  ],
  unknown: [
    {
      name: 'a health check port from a parameter without a default',
      over: 'ec2LoadBalancedService',
      template: `
        Parameters:
          HealthPort: { Type: String }
        Resources:
          Targets:
            Properties: { HealthCheckPort: !Ref HealthPort }
      `,
      expects: [{ at: 'Targets.Properties.HealthCheckPort' }],
    },
  ],
  defaulted: [{ name: 'no health check port', over: 'ec2LoadBalancedService', template: '' }],
};

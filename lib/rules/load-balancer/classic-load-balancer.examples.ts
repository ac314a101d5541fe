import type { Examples } from '../example';

const classic = `
          Classic:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Subnets: [!Ref SubnetA, !Ref SubnetB]
              Listeners: [{ LoadBalancerPort: '80', InstancePort: '8080', Protocol: HTTP }]`;

const checked = (target: string, timeout: number): string => `
        Resources:${classic}
              HealthCheck: { Target: '${target}', Timeout: '${timeout}', Interval: '10', HealthyThreshold: '2', UnhealthyThreshold: '5' }
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 8080 }] }]
          Service:
            Properties:
              DesiredCount: 1
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }]
      `;

export const classicLoadBalancerExamples: Examples = {
  rule: 'classic-load-balancer',
  bad: [
    {
      name: 'listeners that send to another port than the host port',
      over: 'ec2Service',
      template: `
        Resources:${classic}
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 80 }] }]
          Service:
            Properties:
              DesiredCount: 1
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }]
      `,
      expects: [{ at: 'Classic.Properties.Listeners', message: 'otherPort' }],
    },
    {
      name: 'a container port without a fixed host port',
      over: 'ec2Service',
      template: `
        Resources:${classic}
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort', message: 'dynamicPort' }],
    },
    { name: 'a health check by HTTP without a path', over: 'ec2Service', template: checked('HTTP:8080', 5), expects: [{ at: 'Classic.Properties.HealthCheck.Target', message: 'checkTarget' }] },
    { name: 'a health check that goes on when the next begins', over: 'ec2Service', template: checked('HTTP:8080/', 10), expects: [{ at: 'Classic.Properties.HealthCheck.Timeout', message: 'checkTimeout' }] },
    { name: 'a health check of another port', over: 'ec2Service', template: checked('TCP:9090', 5), expects: [{ at: 'Classic.Properties.HealthCheck.Target', message: 'checkPort' }] },
    {
      name: 'tasks in awsvpc mode',
      over: 'fargateService',
      template: `
        Resources:${classic}
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0', message: 'awsvpc' }],
    },
  ],
  good: [
    {
      name: 'a fixed host port',
      over: 'ec2Service',
      template: `
        Resources:${classic}
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 8080 }] }]
          InstanceSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/16 }] } }
          Service:
            Properties:
              DesiredCount: 1
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }]
      `,
    },
  ],
  unknown: [
    {
      name: 'a Classic Load Balancer where a condition holds, and none where it does not',
      over: 'fargateService',
      template: `
        Parameters: { Stage: { Type: String } }
        Conditions: { Old: !Equals [!Ref Stage, old] }
        Resources:${classic}
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !If [Old, !Ref Classic, !Ref AWS::NoValue] }]
      `,
      expects: [{ at: 'Service.Properties.LoadBalancers.0.LoadBalancerName' }],
    },
    {
      name: 'a host port from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters:
          HostPort: { Type: Number }
        Resources:${classic}
          Task:
            Properties:
              ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: !Ref HostPort }] }]
          Service:
            Properties:
              LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }]
      `,
      expects: [{ at: 'Task.Properties.ContainerDefinitions.0.PortMappings.0.HostPort' }],
    },
  ],
};

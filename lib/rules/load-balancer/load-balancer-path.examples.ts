import { dualStack, egressOnly, ipv6Only, routeOfIpv6 } from '../dual-stack';
import type { Examples } from '../example';

const datagrams = (ingress: string) => `
        Resources:
          LoadBalancer: { Properties: { Type: network, SecurityGroups: null } }
          Listener: { Properties: { Protocol: UDP, Port: 53 } }
          Targets: { Properties: { Protocol: UDP, Port: 53, HealthCheckPort: '8080' } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 0.0.0.0/0 }${ingress}] } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: 'coredns/coredns:1.12.0', PortMappings: [{ ContainerPort: 53, Protocol: udp }] }] } }
          Service: { Properties: { LoadBalancers: [{ ContainerName: web, ContainerPort: 53, TargetGroupArn: !Ref Targets }] } }
      `;

export const loadBalancerPathExamples: Examples = {
  rule: 'load-balancer-path',
  bad: [
    {
      name: 'instances that do not let in the port of a Classic Load Balancer',
      over: 'ec2Service',
      template: `
        Resources:
          Classic: { Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: { Subnets: [!Ref SubnetA, !Ref SubnetB], Listeners: [{ LoadBalancerPort: '80', InstancePort: '8080', Protocol: HTTP }] } }
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: public.ecr.aws/nginx/nginx:stable, Memory: 512, PortMappings: [{ ContainerPort: 80, HostPort: 8080 }] }] } }
          Service: { Properties: { DesiredCount: 1, LoadBalancers: [{ ContainerName: web, ContainerPort: 80, LoadBalancerName: !Ref Classic }] } }
      `,
      expects: [{ at: 'InstanceSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'tasks that admit another port than theirs',
      over: 'loadBalancedService',
      template: `
        Resources:
          TaskSecurityGroup:
            Properties:
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }]
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'a load balancer that may only speak to a database',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancerSecurityGroup:
            Properties:
              SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16 }]
      `,
      expects: [{ at: 'LoadBalancerSecurityGroup.Properties.SecurityGroupEgress', message: 'closed' }],
    },
    {
      name: 'container instances that admit the container port, where the host port is a dynamic one',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          InstanceSecurityGroup:
            Properties:
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }]
      `,
      expects: [{ at: 'InstanceSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'container instances that admit half of the ports from which host ports are taken',
      because: 'Older images took dynamic host ports from 49153 on; those of today begin at 32768.',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          InstanceSecurityGroup:
            Properties:
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 49153, ToPort: 65535, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }]
      `,
      expects: [{ at: 'InstanceSecurityGroup.Properties.SecurityGroupIngress', message: 'partly' }],
    },
    {
      name: 'container instances that admit the load balancer and not the clients whose addresses it shows',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          LoadBalancer: { Properties: { Type: network, SecurityGroups: null } }
          Listener: { Properties: { Protocol: TCP } }
          Targets: { Properties: { Protocol: TCP } }
      `,
      expects: [{ at: 'InstanceSecurityGroup.Properties.SecurityGroupIngress', message: 'clients' }],
    },
    {
      name: 'health checks on a port that the tasks do not admit',
      over: 'loadBalancedService',
      template: `
        Resources:
          TaskSecurityGroup:
            Properties:
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }]
          Targets: { Properties: { HealthCheckPort: '8081' } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupIngress', message: 'healthCheck' }],
    },
    {
      name: 'health checks of a service of UDP, which are by TCP',
      over: 'loadBalancedService',
      template: datagrams(''),
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupIngress', message: 'healthCheck' }],
    },
    {
      name: 'subnets of another stack, where the groups are closed whatever those are',
      over: 'loadBalancedService',
      template: `
        Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
        Resources:
          TaskSecurityGroup:
            Properties:
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }]
          LoadBalancer: { Properties: { Subnets: !Ref Subnets } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: !Ref Subnets } } } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'targets by IPv6 addresses, and a group that admits those of IPv4',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
          Targets: { Properties: { IpAddressType: ipv6 } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties.SecurityGroupIngress', message: 'closed' }],
    },
    {
      name: 'targets by IPv4 addresses, and tasks that have IPv6 ones alone',
      over: 'loadBalancedService',
      template: `
        Parameters: { A: { Type: 'AWS::EC2::Subnet::Id' }, B: { Type: 'AWS::EC2::Subnet::Id' } }
        Resources:${ipv6Only}${egressOnly}
          Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: ecr-public.aws.com/nginx/nginx:stable, PortMappings: [{ ContainerPort: 80 }] }] } }
          LoadBalancer: { Properties: { Subnets: [!Ref A, !Ref B] } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }] } }
      `,
      expects: [{ at: 'SubnetA.Properties', message: 'closed' }],
    },
  ],
  good: [
    { name: 'a service of UDP', over: 'loadBalancedService', template: datagrams(', { IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/16 }') },
    {
      name: 'targets by their IPv6 addresses',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStack}${routeOfIpv6('GatewayId: !Ref InternetGateway')}
          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }, { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: '::/0' }] } }
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
          Targets: { Properties: { IpAddressType: ipv6 } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: !Select [0, !GetAtt Vpc.Ipv6CidrBlocks] }] } }
      `,
    },
    {
      name: 'container instances that are told from which ports to choose',
      over: 'ec2LoadBalancedService',
      template: `
        Resources:
          InstanceSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 10000, ToPort: 20000, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }] } }
          LaunchTemplate:
            Properties:
              LaunchTemplateData:
                UserData:
                  Fn::Base64: !Sub |
                    #!/bin/bash
                    echo ECS_CLUSTER=\${Cluster} >> /etc/ecs/ecs.config
                    echo ECS_DYNAMIC_HOST_PORT_RANGE=10000-20000 >> /etc/ecs/ecs.config
      `,
    },
    {
      name: 'a security group that a rule names by its name',
      over: 'loadBalancedService',
      template: `
        Resources:
          TaskSecurityGroup: { Properties: { GroupName: tasks, SecurityGroupIngress: null } }
          Requests:
            Type: AWS::EC2::SecurityGroupIngress
            Properties: { GroupName: tasks, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16 }
      `,
    },
    {
      name: 'tasks that admit the load balancer by its security group',
      over: 'loadBalancedService',
      template: `
        Resources:
          TaskSecurityGroup:
            Properties:
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }]
      `,
    },
    { name: 'container instances that admit the ephemeral ports', over: 'ec2LoadBalancedService', template: '' },
    {
      name: 'a network load balancer without security groups',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer:
            Properties: { Type: network, SecurityGroups: null }
          Listener:
            Properties: { Protocol: TCP }
          Targets:
            Properties: { Protocol: TCP }
      `,
    },
  ],
  unknown: [
    {
      name: 'a protocol from a parameter without a default',
      because: 'Nothing is sent over TCP to a target group for UDP but health checks.',
      over: 'loadBalancedService',
      template: `
        Parameters: { Protocol: { Type: String } }
        Resources:
          Targets: { Properties: { Protocol: !Ref Protocol } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }] } }
      `,
      expects: [{ at: 'Targets.Properties.Protocol' }],
    },
    {
      name: 'subnets of another stack, and groups that let everything through',
      over: 'loadBalancedService',
      template: `
        Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } }
        Resources:
          LoadBalancer: { Properties: { Subnets: !Ref Subnets } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.Subnets' }],
    },
    {
      name: "tasks in another stack's security group",
      over: 'loadBalancedService',
      template: `
        Resources:
          Service:
            Properties:
              NetworkConfiguration:
                AwsvpcConfiguration: { SecurityGroups: [!ImportValue task-security-group] }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.0' }],
    },
  ],
};

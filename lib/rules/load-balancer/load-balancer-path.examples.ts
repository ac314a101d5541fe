import type { Examples } from '../example';

export const loadBalancerPathExamples: Examples = {
  rule: 'load-balancer-path',
  bad: [
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
  ],
  good: [
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

import type { Examples } from '../example';

const otherVpc = `
          OtherVpc:
            Type: AWS::EC2::VPC
            Properties: { CidrBlock: 10.1.0.0/16 }
          OtherSecurityGroup:
            Type: AWS::EC2::SecurityGroup
            Properties: { GroupDescription: Another VPC, VpcId: !Ref OtherVpc }`;

export const securityGroupVpcExamples: Examples = {
  rule: 'security-group-vpc',
  bad: [
    {
      name: 'tasks with a security group of another VPC',
      over: 'fargateService',
      template: `
        Resources:${otherVpc}
          Service:
            Properties: { NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [!GetAtt OtherSecurityGroup.GroupId] } } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.0', message: 'otherVpc' }],
    },
    {
      name: 'a load balancer with a security group of another VPC',
      over: 'loadBalancedService',
      template: `
        Resources:${otherVpc}
          LoadBalancer: { Properties: { SecurityGroups: [!Ref LoadBalancerSecurityGroup, !Ref OtherSecurityGroup] } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.SecurityGroups.1', message: 'otherVpc' }],
    },
    {
      name: 'container instances with a security group of another VPC',
      over: 'ec2Service',
      template: `
        Resources:${otherVpc}
          LaunchTemplate: { Properties: { LaunchTemplateData: { SecurityGroupIds: [!Ref OtherSecurityGroup] } } }
      `,
      expects: [{ at: 'LaunchTemplate.Properties.LaunchTemplateData.SecurityGroupIds.0', message: 'otherVpc' }],
    },
    {
      name: 'tasks with a security group that names no VPC',
      over: 'fargateService',
      template: `
        Resources:
          TaskSecurityGroup: { Properties: { VpcId: null } }
      `,
      expects: [{ at: 'TaskSecurityGroup.Properties', message: 'defaultVpc' }],
    },
    {
      name: 'tasks in subnets of two VPCs',
      over: 'fargateService',
      template: `
        Resources:${otherVpc}
          SubnetB: { Properties: { VpcId: !Ref OtherVpc } }
      `,
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets.1', message: 'twoVpcs' }],
    },
  ],
  good: [
    { name: 'everything in one VPC', over: 'ec2LoadBalancedService', template: '' },
    {
      name: 'a security group that is known by its id alone',
      over: 'fargateService',
      template: `
        Resources:
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [sg-0123456789abcdef0] } } } }
      `,
    },
    {
      name: 'a security group of the default VPC with subnets that are known by their ids alone',
      over: 'fargateService',
      template: `
        Resources:
          TaskSecurityGroup: { Properties: { VpcId: null } }
          Service: { Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-0123456789abcdef0] } } } }
      `,
    },
  ],
};

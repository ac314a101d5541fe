import type { Examples } from '../example';

const withPublicIp = (launch: string) => `
  Resources:
    Task:
      Properties: { NetworkMode: awsvpc }
    Service:
      Properties:
        ${launch}
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref SubnetA, !Ref SubnetB], AssignPublicIp: ENABLED } }
`;

export const publicIpExamples: Examples = {
  rule: 'public-ip',
  bad: [
    {
      name: 'on container instances',
      over: 'ec2Service',
      template: withPublicIp('LaunchType: EC2'),
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', message: 'notFargate' }],
    },
  ],
  good: [
    { name: 'on Fargate', over: 'fargateService', template: '' },
    { name: 'none on container instances', over: 'ec2Service', template: withPublicIp('LaunchType: EC2').replace('ENABLED', 'DISABLED') },
  ],
  unknown: [
    {
      name: 'a launch type from a parameter without a default',
      over: 'ec2Service',
      template: `
        Parameters: { Launch: { Type: String } }
        ${withPublicIp('LaunchType: !Ref Launch').trim().split('\n').join('\n      ')}
      `,
      expects: [{ at: 'Service.Properties.LaunchType' }],
    },
  ],
  defaulted: [
    {
      name: 'neither launch type nor strategy, for which ECS takes container instances',
      over: 'ec2Service',
      template: withPublicIp('LaunchType: null'),
      expects: [{ at: 'Service.Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', message: 'notFargate' }],
    },
  ],
};

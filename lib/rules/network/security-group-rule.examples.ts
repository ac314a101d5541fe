import type { Examples } from '../example';

const group = (rule: string, description = 'Tasks') => `
  Resources:
    TaskSecurityGroup: { Properties: { GroupDescription: ${description}, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16 }, ${rule}] } }
`;
const second = 'TaskSecurityGroup.Properties.SecurityGroupIngress.1';

export const securityGroupRuleExamples: Examples = {
  rule: 'security-group-rule',
  bad: [
    { name: 'ports backwards', over: 'fargateService', template: group('{ IpProtocol: tcp, FromPort: 65535, ToPort: 1024, CidrIp: 10.0.0.0/16 }'), expects: [{ at: second, message: 'backwards' }] },
    { name: 'an address without a prefix length', over: 'fargateService', template: group('{ IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: 10.0.0.7 }'), expects: [{ at: `${second}.CidrIp`, message: 'noLength' }] },
    {
      name: 'TCP without ports', over: 'fargateService', template: group('{ IpProtocol: tcp, CidrIp: 10.0.0.0/16 }'),
      expects: [{ at: `${second}.FromPort`, message: 'noPorts' }, { at: `${second}.ToPort`, message: 'noPorts' }],
    },
    {
      name: 'a port that TCP does not have', over: 'fargateService', template: group('{ IpProtocol: tcp, FromPort: 81, ToPort: 80000, CidrIp: 10.0.0.0/16 }'),
      expects: [{ at: `${second}.ToPort`, message: 'highest' }],
    },
    { name: 'no other end', over: 'fargateService', template: group('{ IpProtocol: tcp, FromPort: 81, ToPort: 81 }'), expects: [{ at: second, message: 'noPeer' }] },
    {
      name: 'two other ends', over: 'fargateService', template: group("{ IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: 0.0.0.0/0, CidrIpv6: '::/0' }"),
      expects: [{ at: second, message: 'severalPeers' }],
    },
    {
      name: 'a description with an arrow', over: 'fargateService', template: group('{ IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: 10.0.0.0/16 }', 'Load balancer → tasks'),
      expects: [{ at: 'TaskSecurityGroup.Properties.GroupDescription', message: 'description' }],
    },
    {
      name: 'a rule of its own', over: 'fargateService',
      template: `
  Resources:
    Health:
      Type: AWS::EC2::SecurityGroupIngress
      Properties: { GroupId: !Ref TaskSecurityGroup, IpProtocol: tcp, FromPort: 90, ToPort: 81, CidrIp: 10.0.0.0/16 }
`,
      expects: [{ at: 'Health.Properties', message: 'backwards' }],
    },
  ],
  good: [
    { name: 'a range of ports from another security group', over: 'fargateService', template: group('{ IpProtocol: tcp, FromPort: 1024, ToPort: 65535, SourceSecurityGroupId: sg-0123456789abcdef0 }', "'Tasks (web), #2'") },
    { name: 'pings', over: 'fargateService', template: group('{ IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/16 }') },
    { name: 'all protocols, whose ports nobody asks for', over: 'fargateService', template: group("{ IpProtocol: '-1', FromPort: 0, ToPort: 65536, CidrIp: 10.0.0.0/16 }") },
    { name: 'an address that a parameter gives', over: 'fargateService', template: `
  Parameters: { From: { Type: String } }${group('{ IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: !Ref From }')}` },
  ],
};

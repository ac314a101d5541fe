import type { Examples } from '../example';

const instances = (rule: string) => `
        Resources:
          InstanceSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, ${rule} }] } }
`;
const at = 'InstanceSecurityGroup.Properties.SecurityGroupIngress.0';

export const instanceLoginExamples: Examples = {
  rule: 'instance-login',
  bad: [
    { name: 'SSH for everybody', over: 'ec2Service', template: instances('FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0'), expects: [{ at, message: 'open' }] },
    { name: 'Remote Desktop for every address of IPv6', over: 'ec2Service', template: instances("FromPort: 3389, ToPort: 3389, CidrIpv6: '::/0'"), expects: [{ at, message: 'open' }] },
  ],
  good: [
    { name: 'SSH for the network of the office', over: 'ec2Service', template: instances('FromPort: 22, ToPort: 22, CidrIp: 198.51.100.0/24') },
    { name: 'addresses that a parameter gives', over: 'ec2Service', template: `
        Parameters: { Office: { Type: String } }${instances('FromPort: 22, ToPort: 22, CidrIp: !Ref Office')}` },
  ],
};

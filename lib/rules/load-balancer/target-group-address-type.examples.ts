import { dualStack, routeOfIpv6 } from '../dual-stack';
import type { Examples } from '../example';

const dualStackTargets = `${dualStack}${routeOfIpv6('GatewayId: !Ref InternetGateway')}
          Targets: { Properties: { IpAddressType: ipv6 } }
          TaskSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref LoadBalancerSecurityGroup }] } }`;

export const targetGroupAddressTypeExamples: Examples = {
  rule: 'target-group-address-type',
  bad: [
    {
      name: 'targets by IPv6 behind a load balancer of IPv4',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStackTargets}
      `,
      expects: [{ at: 'LoadBalancer.Properties.IpAddressType', message: 'ipv4' }],
    },
  ],
  good: [
    {
      name: 'targets by IPv6 behind a load balancer of both',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStackTargets}
          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }, { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIpv6: '::/0' }] } }
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
      `,
    },
    {
      name: 'targets by IPv4 behind a load balancer of both',
      over: 'loadBalancedService',
      template: `
        Resources:${dualStackTargets.replace('IpAddressType: ipv6', 'IpAddressType: ipv4')}
          LoadBalancer: { Properties: { IpAddressType: dualstack } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a load balancer of which a parameter decides',
      over: 'loadBalancedService',
      template: `
        Parameters: { Type: { Type: String } }
        Resources:${dualStackTargets}
          LoadBalancer: { Properties: { IpAddressType: !Ref Type } }
      `,
      expects: [{ at: 'LoadBalancer.Properties.IpAddressType' }],
    },
  ],
};

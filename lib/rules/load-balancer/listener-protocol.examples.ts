import type { Examples } from '../example';

export const listenerProtocolExamples: Examples = {
  rule: 'listener-protocol',
  bad: [
    {
      name: 'TCP on an application load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener:
            Properties: { Protocol: TCP }
      `,
      expects: [{ at: 'Listener.Properties.Protocol', message: 'wrongProtocol' }],
    },
    {
      name: 'a target group for HTTP behind a network load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer:
            Properties: { Type: network }
          Listener:
            Properties: { Protocol: TCP }
      `,
      expects: [{ at: 'Targets.Properties.Protocol', message: 'wrongProtocol' }],
    },
    {
      name: 'gRPC without encryption',
      over: 'loadBalancedService',
      template: `
        Resources:
          Targets:
            Properties: { ProtocolVersion: GRPC }
      `,
      expects: [{ at: 'Listener.Properties.Protocol', message: 'needsHttps' }],
    },
    {
      name: 'HTTPS without a certificate',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener:
            Properties: { Protocol: HTTPS, Port: 443 }
      `,
      expects: [{ at: 'Listener.Properties', message: 'noCertificate' }],
    },
  ],
  good: [
    { name: 'HTTP on an application load balancer', over: 'loadBalancedService', template: '' },
    {
      name: 'TCP all the way through a network load balancer',
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
      over: 'loadBalancedService',
      template: `
        Parameters:
          Protocol: { Type: String }
        Resources:
          Listener:
            Properties: { Protocol: !Ref Protocol }
      `,
      expects: [{ at: 'Listener.Properties.Protocol' }],
    },
  ],
  defaulted: [
    {
      name: 'no type, which makes an application load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer:
            Properties: { Type: null }
      `,
    },
  ],
};

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
    {
      name: 'two certificates in one listener',
      over: 'loadBalancedService',
      template: `
        Resources:
          One: { Type: AWS::CertificateManager::Certificate, Properties: { DomainName: one.example.com } }
          Two: { Type: AWS::CertificateManager::Certificate, Properties: { DomainName: two.example.com } }
          Listener: { Properties: { Protocol: HTTPS, Port: 443, Certificates: [{ CertificateArn: !Ref One }, { CertificateArn: !Ref Two }] } }
      `,
      expects: [{ at: 'Listener.Properties.Certificates', message: 'severalCertificates' }],
    },
    {
      name: 'a rule that forwards to a target group for TCP',
      over: 'loadBalancedService',
      template: `
        Resources:
          Other: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Port: 80, Protocol: TCP, TargetType: ip } }
          Rule:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              ListenerArn: !Ref Listener
              Priority: 1
              Actions: [{ Type: forward, TargetGroupArn: !Ref Other }]
              Conditions: [{ Field: path-pattern, Values: [/other] }]
      `,
      expects: [{ at: 'Other.Properties.Protocol', message: 'wrongProtocol' }],
    },
    {
      name: 'a certificate without encryption',
      over: 'loadBalancedService',
      template: `
        Resources:
          Listener:
            Properties: { Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/12345678' }] }
      `,
      expects: [{ at: 'Listener.Properties.Certificates', message: 'notSecure' }],
    },
    {
      name: 'a redirection by a network load balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer:
            Properties: { Type: network }
          Listener:
            Properties: { Protocol: TCP }
          Redirection:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: { LoadBalancerArn: !Ref LoadBalancer, Port: 81, Protocol: TCP, DefaultActions: [{ Type: redirect, RedirectConfig: { StatusCode: HTTP_301, Port: '443' } }] }
          Targets:
            Properties: { Protocol: TCP }
      `,
      expects: [{ at: 'Redirection.Properties.DefaultActions.0.Type', message: 'forwardsOnly' }],
    },
  ],
  good: [
    { name: 'HTTP on an application load balancer', over: 'loadBalancedService', template: '' },
    {
      name: 'a certificate whose ARN a condition leaves out',
      over: 'loadBalancedService',
      template: `
        Parameters: { Certificate: { Type: String, Default: '' } }
        Conditions: { HasCertificate: !Not [!Equals [!Ref Certificate, '']] }
        Resources:
          Listener: { Properties: { Certificates: [{ CertificateArn: !If [HasCertificate, !Ref Certificate, !Ref 'AWS::NoValue'] }] } }
      `,
    },
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

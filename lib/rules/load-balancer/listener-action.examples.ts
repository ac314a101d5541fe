import type { Examples } from '../example';

const oidc = "{ Issuer: 'https://example.com', AuthorizationEndpoint: 'https://example.com/a', TokenEndpoint: 'https://example.com/t', UserInfoEndpoint: 'https://example.com/u', ClientId: web, ClientSecret: '{{resolve:secretsmanager:web}}' }";
const signIn = `{ Type: authenticate-oidc, Order: 1, AuthenticateOidcConfig: ${oidc} }`;
const https = `
          Certificate: { Type: AWS::CertificateManager::Certificate, Properties: { DomainName: example.com } }
          Listener: { Properties: { Port: 443, Protocol: HTTPS, Certificates: [{ CertificateArn: !Ref Certificate }] } }
          LoadBalancerSecurityGroup: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] } }`;

function rule(actions: string, more = ''): string {
  return `
        Resources:
          Rule:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties: { ListenerArn: !Ref Listener, Priority: 1, Conditions: [{ Field: path-pattern, Values: ['/app/*'] }], Actions: [${actions}] }${more}
      `;
}

const forward = '{ Type: forward, Order: 2, TargetGroupArn: !Ref Targets }';

export const listenerActionExamples: Examples = {
  rule: 'listener-action',
  bad: [
    {
      name: 'users who are asked who they are, and then nothing',
      over: 'loadBalancedService',
      template: rule(signIn, https),
      expects: [{ at: 'Rule.Properties.Actions', message: 'routing' }],
    },
    {
      name: 'users who are asked after the request is forwarded',
      over: 'loadBalancedService',
      template: rule(`${signIn.replace('Order: 1', 'Order: 3')}, ${forward}`, https),
      expects: [{ at: 'Rule.Properties.Actions.1', message: 'notLast' }],
    },
    {
      name: 'users who are asked without encryption',
      over: 'loadBalancedService',
      template: rule(`${signIn}, ${forward}`),
      expects: [{ at: 'Rule.Properties.Actions.0', message: 'notSecure' }],
    },
    {
      name: 'forwarding without a target group',
      over: 'loadBalancedService',
      template: rule('{ Type: forward }'),
      expects: [{ at: 'Rule.Properties.Actions.0', message: 'noTarget' }],
    },
    {
      name: 'a redirect to where the client is',
      over: 'loadBalancedService',
      template: rule("{ Type: redirect, RedirectConfig: { Protocol: HTTP, Port: '80', Host: '#{host}', StatusCode: HTTP_301 } }"),
      expects: [{ at: 'Rule.Properties.Actions.0.RedirectConfig', message: 'circle' }],
    },
  ],
  good: [
    { name: 'users who are asked who they are by HTTPS', over: 'loadBalancedService', template: rule(`${signIn}, ${forward}`, https) },
    { name: 'a redirect to HTTPS', over: 'loadBalancedService', template: rule("{ Type: redirect, RedirectConfig: { Protocol: HTTPS, Port: '443', StatusCode: HTTP_301 } }") },
    { name: 'a redirect to another path', over: 'loadBalancedService', template: rule("{ Type: redirect, RedirectConfig: { Path: '/new/#{path}', StatusCode: HTTP_302 } }") },
  ],
  unknown: [
    {
      name: 'a redirect to a port that a parameter gives',
      over: 'loadBalancedService',
      template: `
        Parameters:
          Port: { Type: String }${rule("{ Type: redirect, RedirectConfig: { Port: !Ref Port, StatusCode: HTTP_301 } }")}`,
      expects: [{ at: 'Rule.Properties.Actions.0.RedirectConfig.Port' }],
    },
  ],
};

import type { Examples } from '../example';

export const privateLinkExamples: Examples = {
  rule: 'private-link',
  bad: [
    {
      name: 'a VPC link of a REST API to an Application Load Balancer',
      over: 'loadBalancedService',
      template: '{ Resources: { Link: { Type: AWS::ApiGateway::VpcLink, Properties: { Name: shop, TargetArns: [!Ref LoadBalancer] } } } }',
      expects: [{ at: 'Link.Properties.TargetArns.0', message: 'wrongKind' }],
    },
    {
      name: 'an endpoint service with an Application Load Balancer',
      over: 'loadBalancedService',
      template: '{ Resources: { Link: { Type: AWS::EC2::VPCEndpointService, Properties: { NetworkLoadBalancerArns: [!Ref LoadBalancer] } } } }',
      expects: [{ at: 'Link.Properties.NetworkLoadBalancerArns.0', message: 'wrongKind' }],
    },
  ],
  good: [
    {
      name: 'a Network Load Balancer',
      over: 'loadBalancedService',
      template: `
        Resources:
          LoadBalancer: { Properties: { Type: network, SecurityGroups: null } }
          Listener: { Properties: { Protocol: TCP } }
          Targets: { Properties: { Protocol: TCP } }
          Link: { Type: AWS::EC2::VPCEndpointService, Properties: { NetworkLoadBalancerArns: [!Ref LoadBalancer] } }
      `,
    },
  ],
  unknown: [
    {
      name: 'a load balancer of another stack',
      over: 'nothing',
      template: '{ Resources: { Link: { Type: AWS::EC2::VPCEndpointService, Properties: { NetworkLoadBalancerArns: [!ImportValue load-balancer] } } } }',
      expects: [{ at: 'Link.Properties.NetworkLoadBalancerArns.0' }],
    },
  ],
};

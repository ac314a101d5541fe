import type { Examples } from '../example';

const external = (properties: string) => `
        Resources:
          Task: { Properties: { RequiresCompatibilities: [EXTERNAL] } }
          Service: { Properties: { LaunchType: EXTERNAL, ${properties} } }
`;

export const externalServiceExamples: Examples = {
  rule: 'external-service',
  bad: [
    {
      name: 'behind a load balancer',
      over: 'ec2LoadBalancedService',
      template: external('DesiredCount: 1'),
      expects: [{ at: 'Service.Properties.LoadBalancers', message: 'notTaken' }],
    },
    {
      name: 'with Service Connect',
      over: 'ec2Service',
      template: external('ServiceConnectConfiguration: { Enabled: true, Namespace: shop }'),
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Enabled', message: 'notTaken' }],
    },
  ],
  good: [
    { name: 'a worker', over: 'ec2Service', template: external('DesiredCount: 1') },
    { name: 'Service Connect that is off', over: 'ec2Service', template: external('ServiceConnectConfiguration: { Enabled: false }') },
  ],
  unknown: [
    {
      name: 'a launch type from a parameter without a default',
      over: 'ec2LoadBalancedService',
      template: `
        Parameters: { Type: { Type: String } }
        Resources:
          Service: { Properties: { LaunchType: !Ref Type } }
      `,
      expects: [{ at: 'Service.Properties.LaunchType' }],
    },
  ],
};

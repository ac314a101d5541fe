import type { Examples } from '../example';

export const gatewayAttachmentOrderExamples: Examples = {
  rule: 'gateway-attachment-order',
  bad: [
    {
      name: 'a route that waits for the gateway and not for its attachment',
      over: 'fargateService',
      template: '{ Resources: { DefaultRoute: { DependsOn: null } } }',
      expects: [{ at: 'DefaultRoute.Properties', message: 'noOrder' }],
    },
  ],
  good: [
    { name: 'a route that waits for the attachment', over: 'fargateService', template: '' },
    {
      name: 'a gateway that a template attached before',
      over: 'fargateService',
      template: '{ Resources: { DefaultRoute: { DependsOn: null, Properties: { GatewayId: !ImportValue internet-gateway } } } }',
    },
  ],
};

import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** A route to an internet gateway is created when the gateway is attached to the VPC. */
export const gatewayAttachmentOrder = defineRule({
  id: 'gateway-attachment-order',
  title: 'The route does not wait until its internet gateway is attached',
  severity: 'warning',
  phase: 'create',
  subject: 'routeTable',
  explanation: 'EC2 takes a route to an internet gateway once the gateway is attached to the VPC. The route refers to the gateway and not to the attachment, so CloudFormation creates both at the same time unless DependsOn says otherwise, and it is a race which comes first.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  predicts: ['belong to different networks'],
  facts: [],
  messages: {
    noOrder: ({ attachment, route, gateway }: { attachment: string; route: string; gateway: string }) => ({
      says: `Nothing makes ${route} wait for ${attachment}, which attaches ${gateway} to the VPC.`,
      fix: `DependsOn: ${attachment}`,
      repair: [{ dependsOn: [attachment] }],
      ecsSays: 'route table rtb-… and network gateway igw-… belong to different networks',
    }),
  },
  check({ routes }, say, { network, order }) {
    for (const route of routes) {
      const target = ifKnown(route.target);
      const gateway = target?.property === 'GatewayId' ? ifKnown(network.internetGateways.find(target.id)) : undefined;
      const attachment = gateway && ifKnown(gateway.attachment);
      if (!gateway || !attachment || route.exists.state !== 'known' || order.isBefore(attachment, route) !== 'no') continue;
      say.violated('noOrder', route, { attachment: attachment.id, route: route.id, gateway: gateway.id }, { related: [attachment] });
    }
  },
});

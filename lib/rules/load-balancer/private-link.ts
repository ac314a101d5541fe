import { defineRule } from '../rule';

/** Other networks are led to Network Load Balancers alone. */
export const privateLink = defineRule({
  id: 'private-link',
  title: 'The link leads to a load balancer of the wrong kind',
  severity: 'error',
  phase: 'create',
  subject: 'privateLink',
  explanation: 'An endpoint service of PrivateLink and a VPC link of a REST API pass connections on to Network Load Balancers. EC2 and API Gateway take no Application Load Balancer there; a Network Load Balancer before it, with a target group of type alb, or a VPC link of an HTTP API does.',
  docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  predicts: [],
  facts: [],
  messages: {
    wrongKind: ({ loadBalancer, kind }: { loadBalancer: string; kind: string }) => ({
      says: `${loadBalancer} is of type ${kind}, and the link takes Network Load Balancers.`,
      fix: `Name a load balancer of type network, which may forward to ${loadBalancer} by a target group of type alb.`,
    }),
  },
  check({ loadBalancers }, say) {
    for (const reference of say.need(loadBalancers) ?? []) {
      const loadBalancer = say.need(reference), kind = loadBalancer && say.need(loadBalancer.kind);
      if (loadBalancer && kind === 'application') say.violated('wrongKind', reference, { loadBalancer: loadBalancer.id, kind }, { related: [loadBalancer] });
    }
  },
});

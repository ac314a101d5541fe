import { ifKnown } from '../../core/value';
import { defineRule } from '../rule';

/** What answers requests should not run on capacity alone that AWS may take away. */
export const spotOnly = defineRule({
  id: 'spot-only',
  title: 'All tasks behind the load balancer run on Spot capacity',
  severity: 'advice',
  phase: 'place',
  subject: 'service',
  explanation: 'Fargate Spot gives what is left over, takes it back with two minutes of notice, and does not fall back to Fargate: while there is none, the service has no tasks. A base of one or two tasks on FARGATE keeps a service with a load balancer answering. Of services that nobody sends requests to it is not said.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
  predicts: [],
  facts: [],
  messages: {
    noBase: () => ({
      says: 'The strategy names FARGATE_SPOT alone, and the service has a load balancer.',
      fix: 'Add FARGATE with a Base of as many tasks as have to be there, and associate it with the cluster.',
    }),
  },
  check({ runsOn, loadBalancers }, say) {
    const capacity = ifKnown(runsOn);
    if (capacity?.kind !== 'providers' || (ifKnown(loadBalancers) ?? []).length === 0) return;
    const used = capacity.strategy.filter(({ base, weight }) => ifKnown(base) !== 0 || ifKnown(weight) !== 0);
    if (used.length > 0 && used.every(({ provider }) => ifKnown(provider) === 'FARGATE_SPOT')) say.violated('noBase', runsOn, undefined);
  },
});

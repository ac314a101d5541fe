import { ifKnown } from '../../core/value';
import type { Noun } from '../../model/noun';
import { defineRule } from '../rule';

/** A load balancer listens on each port once, a listener has each priority once, and a target group one load balancer. */
export const listenerTwice = defineRule({
  id: 'listener-twice',
  title: 'Two listeners, rules or load balancers are in each other\'s way',
  severity: 'error',
  phase: 'create',
  subject: 'loadBalancer',
  explanation: 'A load balancer has one listener on each port, and a listener one rule of each priority. A target group gets its requests from one load balancer, by as many of its listeners and rules as one likes. Elastic Load Balancing refuses the second of each.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  predicts: ['A listener already exists on this port for this load balancer', 'is currently in use', 'cannot be associated with more than one load balancer'],
  facts: [],
  messages: {
    port: ({ port, first, second, loadBalancer }: { port: number; first: string; second: string; loadBalancer: string }) => ({
      says: `${first} and ${second} both listen on port ${port} of ${loadBalancer}.`,
      fix: `Give ${second} another Port, or make a rule of it.`,
      ecsSays: 'A listener already exists on this port for this load balancer',
    }),
    priority: ({ priority, first, second, listener }: { priority: number; first: string; second: string; listener: string }) => ({
      says: `${first} and ${second} are both rules of ${listener} with the priority ${priority}.`,
      fix: `Give ${second} another Priority.`,
      ecsSays: `Priority '${priority}' is currently in use`,
    }),
    targetGroup: ({ targetGroup, first, second }: { targetGroup: string; first: string; second: string }) => ({
      says: `Both ${first} and ${second} send to ${targetGroup}, and a target group has one load balancer.`,
      fix: 'Make a second target group, and name both under LoadBalancers of the service.',
      ecsSays: 'The following target groups cannot be associated with more than one load balancer',
    }),
  },
  check(loadBalancer, say, model) {
    const mine = model.listeners.filter(listener => isCertain(listener) && ifKnown(listener.loadBalancer) === loadBalancer);
    for (const [first, second, port] of pairs(mine, listener => ifKnown(listener.port))) {
      say.violated('port', second.port, { port, first: first.id, second: second.id, loadBalancer: loadBalancer.id }, { related: [first] });
    }
    for (const listener of mine) {
      const rules = model.listenerRules.filter(rule => isCertain(rule) && ifKnown(rule.listener) === listener);
      for (const [first, second, priority] of pairs(rules, rule => ifKnown(rule.priority))) {
        say.violated('priority', second.priority, { priority, first: first.id, second: second.id, listener: listener.id }, { related: [first, listener] });
      }
    }
    for (const targetGroup of model.targetGroups) {
      const forwarders = model.forwarders.filter(forwarder => isCertain(forwarder) && (ifKnown(forwarder.targetGroups) ?? []).some(reference => ifKnown(reference) === targetGroup));
      const [first] = forwarders.flatMap(forwarder => ifKnown(forwarder.loadBalancer) ?? []).filter(isCertain);
      const other = forwarders.find(forwarder => ifKnown(forwarder.loadBalancer) === loadBalancer);
      if (first && other && first !== loadBalancer) {
        say.violated('targetGroup', other, { targetGroup: targetGroup.id, first: first.id, second: loadBalancer.id }, { related: [targetGroup, first] });
      }
    }
  },
});

/** Each with the first before it that has the same number, and the number. */
function pairs<T>(all: readonly T[], numberOf: (each: T) => number | undefined): readonly (readonly [T, T, number])[] {
  return all.flatMap((second, i) => {
    const number = numberOf(second), first = all.slice(0, i).find(earlier => numberOf(earlier) === number);
    return number !== undefined && first ? [[first, second, number] as const] : [];
  });
}

function isCertain({ exists }: Noun): boolean {
  return exists.state === 'known';
}

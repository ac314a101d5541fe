import { sameText, showText } from '../../core/text';
import { ifKnown, type Value } from '../../core/value';
import { countOf } from '../../model/count';
import { forwardsTo } from '../../model/load-balancer/listener';
import { isSame } from '../../finding/finding';
import type { Named } from '../../model/noun';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** CodeDeploy moves the traffic of a service between two target groups, of which the service has one. */
export const deploymentGroupTraffic = defineRule({
  id: 'deployment-group-traffic',
  title: 'CodeDeploy cannot move the traffic of the service',
  severity: 'error',
  phase: 'deploy',
  subject: 'deploymentGroup',
  explanation: 'A deployment group for ECS names a pair of target groups and the listener for production. The service is in one of the pair, to which the listener forwards; CodeDeploy starts the new tasks in the other and changes the listener.',
  docs: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TargetGroupPairInfo.html',
  predicts: ['A target group pair associated with this deployment is not valid', 'Primary taskset target group must be behind listener'],
  facts: [],
  messages: {
    notAPair: ({ count }: { count: number }) => ({
      says: `The pair names ${count === 1 ? 'one target group' : `${count} target groups`}; CodeDeploy moves traffic between two.`,
      fix: 'Name two target groups.',
      ecsSays: 'A target group pair associated with this deployment is not valid.',
    }),
    noListener: () => ({
      says: 'The pair names no listener for production.',
      fix: 'Give it ProdTrafficRoute with the ARN of the listener that forwards to the target group of the service.',
      ecsSays: 'A target group pair associated with this deployment is not valid.',
    }),
    otherGroup: ({ service, targetGroup, pair }: { service: string; targetGroup: string; pair: string }) => ({
      says: `${service} has the target group ${targetGroup}, and the pair is ${pair}.`,
      fix: `Name ${targetGroup} in the pair.`,
      ecsSays: 'The deployment failed: Primary taskset target group must be behind listener',
    }),
    notBehind: ({ targetGroup, listener }: { targetGroup: string; listener: string }) => ({
      says: `${listener}, the listener for production, does not forward to ${targetGroup}, the target group of the service.`,
      fix: `Forward to ${targetGroup} by the default actions of ${listener}.`,
      ecsSays: 'The deployment failed: Primary taskset target group must be behind listener',
    }),
  },
  check(group, say, model) {
    const [service] = group.serviceNames.flatMap(name => named(name, model.services) ?? []);
    const [entry] = service ? ifKnown(service.loadBalancers) ?? [] : [], own = entry && ifKnown(entry.targetGroup);
    for (const pair of atPath(group.properties, 'LoadBalancerInfo.TargetGroupPairInfoList.*', say)) {
      const names = atPath(pair, 'TargetGroups.*', say).map(item => item.get('Name').text()), listeners = atPath(pair, 'ProdTrafficRoute.ListenerArns.*', say);
      const count = say.need(countOf(pair.get('TargetGroups')));
      if (count !== undefined && count !== 2) say.violated('notAPair', pair.get('TargetGroups'), { count });
      else if (pair.get('ProdTrafficRoute').given === 'no') say.violated('noListener', pair.get('ProdTrafficRoute'), undefined);
      else if (service && own && count !== undefined) {
        const found = names.map(name => named(name, model.targetGroups)), [first] = listeners, listener = first && model.listeners.find(({ name }) => sameText(name, first.text()) === 'yes');
        const isRouted = listener === undefined || [listener, ...model.listenerRules.filter(rule => ifKnown(rule.listener) === listener)].some(forwarder => forwardsTo(forwarder, own) !== 'no');
        if (found.every(one => one !== undefined && one !== own)) say.violated('otherGroup', pair.get('TargetGroups'), { service: service.id, targetGroup: own.id, pair: names.map(showText).join(' and ') }, { related: [service, own] });
        else if (!isRouted && found.includes(own)) say.violated('notBehind', listener, { targetGroup: own.id, listener: listener.id }, { related: [service, own, listener] });
      }
    }
  },
});

/** What has the name in the templates: `GetAtt` gives it as an attribute of the resource. */
function named<T extends Named>(name: Value<string>, all: readonly T[]): T | undefined {
  const is = name.state === 'absent' ? undefined : name.is;
  return all.find(one => (is?.kind === 'attribute' ? isSame(one, { stack: is.stack, id: is.resource }) : sameText(name, one.name) === 'yes'));
}

import { sameText, showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { countOf } from '../../model/count';
import { forwardsTo } from '../../model/load-balancer/listener';
import { named } from '../../model/service/deployment-group';
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
    sameGroup: ({ targetGroup }: { targetGroup: string }) => ({
      says: `Both of the pair are ${targetGroup}; CodeDeploy moves traffic between two.`,
      fix: 'Name another target group beside it.',
      ecsSays: 'A target group pair associated with this deployment is not valid.',
    }),
    otherType: ({ targetGroup, type, own, ownType }: { targetGroup: string; type: string; own: string; ownType: string }) => ({
      says: `${targetGroup}, to which CodeDeploy is to move the tasks, has targets of type ${type}, and ${own}, which has them now, of type ${ownType}.`,
      fix: `Set TargetType of ${targetGroup} to ${ownType}.`,
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
        const other = found.find(one => one !== undefined && one !== own), type = other && say.need(other.targetType), ownType = say.need(own.targetType);
        if (found.length > 1 && found.every(one => one === own)) say.violated('sameGroup', pair.get('TargetGroups'), { targetGroup: own.id }, { related: [service, own] });
        if (other && type !== undefined && ownType !== undefined && type !== ownType) say.violated('otherType', other.targetType, { targetGroup: other.id, type, own: own.id, ownType }, { related: [service, own, other] });
        if (found.every(one => one !== undefined && one !== own)) say.violated('otherGroup', pair.get('TargetGroups'), { service: service.id, targetGroup: own.id, pair: names.map(showText).join(' and ') }, { related: [service, own] });
        else if (!isRouted && found.includes(own)) say.violated('notBehind', listener, { targetGroup: own.id, listener: listener.id }, { related: [service, own, listener] });
      }
    }
  },
});

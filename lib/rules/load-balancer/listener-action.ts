import { listenerActions } from '../../catalog/listener-actions';
import { entryOf } from '../../core/entry';
import { anyAnswer, opposite, type Answer } from '../../core/identity';
import { sameText } from '../../core/text';
import { ifKnown, known, mapValue, type Value } from '../../core/value';
import type { Listener } from '../../model/load-balancer/listener';
import { lower } from '../../model/spelling';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';

type Property = Listener['actions'];

const { routing, secure, kept } = listenerActions.value;

/** A listener, or a rule of one, does one thing with a request in the end, and sends nobody in a circle. */
export const listenerAction = defineRule({
  id: 'listener-action',
  title: 'Elastic Load Balancing does not take the actions',
  severity: 'error',
  phase: 'create',
  subject: 'forwarder',
  explanation: 'What is done with a request ends with exactly one routing action: it is forwarded to target groups, redirected, or answered. Users are authenticated before that, by HTTPS listeners alone. A redirect changes the protocol, the port, the host or the path, since clients come back with the same request otherwise. Elastic Load Balancing refuses other actions, and with them the stack.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  predicts: ['InvalidLoadBalancerAction', 'creates a loop', 'must specify'],
  facts: [listenerActions],
  messages: {
    routing: ({ types }: { types: readonly string[] }) => ({
      says: `The actions are ${listed(types)}; exactly one of them is to be forward, redirect or fixed-response.`,
      fix: 'Leave one of these.',
      ecsSays: 'InvalidLoadBalancerAction',
    }),
    notLast: ({ type }: { type: string }) => ({
      says: `The action ${type} is not the last one by Order.`,
      fix: `Give ${type} the highest Order.`,
      ecsSays: 'InvalidLoadBalancerAction',
    }),
    noTarget: () => ({
      says: 'The action is to forward, and has neither a TargetGroupArn nor a ForwardConfig.',
      fix: 'Name the target group under TargetGroupArn.',
      ecsSays: 'A target group ARN must be specified',
    }),
    notSecure: ({ type, listener, protocol }: { type: string; listener: string; protocol: string }) => ({
      says: `The action ${type} is for HTTPS listeners; ${listener} is for ${protocol}.`,
      fix: `Set Protocol of ${listener} to HTTPS and give it a certificate.`,
      ecsSays: `Actions of type '${type}' are supported only on HTTPS listeners`,
    }),
    circle: ({ listener }: { listener: string }) => ({
      says: `The redirect leads back to ${listener}: it changes neither protocol, port, host nor path.`,
      fix: 'Change one of them, as Protocol: HTTPS and Port: 443.',
      ecsSays: 'The redirect configuration is not valid because it creates a loop.',
    }),
  },
  check(forwarder, say) {
    const listener = 'port' in forwarder ? forwarder : ifKnown(forwarder.listener), actions = say.need(forwarder.actions.list()) ?? [];
    const typed = actions.map(action => ({ action, type: say.need(lower(action.get('Type'))), order: ifKnown(action.get('Order').integer()) }));
    const routes = typed.filter(({ type }) => type !== undefined && routing.includes(type)), [route] = routes;
    if (actions.length > 0 && typed.every(({ type }) => type !== undefined) && routes.length !== 1) say.violated('routing', forwarder.actions, { types: typed.map(({ type }) => type ?? '') });
    else if (route?.type !== undefined && typed.some(({ order }) => order !== undefined && route.order !== undefined && order > route.order)) say.violated('notLast', route.action, { type: route.type });
    for (const { action, type } of typed) {
      if (type === 'forward' && action.get('TargetGroupArn').given === 'no' && action.get('ForwardConfig').given === 'no') say.violated('noTarget', action, undefined);
      const protocol = listener && say.need(listener.protocol);
      if (type !== undefined && secure.includes(type) && protocol === 'HTTP') say.violated('notSecure', action, { type, listener: listener?.id ?? '', protocol }, { related: listener ? [listener] : [] });
      if (type === 'redirect' && listener && changes(action.get('RedirectConfig'), listener, say) === 'no') say.violated('circle', action.get('RedirectConfig'), { listener: listener.id }, { related: [listener] });
    }
  },
});

/** Whether a redirect changes anything of the address that a client has asked for. */
function changes(redirect: Property, { port, protocol }: Listener, say: Pick<Say, 'need'>): Answer {
  const own: Readonly<Record<string, Value<string>>> = { Port: mapValue(port, String), Protocol: protocol };
  return anyAnswer(Object.entries(kept).map(([part, keyword]): Answer => {
    const given = redirect.get(part).text(), to = given.state === 'absent' ? keyword : say.need(given), from = entryOf(own, part);
    if (to === undefined) return 'unknown';
    return to.toUpperCase() === keyword.toUpperCase() ? 'no' : from === undefined ? 'yes' : opposite(sameText(known(to.toUpperCase(), given.at), from));
  }));
}

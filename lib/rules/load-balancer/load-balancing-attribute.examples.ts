import type { Examples } from '../example';

const attribute = (key: string, value: string) => `{ Resources: { Targets: { Properties: { TargetGroupAttributes: [{ Key: ${key}, Value: ${value} }] } } } }`;
const at = 'Targets.Properties.TargetGroupAttributes.0.Value';

export const loadBalancingAttributeExamples: Examples = {
  rule: 'load-balancing-attribute',
  bad: [
    { name: 'two hours to drain a target', over: 'loadBalancedService', template: attribute('deregistration_delay.timeout_seconds', "'7200'"), expects: [{ at, message: 'range' }] },
    { name: 'ten seconds to start slowly', over: 'loadBalancedService', template: attribute('slow_start.duration_seconds', "'10'"), expects: [{ at, message: 'range' }] },
    {
      name: 'connections that may be idle for two hours', over: 'loadBalancedService',
      template: "{ Resources: { LoadBalancer: { Properties: { LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: '7200' }] } } } }",
      expects: [{ at: 'LoadBalancer.Properties.LoadBalancerAttributes.0.Value', message: 'range' }],
    },
    {
      name: 'cookies for a target group of TCP', over: 'loadBalancedService',
      template: `{ Resources: { LoadBalancer: { Properties: { Type: network } }, Listener: { Properties: { Protocol: TCP } }, Targets: { Properties: { Protocol: TCP, TargetGroupAttributes: [{ Key: stickiness.type, Value: lb_cookie }] } } } }`,
      expects: [{ at, message: 'value' }],
    },
    {
      name: 'an idle timeout of a Network Load Balancer', over: 'loadBalancedService',
      template: `{ Resources: { LoadBalancer: { Properties: { Type: network, LoadBalancerAttributes: [{ Key: idle_timeout.timeout_seconds, Value: '60' }] } }, Listener: { Properties: { Protocol: TCP } }, Targets: { Properties: { Protocol: TCP } } } }`,
      expects: [{ at: 'LoadBalancer.Properties.LoadBalancerAttributes.0.Key', message: 'otherKind' }],
    },
    { name: 'an attribute that there is not', over: 'loadBalancedService', template: attribute('deregistration_delay.timeout', "'30'"), expects: [{ at: at.replace('Value', 'Key'), message: 'noSuchKey' }] },
    { name: 'a way to choose targets that there is not', over: 'loadBalancedService', template: attribute('load_balancing.algorithm.type', 'random'), expects: [{ at, message: 'word' }] },
    { name: 'a switch that is neither on nor off', over: 'loadBalancedService', template: attribute('stickiness.enabled', "'yes'"), expects: [{ at, message: 'word' }] },
    { name: 'a cookie of the application without a name', over: 'loadBalancedService', template: attribute('stickiness.type', 'app_cookie'), expects: [{ at, message: 'lacking' }] },
    { name: 'a cookie with a name of the load balancer', over: 'loadBalancedService', template: attribute('stickiness.app_cookie.cookie_name', 'AWSALBAPP-0'), expects: [{ at, message: 'reserved' }] },
  ],
  good: [
    { name: 'cookies for a target group of HTTP', over: 'loadBalancedService', template: attribute('stickiness.type', 'lb_cookie') },
    { name: 'half a minute', over: 'loadBalancedService', template: attribute('deregistration_delay.timeout_seconds', "'30'") },
    { name: 'no slow start', over: 'loadBalancedService', template: attribute('slow_start.duration_seconds', "'0'") },
  ],
  unknown: [
    {
      name: 'a parameter without a default', over: 'loadBalancedService',
      template: `{ Parameters: { Delay: { Type: String } }, ${attribute('deregistration_delay.timeout_seconds', '!Ref Delay').slice(1)}`, expects: [{ at }],
    },
  ],
  spelled: [{ name: 'a number for a text', over: 'loadBalancedService', template: attribute('deregistration_delay.timeout_seconds', '7200'), expects: [{ at, message: 'range' }] }],
};

import { healthCheckDefaults, healthyCodes, targetGroupLimits } from '../../catalog/target-group-settings';
import { withDefault, type Value } from '../../core/value';
import { upper } from '../../model/spelling';
import { beyondLimits, limitWords } from '../limits';
import { defineRule, type Say } from '../rule';

/** A health check asks by a protocol that the target group can speak, for a path, and gives up before it asks again. */
export const targetGroupHealthCheck = defineRule({
  id: 'target-group-health-check',
  title: 'Elastic Load Balancing does not take the health check',
  severity: 'error',
  phase: 'create',
  subject: 'targetGroup',
  explanation: 'A target group of an Application Load Balancer asks its targets by HTTP or HTTPS for a path that begins with a slash, and waits for an answer for less than the time until it asks again. A check by TCP has no path. Elastic Load Balancing refuses other target groups, and with them the stack.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  predicts: ['must be smaller than the interval', 'Health check paths are not supported for TCP health checks'],
  facts: [targetGroupLimits, healthCheckDefaults, healthyCodes],
  messages: {
    beyond: limitWords,
    timeout: ({ timeout, interval }: { timeout: number; interval: number }) => ({
      says: `A health check waits ${timeout} seconds for an answer, and the next one comes after ${interval}.`,
      fix: 'Make HealthCheckTimeoutSeconds smaller than HealthCheckIntervalSeconds.',
      ecsSays: `Health check timeout '${timeout}' must be smaller than the interval '${interval}'`,
    }),
    switchedOff: ({ type }: { type: string }) => ({
      says: `HealthCheckEnabled is false; only the health checks of functions can be switched off, and the targets are of type ${type}.`,
      fix: 'Take HealthCheckEnabled out.',
      repair: [{ remove: true }],
    }),
    matcher: ({ codes, least, most }: { codes: string; least: number; most: number }) => ({
      says: `Matcher takes ${codes} for healthy; it may name codes of HTTP from ${least} to ${most}, as 200,301-302.`,
      fix: `Bring HttpCode within ${least} to ${most}.`,
    }),
    path: ({ path }: { path: string }) => ({
      says: `HealthCheckPath is ${path}, which does not begin with a slash.`,
      fix: `HealthCheckPath: /${path}`,
    }),
    tcpPath: () => ({
      says: 'The health check is by TCP, as it is in a target group for TCP that says nothing else, and has a path.',
      fix: 'Take HealthCheckPath out, or set HealthCheckProtocol to HTTP.',
      ecsSays: 'Health check paths are not supported for TCP health checks',
    }),
    protocol: ({ given, protocol }: { given: string; protocol: string }) => ({
      says: `The health check is by ${given}, which is for target groups of Network Load Balancers; this one is for ${protocol}.`,
      fix: 'HealthCheckProtocol: HTTP',
    }),
  },
  check({ protocol: own, targetType, properties }, say) {
    for (const { at, data } of beyondLimits(properties, targetGroupLimits.value, say)) say.violated('beyond', { at }, data);
    const protocol = say.need(own), type = say.need(targetType), enabled = properties.get('HealthCheckEnabled').flag();
    if (type !== undefined && type !== 'lambda' && say.need(enabled) === false) say.violated('switchedOff', enabled, { type });
    checkMatcher(properties.get('Matcher', 'HttpCode').text(), protocol, say);
    const given = upper(properties.get('HealthCheckProtocol')), by = say.need(given), path = properties.get('HealthCheckPath').text();
    const isByTcp = protocol === 'TCP' && (given.state === 'absent' || by === 'TCP');
    if (isByTcp && (type === 'ip' || type === 'instance') && path.state === 'known') say.violated('tcpPath', path, undefined);
    if ((protocol !== 'HTTP' && protocol !== 'HTTPS') || type === 'lambda') return;
    const wanted = say.need(path);
    if (by !== undefined && by !== 'HTTP' && by !== 'HTTPS') say.violated('protocol', given, { given: by, protocol });
    if (wanted !== undefined && !wanted.startsWith('/')) say.violated('path', path, { path: wanted });
    const { intervalSeconds, timeoutSeconds } = healthCheckDefaults.value;
    const waits = properties.get('HealthCheckTimeoutSeconds').integer(), every = properties.get('HealthCheckIntervalSeconds').integer();
    const timeout = say.need(withDefault(waits, timeoutSeconds)), interval = say.need(withDefault(every, intervalSeconds));
    if (timeout !== undefined && interval !== undefined && timeout >= interval) say.violated('timeout', waits.state === 'absent' ? every : waits, { timeout, interval });
  },
});

function checkMatcher(codes: Value<string>, protocol: string | undefined, say: Say<(typeof targetGroupHealthCheck)['messages']>): void {
  const given = say.need(codes), range = healthyCodes.value[protocol === 'HTTP' || protocol === 'HTTPS' ? 'application' : 'network'];
  if (given === undefined || protocol === undefined) return;
  const numbers = given.split(/[,-]/).map(code => (/^\s*\d{3}\s*$/.test(code) ? Number(code) : NaN));
  if (!numbers.every(code => code >= range.least && code <= range.most)) say.violated('matcher', codes, { codes: given, ...range });
}

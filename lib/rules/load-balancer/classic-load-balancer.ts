import { containerNamed, networkModeOf } from '../../model/task-definition/task-definition';
import type { ClassicLoadBalancer } from '../../model/load-balancer/load-balancer';
import { atPath } from '../at-path';
import { listed } from '../listed';
import { defineRule, type Say } from '../rule';

/** A Classic Load Balancer sends to one fixed port of its instances. */
export const classicLoadBalancer = defineRule({
  id: 'classic-load-balancer',
  title: 'A Classic Load Balancer cannot reach the tasks',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'A Classic Load Balancer knows container instances and one fixed port on each. It takes no tasks in awsvpc mode, which have addresses of their own, and no dynamic host ports, which differ from task to task. Its health check names a protocol, a port and, with HTTP, a path, and is done before the next one begins.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  predicts: ['A host port mapping for the container port', 'is required'],
  facts: [],
  messages: {
    dynamicPort: ({ container, port }: { container: string; port: number }) => ({
      says: `Port ${port} of the container ${container} has no fixed host port, and a Classic Load Balancer sends to a fixed one.`,
      fix: 'Give the port mapping a HostPort, or use an Application or Network Load Balancer.',
      repair: [{ set: port }],
      ecsSays: `A host port mapping for the container port ${port} is required.`,
    }),
    otherPort: ({ loadBalancer, instancePorts, container, hostPort }: { loadBalancer: string; instancePorts: readonly number[]; container: string; hostPort: number }) => ({
      says: `${loadBalancer} sends to port ${listed(instancePorts.map(String))} of the instances, and the container ${container} has the host port ${hostPort}.`,
      fix: `InstancePort: ${hostPort}`,
      phase: 'deploy',
    }),
    checkTarget: ({ target }: { target: string }) => ({
      says: `HealthCheck.Target is ${target}; it is a protocol and a port, as TCP:80, with HTTP and HTTPS a path behind it, as HTTP:80/.`,
      fix: 'Write it so.',
      ecsSays: 'HealthCheck',
    }),
    checkTimeout: ({ timeout, interval }: { timeout: number; interval: number }) => ({
      says: `A health check waits ${timeout} seconds for an answer, and the next one comes after ${interval}.`,
      fix: 'Set HealthCheck.Timeout to less than HealthCheck.Interval.',
      ecsSays: 'HealthCheck timeout must be less than interval',
    }),
    checkPort: ({ port, hostPort, container }: { port: number; hostPort: number; container: string }) => ({
      says: `The health check asks port ${port} of the instances, and the container ${container} has the host port ${hostPort}.`,
      fix: `Ask port ${hostPort}.`,
      severity: 'warning',
      phase: 'deploy',
    }),
    awsvpc: () => ({
      says: 'The tasks are in awsvpc mode, in which a Classic Load Balancer cannot reach them.',
      fix: 'Use an Application or Network Load Balancer with a target group of type ip.',
    }),
  },
  check(service, say) {
    const task = say.need(service.taskDefinition), mode = task && say.need(networkModeOf(task));
    for (const { at, classic, containerName, containerPort } of say.need(service.loadBalancers) ?? []) {
      if (classic.state === 'absent' || !task || mode === undefined) continue;
      if (classic.state === 'unknown' && classic.mayBeAbsent) {
        say.undecided(classic);
        continue;
      }
      if (mode === 'awsvpc') {
        say.violated('awsvpc', { at }, undefined, { related: [task] });
        continue;
      }
      const name = say.need(containerName), port = say.need(containerPort);
      const container = name === undefined ? undefined : say.need(containerNamed(task, name));
      if (mode !== 'bridge' || name === undefined || port === undefined || !container) continue;
      const mapping = (say.need(container.portMappings) ?? []).find(({ containerPort: mapped }) => mapped.state === 'known' && mapped.value === port);
      if (!mapping) continue;
      const hostPort = say.need(mapping.hostPort);
      if (hostPort === 0 || mapping.hostPort.state === 'absent') say.violated('dynamicPort', mapping.hostPort, { container: name, port });
      else if (hostPort !== undefined && classic.state === 'known') checkListeners(classic.value, name, hostPort, say);
    }
  },
});

/** One of its listeners sends to the host port, and its health check asks as it can. */
function checkListeners({ id, properties }: ClassicLoadBalancer, container: string, hostPort: number, say: Say<(typeof classicLoadBalancer)['messages']>): void {
  const ports = atPath(properties, 'Listeners.*.InstancePort', say).map(property => property.integer()), instancePorts = ports.flatMap(port => say.need(port) ?? []);
  if (ports.length > 0 && instancePorts.length === ports.length && !instancePorts.includes(hostPort)) {
    say.violated('otherPort', properties.get('Listeners'), { loadBalancer: id, instancePorts, container, hostPort });
  }
  const check = properties.get('HealthCheck'), target = say.need(check.get('Target').text()), timeout = say.need(check.get('Timeout').integer()), interval = say.need(check.get('Interval').integer());
  if (timeout !== undefined && interval !== undefined && timeout >= interval) say.violated('checkTimeout', check.get('Timeout'), { timeout, interval });
  if (target === undefined) return;
  const [, port] = /^(?:(?:TCP|SSL):(?=\d+$)|HTTPS?:(?=\d+\/))(\d+)/i.exec(target) ?? [];
  if (port === undefined) say.violated('checkTarget', check.get('Target'), { target });
  else if (Number(port) !== hostPort) say.violated('checkPort', check.get('Target'), { port: Number(port), hostPort, container });
}

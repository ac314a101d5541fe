import { ifKnown, type Value } from '../../core/value';
import type { Container, PortMapping } from '../../model/task-definition/container';
import { containerNamed } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** A load balancer sends to a port that a container of the task definition maps. */
export const loadBalancerContainer = defineRule({
  id: 'load-balancer-container',
  title: 'The load balancer names a container or port that the task definition does not have',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'Each entry of LoadBalancers names a container of the task definition and one of its mapped container ports. ECS registers the tasks as targets under that port, and refuses a service whose task definition has no such container or no such port mapping.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  predicts: ['does not exist in the task definition', 'did not have a container port'],
  facts: [],
  messages: {
    noContainer: ({ container, containers }: { container: string; containers: string }) => ({
      says: `LoadBalancers names the container ${container}; the task definition has ${containers}.`,
      fix: 'Name a container of the task definition.',
      ecsSays: `The container ${container} does not exist in the task definition.`,
    }),
    noPort: ({ container, port, mapped }: { container: string; port: number; mapped: string }) => ({
      says: `LoadBalancers names port ${port} of the container ${container}, which maps ${mapped}.`,
      fix: `Add a port mapping with ContainerPort ${port}, or name a port that is mapped.`,
      ecsSays: `The container ${container} did not have a container port ${port} defined.`,
    }),
    leftOut: ({ property }: { property: string }) => ({
      says: `The entry of LoadBalancers has no ${property}, by which ECS knows what to register as the target.`,
      fix: `Give it ${property}.`,
    }),
    noTarget: () => ({
      says: 'The entry of LoadBalancers names neither a target group nor a Classic Load Balancer.',
      fix: 'Give it TargetGroupArn.',
    }),
  },
  check(service, say) {
    const entries = say.need(service.loadBalancers), task = say.need(service.taskDefinition);
    if (!task) return;
    for (const { at, containerName, containerPort, targetGroup, classic } of entries ?? []) {
      if (targetGroup.state === 'absent' && classic.state === 'absent') say.violated('noTarget', { at }, undefined);
      for (const [property, value] of [['ContainerName', containerName], ['ContainerPort', containerPort]] as const) {
        if (value.state === 'absent') say.violated('leftOut', value, { property }, { related: [task] });
      }
      const name = say.need(containerName), port = say.need(containerPort);
      if (name === undefined) continue;
      const found = containerNamed(task, name), container = say.need(found);
      if (found.state === 'absent') say.violated('noContainer', containerName, { container: name, containers: namesOf(task.containers) }, { related: [task] });
      const mappings = container && (container.portMappings.state === 'absent' ? [] : say.need(container.portMappings));
      if (!mappings || port === undefined) continue;
      const open = mappings.find(mapping => mapping.containerPort.state === 'unknown');
      if (mappings.some(mapping => mapping.containerPort.state === 'known' && mapping.containerPort.value === port)) continue;
      if (open) say.need(open.containerPort);
      else if (!mappings.some(mapping => mapping.containerPort.state === 'absent')) {
        say.violated('noPort', containerPort, { container: name, port, mapped: portsOf(mappings) }, { related: [task] });
      }
    }
  },
});

function namesOf(containers: Value<readonly Container[]>): string {
  const names = (ifKnown(containers) ?? []).flatMap(({ name }) => ifKnown(name) ?? []);
  return names.join(', ') || 'none';
}

function portsOf(mappings: readonly PortMapping[]): string {
  return mappings.flatMap(({ containerPort }) => ifKnown(containerPort) ?? []).join(', ') || 'no port';
}

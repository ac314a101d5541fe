import { showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import type { PortMapping } from '../../model/task-definition/container';
import { networkModeOf } from '../../model/task-definition/task-definition';
import { defineRule } from '../rule';

/** Where the containers of a task share a network, each port is mapped once, and each name of a mapping given once. */
export const portMappingTwice = defineRule({
  id: 'port-mapping-twice',
  title: 'Two port mappings of a task collide',
  severity: 'error',
  phase: 'register',
  subject: 'taskDefinition',
  explanation: 'In awsvpc and host mode all containers of a task have one network, so that only one of them can listen on a port. In bridge mode each has a network of its own, but two cannot have the same fixed port of the host. ECS refuses a task definition that maps a port twice for one protocol, and in awsvpc mode one that gives two mappings the same name.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  predicts: ["TCP host port '3000' is mapped multiple times in task.", "TCP container port '8085' is used multiple times in task when networkMode=awsvpc.", 'port mapping name is already used'],
  facts: [],
  messages: {
    containerPort: ({ port, protocol }: { port: number; protocol: string }) => ({
      says: `Two port mappings of the task have the container port ${port} (${protocol}), and its containers share one network interface.`,
      fix: 'Let one of the containers listen on another port.',
      ecsSays: `${protocol} container port '${port}' is used multiple times in task when networkMode=awsvpc.`,
    }),
    hostPort: ({ port, protocol }: { port: number; protocol: string }) => ({
      says: `Two port mappings of the task take the host port ${port} (${protocol}).`,
      fix: 'Give one of them another HostPort, or take it out for a dynamic one.',
      ecsSays: `${protocol} host port '${port}' is mapped multiple times in task.`,
    }),
    name: ({ name }: { name: string }) => ({
      says: `Two port mappings of the task are called ${name}.`,
      fix: 'Give one of them another Name.',
      ecsSays: 'When networkMode=awsvpc, port mapping name is already used',
    }),
  },
  check(task, say) {
    const mappings = (say.need(task.containers) ?? []).flatMap(container => say.need(container.portMappings) ?? []);
    if (mappings.length < 2) return;
    const mode = say.need(networkModeOf(task)), taken = new Set<string>(), names = new Set<string>();
    for (const mapping of mappings) {
      const protocol = say.need(mapping.protocol), name = say.need(mapping.name), ports = protocol === undefined ? [] : portsOf(mapping, mode ?? '');
      const twice = ports.find(port => taken.has(`${protocol} ${port}`));
      if (twice !== undefined && protocol !== undefined) say.violated(mode === 'awsvpc' ? 'containerPort' : 'hostPort', mapping, { port: twice, protocol });
      ports.forEach(port => taken.add(`${protocol} ${port}`));
      if (mode === 'awsvpc' && name !== undefined && names.has(name)) say.violated('name', mapping.name, { name: showText(mapping.name) });
      if (name !== undefined) names.add(name);
    }
  },
});

/** The ports that a mapping takes for itself in a network mode; none where the host gives it any that is free. */
function portsOf({ containerPort, containerPortRange, hostPort }: PortMapping, mode: string): readonly number[] {
  if (mode === 'bridge') return [ifKnown(hostPort) ?? 0].filter(port => port !== 0);
  if (mode !== 'awsvpc' && mode !== 'host') return [];
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(ifKnown(containerPortRange) ?? '') ?? [];
  if (first !== undefined) return Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, i) => Number(first) + i);
  return [ifKnown(containerPort) ?? 0].filter(port => port !== 0);
}

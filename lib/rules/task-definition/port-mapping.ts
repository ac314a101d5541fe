import { portNameForm } from '../../catalog/names';
import { ifKnown } from '../../core/value';
import type { PortMapping } from '../../model/task-definition/container';
import { networkModeOf, type TaskDefinition } from '../../model/task-definition/task-definition';
import { defineRule, type Say } from '../rule';

/** A port mapping gives one port or one range, and another port on the host only where the task does not have the host's or its own network. */
export const portMapping = defineRule({
  id: 'port-mapping',
  title: 'ECS does not take a port mapping of the task',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'In the modes awsvpc and host the port of the container is the port that others see, so HostPort is left out or the same. A range of ports takes the place of the one port, begins below its end, and is not for host mode. The name of a mapping is for Service Connect and holds small letters, numbers, underscores and hyphens.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  predicts: [
    'the host ports and container ports in port mappings must match', 'cannot specify both single port and port range', "Invalid 'containerPortRange' setting for container", "Invalid 'containerPort' setting for container",
    'Port mapping name contains invalid characters',
  ],
  facts: [portNameForm],
  messages: {
    hostPortDiffers: ({ mode, containerPort, hostPort }: { mode: string; containerPort: number; hostPort: number }) => ({
      says: `In the network mode ${mode} the host port is the container port; the mapping has ${hostPort} and ${containerPort}.`,
      fix: 'Take HostPort out, or make it the same as ContainerPort.',
      repair: [{ remove: true }],
      ecsSays: `When networkMode=${mode}, the host ports and container ports in port mappings must match.`,
    }),
    portAndRange: ({ range }: { range: string }) => ({
      says: `The mapping gives a single port and the range ${range}.`,
      fix: 'Take ContainerPort and HostPort out, or ContainerPortRange.',
      ecsSays: 'Invalid port mapping for container, cannot specify both single port and port range.',
    }),
    range: ({ range }: { range: string }) => ({
      says: `ContainerPortRange is ${range}; ECS takes two ports as 8000-8010, the first below the second.`,
      fix: 'Write the lower port, a hyphen and the higher port.',
      ecsSays: "Invalid 'containerPortRange' setting for container.",
    }),
    rangeInHostMode: ({ range }: { range: string }) => ({
      says: `The network mode is host, in which there are no port ranges; the mapping has ${range}.`,
      fix: 'Map the ports one by one, or choose bridge or awsvpc.',
      ecsSays: "Invalid 'containerPortRange' setting for container.",
    }),
    noPort: () => ({
      says: 'The mapping gives neither ContainerPort nor ContainerPortRange.',
      fix: 'Set ContainerPort.',
      ecsSays: "Invalid 'containerPort' setting for container.",
    }),
    nameForm: ({ name }: { name: string }) => ({
      says: `The mapping is called ${JSON.stringify(name)}; ECS takes up to 64 small letters, numbers, underscores and hyphens, the first of them no hyphen.`,
      fix: 'Give it a Name of these characters.',
      ecsSays: 'Port mapping name contains invalid characters.',
    }),
  },
  check({ task, container }, say) {
    for (const mapping of say.need(container.portMappings) ?? []) {
      checkHostPort(task, mapping, say);
      checkRange(task, mapping, say);
      const name = say.need(mapping.name);
      if (name !== undefined && !new RegExp(portNameForm.value).test(name)) say.violated('nameForm', mapping.name, { name });
    }
  },
});

type PortSay = Say<(typeof portMapping)['messages']>;

function checkHostPort(task: TaskDefinition, { containerPort: ofContainer, hostPort: ofHost }: PortMapping, say: PortSay): void {
  if (ofHost.state === 'absent') return;
  const containerPort = say.need(ofContainer), hostPort = say.need(ofHost);
  if (containerPort === undefined || hostPort === undefined || containerPort === hostPort) return;
  const mode = say.need(networkModeOf(task));
  if (mode === 'awsvpc' || mode === 'host') say.violated('hostPortDiffers', ofHost, { mode, containerPort, hostPort });
}

function checkRange(task: TaskDefinition, { containerPort, hostPort, containerPortRange }: PortMapping, say: PortSay): void {
  if (containerPort.state === 'absent' && containerPortRange.state === 'absent') return say.violated('noPort', containerPort, undefined);
  const range = say.need(containerPortRange);
  if (range === undefined) return;
  const [, first, last] = /^(\d+)-(\d+)$/.exec(range) ?? [];
  if (first === undefined || Number(first) < 1 || Number(first) >= Number(last) || Number(last) > 65535) say.violated('range', containerPortRange, { range });
  if (ifKnown(containerPort) !== undefined || ifKnown(hostPort) !== undefined) say.violated('portAndRange', containerPortRange, { range });
  if (say.need(networkModeOf(task)) === 'host') say.violated('rangeInHostMode', containerPortRange, { range });
}

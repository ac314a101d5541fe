import { ifKnown } from '../../core/value';
import { networkModeOf } from '../../model/task-definition';
import { defineRule } from '../rule';

/** Tasks without an address of their own are found by SRV records, which carry the port; and ECS must be told which port. */
export const discoveryRecord = defineRule({
  id: 'discovery-record',
  title: 'The tasks cannot register in Cloud Map as the service says',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'In bridge and host mode tasks share the address of their container instance, so only SRV records, which hold a port, can be registered for them, and ServiceRegistries names the container and its port. In awsvpc mode A records need nothing more, and SRV records take either a port or a container and its port.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html',
  predicts: ['supports only SRV records', "values for 'containerName' and 'containerPort' must be specified from the task definition"],
  facts: [],
  messages: {
    recordType: ({ mode, type }: { mode: string; type: string }) => ({
      says: `The tasks are in ${mode} mode, which takes SRV records; the Cloud Map service has ${type} records.`,
      fix: 'Type: SRV',
      ecsSays: `The network mode ${mode} supports only SRV records for service discovery.`,
    }),
    noPort: ({ mode }: { mode: string }) => ({
      says: `The tasks are in ${mode} mode, and the registry entry does not say which container and port to register.`,
      fix: 'Add ContainerName and ContainerPort to the entry of ServiceRegistries.',
      ecsSays: `When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.`,
    }),
    noSrvPort: () => ({
      says: 'The Cloud Map service has SRV records, and the registry entry gives neither a port nor a container and its port.',
      fix: 'Add Port, or ContainerName and ContainerPort, to the entry of ServiceRegistries.',
    }),
  },
  check(service, say) {
    const registries = say.need(service.registries) ?? [], task = say.need(service.taskDefinition), mode = task && say.need(networkModeOf(task));
    if (mode === undefined) return;
    for (const { at, discovery, containerName, containerPort, port } of registries) {
      const found = say.need(discovery), types = found && say.need(found.recordTypes);
      const ofOther = types?.find(type => ['A', 'AAAA'].includes(ifKnown(type) ?? ''));
      const hasSrv = types?.some(type => ifKnown(type) === 'SRV') === true;
      const namesPort = containerName.state !== 'absent' && containerPort.state !== 'absent';
      const related = { related: [...(task ? [task] : []), ...(found ? [found] : [])] };
      if (mode === 'bridge' || mode === 'host') {
        if (ofOther) say.violated('recordType', ofOther, { mode, type: ifKnown(ofOther) ?? '' }, related);
        if (!namesPort && !ofOther) say.violated('noPort', { at }, { mode }, related);
      } else if (mode === 'awsvpc' && hasSrv && !namesPort && port.state === 'absent') say.violated('noSrvPort', { at }, undefined, related);
    }
  },
});

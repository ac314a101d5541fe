import { instanceType, instanceTypes } from '../../catalog/instance-types';
import { mostRegisteredMemory } from '../../catalog/registered-memory';
import { defineRule } from '../rule';

/** What `ECS_RESERVED_MEMORY` keeps for the system is taken from what an instance registers; something must be left. */
export const reservedMemory = defineRule({
  id: 'reserved-memory',
  title: 'The instance has no more memory than is reserved for the system',
  severity: 'error',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'The agent registers the memory that the operating system reports, less ECS_RESERVED_MEMORY. Where nothing is left it gives up: the instance runs and costs, but never joins the cluster.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  predicts: ['No Container Instances were found in your cluster', 'reserved memory is higher than available memory on the host'],
  facts: [instanceTypes, mostRegisteredMemory],
  messages: {
    nothingLeft: ({ reservedMiB, type, memoryMiB }: Reserved) => ({
      says: `User data reserves ${reservedMiB} MiB for the system, and a ${type} has no more than ${memoryMiB} MiB, of which the system reports less. Its agent does not register.`,
      fix: 'Reserve less, or take a larger instance type.',
      ecsSays: 'api register-container-instance: reserved memory is higher than available memory on the host.',
    }),
    nothingLeftOnSome: ({ reservedMiB, type, memoryMiB }: Reserved) => ({
      says: `User data reserves ${reservedMiB} MiB for the system, and a ${type}, one of the types of the group, has no more than ${memoryMiB} MiB. Its agent does not register.`,
      fix: 'Reserve less, or leave the type out.',
      severity: 'warning',
    }),
  },
  check({ autoScalingGroup, shapes }, say) {
    const template = say.need(autoScalingGroup.launchTemplate);
    const reservedMiB = template && say.need(template.agentConfig.reservedMemoryMiB);
    if (!reservedMiB) return;
    const all = say.need(shapes) ?? [], [none] = all.filter(shape => shape.memoryMiB.most === 0);
    if (!none) return;
    const message = all.every(shape => shape.memoryMiB.most === 0) ? 'nothingLeft' : 'nothingLeftOnSome';
    const data = { reservedMiB, type: none.type, memoryMiB: instanceType(none.type)?.memoryMiB ?? 0 };
    say.violated(message, template.agentConfig.reservedMemoryMiB, data, { related: [autoScalingGroup] });
  },
});

interface Reserved { readonly reservedMiB: number; readonly type: string; readonly memoryMiB: number }

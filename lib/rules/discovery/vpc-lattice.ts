import { sameText } from '../../core/text';
import { ifKnown, unknownsIn } from '../../core/value';
import { networkModeOf, portMappingsOf } from '../../model/task-definition/task-definition';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** VPC Lattice sends to a named port of the tasks, by their addresses. */
export const vpcLattice = defineRule({
  id: 'vpc-lattice',
  title: 'ECS cannot register the tasks with VPC Lattice as the service says',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'An entry of VpcLatticeConfigurations names the target group, the port mapping by its name, and the role with which ECS registers the tasks. Tasks in awsvpc mode are registered by their addresses, for which the target group is of type IP.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html',
  predicts: [],
  facts: [],
  messages: {
    unnamedPort: ({ portName, named }: { portName: string; named: string }) => ({
      says: `VPC Lattice is to send to the port ${portName}, and the task definition names ${named}.`,
      fix: `Give the port mapping the Name ${portName}.`,
    }),
    targetType: ({ targetGroup, type }: { targetGroup: string; type: string }) => ({
      says: `${targetGroup} is of type ${type}, and the tasks are in awsvpc mode, which takes type IP.`,
      fix: 'Type: IP',
      repair: [{ set: 'IP' }],
    }),
  },
  check(service, say, model) {
    const entries = atPath(service.properties, 'VpcLatticeConfigurations.*', say), task = entries.length > 0 ? say.need(service.taskDefinition) : undefined;
    for (const entry of entries) {
      const portName = entry.get('PortName').text(), name = say.need(portName), mappings = task && say.need(portMappingsOf(task)), names = mappings?.map(mapping => mapping.name);
      if (task && names && name !== undefined && names.every(other => sameText(other, portName) === 'no')) {
        say.violated('unnamedPort', mappings?.find(mapping => mapping.name.state === 'absent') ?? task, { portName: name, named: names.flatMap(other => ifKnown(other) ?? []).join(', ') || 'no port' }, { related: [task] });
      }
      const targetGroup = say.need(model.latticeTargetGroups.find(entry.get('TargetGroupArn').text())), type = targetGroup && say.need(targetGroup.targetType);
      unknownsIn(...names ?? []).forEach(unknown => { say.undecided(unknown); });
      if (targetGroup && task && type !== undefined && type !== 'IP' && say.need(networkModeOf(task)) === 'awsvpc') say.violated('targetType', targetGroup.targetType, { targetGroup: targetGroup.id, type }, { related: [targetGroup] });
    }
  },
});

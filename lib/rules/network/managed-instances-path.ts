import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { privateAddresses } from '../../catalog/private-addresses';
import { startEndpoints } from '../../catalog/start-endpoints';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import type { Obstacle } from '../../network/reach';
import { agentsOfProvider } from '../../network/start-paths';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { describeObstacle } from './describe-obstacle';
import { isReportedElsewhere } from './is-reported-elsewhere';

/** Managed Instances must reach ECS from the subnets of their capacity provider. */
export const managedInstancesPath = defineRule({
  id: 'managed-instances-path',
  title: 'Managed Instances cannot reach Amazon ECS',
  severity: 'error',
  phase: 'place',
  subject: 'capacityProvider',
  explanation: 'ECS launches Managed Instances in the subnets of the capacity provider, and their agents reach ECS from there as those of other container instances do: over the internet or through VPC endpoints. An instance that cannot is never registered, and tasks find no place.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-networking.html',
  predicts: ['was unable to place a task'],
  facts: [startEndpoints, privateAddresses, ephemeralPorts],
  messages: {
    notRegistered: ({ obstacle, subnets, services, all }: { obstacle: Obstacle; subnets: readonly string[]; services: readonly string[]; all: boolean }) => {
      const { because, fix } = describeObstacle(obstacle, { services });
      return {
        says: `Managed Instances in ${listed(subnets)} cannot reach Amazon ECS (${listed(services)}): ${because}.`,
        fix,
        ecsSays: '(service …) was unable to place a task.',
        ...(all ? {} : { severity: 'warning' }),
      };
    },
  },
  check(provider, say, { network }) {
    if (isOfManagedInstances(provider) !== 'yes') return;
    const { interfaces, unknowns, survey: { blockages, unknowns: open } } = agentsOfProvider(provider, network);
    for (const unknown of [...unknowns, ...open]) say.undecided(unknown);
    const stopped = new Set(blockages.flatMap(blockage => blockage.interfaces.map(({ subnet }) => subnet.id)));
    for (const { obstacle, interfaces: mine, supplies } of blockages.filter(blockage => !isReportedElsewhere(blockage.obstacle))) {
      say.violated('notRegistered', obstacle, {
        obstacle,
        subnets: mine.map(({ subnet }) => subnet.id),
        services: supplies.flatMap(({ from }) => (from.kind === 'service' ? from.service : [])),
        all: unknowns.length === 0 && interfaces.every(({ subnet }) => stopped.has(subnet.id)),
      }, { related: [...mine.map(({ subnet }) => subnet), ...obstacle.involved] });
    }
  },
});

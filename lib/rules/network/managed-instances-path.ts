import { defaultEgress } from '../../catalog/default-egress';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { ecsCallsByIpv4 } from '../../catalog/ipv6-only';
import { publicAddresses } from '../../catalog/public-addresses';
import { startEndpoints } from '../../catalog/start-endpoints';
import { isOfManagedInstances } from '../../model/capacity/capacity-provider';
import { agentsOfProvider } from '../../network/start-paths';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { describeObstacle } from './describe-obstacle';
import { notRegistered, type NotRegistered } from './not-registered';

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
  facts: [startEndpoints, ecsCallsByIpv4, publicAddresses, ephemeralPorts, defaultEgress],
  messages: {
    notRegistered: ({ obstacle, subnets, services, all, repair }: NotRegistered) => {
      const { because, ...how } = describeObstacle(obstacle, { services, repair });
      return {
        says: `Managed Instances${subnets.length > 0 ? ` in ${listed(subnets)}` : ''} cannot reach Amazon ECS (${listed(services)}): ${because}.`,
        ...how,
        ecsSays: '(service …) was unable to place a task.',
        ...(all ? {} : { severity: 'warning' }),
      };
    },
  },
  check(provider, say, model) {
    if (isOfManagedInstances(provider) !== 'yes') return;
    for (const { data, related } of notRegistered(agentsOfProvider(provider, model.network), say, model)) say.violated('notRegistered', data.obstacle, data, { related });
  },
});

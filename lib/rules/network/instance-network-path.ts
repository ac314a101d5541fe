import { defaultEgress } from '../../catalog/default-egress';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { ecsCallsByIpv4 } from '../../catalog/ipv6-only';
import { publicAddresses } from '../../catalog/public-addresses';
import { startEndpoints } from '../../catalog/start-endpoints';
import { ifKnown } from '../../core/value';
import { isSame } from '../../finding/finding';
import { agentsOfGroup } from '../../network/start-paths';
import { listed } from '../listed';
import { defineRule } from '../rule';
import { describeObstacle } from './describe-obstacle';
import { notRegistered, type NotRegistered } from './not-registered';

/** The agent of a container instance must reach ECS, or the instance never joins its cluster. */
export const instanceNetworkPath = defineRule({
  id: 'instance-network-path',
  title: 'Container instances cannot reach Amazon ECS',
  severity: 'error',
  phase: 'place',
  subject: 'instanceGroup',
  explanation: 'A container instance joins its cluster when its agent reaches the endpoints of ECS: over the internet, for which it needs a route and either a public address or a NAT gateway, '
    + 'or through the VPC endpoints ecs, ecs-agent and ecs-telemetry, all three of them. Instances that cannot are never registered, and tasks find no instance.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/launch_container_instance.html',
  predicts: ['No Container Instances were found in your cluster'],
  facts: [startEndpoints, ecsCallsByIpv4, publicAddresses, ephemeralPorts, defaultEgress],
  messages: {
    notRegistered: ({ obstacle, subnets, services, all, repair }: NotRegistered) => {
      const { because, ...how } = describeObstacle(obstacle, { services, addressBy: 'AssociatePublicIpAddress', repair });
      return {
        says: `Container instances${subnets.length > 0 ? ` in ${listed(subnets)}` : ''} cannot reach Amazon ECS (${listed(services)}): ${because}.`,
        ...how,
        ecsSays: '(service …) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
        // With a way out of its other subnets the group still brings instances.
        ...(all ? {} : { severity: 'warning' }),
      };
    },
  },
  check(group, say, model) {
    const { network, services } = model;
    const cluster = ifKnown(group.cluster), launchTemplate = ifKnown(group.autoScalingGroup.launchTemplate);
    const waiting = services.filter(service => cluster && service.cluster.state === 'known' && isSame(service.cluster.value, cluster));
    for (const { data, related } of notRegistered(agentsOfGroup(group, network), say, model)) {
      say.violated('notRegistered', data.obstacle, data, { related: [...(launchTemplate ? [launchTemplate] : []), ...related, ...waiting] });
    }
  },
});

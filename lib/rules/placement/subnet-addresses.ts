import { reservedSubnetAddresses } from '../../catalog/subnet-addresses';
import { counted } from '../../core/counted';
import type { Words } from '../../finding/finding';
import { replacesAllAtOnce } from '../../simulation/update';
import { defineRule } from '../rule';

/** The subnets of a service have an address for each task that is in them at once. */
export const subnetAddresses = defineRule({
  id: 'subnet-addresses',
  title: 'The subnets have fewer addresses than the tasks need',
  severity: 'error',
  phase: 'start',
  subject: 'outcome',
  explanation: 'A task in awsvpc mode takes an address of one of the service\'s subnets, of which AWS keeps five for itself. During an update old and new tasks hold addresses at the same time, and so do stopped ones for a while. '
    + 'A task for which no address is free stops before it starts.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  predicts: ['InsufficientFreeAddressesInSubnet'],
  facts: [reservedSubnetAddresses],
  messages: {
    desired: (data: Shortage) => words(data, `To run its ${counted(data.wanted, 'task')}`, {}),
    update: (data: Shortage) => words(data, 'While it is updated', { severity: 'warning', phase: 'deploy' }),
    allAtOnce: (data: Shortage) => words(data, `For a second set of its ${counted(data.wanted, 'task')}`, { phase: 'deploy' }),
    scaling: (data: Shortage) => words(data, `Scaled to ${counted(data.wanted, 'task')}`, { severity: 'warning', phase: 'scale' }),
  },
  check({ scenario: { name }, outcome: { service, wanted, obstacles } }, say) {
    for (const obstacle of obstacles) {
      if (obstacle.kind !== 'addresses') continue;
      const { needed, usable, subnets } = obstacle, [first] = subnets;
      const key = name === 'desired-count' ? 'desired' : name === 'scaling-maximum' ? 'scaling' : replacesAllAtOnce(service) ? 'allAtOnce' : 'update';
      const data = { service: service.id, wanted, needed, usable, subnets: subnets.map(({ id }) => id).join(', ') };
      if (first) say.violated(key, first.cidrBlock, data, { related: subnets });
    }
  },
});

interface Shortage {
  readonly service: string;
  readonly wanted: number;
  readonly needed: number;
  readonly usable: number;
  readonly subnets: string;
}

function words({ service, needed, usable, subnets }: Shortage, when: string, grade: Pick<Words, 'severity' | 'phase'>): Words {
  return {
    says: `${when}, ${service} and whatever else must be in its subnets (${subnets}) need ${needed} addresses; the subnets have ${usable}.`,
    fix: 'Give the subnets larger CIDR blocks, or the service more subnets.',
    ecsSays: 'InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.',
    ...grade,
  };
}

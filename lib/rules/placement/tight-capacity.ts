import { leastRegisteredMemory } from '../../catalog/registered-memory';
import { counted } from '../../core/counted';
import { ifKnown } from '../../core/value';
import type { Words } from '../../finding/finding';
import type { InstanceShape } from '../../model/capacity/instance-group';
import type { NoPlaceObstacle } from '../../simulation/scenario';
import { replacesAllAtOnce } from '../../simulation/update';
import { defineRule } from '../rule';
import { participants, remedyOf, updateRemedyOf } from './remedy';

/** Tasks fit on whatever the groups may launch, also on instances that have as little as instances of their type may have. */
export const tightCapacity = defineRule({
  id: 'tight-capacity',
  title: 'The tasks fit only on some of the instances that may be launched',
  severity: 'warning',
  phase: 'place',
  subject: 'outcome',
  explanation: 'How much memory a container instance registers differs by a few percent with kernel and image, and how many tasks with network interfaces of their own it takes depends on the account setting awsvpcTrunking. '
    + 'What fits with the larger figure alone works until an image is renewed, or in one account and not in the next. And a group with several instance types launches the one that EC2 has or that is cheapest: '
    + 'where tasks have no room on one of them, they wait while the group has instances of that type.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  predicts: [],
  facts: [leastRegisteredMemory],
  messages: {
    memory: ({ shape: { type, memoryMiB: { least, most } }, ...tight }: Tight) => words(tight,
      `An instance of type ${type} registers ${least} to ${most} MiB, depending on its image`),
    networkInterfaces: ({ shape: { type, taskEnis, trunkedTaskEnis }, ...tight }: Tight) => words(tight,
      `An instance of type ${type} takes ${counted(taskEnis, 'task')} in awsvpc mode, and ${trunkedTaskEnis} where the account has the setting awsvpcTrunking`),
    instanceType: ({ type, ...tight }: Omit<Tight, 'shape'> & { readonly type: string }) => words(tight,
      `The Auto Scaling group may launch ${type} or another type`, `With instances of type ${type} there is no room`),
  },
  check({ scenario, outcome: { service, wanted, obstacles } }, say) {
    const updating = scenario.name === 'rolling-update';
    if (!updating && scenario.name !== 'desired-count') return;
    for (const obstacle of obstacles) {
      if (obstacle.kind !== 'noPlace' || obstacle.certain) continue;
      const { at, fix } = updating && !replacesAllAtOnce(service) ? updateRemedyOf(obstacle, service, wanted) : remedyOf(obstacle, service), shape = shapeOf(obstacle), { onlyOnType: type } = obstacle;
      const tight = { service: service.id, wanted, updating, fix }, about = { related: participants(obstacle, service) };
      const key = obstacle.noPlace.counts.some(({ reason }) => reason === 'RESOURCE:ENI') ? 'networkInterfaces' : 'memory';
      if (type !== undefined) say.violated('instanceType', at, { ...tight, type }, about);
      else if (shape) say.violated(key, at, { ...tight, shape }, about);
    }
  },
});

interface Tight {
  readonly service: string;
  readonly wanted: number;
  readonly updating: boolean;
  readonly shape: InstanceShape;
  readonly fix: string;
}

function words({ service, wanted, updating, fix }: Omit<Tight, 'shape'>, range: string, room = 'Only the larger figure has room'): Words {
  const what = updating ? `a new task of ${service} beside the old ones, as its update needs` : `${counted(wanted, 'task')} of ${service}`;
  return { says: `${range}. ${room} for ${what}.`, fix, phase: updating ? 'deploy' : 'place' };
}

/** What the closest instance registers. */
function shapeOf({ groups, noPlace: { answers: [closest] } }: NoPlaceObstacle): InstanceShape | undefined {
  return groups.flatMap(({ shapes }) => ifKnown(shapes) ?? []).find(({ type }) => type === closest?.type);
}

import { counted } from '../../core/counted';
import { ifKnown, unknownsIn } from '../../core/value';
import { isLocked, replacesAllAtOnce, rollingBounds } from '../../simulation/update';
import { defineRule } from '../rule';

/** The deployment configuration leaves room to start a new task or to stop an old one. */
export const rollingUpdateBounds = defineRule({
  id: 'rolling-update-bounds',
  title: 'The percentages let an update neither stop nor start a task',
  severity: 'error',
  phase: 'deploy',
  subject: 'outcome',
  explanation: 'In a rolling update ECS keeps at least MinimumHealthyPercent of the desired count running, rounded up, and runs at most MaximumPercent of it, rounded down. Where the two leave no task in between, nothing may start and nothing may stop: every update hangs, and so does the draining of a container instance.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  predicts: ['was unable to stop or start tasks during a deployment because of the service deployment configuration'],
  facts: [],
  messages: {
    locked: ({ service, desired, minimum, maximum, minimumHealthyPercent, maximumPercent }: Locked) => ({
      says: `Of ${counted(desired, 'task')} MinimumHealthyPercent ${minimumHealthyPercent} keeps ${minimum} running and MaximumPercent ${maximumPercent} allows ${maximum}: no old task may stop, and no new one start.`,
      fix: `Set MaximumPercent to 200, or MinimumHealthyPercent to ${Math.floor((desired - 1) * 100 / desired)}.`,
      repair: [{ set: 200 }],
      ecsSays: `(service ${service}) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`,
    }),
  },
  check({ scenario, outcome: { service, wanted, obstacles } }, say, { scalableTargets }) {
    if (scenario.name !== 'rolling-update' || replacesAllAtOnce(service)) return;
    const minimumHealthyPercent = say.need(service.minimumHealthyPercent), maximumPercent = say.need(service.maximumPercent);
    if (minimumHealthyPercent === undefined || maximumPercent === undefined) return;
    // 100 and 100 ECS does not even take: deployment-percent. Only where the first is left out nobody knows.
    if (minimumHealthyPercent === 100 && maximumPercent === 100 && service.properties.get('DeploymentConfiguration', 'MinimumHealthyPercent').given === 'yes') return;
    // What leaves room for one task leaves room for any number.
    if (isLocked(rollingBounds(1, minimumHealthyPercent, maximumPercent))) say.need(service.desiredCount);
    const [open] = scalableTargets.flatMap(({ exists, minCapacity, service: scaled }) => unknownsIn(scaled, ...(ifKnown(scaled) === service ? [exists, minCapacity] : [])))
      .filter(({ why }) => why.kind !== 'elsewhere');
    for (const obstacle of obstacles) {
      if (obstacle.kind === 'locked' && open) say.undecided(open);
      else if (obstacle.kind === 'locked') say.violated('locked', service.maximumPercent, { service: service.id, ...obstacle.bounds, desired: wanted, minimumHealthyPercent, maximumPercent });
    }
  },
});

interface Locked {
  readonly service: string;
  readonly desired: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
}

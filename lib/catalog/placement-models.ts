import { fact } from './fact';

const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

/** Between instances that constraints and strategies leave equal. */
export const placementTies = fact({
  id: 'placement-ties',
  standing: 'assumed',
  source: { url: `${guide}/task-placement.html`, read: '2026-11-20', says: 'The order of the steps; nothing of instances that are still equal after the last.' },
  because: 'ECS does not document which of several equal container instances it takes.',
  value: 'of equal container instances ECS takes that with the fewest tasks of the service, then with the fewest tasks at all, then the first by name',
});

/** What the tasks of a new revision ask for. */
export const updatedTasks = fact({
  id: 'updated-tasks',
  standing: 'assumed',
  source: { url: `${guide}/deployment-type-ecs.html`, read: '2026-11-20', says: 'A rolling update replaces tasks of the old revision by tasks of the new one.' },
  because: 'The next revision of a task definition is in no template; most updates change the image only.',
  value: 'tasks of a new revision ask for the CPU, memory, ports and attributes of the old one',
});

/** Which of several equal instances loses a task. */
export const scaleIn = fact({
  id: 'scale-in',
  standing: 'assumed',
  source: {
    url: `${guide}/task-placement-strategies.html`, read: '2026-11-20',
    says: 'What a spread and what binpack do when tasks are stopped; within a zone an instance at random. Nothing of which capacity provider loses a task.',
  },
  because: 'ECS does not document from which of equal container instances it takes a task, nor from which capacity provider.',
  value: 'of equal container instances that with the most tasks of the service loses one, then that with the most tasks at all, then the last by name',
});

/** What an Auto Scaling group does when a zone is gone. */
export const zoneLoss = fact({
  id: 'zone-loss',
  standing: 'assumed',
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html', read: '2026-11-20',
    says: 'When one Availability Zone becomes unhealthy or unavailable, the group launches new instances in an unaffected one.',
  },
  because: 'Whether the remaining zones have the instance type to spare is not known before.',
  value: 'a group that spans other zones launches there as many instances as it lost',
});

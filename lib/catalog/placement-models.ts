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

/** Where the weights of a strategy do not divide its tasks. */
export const providerRemainder = fact({
  id: 'provider-remainder',
  standing: 'assumed',
  source: { url: `${guide}/cluster-capacity-providers.html`, read: '2026-11-20', says: 'Base tasks first, the others in the ratio of the weights; an example in which the weights divide the tasks.' },
  because: 'ECS does not document on which capacity provider tasks run that the weights do not divide.',
  value: 'each task beyond the base runs on the capacity provider where it keeps the shares closest to the weights, in a tie on the first of the strategy',
});

/** A base on a capacity provider of weight 0. */
export const providerBase = fact({
  id: 'provider-base',
  standing: 'assumed',
  source: { url: `${guide}/cluster-capacity-providers.html`, read: '2026-11-20', says: 'A capacity provider of weight 0 takes no tasks; the base comes before the weights.' },
  because: 'ECS does not document whether a base holds where the weight is 0; public templates count on it.',
  value: 'a capacity provider of weight 0 takes its base and nothing else',
});

/** Which of `and` and `or` binds closer in a query. */
export const queryPrecedence = fact({
  id: 'query-precedence',
  standing: 'assumed',
  source: { url: `${guide}/cluster-query-language.html`, read: '2026-11-20', says: 'Compound expressions, and parentheses.' },
  because: 'ECS does not document which of and and or binds closer where both stand without parentheses.',
  value: 'in a cluster query and binds closer than or',
});

/** A spread over an attribute that an instance does not have. */
export const missingAttribute = fact({
  id: 'missing-attribute',
  standing: 'assumed',
  source: { url: `${guide}/task-placement-strategies.html`, read: '2026-11-20', says: 'Spread takes any attribute of container instances.' },
  because: 'ECS does not document what becomes of instances without the attribute of a spread.',
  value: 'container instances without the attribute of a spread share one value of it',
});

/** Spread over zones with several capacity providers. */
export const spreadAcrossProviders = fact({
  id: 'spread-across-providers',
  standing: 'assumed',
  source: { url: `${guide}/task-placement.html`, read: '2026-11-20', says: 'On Fargate the spread is computed for FARGATE and FARGATE_SPOT apart.' },
  because: 'For capacity providers of Auto Scaling groups ECS does not document it.',
  value: 'a spread counts all tasks of the service, and chooses among the instances of one capacity provider',
});

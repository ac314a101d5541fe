import { ifKnown } from '../../core/value';
import { guardOf } from '../../model/guarded-resource';
import { imageRepository } from '../../needs/image-repository';
import { defineRule } from '../rule';

/** A repository is empty when CloudFormation has created it, and the service of the same stack pulls from it at once. */
export const newRepositoryImage = defineRule({
  id: 'new-repository-image',
  title: 'The image comes from a repository that the same stack creates',
  severity: 'warning',
  phase: 'start',
  subject: 'service',
  explanation: 'On the first deployment the repository is empty, the tasks fail to pull, and CloudFormation waits for a service that cannot become stable. ECS keeps trying: an image pushed meanwhile saves the stack, and so does a service that wants no task until there is one.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  predicts: ['CannotPullContainerError', 'not found'],
  facts: [],
  messages: {
    empty: ({ repository, container, count }: { repository: string; container: string; count: number }) => ({
      says: `The service wants ${count} of its tasks at once, and the image of container ${container} is pulled from ${repository}, which the same stack creates empty.`,
      fix: 'Set DesiredCount to 0 until an image is pushed, or create the repository in a stack that is deployed before.',
      repair: [{ set: 0 }],
      ecsSays: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): … not found',
    }),
  },
  check(service, say, { guardedResources }) {
    const task = ifKnown(service.taskDefinition);
    for (const container of (task && ifKnown(task.containers)) ?? []) {
      const repository = task && guardOf(imageRepository(container, task.environment), guardedResources);
      if (repository?.stack !== service.stack) continue;
      const count = service.desiredCount.state === 'absent' ? 1 : say.need(service.desiredCount);
      if (count !== undefined && count > 0) {
        say.violated('empty', service.desiredCount, { repository: repository.id, container: ifKnown(container.name) ?? '', count }, { related: [repository, ...(task ? [task] : [])] });
      }
    }
  },
});

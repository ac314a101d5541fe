import { mountsOf } from '../../network/mounts';
import { defineRule } from '../rule';
import { listed } from '../listed';

/** A service waits for the mount targets of the file systems that its tasks mount. */
export const efsMountTargetOrdering = defineRule({
  id: 'efs-mount-target-ordering',
  title: 'The service does not wait for the mount targets of its file system',
  severity: 'warning',
  phase: 'start',
  subject: 'service',
  explanation: 'A mount target takes a minute or two to be made, and its name another one and a half to be known. A service whose tasks mount the file system refers to the file system but not to its mount targets, so CloudFormation makes both at the same time. '
    + 'The first tasks fail to mount; without a circuit breaker ECS starts others until it works, with one the deployment may fail.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html',
  predicts: ['failed to invoke EFS utils commands to set up EFS volumes', 'ECS Deployment Circuit Breaker was triggered'],
  facts: [],
  messages: {
    notOrdered: ({ targets, fileSystem }: { targets: readonly string[]; fileSystem: string }) => ({
      says: `Nothing makes the service wait for ${listed(targets)}, by which its tasks mount ${fileSystem}: the first tasks may start before ${targets.length === 1 ? 'it is' : 'they are'} there.`,
      fix: `DependsOn: [${targets.join(', ')}]`,
      repair: [{ dependsOn: targets }],
      ecsSays: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-….efs.….amazonaws.com"',
    }),
  },
  check(service, say, model) {
    if (service.desiredCount.state === 'known' && service.desiredCount.value === 0) return;
    for (const fileSystem of mountsOf(service, model).fileSystems) {
      const late = fileSystem.mountTargets.filter(target => target.exists.state === 'known' && model.order.isBefore(target, service) === 'no');
      if (late.length > 0) say.violated('notOrdered', service, { targets: late.map(({ id }) => id), fileSystem: fileSystem.id }, { related: [...late, fileSystem] });
    }
  },
});

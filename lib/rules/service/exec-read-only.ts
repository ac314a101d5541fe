import { ifKnown } from '../../core/value';
import { showText } from '../../core/text';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** The agent of ECS Exec writes into the file system of the container in which it opens a shell. */
export const execReadOnly = defineRule({
  id: 'exec-read-only',
  title: 'ECS Exec does not work in a container that cannot be written to',
  severity: 'warning',
  phase: 'exec',
  subject: 'service',
  explanation: 'For ECS Exec an agent of Systems Manager is started in the container, and it makes files and directories there. With ReadonlyRootFilesystem it cannot, unless volumes are mounted where it writes. The tasks run; aws ecs execute-command fails.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  predicts: ['TargetNotConnectedException'],
  facts: [],
  messages: {
    readOnly: ({ container }: { container: string }) => ({
      says: `ECS Exec is enabled, and the file system of the container ${container} is read-only.`,
      fix: 'Take ReadonlyRootFilesystem out, or mount volumes at /var/lib/amazon and /var/log/amazon.',
      ecsSays: 'TargetNotConnectedException: The execute command failed due to an internal error. Try again later.',
    }),
  },
  check(service, say) {
    if (!say.need(service.execEnabled)) return;
    const task = say.need(service.taskDefinition);
    for (const { name, properties } of (task && say.need(task.containers)) ?? []) {
      const readOnly = properties.get('ReadonlyRootFilesystem').flag();
      const writable = atPath(properties, 'MountPoints.*.ContainerPath', say).some(path => ifKnown(path.text())?.startsWith('/var/lib/amazon'));
      if (say.need(readOnly) && !writable) say.violated('readOnly', readOnly, { container: showText(name) }, { related: task ? [task] : [] });
    }
  },
});

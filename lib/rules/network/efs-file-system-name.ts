import { groupBy } from '../../core/group-by';
import { mountsOf } from '../../network/mounts';
import { defineRule } from '../rule';

/** The name of a file system resolves only in a VPC that gives out DNS names. */
export const efsFileSystemName = defineRule({
  id: 'efs-file-system-name',
  title: 'The name of the file system does not resolve in the VPC of the tasks',
  severity: 'error',
  phase: 'start',
  subject: 'launcher',
  explanation: 'ECS mounts a file system of EFS by its DNS name, which Amazon\'s DNS server knows only in VPCs with both EnableDnsSupport and EnableDnsHostnames. The second is off unless the template sets it.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html',
  predicts: ['failed to invoke EFS utils commands to set up EFS volumes'],
  facts: [],
  messages: {
    notResolved: ({ vpc, property, fileSystem }: { vpc: string; property: string; fileSystem: string }) => ({
      says: `${property} of ${vpc} is off, so the name of ${fileSystem} does not resolve in it.`,
      fix: `Set ${property} of ${vpc} to true.`,
      ecsSays: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-….efs.….amazonaws.com"',
    }),
  },
  check(launcher, say, model) {
    const { fileSystems, interfaces } = mountsOf(launcher, model);
    const [fileSystem] = fileSystems;
    const vpcs = groupBy(interfaces.flatMap(({ subnet: { vpc } }) => say.need(vpc) ?? []), vpc => vpc).keys();
    if (!fileSystem) return;
    for (const vpc of vpcs) {
      for (const [property, value] of [['EnableDnsSupport', vpc.dnsSupport], ['EnableDnsHostnames', vpc.dnsHostnames]] as const) {
        if (say.need(value) === false) say.violated('notResolved', value, { vpc: vpc.id, property, fileSystem: fileSystem.id }, { related: [fileSystem] });
      }
    }
  },
});

import { groupBy } from '../../core/group-by';
import { ifKnown, unknownsIn } from '../../core/value';
import { isSame } from '../../finding/finding';
import type { FileSystem } from '../../model/network/file-system';
import type { Subnet } from '../../model/network/subnet';
import type { Model } from '../../model/model';
import { routeElsewhere } from '../../network/aws-service';
import { mountsOf } from '../../network/mounts';
import { defineRule, type Say } from '../rule';

/** The name of a file system resolves only in a VPC that gives out DNS names. */
export const efsFileSystemName = defineRule({
  id: 'efs-file-system-name',
  title: 'The name of the file system does not resolve in the VPC of the tasks',
  severity: 'error',
  phase: 'start',
  subject: 'launcher',
  explanation: 'ECS mounts a file system of EFS by its DNS name, which Amazon\'s DNS server knows only in VPCs with both EnableDnsSupport and EnableDnsHostnames. The second is off unless the template sets it. The name is known in the VPC of the mount targets alone.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html',
  predicts: ['failed to invoke EFS utils commands to set up EFS volumes'],
  facts: [],
  messages: {
    otherVpc: ({ fileSystem, theirs, subnet, vpc }: { fileSystem: string; theirs: string; subnet: string; vpc: string }) => ({
      says: `All mount targets of ${fileSystem} are in ${theirs}, and the tasks run in ${subnet}, which belongs to ${vpc}: the name of ${fileSystem} does not resolve there, and no route leads to ${theirs}.`,
      fix: `Put the mount targets in subnets of ${vpc}, or the tasks in subnets of ${theirs}.`,
      ecsSays,
    }),
    notResolved: ({ vpc, property, fileSystem }: { vpc: string; property: string; fileSystem: string }) => ({
      says: `${property} of ${vpc} is off, so the name of ${fileSystem} does not resolve in it.`,
      fix: `Set ${property} of ${vpc} to true.`,
      ecsSays,
    }),
  },
  check(launcher, say, model) {
    const { fileSystems, interfaces } = mountsOf(launcher, model);
    for (const { subnet } of interfaces.slice(0, 1)) fileSystems.forEach(each => { checkVpc(each, subnet, model, say); });
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

const ecsSays = 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-….efs.….amazonaws.com"';

/** The mount targets of a file system are all in one VPC, which is that of the tasks, or one to which a route of theirs may lead. */
function checkVpc(fileSystem: FileSystem, subnet: Subnet, { network }: Model, say: Say<(typeof efsFileSystemName)['messages']>): void {
  const [target] = fileSystem.mountTargets, there = target && ifKnown(target.subnet), theirs = there && ifKnown(there.vpc), own = ifKnown(subnet.vpc);
  if (!target || !theirs || !own || isSame(theirs, own)) return;
  const elsewhere = routeElsewhere(subnet, network), [open = elsewhere] = unknownsIn(subnet.routeTable, target.exists);
  if (open) return say.undecided(open);
  say.violated('otherVpc', target.subnet, { fileSystem: fileSystem.id, theirs: theirs.id, subnet: subnet.id, vpc: own.id }, { related: [fileSystem, subnet, own, theirs] });
}

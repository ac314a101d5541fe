import { nfsPort } from '../../catalog/nfs-port';
import { groupBy } from '../../core/group-by';
import type { Change } from '../../finding/finding';
import { doneByStranger } from '../../model/stranger';
import { anyOf } from '../../network/passage';
import { mountsOf, servesZone } from '../../network/mounts';
import { defineRule } from '../rule';
import { listed } from '../listed';
import { mountTargetsFor } from './missing-mount-targets';

/** A file system of EFS is reached through its mount target in the zone of the task. */
export const efsMountTargetZone = defineRule({
  id: 'efs-mount-target-zone',
  title: 'The file system has no mount target in a zone of the tasks',
  severity: 'error',
  phase: 'start',
  subject: 'launcher',
  explanation: 'The name of an EFS file system resolves to its mount target in the Availability Zone in which it is asked for. ECS spreads tasks over the zones of their subnets, and those that come into a zone without a mount target cannot mount the file system. A One Zone file system has one mount target; from another zone it is mounted only where the zone is named with the mount, which a task definition cannot.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  predicts: ['failed to invoke EFS utils commands to set up EFS volumes'],
  facts: [nfsPort],
  messages: {
    none: ({ fileSystem, repair }: { fileSystem: string; repair: readonly Change[] | undefined }) => ({
      says: `${fileSystem} has no mount target at all.`,
      fix: `Add an AWS::EFS::MountTarget for ${fileSystem} in every zone of the tasks.`,
      ...(repair ? { repair } : {}),
      ecsSays,
    }),
    missing: ({ fileSystem, subnets, targets, repair }: { fileSystem: string; subnets: readonly string[]; targets: readonly string[]; repair: readonly Change[] | undefined }) => ({
      says: `${fileSystem} has no mount target in the zone of ${listed(subnets)}, in which tasks may run: ${listed(targets)} ${targets.length === 1 ? 'stands' : 'stand'} elsewhere.`,
      fix: `Add an AWS::EFS::MountTarget for ${fileSystem} in ${listed(subnets)}.`,
      ...(repair ? { repair } : {}),
      ecsSays,
    }),
    oneZone: ({ fileSystem, subnets }: { fileSystem: string; subnets: readonly string[] }) => ({
      says: `${fileSystem} is a One Zone file system, and ${listed(subnets)}, in which tasks may run, ${subnets.length === 1 ? 'lies' : 'lie'} in another zone.`,
      fix: `Leave the tasks the subnets in the zone of ${fileSystem}, or take AvailabilityZoneName out and give it a mount target in each zone.`,
      ecsSays,
    }),
  },
  check(launcher, say, model) {
    const { fileSystems, interfaces, unknowns } = mountsOf(launcher, model);
    for (const open of unknowns) say.undecided(open);
    const clients = [...groupBy(interfaces, ({ subnet }) => subnet).keys()];
    for (const fileSystem of fileSystems) {
      const { id, at, mountTargets, properties } = fileSystem;
      const oneZone = properties.get('AvailabilityZoneName'), strange = doneByStranger(fileSystem, model.strangers);
      if (strange) say.undecided(strange);
      else if (mountTargets.length === 0) say.violated('none', { at }, { fileSystem: id, repair: mountTargetsFor(clients, fileSystem, interfaces, launcher, model) });
      else {
        const served = clients.map(subnet => ({ subnet, by: anyOf(mountTargets.map(target => servesZone(target, subnet))) }));
        for (const { by } of served) if (by !== 'open' && by !== 'closed') say.undecided(by);
        const missing = served.flatMap(({ subnet, by }) => (by === 'closed' ? subnet : []));
        if (missing.length > 0 && oneZone.given === 'yes') say.violated('oneZone', oneZone, { fileSystem: id, subnets: missing.map(subnet => subnet.id) }, { related: [...mountTargets, ...missing] });
        else if (missing.length > 0) {
          const repair = mountTargetsFor(missing, fileSystem, interfaces, launcher, model);
          say.violated('missing', { at }, { fileSystem: id, subnets: missing.map(subnet => subnet.id), targets: mountTargets.map(target => target.id), repair }, { related: [...mountTargets, ...missing] });
        }
      }
    }
  },
});

const ecsSays = 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-….efs.….amazonaws.com"';

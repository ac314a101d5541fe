import { defaultEgress } from '../../catalog/default-egress';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { nfsPort } from '../../catalog/nfs-port';
import { groupBy } from '../../core/group-by';
import { ifKnown, mapValue, unknown } from '../../core/value';
import type { Family } from '../../model/network/family';
import type { MountTarget } from '../../model/network/file-system';
import type { Network } from '../../model/network/network';
import { familyBetween, groupsOrDefault, isStray, subnetsOf, type NetworkInterface, type StrayInterface } from '../../network/interface';
import { mountsOf, servesZone } from '../../network/mounts';
import { passageOf } from '../../network/passage';
import { reachInterface } from '../../network/peer';
import { along, blocked, byAny, open, reached, type Obstacle, type Reach } from '../../network/reach';
import { defineRule } from '../rule';
import { describeObstacle } from './describe-obstacle';
import { listed } from '../listed';

/** NFS passes between tasks and the mount targets of the file systems that they mount. */
export const efsMountTargetSecurityGroup = defineRule({
  id: 'efs-mount-target-security-group',
  title: 'Tasks cannot reach the mount targets of the file system',
  severity: 'error',
  phase: 'start',
  subject: 'launcher',
  explanation: 'A file system of EFS is mounted by NFS, TCP port 2049: from the interface of the task in awsvpc mode, from that of the container instance in the other modes. The security group of the mount target must let it in, and that of the client must let it out. '
    + 'A mount target without security groups has the default one of its VPC, which lets in only what has that group too.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
  predicts: ['failed to invoke EFS utils commands to set up EFS volumes'],
  facts: [nfsPort, ephemeralPorts, defaultEgress],
  messages: {
    closed: ({ fileSystem, subnets, obstacle }: { fileSystem: string; subnets: readonly string[]; obstacle: Obstacle }) => {
      const { because, ...how } = describeObstacle(obstacle);
      return {
        says: `Tasks${subnets.length > 0 ? ` in ${listed(subnets)}` : ''} cannot mount ${fileSystem}: ${because}.`,
        ...how,
        ecsSays: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: Connection timed out',
      };
    },
  },
  check(launcher, say, model) {
    const { fileSystems, interfaces, strays, unknowns } = mountsOf(launcher, model);
    for (const unknown of unknowns) say.undecided(unknown);
    for (const fileSystem of fileSystems) {
      const tried = [...interfaces, ...strays].map(from => ({ from, reach: reachTargets(from, fileSystem.mountTargets, model.network) }));
      for (const { reach } of tried) if (reach.answer === 'unknown') say.undecided(reach.unknown);
      const blocked = tried.flatMap(({ from, reach }) => (reach.answer === 'no' ? [{ from, obstacle: reach.obstacle }] : []));
      for (const group of groupBy(blocked, ({ obstacle: { at } }) => JSON.stringify(at)).values()) {
        const [first] = group, subnets = subnetsOf(group.map(({ from }) => from));
        if (first) say.violated('closed', first.obstacle, { fileSystem: fileSystem.id, subnets: subnets.map(({ id }) => id), obstacle: first.obstacle }, { related: [fileSystem, ...first.obstacle.involved, ...subnets] });
      }
    }
  },
});

/** Through the mount target of the interface's zone; a zone without one is another rule's matter. */
function reachTargets(from: NetworkInterface | StrayInterface, targets: readonly MountTarget[], network: Network): Reach {
  return byAny(targets.flatMap((target): readonly Reach[] => {
    const { subnet } = target, serves = isStray(from) ? from.subnet : servesZone(target, from.subnet);
    if (serves === 'closed' || subnet.state === 'absent') return [];
    const securityGroups = groupsOrDefault(target.securityGroups, subnet.state === 'known' ? subnet.value : subnet, network);
    const to = subnet.state === 'known' ? { subnet: subnet.value, securityGroups } : { subnet, securityGroups }, family = familyBetween(from, to);
    const reach = along([hasAddress(target, from, family), reachInterface(from, to, nfsPort.value, family)]);
    return [serves === 'open' || reach.answer === 'no' ? reach : open(serves)];
  }), reached);
}

/** Whether the mount target has addresses of the kind by which clients come; where names get IPv6 addresses that stand for IPv4 ones a NAT gateway may pass them on. */
function hasAddress({ at, addressType, id }: MountTarget, from: NetworkInterface | StrayInterface, family: Family): Reach {
  const has = passageOf(mapValue(addressType, type => type !== (family === 'ipv4' ? 'IPV6_ONLY' : 'IPV4_ONLY')));
  if (has === 'open') return reached;
  if (has !== 'closed') return open(has);
  if (isStray(from)) return open(from.subnet);
  return ifKnown(from.subnet.dns64) === false ? blocked({ kind: 'mountTargetAddress', mountTarget: id, family, at: addressType.at, involved: [] }) : open(unknown({ kind: 'fact', what: 'mounting by NAT64' }, at));
}

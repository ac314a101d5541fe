import { ifKnown } from '../../core/value';
import { sameZone, zoneOfSubnet } from '../../model/network/zone';
import { defineRule } from '../rule';

/** A file system has one mount target in each zone. */
export const efsMountTargetTwice = defineRule({
  id: 'efs-mount-target-twice',
  title: 'The file system has two mount targets in one zone',
  severity: 'error',
  phase: 'create',
  subject: 'fileSystem',
  explanation: 'A mount target is the address of a file system of EFS in one Availability Zone, for all subnets of that zone. EFS refuses a second one there.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html',
  predicts: ['mount target already exists in this AZ'],
  facts: [],
  messages: {
    sameZone: ({ first, second, fileSystem }: { first: string; second: string; fileSystem: string }) => ({
      says: `${first} and ${second} are mount targets of ${fileSystem} in the same Availability Zone.`,
      fix: `Take ${second} out, or put it in a subnet of another zone.`,
      ecsSays: 'mount target already exists in this AZ',
    }),
  },
  check({ id, mountTargets }, say) {
    const placed = mountTargets.flatMap(target => {
      const subnet = target.exists.state === 'known' ? ifKnown(target.subnet) : undefined, zone = subnet && ifKnown(zoneOfSubnet(subnet));
      return subnet && zone !== undefined ? [{ target, subnet, zone }] : [];
    });
    placed.forEach(({ target, subnet, zone }, i) => {
      const first = placed.slice(0, i).find(earlier => sameZone(earlier.zone, zone) === 'yes');
      if (first) say.violated('sameZone', target, { first: first.target.id, second: target.id, fileSystem: id }, { related: [first.target, subnet, first.subnet] });
    });
  },
});

import { ifKnown } from '../../core/value';
import { isSame } from '../../finding/finding';
import { sameZone, zoneKey, zoneOfSubnet } from '../../model/network/zone';
import { defineRule } from '../rule';

/** A file system has one mount target in each zone, all in one VPC; one of a single zone has one alone, there. */
export const efsMountTargetTwice = defineRule({
  id: 'efs-mount-target-twice',
  title: 'EFS does not make a further mount target of the file system',
  severity: 'error',
  phase: 'create',
  subject: 'fileSystem',
  explanation: 'A mount target is the address of a file system of EFS in one Availability Zone, for all subnets of that zone. EFS refuses a second one there, and one in another VPC than the others. A One Zone file system (AvailabilityZoneName) has one mount target, in its own zone.',
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html',
  predicts: ['mount target already exists in this AZ'],
  facts: [],
  messages: {
    sameZone: ({ first, second, fileSystem }: { first: string; second: string; fileSystem: string }) => ({
      says: `${first} and ${second} are mount targets of ${fileSystem} in the same Availability Zone.`,
      fix: `Take ${second} out, or put it in a subnet of another zone.`,
      ecsSays: 'mount target already exists in this AZ',
    }),
    otherVpc: ({ first, second, fileSystem, vpc }: { first: string; second: string; fileSystem: string; vpc: string }) => ({
      says: `${second}, a mount target of ${fileSystem}, is in another VPC than ${first}, which is in ${vpc}.`,
      fix: `Put all mount targets of ${fileSystem} in one VPC.`,
    }),
    beyondZone: ({ targets, fileSystem }: { targets: readonly string[]; fileSystem: string }) => ({
      says: `${fileSystem} is a One Zone file system, which has one mount target; these are ${targets.join(' and ')}.`,
      fix: `Keep the mount target in the zone of ${fileSystem}, or take AvailabilityZoneName out.`,
    }),
    otherZone: ({ target, subnet, fileSystem }: { target: string; subnet: string; fileSystem: string }) => ({
      says: `${fileSystem} is a One Zone file system, and ${target}, its mount target, is in ${subnet}, which lies in another Availability Zone.`,
      fix: `Put ${target} in a subnet of the zone that AvailabilityZoneName gives.`,
    }),
  },
  check({ id, mountTargets, properties }, say) {
    const placed = mountTargets.flatMap(target => {
      const subnet = target.exists.state === 'known' ? ifKnown(target.subnet) : undefined, zone = subnet && ifKnown(zoneOfSubnet(subnet));
      return subnet ? [{ target, subnet, zone, vpc: ifKnown(subnet.vpc) }] : [];
    });
    const own = ifKnown(zoneKey(properties.get('AvailabilityZoneName').text()));
    placed.forEach(({ target, subnet, zone, vpc }, i) => {
      const earlier = placed.slice(0, i), twin = earlier.find(other => other.zone !== undefined && zone !== undefined && sameZone(other.zone, zone) === 'yes');
      const abroad = vpc && earlier.find(other => other.vpc && !isSame(other.vpc, vpc)), names = { second: target.id, fileSystem: id };
      if (abroad?.vpc) say.violated('otherVpc', target, { ...names, first: abroad.target.id, vpc: abroad.vpc.id }, { related: [abroad.target, subnet, abroad.subnet] });
      else if (twin) say.violated('sameZone', target, { ...names, first: twin.target.id }, { related: [twin.target, subnet, twin.subnet] });
      if (own !== undefined && zone !== undefined && sameZone(own, zone) === 'no') say.violated('otherZone', target, { target: target.id, subnet: subnet.id, fileSystem: id }, { related: [subnet] });
    });
    const certain = mountTargets.filter(({ exists }) => exists.state === 'known');
    if (properties.get('AvailabilityZoneName').given === 'yes' && certain.length > 1) {
      say.violated('beyondZone', properties.get('AvailabilityZoneName'), { targets: certain.map(target => target.id), fileSystem: id }, { related: certain });
    }
  },
});

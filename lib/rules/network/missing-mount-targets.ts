import { nfsPort } from '../../catalog/nfs-port';
import { ifKnown } from '../../core/value';
import type { Change, Literal } from '../../finding/finding';
import { reference } from '../../finding/written';
import type { Model } from '../../model/model';
import type { FileSystem } from '../../model/network/file-system';
import type { Subnet } from '../../model/network/subnet';
import { sameZone, zoneOfSubnet } from '../../model/network/zone';
import type { Launcher } from '../../model/service/launch';
import type { NetworkInterface } from '../../network/interface';
import { newResource } from '../additions';
import { groupReferences, isOf } from './missing-way';

/** A mount target in each zone of the subnets, behind the security groups of those that are there, and the service waits for them. Where there are none the tasks get a group that lets them in. */
export function mountTargetsFor(subnets: readonly Subnet[], { id, stack, mountTargets: [like] }: FileSystem, interfaces: readonly NetworkInterface[], launcher: Launcher, model: Model): readonly Change[] | undefined {
  const places = onePerZone(subnets);
  if (!places?.every(subnet => isOf(stack, subnet)) || launcher.stack !== stack) return undefined;
  const guard = like ? { groups: groupReferences(like.securityGroups, stack), changes: [] } : groupFor(id, places, interfaces, model);
  if (!guard?.groups) return undefined;
  const targets = places.map(subnet => newResource(stack, `${id}In${subnet.id}`, {
    Type: 'AWS::EFS::MountTarget', Properties: { FileSystemId: reference(id), SubnetId: reference(subnet.id), SecurityGroups: guard.groups ?? [] },
  }, model));
  const waits: readonly Change[] = launcher.type === 'AWS::ECS::Service' ? [{ at: launcher.at, dependsOn: targets.map(target => target.id) }] : [];
  return [...guard.changes, ...targets.map(({ add }) => add), ...waits];
}

/** The first subnet of each zone; undefined where it is not known which lie in one. */
function onePerZone(subnets: readonly Subnet[]): readonly Subnet[] | undefined {
  const first: { readonly subnet: Subnet; readonly zone: string }[] = [];
  for (const subnet of subnets) {
    const zone = ifKnown(zoneOfSubnet(subnet)), answers = first.map(other => sameZone(other.zone, zone ?? ''));
    if (zone === undefined || answers.includes('unknown')) return undefined;
    if (!answers.includes('yes')) first.push({ subnet, zone });
  }
  return first.map(({ subnet }) => subnet);
}

/** A security group that lets the tasks in. */
function groupFor(fileSystem: string, [place]: readonly Subnet[], interfaces: readonly NetworkInterface[], model: Model): { readonly groups: readonly Literal[]; readonly changes: readonly Change[] } | undefined {
  const vpc = place && ifKnown(place.vpc), clients = interfaces.map(({ securityGroups }) => (vpc ? groupReferences(securityGroups, vpc.stack)?.[0] : undefined));
  if (!vpc || !isOf(place.stack, vpc) || clients.length === 0) return undefined;
  const rules = new Map(clients.map(client => [JSON.stringify(client), client && { IpProtocol: 'tcp', FromPort: nfsPort.value, ToPort: nfsPort.value, SourceSecurityGroupId: client }]));
  const ingress = [...rules.values()];
  if (!ingress.every(rule => rule !== undefined)) return undefined;
  const group = newResource(place.stack, `${fileSystem}SecurityGroup`, {
    Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: `Mount targets of ${fileSystem}`, VpcId: reference(vpc.id), SecurityGroupIngress: ingress },
  }, model);
  return { groups: [reference(group.id, 'GroupId')], changes: [group.add] };
}

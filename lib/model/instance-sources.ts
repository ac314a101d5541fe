import type { Resource } from '../template/resource';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { InstanceGroup } from './instance-group';
import { nounOf, type Noun } from './noun';

/**
 * What may bring container instances to a cluster and is not read: nested stacks that were not given, fleets, modules, custom resources, and instances
 * from an image that nobody knows, with nothing said of a cluster.
 */
export function readInstanceSources(
  resources: readonly Resource[], isGiven: (resource: Resource) => boolean, instances: readonly AutoScalingGroup[], groups: readonly InstanceGroup[],
): readonly Noun[] {
  const mayBe = ({ launchTemplate }: AutoScalingGroup): boolean => launchTemplate.state !== 'known' || launchTemplate.value.image.state === 'unknown';
  return [
    ...resources.filter(resource => unread.test(resource.type) && !isGiven(resource)).map(nounOf),
    ...instances.filter(instance => mayBe(instance) && !groups.some(({ autoScalingGroup }) => autoScalingGroup === instance)),
  ];
}

const unread = /^AWS::CloudFormation::(?:Stack|CustomResource)$|^Custom::|^AWS::EC2::(?:SpotFleet|EC2Fleet)$|^AWS::SSM::Activation$|^AWS::ServiceCatalog::|::MODULE$/;

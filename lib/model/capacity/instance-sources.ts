import type { Resource } from '../../template/resource';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { InstanceGroup } from './instance-group';
import { nounOf, type Noun } from '../noun';
import type { Stranger } from '../stranger';

/** What may bring container instances to a cluster and is not read: strangers, fleets, and instances from an image that nobody knows, with nothing said of a cluster. */
export function readInstanceSources(
  strangers: readonly Stranger[], resources: readonly Resource[], instances: readonly AutoScalingGroup[], groups: readonly InstanceGroup[],
): readonly Noun[] {
  const mayBe = ({ launchTemplate }: AutoScalingGroup): boolean => launchTemplate.state !== 'known' || launchTemplate.value.image.state === 'unknown';
  return [
    ...strangers,
    ...resources.filter(({ type }) => launching.test(type)).map(nounOf),
    ...instances.filter(instance => mayBe(instance) && !groups.some(({ autoScalingGroup }) => autoScalingGroup === instance)),
  ];
}

const launching = /^AWS::EC2::(?:SpotFleet|EC2Fleet)$|^AWS::SSM::Activation$|^AWS::ServiceCatalog::/;

import type { UnknownReason } from '../../core/unknown-reason';
import type { Resource } from '../../template/resource';
import type { AutoScalingGroup } from './auto-scaling-group';
import type { InstanceGroup } from './instance-group';
import { nounOf, type Noun } from '../noun';
import type { Stranger } from '../stranger';

/** What may bring container instances to a cluster and is not read: strangers, fleets, and instances of which nobody knows the image or the user data, with nothing said of a cluster. */
export function readInstanceSources(
  strangers: readonly Stranger[], resources: readonly Resource[], launching: readonly AutoScalingGroup[], groups: readonly InstanceGroup[],
): readonly Noun[] {
  return [
    ...strangers,
    ...resources.filter(({ type }) => fleets.test(type)).map(nounOf),
    ...launching.filter(group => mayRunAgent(group) && !groups.some(({ autoScalingGroup }) => autoScalingGroup === group)),
  ];
}

function mayRunAgent({ launchTemplate }: AutoScalingGroup): boolean {
  if (launchTemplate.state !== 'known') return launchTemplate.state === 'unknown';
  const { image, agentConfig: { cluster } } = launchTemplate.value;
  return image.state === 'unknown' || (cluster.state === 'unknown' && !leftOpenByScripts.includes(cluster.why.kind));
}

/** Why user data that is there to be read does not tell all that it does. */
const leftOpenByScripts: readonly UnknownReason['kind'][] = ['elsewhere', 'form'];

const fleets = /^AWS::EC2::(?:SpotFleet|EC2Fleet)$|^AWS::SSM::Activation$|^AWS::ServiceCatalog::/;

import { thenValue, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, nounOf, type Named } from '../noun';
import { oneReferringTo } from '../part';
import type { Vpc } from './vpc';

/** `AWS::EC2::InternetGateway`, with the `AWS::EC2::VPCGatewayAttachment` that attaches it. */
export interface InternetGateway extends Named {
  /** The VPC that it is attached to; absent where nothing attaches it. */
  readonly vpc: Value<Vpc>;
}

export function readInternetGateway(resource: Resource, attachments: readonly Resource[], vpcs: Lookup<Vpc>): InternetGateway {
  const named = namedOf(resource, '');
  const attachment = oneReferringTo(named, attachments.map(readAttachment), ({ gateway }) => gateway);
  return { ...named, vpc: thenValue(attachment, ({ vpc }) => vpcs.find(vpc)) };
}

function readAttachment(resource: Resource) {
  const { properties } = resource;
  return { ...nounOf(resource), gateway: properties.get('InternetGatewayId').text(), vpc: properties.get('VpcId').text() };
}

import { thenValue, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, type Named, type Noun } from '../noun';
import type { Parts, ResourcePart } from '../part';
import type { Vpc } from './vpc';

/** `AWS::EC2::InternetGateway`, with the `AWS::EC2::VPCGatewayAttachment` that attaches it. */
export interface InternetGateway extends Named {
  /** The VPC that it is attached to; absent where nothing attaches it. */
  readonly vpc: Value<Vpc>;
  readonly attachment: Value<Noun>;
}

export function readInternetGateway(resource: Resource, attachments: Parts<ResourcePart>, vpcs: Lookup<Vpc>): InternetGateway {
  const named = namedOf(resource, ''), attachment = attachments.oneOf(named);
  return { attachment, vpc: thenValue(attachment, ({ properties }) => vpcs.find(properties.get('VpcId').text())), ...named };
}

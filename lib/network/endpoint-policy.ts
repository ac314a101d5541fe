import { endpointActions, layerBucket } from '../catalog/endpoint-actions';
import { openPart, type Glob } from '../core/glob';
import { partsOf, textOf } from '../core/text';
import { unknown, type Value } from '../core/value';
import { anybody } from '../iam/caller';
import { decide } from '../iam/decide';
import { patternsOf } from '../iam/pattern';
import type { PolicyDocument } from '../iam/policy';
import { requestFor } from '../iam/request';
import type { VpcEndpoint } from '../model/network/vpc-endpoint';
import { along, blocked, open, reached, type Reach } from './reach';

/**
 * Whether the policy of an endpoint allows what is asked through it when tasks start. Who asks is not judged, nor of which of the user's resources;
 * but of the bucket from which ECR gives out layers.
 */
export function passPolicy(endpoint: VpcEndpoint, service: string, isForLayers: boolean): Reach {
  const { policy } = endpoint;
  if (policy.state !== 'known') return policy.state === 'unknown' ? open(policy) : reached;
  const resource = isForLayers ? layersOf(endpoint) : unknown({ kind: 'fact', what: 'the resource' }, policy.at);
  return along((endpointActions.value.get(service) ?? []).map(action => {
    const decision = decide([isForLayers ? lessOwn(policy.value) : policy.value], requestFor(action, resource, anybody));
    if (decision.answer === 'no') return blocked({ kind: 'endpointPolicy', endpoint, action, isForLayers, at: policy.at, involved: [] });
    return decision.answer === 'unknown' ? open(decision.unknown) : reached;
  }));
}

/** A layer in the region's bucket; the region is that of the endpoint's name, `com.amazonaws.REGION.s3`. */
function layersOf({ serviceName }: VpcEndpoint): Value<string> {
  const { before, behind } = layerBucket.value;
  return textOf((partsOf(serviceName) ?? []).map(part =>
    (typeof part === 'string' ? part.replace(/^(cn\.)?com\.amazonaws\./, before).replace(/\.s3$/, `${behind}layer`) : part)), serviceName.at);
}

/** The policy without what it says of resources that these templates make: ECR's bucket is none of them, whatever they will be called. */
function lessOwn({ statements, unread }: PolicyDocument): PolicyDocument {
  const isOther = (glob: Glob): boolean => openPart(glob)?.why.kind !== 'created';
  return { unread, statements: statements.map(({ at, actions, resources, principals, condition, ...rest }) =>
    ({ ...rest, at, actions, principals, condition, resources: patternsOf(resources.globs.filter(isOther), resources) })) };
}

import type { Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { nounOf, type Noun } from '../noun';

/** `AWS::ECR::PullThroughCacheRule`: images below its prefix come from another registry when somebody first pulls them. */
export interface PullThroughRule extends Noun {
  /** As `docker-hub`; `ROOT` for a rule of all images. */
  readonly prefix: Value<string>;
  /** The other registry, as `registry-1.docker.io`. */
  readonly upstream: Value<string>;
}

export function readPullThroughRule(resource: Resource): PullThroughRule {
  return { prefix: resource.properties.get('EcrRepositoryPrefix').text(), upstream: resource.properties.get('UpstreamRegistryUrl').text(), ...nounOf(resource) };
}

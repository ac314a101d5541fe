import type { Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { namedOf, type Named } from '../noun';
import { upper } from '../spelling';

/** `AWS::VpcLattice::TargetGroup`. */
export interface LatticeTargetGroup extends Named {
  /** `IP`, `INSTANCE`, `LAMBDA` or `ALB`. */
  readonly targetType: Value<string>;
}

export function readLatticeTargetGroup(resource: Resource): LatticeTargetGroup {
  return { targetType: upper(resource.properties.get('Type')), ...namedOf(resource, 'Name') };
}

import { mapValue, withDefault, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { namedOf, type Named } from '../noun';

/** `AWS::EC2::PrefixList`: ranges of addresses under one name, for rules and routes. Others refer to it by `Ref` or `PrefixListId`. */
export interface PrefixList extends Named {
  readonly ranges: Value<readonly Value<string>[]>;
}

export function readPrefixList(resource: Resource): PrefixList {
  const entries = withDefault(resource.properties.get('Entries').list(), []);
  return { ranges: mapValue(entries, list => list.map(entry => entry.get('Cidr').text())), ...namedOf(resource, '') };
}

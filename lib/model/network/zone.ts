import { identityKey, type Answer } from '../../core/identity';
import { partsOf, showText } from '../../core/text';
import { allKnown, known, mapValue, orElse, thenValue, unknown, type Value } from '../../core/value';
import type { Lookup } from '../lookup';
import type { Subnet } from './subnet';

/**
 * One text for a zone, equal exactly for equal zones: its name, or where the name is not known what the zone is,
 * as `zone 0` of the region's zones, or `${AWS::Region}a`. Unknown where not even that is known.
 */
export function zoneKey(zone: Value<string>): Value<string> {
  if (zone.state !== 'unknown') return zone;
  const { is } = zone, [region, letter, ...others] = partsOf(zone) ?? [];
  if (typeof region === 'object' && region.is?.kind === 'pseudo' && region.is.name === 'AWS::Region' && typeof letter === 'string' && others.length === 0) return known(showText(zone), zone.at);
  if (is?.kind === 'element' && is.of.kind === 'zones') return known(`${is.of.region || 'zone'} ${is.index}`, zone.at);
  return is ? known(identityKey(is), zone.at) : unknown(zone.why, zone.at);
}

/** The keys of the zones in which subnets lie, each once. */
export function zonesOfSubnets(references: Value<readonly Value<string>[]>, subnets: Lookup<Subnet>): Value<readonly string[]> {
  const keys = mapValue(references, all => all.map(reference => thenValue(subnets.find(reference), zoneOfSubnet)));
  return mapValue(thenValue(keys, all => allKnown(all, keys.at)), all => [...new Set(all)]);
}

/** Where a subnet names no zone, EC2 chooses one. */
export function zoneOfSubnet(subnet: Subnet): Value<string> {
  return orElse(zoneKey(subnet.zone), unknown({ kind: 'created', stack: subnet.stack, resource: subnet.id, attribute: 'AvailabilityZone' }, subnet.at));
}

/** Whether two zones, given by their keys, are one. Two names differ, as do two zones of one region's list; a name may be that of any of the list. */
export function sameZone(a: string, b: string): Answer {
  if (a === b) return 'yes';
  const list = listOf(a);
  return list !== undefined && list === listOf(b) ? 'no' : 'unknown';
}

/** The zone's name, where its key is one. */
export function zoneName(key: string): string | undefined {
  return /^[a-z\d-]+$/.test(key) ? key : undefined;
}

/** What the zone is told apart in: among names, or among the zones of a region. */
function listOf(key: string): string | undefined {
  return zoneName(key) === undefined ? /^(zone|[a-z]+(?:-[a-z]+)+-\d+|\$\{AWS::Region\})(?: \d+|[a-z]+)$/.exec(key)?.[1] : 'names';
}

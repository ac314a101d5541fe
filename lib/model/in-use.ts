import { known, mapValue, type Value } from '../core/value';
import type { Property } from '../template/property';
import { countOf } from './count';

/** Whether a parameter is in use: given, and neither false nor empty. `Privileged: false` asks for nothing, as does `Devices: []`. */
export function inUse(property: Property): Value<boolean> {
  const value = property.value();
  if (value.state === 'absent') return known(false, value.at);
  const flag = property.flag(), list = property.list(), map = property.map();
  if (flag.state === 'known') return flag;
  if (list.state === 'known') return list.value.some(element => element.given === 'yes') ? known(true, value.at) : mapValue(countOf(property), count => count > 0);
  if (map.state === 'known') return known(map.value.size > 0, value.at);
  return mapValue(value, shape => shape !== '');
}

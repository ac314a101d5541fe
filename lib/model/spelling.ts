import { entryOf } from '../core/entry';
import { known, mapValue, thenValue, unknown, type Value } from '../core/value';
import type { Property } from '../template/property';

/** CPU units. ECS takes `1024` and `1 vCPU`, in any case and with or without the space; parts only of a vCPU. 1 vCPU is 1024 units. */
export function cpuUnits(property: Property): Value<number> {
  return measure(property, readCpuUnits, 'CPU units or vCPU');
}

/** MiB. ECS takes `2048` and `2 GB`, in any case and with or without the space; parts only of a GB. 1 GB is 1024 MiB. */
export function memoryMiB(property: Property): Value<number> {
  return measure(property, readMemoryMiB, 'MiB or GB');
}

/** CPU units as text; undefined where ECS would not take it. */
export function readCpuUnits(text: string): number | undefined {
  return amount(text, { '': 1, 'vcpu': 1024 });
}

/** Memory as text, in MiB; undefined where ECS would not take it. */
export function readMemoryMiB(text: string): number | undefined {
  return amount(text, { '': 1, 'mb': 1, 'gb': 1024 });
}

function measure(property: Property, read: (text: string) => number | undefined, expected: string): Value<number> {
  return thenValue(property.text(), text => {
    const { at } = property.value(), size = read(text);
    return size === undefined ? unknown({ kind: 'form', expected, found: JSON.stringify(text) }, at) : known(size, at);
  });
}

function amount(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = entryOf(units, unit.toLowerCase());
  if (number === undefined || factor === undefined || (unit === '' && !/^\d+$/.test(number))) return undefined;
  return Math.round(Number(number) * factor);
}

/** A word of an enumeration that AWS writes in small letters. */
export function lower(property: Property): Value<string> {
  return mapValue(property.text(), text => text.trim().toLowerCase());
}

/** A word of an enumeration, in capitals as the ECS API writes it. */
export function upper(property: Property): Value<string> {
  return mapValue(property.text(), text => text.trim().toUpperCase());
}

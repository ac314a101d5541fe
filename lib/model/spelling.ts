import { mapValue, thenValue, unknown, type Value, known } from '../core/value';
import type { Property } from '../template/property';

/** CPU units. ECS takes `1024` and `1 vCPU`, in any case and with or without the space. 1 vCPU is 1024 units. */
export function cpuUnits(property: Property): Value<number> {
  return thenValue(property.text(), text => measure(property, text, { '': 1, 'vcpu': 1024 }, 'CPU units or vCPU'));
}

/** MiB. ECS takes `2048` and `2 GB`, in any case and with or without the space. 1 GB is 1024 MiB. */
export function memoryMiB(property: Property): Value<number> {
  return thenValue(property.text(), text => measure(property, text, { '': 1, 'mb': 1, 'gb': 1024 }, 'MiB or GB'));
}

function measure(property: Property, text: string, units: Readonly<Record<string, number>>, expected: string): Value<number> {
  const [, amount, unit = ''] = /^\s*(\d+\.?\d*|\.\d+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  const { at } = property.value();
  if (amount === undefined || factor === undefined) return unknown({ kind: 'form', expected, found: JSON.stringify(text) }, at);
  return known(Math.round(Number(amount) * factor), at);
}

/** A word of an enumeration, in capitals as the ECS API writes it. */
export function upper(property: Property): Value<string> {
  return mapValue(property.text(), text => text.trim().toUpperCase());
}

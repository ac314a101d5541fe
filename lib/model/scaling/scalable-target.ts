import type { Origin } from '../../core/origin';
import { partsOf, textOf } from '../../core/text';
import { absent, mapValue, type TextPart, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import type { Service } from '../service/service';

/** `AWS::ApplicationAutoScaling::ScalableTarget`: how many tasks a service may have. Others refer to it by `Ref`. */
export interface ScalableTarget extends Named {
  readonly namespace: Value<string>;
  readonly dimension: Value<string>;
  /** `service/<cluster>/<service>`. */
  readonly resourceId: Value<string>;
  /** The service that the resource id names. */
  readonly service: Value<Service>;
  readonly minCapacity: Value<number>;
  readonly maxCapacity: Value<number>;
  readonly scheduledActions: Value<readonly ScheduledAction[]>;
}

/** A change of the limits at a time. */
export interface ScheduledAction {
  readonly at: Origin;
  readonly schedule: Value<string>;
  readonly minCapacity: Value<number>;
  readonly maxCapacity: Value<number>;
}

export function readScalableTarget(resource: Resource, services: Lookup<Service>): ScalableTarget {
  const { properties } = resource;
  const resourceId = properties.get('ResourceId').text();
  return {
    namespace: properties.get('ServiceNamespace').text(),
    dimension: properties.get('ScalableDimension').text(),
    resourceId,
    service: services.find(lastSegment(resourceId)),
    minCapacity: properties.get('MinCapacity').integer(),
    maxCapacity: properties.get('MaxCapacity').integer(),
    scheduledActions: mapValue(properties.get('ScheduledActions').list(), list => list.map(readScheduledAction)),
    ...namedOf(resource, ''),
  };
}

function readScheduledAction(property: Property): ScheduledAction {
  return {
    at: property.at,
    schedule: property.get('Schedule').text(),
    minCapacity: property.get('ScalableTargetAction', 'MinCapacity').integer(),
    maxCapacity: property.get('ScalableTargetAction', 'MaxCapacity').integer(),
  };
}

/** What scales each service for certain: the first, where there are several. */
export function targetsByService(targets: readonly ScalableTarget[]): ReadonlyMap<Service, ScalableTarget> {
  const certain = targets.filter(({ exists }) => exists.state === 'known');
  return new Map(certain.toReversed().flatMap(target => (target.service.state === 'known' ? [[target.service.value, target]] : [])));
}

/** What stands behind the last slash of a text of which not all may be known. */
function lastSegment(value: Value<string>): Value<string> {
  const parts = partsOf(value);
  if (!parts) return absent(value.at);
  const last = parts.findLastIndex(part => typeof part === 'string' && part.includes('/'));
  const rest = parts.slice(last + 1), slashed = parts[last];
  const tail: readonly TextPart[] = typeof slashed === 'string' ? [slashed.slice(slashed.lastIndexOf('/') + 1), ...rest] : rest;
  return textOf(tail, value.at);
}

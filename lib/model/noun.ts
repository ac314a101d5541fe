import type { Origin } from '../core/origin';
import type { Value } from '../core/value';
import type { ResourceRef } from '../finding/finding';
import type { Environment, Resource } from '../template/resource';

/** A resource as the model sees it. */
export interface Noun extends ResourceRef {
  /** As `AWS::ECS::Service`. */
  readonly type: string;
  /** Where its properties stand. */
  readonly at: Origin;
  /** Unknown where a condition decides that is not known. What is said of such a resource is undecided. */
  readonly exists: Value<boolean>;
  /** Where its stack is deployed. */
  readonly environment: Environment;
}

/** A noun that others refer to. */
export interface Named extends Noun {
  /** Its physical name: as given, else the one that CloudFormation will make up, which is known by what it is. */
  readonly name: Value<string>;
}

export function nounOf(resource: Resource): Noun {
  const { stack, id, type, exists, environment } = resource;
  return { stack, id, type, exists, environment, at: resource.properties.at };
}

/** A noun whose physical name stands under `nameProperty` when it is given. */
export function namedOf(resource: Resource, nameProperty: string): Named {
  const given = resource.properties.get(nameProperty).text();
  return { ...nounOf(resource), name: given.state === 'absent' ? resource.ref.text() : given };
}

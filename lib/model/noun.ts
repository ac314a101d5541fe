import type { Answer } from '../core/identity';
import type { Origin } from '../core/origin';
import { partsOf, sameText, textKey } from '../core/text';
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

/**
 * What every noun has. It is spread behind what a noun has beside: V8 of Node.js 20 gives each object to which properties are added behind what was
 * spread first a hidden class of its own, which takes a hundred times as long and slows down whoever reads it.
 */
export function nounOf(resource: Resource): Noun {
  const { stack, id, type, exists, environment, at } = resource;
  return { stack, id, type, exists, environment, at };
}

/** A noun whose physical name stands under `nameProperty` when it is given. */
export function namedOf(resource: Resource, nameProperty: string): Named {
  const given = resource.properties.get(nameProperty).text();
  return { name: given.state === 'absent' ? resource.ref.text() : given, ...nounOf(resource) };
}

/** Whether two texts are the name of one thing. A name that CloudFormation makes up is none that somebody wrote down. */
export function sameName(a: Value<string>, b: Value<string>): Answer {
  return (a.state === 'known' && isMadeUp(b)) || (b.state === 'known' && isMadeUp(a)) ? 'no' : sameText(a, b);
}

/** What two names have in common that may be of one thing. Undefined for a name of which too little is known to tell. */
export function nameKey(name: Value<string>): string | undefined {
  const isOneOwn = name.state === 'unknown' && name.is?.kind === 'attribute' && name.is.attribute === 'Ref' && isMadeUp(name);
  return name.state === 'known' || isOneOwn ? textKey(name) : undefined;
}

/** What makes up a name where nobody gives one: CloudFormation for a resource, EC2 for the security group that a VPC comes with. */
const madeUp = ['Ref', 'DefaultSecurityGroup'];

/** Whether the name is made up, so that nobody can have written it down before. */
export function isMadeUp(name: Value<string>): boolean {
  return (partsOf(name) ?? []).some(part => typeof part === 'object' && part.why.kind === 'created' && (part.why.isName || (part.is?.kind === 'attribute' && madeUp.includes(part.is.attribute))));
}

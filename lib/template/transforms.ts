import { gentleTransforms } from '../catalog/transforms';
import type { Origin } from '../core/origin';
import { unknown, type Unknown } from '../core/value';
import { isList, isMap, own, type Raw, type RawMap } from './raw';

/** What a template hands to others before CloudFormation reads it, and nobody knows here. */
export interface Transforms {
  /** A macro may make anything of the whole template. */
  readonly rewritten?: Unknown;
  /** Sections may hold more than what is written in them. */
  readonly added?: Unknown;
}

/** Reads the `Transform` of a template: one transform or several, by name or with parameters. */
export function transformsOf(root: RawMap, at: Origin): Transforms {
  const written = own(root, 'Transform') ?? own(root, 'Fn::Transform') ?? [], all = isList(written) ? written : [written];
  const macro = all.find(transform => !gentleTransforms.value.some(name => nameOf(transform).startsWith(name))), include = all.find(isInclude);
  return {
    ...(macro === undefined ? {} : { rewritten: transformed(macro, at) }),
    ...(include === undefined ? {} : { added: transformed(include, at) }),
  };
}

/** Whether the transform only adds to what stands beside it. A macro is handed that, and may give back anything instead. */
export function isInclude(transform: Raw): boolean {
  return nameOf(transform) === 'AWS::Include';
}

/** What the transform makes, or brings: nobody knows here. */
export function transformed(transform: Raw, at: Origin): Unknown {
  const location = own(own(transform, 'Parameters'), 'Location');
  if (!isInclude(transform)) return unknown({ kind: 'transform', what: `what macro ${nameOf(transform)} makes of this` }, at);
  return unknown({ kind: 'transform', what: `what AWS::Include brings${typeof location === 'string' ? ` from ${location}` : ''}` }, at);
}

function nameOf(transform: Raw): string {
  const name = isMap(transform) ? own(transform, 'Name') : transform;
  return typeof name === 'string' ? name : '?';
}

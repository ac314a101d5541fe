import { Annotations, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { allInstanceTypes, instanceType, nearest } from '../../engine';

/** Warns of instance types that are not in the table, which may be mistyped, or newer than it. */
export function warnOfUnknownTypes(scope: Construct, names: readonly string[]): void {
  for (const name of names) {
    if (instanceType(name) || Token.isUnresolved(name)) continue;
    const meant = nearest(name, allInstanceTypes().map(type => type.name));
    Annotations.of(scope).addWarningV2(`Drydock:unknownInstanceType:${name}`, `${scope.node.path}: instanceTypes holds '${name}', which Drydock does not know.${meant === undefined ? '' : ` Did you mean ${meant}?`} One that is newer than its table is launched all the same.`);
  }
}

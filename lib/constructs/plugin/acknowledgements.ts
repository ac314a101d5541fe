import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StackInput } from '../../engine';

/** What `Validations.of(construct).acknowledge(…)` said of a rule of Drydock's. It covers the construct and everything below it. */
export interface TreeAcknowledgement {
  readonly rule: string;
  readonly reason: string;
  /** Empty for the app. */
  readonly constructPath: string;
  /** Whether the construct is a stack or in one: then the assembly records the acknowledgement, and whoever reads the assembly knows it. */
  readonly recorded: boolean;
}

/** All of them in a construct tree. */
export function acknowledgementsIn(root: IConstruct): readonly TreeAcknowledgement[] {
  return root.node.findAll().flatMap(construct => construct.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .flatMap(([id, reason]) => {
      const [, rule] = /^Drydock::(.+)$/.exec(id) ?? [];
      return rule === undefined ? [] : [{ rule, reason, constructPath: construct.node.path, recorded: construct.node.scopes.some(scope => Stack.isStack(scope)) }];
    }));
}

/** Whether one covers what is found at a construct. */
export function covers(acknowledgement: TreeAcknowledgement, constructPath: string): boolean {
  return acknowledgement.constructPath === '' || `${constructPath}/`.startsWith(`${acknowledgement.constructPath}/`);
}

/** A deployment with what the assembly does not record: acknowledgements at the app and at stages above its stacks. */
export function withUnrecorded(stacks: readonly StackInput[], acknowledged: readonly TreeAcknowledgement[]): readonly StackInput[] {
  const above = acknowledged.filter(acknowledgement => !acknowledgement.recorded && stacks.some(({ name }) => covers(acknowledgement, name)));
  return stacks.map((stack, i) => (i === 0 ? { ...stack, acknowledged: [...(stack.acknowledged ?? []), ...above] } : stack));
}

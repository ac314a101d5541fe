import type { BaseStackName } from './base-stacks';

/** A template that shows a rule at work. The rule's page prints it, and a test runs it. */
export interface Example {
  /** The situation, as a noun phrase. */
  readonly name: string;
  /** What the reader should see in it. */
  readonly because?: string;
  /** The working stack that it is laid over. */
  readonly over: BaseStackName;
  /** YAML of a template that holds only what differs: maps are merged, lists and scalars replaced, `null` takes away. */
  readonly template: string;
  /** YAML of the template from which its resource `Child`, an `AWS::CloudFormation::Stack`, makes a stack. */
  readonly nested?: string;
  /** What the rule says of it: the violations of a bad example, the undecided answers of an unknown one. */
  readonly expects?: readonly Expected[];
}

export interface Expected {
  /** Path below `Resources`, as `Task.Properties.Memory`. */
  readonly at: string;
  /** Which message of the rule; left out where the rule is undecided. */
  readonly message?: string;
}

/** All examples of one rule. */
export interface Examples {
  readonly rule: string;
  readonly bad: readonly [Example, ...Example[]];
  readonly good: readonly [Example, ...Example[]];
  /** Values that cannot be known: no violation, and an undecided answer that says why. */
  readonly unknown?: readonly Example[];
  /** The same in other spellings that CloudFormation and ECS take: text for numbers, `1 vCPU`, intrinsic functions. */
  readonly spelled?: readonly Example[];
  /** The property left out: what ECS's default makes of it. */
  readonly defaulted?: readonly Example[];
}

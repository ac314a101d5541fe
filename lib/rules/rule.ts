import type { Origin } from '../core/origin';
import type { Unknown, Value } from '../core/value';
import type { Fact } from '../catalog/fact';
import type { Phase, ResourceRef, Severity, Words } from '../finding/finding';
import type { Model } from '../model/model';
import type { SubjectName, Subjects } from './subjects';

/** Words for each way in which a rule can be violated, from the data of the case. */
export type Messages = Readonly<Record<string, (data: never) => Words>>;

/** One thing that ECS, or AWS around it, demands. */
export interface Rule<S extends SubjectName = SubjectName, M extends Messages = Messages> {
  /** Kebab-case noun phrase; API, so it is never reused for something else. */
  readonly id: string;
  /** What is wrong, without a full stop. */
  readonly title: string;
  /** The highest severity that its messages have. */
  readonly severity: Severity;
  readonly phase: Phase;
  /** What `check` is called with: once for each of the deployment. */
  readonly subject: S;
  /** Of resources: their types, where it is about those of some types alone. */
  readonly types?: S extends 'resource' ? readonly string[] : never;
  /** Why, in a paragraph for the rule's page. */
  readonly explanation: string;
  /** AWS's page, or the evidence of an observed behaviour. */
  readonly docs: string;
  /** The messages and service events of ECS that it predicts. Empty only for what ECS does not refuse. */
  readonly predicts: readonly string[];
  /** The facts it rests on. */
  readonly facts: readonly Fact<unknown>[];
  readonly messages: M;
  /** Pure: says what it finds by `say`, and gives nothing back. */
  check(subject: Subjects[S], say: Say<M>, model: Model): void;
}

/** How a rule answers. */
export interface Say<M extends Messages = Messages> {
  /** The value where it is known. Where it is unknown, the rule is noted as undecided; absent and unknown both give undefined. */
  need<T>(value: Value<T>): T | undefined;
  /** Notes that the rule cannot tell, for want of this value. */
  undecided(unknown: Unknown): void;
  /** The rule is violated. `at` is where the repair belongs; the resource that stands there is the one that is named. */
  violated<K extends keyof M & string>(message: K, at: Located, data: Parameters<M[K]>[0], others?: Others): void;
}

/** Anything that stands somewhere in a template: a value, a resource, a container. */
export interface Located { readonly at: Origin }

export interface Others {
  /** Other resources that take part, beside the rule's subject. */
  readonly related?: readonly ResourceRef[];
}

/** Declares a rule. A wrong message key or a missing datum in `check` does not compile. */
export function defineRule<S extends SubjectName, const M extends Messages>(rule: Rule<S, M>): Rule<S, M> {
  return Object.freeze(rule);
}

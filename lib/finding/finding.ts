import type { Identity } from '../core/identity';
import { byText } from '../core/order';
import type { Path, Place } from '../core/origin';

/** How much it matters: it will not work, it works until something happens, it works and could be safer. */
export type Severity = 'error' | 'warning' | 'advice';

/** When ECS would object, in the order of a deployment. */
export const phases = ['create', 'register', 'place', 'start', 'deploy', 'scale', 'az-loss', 'schedule', 'exec'] as const;

export type Phase = (typeof phases)[number];

/** A resource of the deployment. */
export interface ResourceRef {
  readonly stack: string;
  /** The logical id. */
  readonly id: string;
}

/**
 * The stack that stands for what the account holds already, as `drydock.json` tells; no stack of CloudFormation is called so. Its resources are there before
 * all others, and each has its logical id for its physical one. Nothing is reported of them: what is wrong between them and the templates is put right in the templates.
 */
export const accountStack = 'the account';

/** One text for each resource. */
export function resourceKey({ stack, id }: ResourceRef): string {
  return `${stack} ${id}`;
}

export function isSame(a: ResourceRef, b: ResourceRef): boolean {
  return a.stack === b.stack && a.id === b.id;
}

/** The one of some resources of which something is an attribute, `Ref` among them. */
export function ownerOf<T extends ResourceRef>(is: Identity | undefined, all: readonly T[]): T | undefined {
  return is?.kind === 'attribute' ? all.find(({ stack, id }) => stack === is.stack && id === is.resource) : undefined;
}

/** An order that means the same wherever resources stand in their templates. */
export function byResource(a: ResourceRef, b: ResourceRef): number {
  return byText(a.stack, b.stack) || byText(a.id, b.id);
}

/** The words of a finding. Whole sentences, in the nouns of ECS and the property names of the template. */
export interface Words {
  /** What was given, what ECS takes, with both values. */
  readonly says: string;
  /** The one repair, when there is one; else what to decide. */
  readonly fix?: string;
  /** The message or service event that ECS would give. */
  readonly ecsSays?: string;
  /** The repair as changes of the template, where there is one that takes no decision: after all of them the finding is gone. */
  readonly repair?: readonly Change[];
  /** Where this message is less than the rule's own severity. */
  readonly severity?: Severity;
  /** Where this message is of another phase than the rule's own. */
  readonly phase?: Phase;
}

/** Something that a template may hold, functions in their long form. */
export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal };

/** One change of a template. It is made where the finding stands unless it says another place; maps and lists on the way that are missing are made with it. */
export type Change = { readonly at?: Place } & (
  | { readonly below?: Path; readonly set: Literal }
  | { readonly below?: Path; readonly append: readonly Literal[] }
  /** What stands there is taken out, or, by `above`, what holds it so many steps up. */
  | { readonly remove: true; readonly above?: number }
  /** For the resource in which it stands. */
  | { readonly dependsOn: readonly string[] });

/** What a change does at its place. */
export type Edit = { readonly set: Literal } | { readonly append: readonly Literal[] } | { readonly remove: true };

/** A change with its place from the root of a template. */
export type PlacedChange = Place & Edit;

/** A rule is violated. Not yet located: line, construct path and source line are looked up only for what is reported. */
export interface Violation {
  readonly rule: string;
  /** Which of the rule's messages; part of the fingerprint, so wording can improve. */
  readonly message: string;
  readonly severity: Severity;
  readonly phase: Phase;
  readonly title: string;
  readonly words: Words;
  /** Where the repair belongs. */
  readonly resource: ResourceRef;
  readonly at: Place;
  /** Where the value was written, if a parameter or mapping supplied it. */
  readonly from?: Place;
  readonly repair?: readonly PlacedChange[];
  /** The other resources that take part, as the service that cannot be placed. */
  readonly related: readonly ResourceRef[];
  /** The scenario in which it happens, where one was played. */
  readonly scenario?: string;
}

/** A rule could not tell. Never fails a build; always counted and explained. */
export interface Undecided {
  readonly rule: string;
  readonly resource: ResourceRef;
  readonly at: Place;
  readonly reason: string;
  /** The input that would settle it; empty where nothing before the deployment can. */
  readonly resolveWith: string;
  /** The same for `drydock.json`, where that can say it. */
  readonly give?: Fragment;
}

/** A part of `drydock.json`, with words between angle brackets for what somebody has to fill in. */
export interface Fragment {
  readonly [key: string]: Fragment | string;
}

/** Something taken as true because neither the template nor AWS's documentation says it. */
export interface Assumption {
  readonly fact: string;
  readonly value: string;
  readonly because: string;
}

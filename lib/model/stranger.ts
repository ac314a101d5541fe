import { by } from '../core/order';
import { unknown, type Unknown, type Value } from '../core/value';
import { resourceKey, type ResourceRef } from '../finding/finding';
import type { Deployment } from '../template/deployment';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { nounOf, type Noun } from './noun';
import { isOpen } from './part';

/**
 * A resource of which the templates do not tell what it does: a custom resource, one of a third party, a nested stack whose template is not here,
 * what a macro or an unreadable loop makes, an application of AWS SAM (a nested stack), or a connector of it (which writes policies).
 * What is handed to it may get there what the templates do not give it: a listener, a route, a rule, a policy.
 */
export interface Stranger extends Noun {
  /** The resources that it is handed, or may be, by stack and logical id. */
  readonly handed: ReadonlySet<string>;
  /** What of that which it is handed may be any resource. */
  readonly open: Unknown | undefined;
}

export function readStrangers(resources: readonly Resource[], deployment: Deployment): readonly Stranger[] {
  return resources.filter(resource => isStrange(resource, deployment)).map(resource => {
    const handed = handedIn(resource.properties.value());
    return { handed: new Set(handed.filter(key => typeof key === 'string')), open: handed.find(part => typeof part === 'object'), ...nounOf(resource) };
  });
}

/** The resources that a value names, and what in it may name any. */
function handedIn(value: Value<unknown>): readonly (string | Unknown)[] {
  if (value.state === 'absent') return [];
  if (value.is?.kind === 'attribute') return [resourceKey({ stack: value.is.stack, id: value.is.resource })];
  if (value.state === 'known') return propertiesIn(value.value).flatMap(property => handedIn(property.value()));
  const { among, entries, text } = value, parts = among ?? text?.filter(part => typeof part === 'object') ?? (entries && propertiesIn(entries).map(property => property.value()));
  return parts?.flatMap(handedIn) ?? (isOpen(value) ? [value] : []);
}

function propertiesIn(shape: unknown): readonly Property[] {
  return shape instanceof Map ? [...(shape as ReadonlyMap<string, Property>)].sort(by(([key]) => key)).map(([, property]) => property) : Array.isArray(shape) ? (shape as readonly Property[]) : [];
}

/** What a stranger may do to a resource, where one is handed it. */
export function doneByStranger(noun: ResourceRef, strangers: readonly Stranger[]): Unknown | undefined {
  const stranger = strangers.find(({ handed }) => handed.has(resourceKey(noun)));
  if (stranger?.exists.state === 'unknown') return unknown(stranger.exists.why, stranger.at);
  if (stranger) return unknown({ kind: 'elsewhere', what: `what ${stranger.id} does with ${noun.id}` }, stranger.at);
  return strangers.find(({ open }) => open)?.open;
}

function isStrange({ stack, id, type }: Resource, deployment: Deployment): boolean {
  const around = deployment.stacks.get(stack);
  return type === 'AWS::CloudFormation::Stack' ? !around || !deployment.nested(around, id) : strangeTypes.test(type);
}

/** What else AWS SAM makes is what its types say: functions, tables, APIs and their own roles. What the CDK writes for stacks of other regions does nothing to anything. */
const strangeTypes = /^(?!AWS::|Custom::CrossRegionExportWriter$)|^AWS::CloudFormation::CustomResource$|^AWS::Serverless::(?:Application|Connector)$/;

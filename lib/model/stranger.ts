import { unknown, type Unknown } from '../core/value';
import { resourceKey, type ResourceRef } from '../finding/finding';
import type { Deployment } from '../template/deployment';
import type { Resource } from '../template/resource';
import { textsBelow } from '../template/texts-below';
import { nounOf, type Noun } from './noun';

/**
 * A resource of which the templates do not tell what it does: a custom resource, one of a third party, a nested stack whose template is not here,
 * what a macro or an unreadable loop makes, an application of AWS SAM (a nested stack), or a connector of it (which writes policies).
 * What is handed to it may get there what the templates do not give it: a listener, a route, a rule, a policy.
 */
export interface Stranger extends Noun {
  /** The resources that it is handed, by stack and logical id. */
  readonly handed: ReadonlySet<string>;
}

export function readStrangers(resources: readonly Resource[], deployment: Deployment): readonly Stranger[] {
  return resources.filter(resource => isStrange(resource, deployment)).map(resource => ({
    ...nounOf(resource),
    handed: new Set(textsBelow(resource.properties).flatMap(part => (typeof part === 'object' && part.is?.kind === 'attribute' ? [resourceKey({ stack: part.is.stack, id: part.is.resource })] : []))),
  }));
}

/** What a stranger may do to a resource, where one is handed it. */
export function doneByStranger(noun: ResourceRef, strangers: readonly Stranger[]): Unknown | undefined {
  const stranger = strangers.find(({ handed }) => handed.has(resourceKey(noun)));
  if (stranger?.exists.state === 'unknown') return unknown(stranger.exists.why, stranger.at);
  return stranger && unknown({ kind: 'elsewhere', what: `what ${stranger.id} does with ${noun.id}` }, stranger.at);
}

function isStrange({ stack, id, type }: Resource, deployment: Deployment): boolean {
  const around = deployment.stacks.get(stack);
  return type === 'AWS::CloudFormation::Stack' ? !around || !deployment.nested(around, id) : strangeTypes.test(type);
}

/** What else AWS SAM makes is what its types say: functions, tables, APIs and their own roles. What the CDK writes for stacks of other regions does nothing to anything. */
const strangeTypes = /^(?!AWS::|Custom::CrossRegionExportWriter$)|^AWS::CloudFormation::CustomResource$|^AWS::Serverless::(?:Application|Connector)$/;

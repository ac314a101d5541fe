import type { Origin } from '../../core/origin';
import type { Deployment } from '../../template/deployment';
import { offenceOf, type Offence } from '../../template/parameter-constraints';
import { Property } from '../../template/property';
import { own, type Raw } from '../../template/raw';
import type { Stack } from '../../template/stack';
import type { ResourceRef } from '../../finding/finding';
import type { Noun } from '../noun';

/** A parameter of a template; or what the stack around passes for one of a name that the template does not declare. */
export interface Parameter extends Noun {
  readonly isDeclared: boolean;
  /** The resource of the stack around that passes the parameters of a nested one. */
  readonly passedBy: ResourceRef | undefined;
  /** Whether it has no default and is given no value. */
  readonly lacksValue: boolean;
  /** What is given for it that the template does not take. */
  readonly refused: readonly Refused[];
}

/** A value that a parameter does not take. */
export interface Refused extends Offence {
  readonly at: Origin;
  readonly given: string;
  /** How the template puts what it takes. */
  readonly description?: string;
}

/** The parameters of all templates. */
export function readParameters({ stacks }: Deployment): readonly Parameter[] {
  return [...stacks.values()].flatMap(stack => [...stack.parameterNames()].map(name => readParameter(stack, name)));
}

function readParameter(stack: Stack, id: string): Parameter {
  const { name, environment, settings: { nestedIn } } = stack, declared = stack.declared(id);
  const at = { stack: name, path: ['Parameters', id] }, value = Property.settled(stack.reference(id, at));
  return {
    stack: name, id, type: 'Parameter', at, environment,
    exists: stack.isCreated(at),
    isDeclared: declared !== undefined,
    passedBy: nestedIn && { stack: nestedIn.stack, id: nestedIn.resource },
    lacksValue: declared !== undefined && lacksValue(value),
    refused: declared === undefined ? [] : refusedOf(declared, value),
  };
}

function lacksValue(property: Property): boolean {
  const value = property.value();
  return value.state === 'unknown' && value.is?.kind === 'parameter' && value.why.kind === 'parameter' && value.is.name === value.why.name && value.is.stack === value.why.stack;
}

/** Of a parameter of Systems Manager the value is the name under which it is stored, and not what is read here. */
function refusedOf(declared: Raw, value: Property): readonly Refused[] {
  const texts = value.texts(), description = own(declared, 'ConstraintDescription');
  if (texts.state !== 'known' || String(own(declared, 'Type')).startsWith('AWS::SSM::')) return [];
  return texts.value.flatMap(text => {
    const offence = text.state === 'known' ? offenceOf(declared, text.value) : undefined;
    return text.state === 'known' && offence ? [{ ...offence, at: text.at.from ?? text.at, given: text.value, ...(typeof description === 'string' ? { description } : {}) }] : [];
  });
}

import { below, type Origin } from '../core/origin';
import { known, unknown, type Value } from '../core/value';
import { reference } from './dynamic-reference';
import { Property, type Shape } from './property';
import { own, type Raw } from './raw';

/** The value of a parameter: as given, else its default, else unknown. */
export function readParameter(name: string, declared: Raw, given: string | undefined, at: Origin): Value<Shape> {
  const fallback = own(declared, 'Default');
  const text = given ?? (fallback === undefined || fallback === null ? undefined : String(fallback));
  const where = given === undefined ? below(at, 'Default') : at;
  const type = String(own(declared, 'Type') ?? 'String');
  if (text === undefined) return unknown({ kind: 'parameter', stack: at.stack, name }, at, { is: { kind: 'parameter', stack: at.stack, name } });
  // The value of an SSM-typed parameter is the name of a Systems Manager parameter, which CloudFormation reads when it deploys.
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return reference(`resolve:ssm:${text}`, where);
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return known(text, where);
  const elements = text === '' ? [] : text.split(',').map(element => element.trim());
  return known(elements.map(element => Property.settled(known(element, where))), where);
}

import { below, type Origin } from '../core/origin';
import { known, mapValue, thenValue, type Value } from '../core/value';
import { reference, textWithReferences } from './dynamic-reference';
import { splitText } from './intrinsics/split';
import { isList, Property, type Shape } from './property';
import { own, type Raw } from './raw';

/** The default that a parameter declares. */
export function defaultOf(declared: Raw, at: Origin): Property | undefined {
  const fallback = own(declared, 'Default');
  return fallback === undefined || fallback === null ? undefined : Property.settled(textWithReferences([String(fallback)], below(at, 'Default')));
}

/** What a parameter makes, by its type, of the text that is given for it. */
export function parameterValue(declared: Raw, given: Property): Value<Shape> {
  const value = given.value(), text = given.text(), type = String(own(declared, 'Type') ?? 'String');
  if (value.state === 'known' && isList(value.value)) return value;
  // The value of an SSM-typed parameter is the name of a Systems Manager parameter, which CloudFormation reads when it deploys.
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return thenValue(text, name => reference(known(`resolve:ssm:${name}`, text.at), text.at));
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return text;
  if (text.state === 'known' && text.value === '') return known([], text.at);
  return mapValue(splitText(text, ','), pieces => pieces.map(piece => Property.settled(trimmed(piece))));
}

function trimmed(text: Value<string>): Value<string> {
  return text.state === 'known' ? known(text.value.trim(), text.at) : text;
}

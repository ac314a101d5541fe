import { below, type Origin } from '../core/origin';
import { textOf } from '../core/text';
import { known, type Value } from '../core/value';
import { textWithReferences } from './dynamic-reference';
import type { Evaluator } from './intrinsics/intrinsic';
import { splitText } from './intrinsics/split';
import { offenceOf } from './parameter-constraints';
import { isList, Property, type Shape } from './property';
import { own, type Raw } from './raw';

/** The default that a parameter declares. */
export function defaultOf(declared: Raw, at: Origin, stack: Pick<Evaluator, 'dynamic'>): Property | undefined {
  const fallback = own(declared, 'Default');
  return fallback === undefined || fallback === null || isRefused(declared, String(fallback)) ? undefined : Property.settled(textWithReferences([String(fallback)], below(at, 'Default'), stack));
}

/** Whether a default is one that CloudFormation would not take: so templates ask for a value without which nobody can deploy them. */
export function isRefused(declared: Raw, fallback: string): boolean {
  return piecesOf(declared, fallback).some(piece => offenceOf(declared, piece) !== undefined);
}

/** The text that is given for a parameter, or the texts where it takes several with commas between. */
export function piecesOf(declared: Raw, text: string): readonly string[] {
  return isOfMany(String(own(declared, 'Type'))) && text !== '' ? text.split(',').map(piece => piece.trim()) : [text];
}

/** What a parameter makes, by its type, of the text that is given for it. */
export function parameterValue(declared: Raw, given: Property, stack: Pick<Evaluator, 'dynamic'>): Value<Shape> {
  const value = given.value(), text = given.text(), type = String(own(declared, 'Type') ?? 'String');
  if (value.state === 'known' && isList(value.value)) return value;
  // The value of an SSM-typed parameter is the name of a Systems Manager parameter, which CloudFormation reads when it deploys.
  const [, stored] = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(type) ?? [];
  if (stored === undefined || text.state === 'absent') return valueOf(type, text);
  return valueOf(stored, stack.dynamic(textOf(['resolve:ssm:', text.state === 'known' ? text.value : text], text.at), text.at));
}

function isOfMany(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

function valueOf(type: string, text: Value<string>): Value<Shape> {
  if (!isOfMany(type)) return text;
  if (text.state === 'known' && text.value === '') return known([], text.at);
  const pieces = splitText(text, ',');
  return pieces.state === 'known' ? known(pieces.value.map(piece => Property.settled(trimmed(piece))), pieces.at) : pieces;
}

function trimmed(text: Value<string>): Value<string> {
  return text.state === 'known' ? known(text.value.trim(), text.at) : text;
}

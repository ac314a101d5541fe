import { isList, own, type Raw } from './raw';

/** What a value of a parameter offends against, by the name it has in the template, with what the parameter takes in words. */
export interface Offence {
  readonly constraint: 'AllowedValues' | 'AllowedPattern' | 'MinLength' | 'MaxLength' | 'MinValue' | 'MaxValue' | 'Type';
  readonly takes: string;
  /** As CloudFormation ends "Parameter 'X' …". */
  readonly says: string;
}

const number = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/;

/**
 * What CloudFormation refuses of a value that is given for a parameter; of a list, each element is given by itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function offenceOf(declared: Raw, given: string): Offence | undefined {
  const allowed = own(declared, 'AllowedValues'), pattern = own(declared, 'AllowedPattern'), bound = boundOn(declared);
  const isNumber = /^(List<)?Number>?$/.test(String(own(declared, 'Type')));
  if (isNumber && !number.test(given)) return { constraint: 'Type', takes: 'a number', says: 'must be a number' };
  if (isList(allowed) && !allowed.map(String).includes(given)) return { constraint: 'AllowedValues', takes: allowed.join(', '), says: 'must be one of AllowedValues' };
  if (typeof pattern === 'string' && matchesWhole(pattern, given) === false) return { constraint: 'AllowedPattern', takes: `what matches ${pattern}`, says: `must match pattern ${pattern}` };
  if (isNumber) {
    if (Number(given) < bound('MinValue', -Infinity)) return { constraint: 'MinValue', takes: `${bound('MinValue')} or more`, says: `must be a number not less than ${bound('MinValue')}` };
    if (Number(given) > bound('MaxValue', Infinity)) return { constraint: 'MaxValue', takes: `${bound('MaxValue')} or less`, says: `must be a number not greater than ${bound('MaxValue')}` };
  }
  if (given.length < bound('MinLength', 0)) return { constraint: 'MinLength', takes: `${bound('MinLength')} characters or more`, says: `must contain at least ${bound('MinLength')} characters` };
  if (given.length > bound('MaxLength', Infinity)) return { constraint: 'MaxLength', takes: `${bound('MaxLength')} characters or fewer`, says: `must contain at most ${bound('MaxLength')} characters` };
  return undefined;
}

function boundOn(declared: Raw): (name: string, otherwise?: number) => number {
  return (name, otherwise = 0) => {
    const written = own(declared, name);
    return written !== undefined && number.test(String(written)) ? Number(written) : otherwise;
  };
}

/**
 * Whether the whole text matches a pattern of Java. Undefined where the pattern may mean something else here, or may be tried in too many ways:
 * as many as the product of all choices that it has, which is no less than what it takes to find out.
 */
function matchesWhole(pattern: string, text: string): boolean | undefined {
  const plain = pattern.replace(/\\[dDwWsSbB\-./\\*+?()[\]{}|^$@#_:,=&]/g, 'e').replace(/\[\^?[^[\]&\\]+\]/g, 'c');
  const isOfOneGrammar = !/[\\[\]]|\(\?(?!:)|[*+?}]\+|\)(?:[*+]|\{\d+,)/.test(plain);
  const choices = [...plain.matchAll(/[*+?|]|\{(\d+),(\d*)\}/g)].map(([one, least = '', upTo = '']) =>
    (one === '?' || one === '|' ? 2 : upTo === '' ? text.length + 1 : Number(upTo) - Number(least) + 1));
  const turns = [...plain.matchAll(/\)\{(\d+)\}/g)].map(([, times]) => Number(times));
  if (!isOfOneGrammar || product(choices) ** product(turns) * (text.length + 1) > mostWays) return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return undefined;
  }
}

/** As many ways as are tried in well under a second. */
const mostWays = 1e7;

function product(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all * one, 1);
}

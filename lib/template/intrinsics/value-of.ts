import { unknown } from '../../core/value';
import { isList } from '../raw';
import type { Intrinsic } from './intrinsic';

/**
 * `Fn::ValueOf`, `Fn::ValueOfAll` and `Fn::RefAll`: what the things are like, or which there are, that parameters of a type of AWS name. `Rules` alone may ask it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html
 */
export const valueOf: Intrinsic = (argument, at) => {
  const words = (isList(argument) ? argument : [argument]).filter(word => typeof word === 'string');
  return unknown({ kind: 'elsewhere', what: words.length > 1 ? `${words.slice(1).join('.')} of ${String(words[0])}` : words.join('') }, at);
};

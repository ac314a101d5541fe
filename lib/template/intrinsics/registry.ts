import { base64 } from './base64';
import { cidr } from './cidr';
import { findInMap } from './find-in-map';
import { getAtt } from './get-att';
import { getAzs } from './get-azs';
import { getStackOutput } from './get-stack-output';
import { ifThenElse } from './if';
import { importValue } from './import-value';
import type { Intrinsic } from './intrinsic';
import { join } from './join';
import { length } from './length';
import { ref } from './ref';
import { select } from './select';
import { split } from './split';
import { sub } from './sub';
import { toJsonString } from './to-json-string';
import { valueOf } from './value-of';

/** The functions of the template language that are computed, by the name they have in a template. */
export const intrinsics: ReadonlyMap<string, Intrinsic> = new Map(Object.entries({
  'Ref': ref,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::FindInMap': findInMap,
  'Fn::GetAtt': getAtt,
  'Fn::GetAZs': getAzs,
  'Fn::GetStackOutput': getStackOutput,
  'Fn::If': ifThenElse,
  'Fn::ImportValue': importValue,
  'Fn::Join': join,
  'Fn::Length': length,
  'Fn::RefAll': valueOf,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': sub,
  'Fn::ToJsonString': toJsonString,
  'Fn::ValueOf': valueOf,
  'Fn::ValueOfAll': valueOf,
}));

import type { Origin } from '../../core/origin';
import type { Known, Unknown, Value } from '../../core/value';
import type { Expansion } from '../expansion';
import type { Property, Scope, Shape } from '../property';
import type { Raw, RawMap } from '../raw';

/** What a function may ask of the stack in which it stands. */
export interface Evaluator extends Scope {
  /** What `Ref` gives: a parameter, a pseudo parameter or a resource. */
  reference(name: string, at: Origin): Value<Shape>;
  /** What `Fn::GetAtt` gives. */
  attribute(resource: string, attribute: string, at: Origin): Value<Shape>;
  /** Whether a condition of the template's `Conditions` holds. */
  condition(name: string, at: Origin): Value<boolean>;
  /** Whether a condition function holds. */
  test(condition: Raw, at: Origin): Value<boolean>;
  /** One of the template's `Mappings`. */
  mapping(name: string): Property;
  /** What another stack exports under `name`, or undefined where none is here that does. */
  imported(name: Known<string> | Unknown, at: Origin): Value<Shape> | undefined;
  /** What a dynamic reference gives, as `resolve:ssm:/path`. */
  dynamic(what: Known<string> | Unknown, at: Origin): Known<string> | Unknown;
  /** The output of another stack, or undefined where that is not here. */
  outputOf(stack: string, at: StackPlace, output: string): Property | undefined;
  /** The zones of a region, where somebody says them. */
  zones(region: string): Property | undefined;
  /** A map with its loops run. */
  expand(map: RawMap, at: Origin): Expansion;
  /** The name of the region of the stack, where known. */
  readonly region: string | undefined;
}

/** Where a stack is deployed; what is absent is as where the stack stands that asks. */
export interface StackPlace {
  readonly region: Value<string>;
  readonly account: Value<string>;
}

/** Computes one function of the template language. `argument` is what stands under the function's name. */
export type Intrinsic = (argument: Raw, at: Origin, stack: Evaluator) => Value<Shape>;

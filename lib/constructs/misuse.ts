import { Construct, type IConstruct } from 'constructs';

/** Wrong use of a construct: says where, what was given and what to do. Thrown at once, so that the stack trace names the user's line. */
export function misuse(where: IConstruct | string, message: string): Error {
  return new Error(`${typeof where === 'string' ? where : where.node.path}: ${message}`);
}

/** The path that a construct will have, for errors about what is made before it. Without an id it is that of the scope. */
export function pathOf(scope: IConstruct, id: string): string {
  return [scope.node.path, id].filter(part => part !== '').join('/');
}

/** The first of some options that has a value. */
export function firstGiven(options: { readonly [option: string]: unknown }): string | undefined {
  return Object.keys(options).find(option => options[option] !== undefined);
}

/** Whether something is a construct, also one of another copy of its package. */
export function isConstruct(value: unknown): value is Construct {
  return Construct.isConstruct(value);
}

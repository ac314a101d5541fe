import { below, type Origin } from '../core/origin';
import { partsOf } from '../core/text';
import { unknown, type Unknown } from '../core/value';
import type { Property } from '../template/property';
import { anyPartition } from './arn';
import { readCondition, type Condition } from './condition';
import { documentIn } from './json';
import { patternsOf, readGlob, type Patterns } from './pattern';
import { readPrincipals, type Principals } from './principal';
import { textsIn } from './texts-in';

/** What of a policy document can be read. */
export interface PolicyDocument {
  readonly statements: readonly Statement[];
  /** What cannot be read and may hold statements. */
  readonly unread: readonly Unknown[];
}

/** A statement of an IAM policy, taken apart once to be held against many requests. */
export interface Statement {
  readonly at: Origin;
  readonly effect: 'Allow' | 'Deny';
  /** `Action` or `NotAction`, in lower case, since IAM takes actions in any case. */
  readonly actions: Patterns;
  /** `Resource` or `NotResource`. None in a trust policy. */
  readonly resources: Patterns;
  /** `Principal` or `NotPrincipal`, of resource-based and trust policies. */
  readonly principals: Principals;
  readonly condition: Condition;
  /** Set where it is not known whether it has this effect. */
  readonly inDoubt?: Unknown;
  /** The policy of AWS's own that it is of; nobody can edit those. */
  readonly awsManaged?: string;
}

/** Reads a policy document, of AWS's own where it has such a name. What stands where a statement should and is none is not read. */
export function readPolicyDocument(given: Property, awsManaged?: string): PolicyDocument {
  const document = documentIn(given), list = document.get('Statement').listOrOne(), version = document.get('Version').text();
  if (list.state === 'unknown') return { statements: [], unread: [list] };
  // Without a version a policy is of the first one, which knows no variables.
  const variables = version.state === 'unknown' || (version.state === 'known' && version.value === '2012-10-17'), around = { variables, awsManaged };
  const statements: Statement[] = [], unread: Unknown[] = [];
  for (const property of list.state === 'known' ? list.value : []) {
    const read = readStatement(property, around);
    if ('state' in read) unread.push(read);
    else statements.push(...read);
  }
  return { statements, unread };
}

/** What its document says of a statement. */
interface Around {
  readonly variables: boolean;
  readonly awsManaged: string | undefined;
}

/** A statement whose effect is not known may allow and may deny. */
function readStatement(property: Property, around: Around): readonly Statement[] | Unknown {
  const effect = property.get('Effect').text(), whole = property.value();
  if (whole.state === 'unknown') return whole;
  if (effect.state === 'absent' || (effect.state === 'known' && effect.value !== 'Allow' && effect.value !== 'Deny')) {
    return unknown({ kind: 'form', expected: 'a policy statement with Effect', found: 'another value' }, below(property.at, 'Effect'));
  }
  if (effect.state === 'unknown') return [new WrittenStatement('Allow', property, around, effect), new WrittenStatement('Deny', property, around, effect)];
  return [new WrittenStatement(effect.value === 'Allow' ? 'Allow' : 'Deny', property, around)];
}

/** Most requests ask a statement for its actions and, as it is about others, for nothing else: each part is taken apart when it is asked for. */
class WrittenStatement implements Statement {
  readonly inDoubt?: Unknown;
  readonly awsManaged?: string;
  private readonly parts: { actions?: Patterns; resources?: Patterns; principals?: Principals; condition?: Condition } = {};

  constructor(readonly effect: Statement['effect'], private readonly property: Property, private readonly around: Around, inDoubt?: Unknown) {
    if (inDoubt) this.inDoubt = inDoubt;
    if (around.awsManaged !== undefined) this.awsManaged = around.awsManaged;
  }

  get at(): Origin {
    return this.property.at;
  }

  get actions(): Patterns {
    return (this.parts.actions ??= readPatterns(this.property, 'Action', this.around.variables));
  }

  get resources(): Patterns {
    return (this.parts.resources ??= readPatterns(this.property, 'Resource', this.around.variables));
  }

  get principals(): Principals {
    return (this.parts.principals ??= readPrincipals(this.property));
  }

  get condition(): Condition {
    return (this.parts.condition ??= readCondition(this.property.get('Condition'), this.around.variables));
  }
}

function readPatterns(statement: Property, key: 'Action' | 'Resource', variables: boolean): Patterns {
  const except = statement.get(key).given === 'no' && statement.get(`Not${key}`).given !== 'no';
  const property = statement.get(except ? `Not${key}` : key), given = textsIn(property), reading = { wildcards: true, variables: variables && key === 'Resource' };
  // A policy of a resource may leave out that it is about that resource.
  const isLeftOut = key === 'Resource' && property.given === 'no';
  const globs = given.map(text => {
    const parts = partsOf(text) ?? [];
    return readGlob(key === 'Action' ? parts.map(part => (typeof part === 'string' ? part.toLowerCase() : part)) : anyPartition(parts), text.at, reading);
  });
  return patternsOf(isLeftOut ? [readGlob(['*'], property.at, reading)] : globs, { at: property.at, except, given });
}

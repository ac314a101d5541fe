/**
 * What a value is, when it is not known what it reads: `Ref` of a resource is that resource's name although nobody knows the name yet,
 * and the zone at index 0 of `GetAZs` is not the zone at index 1.
 */
export type Identity =
  | { readonly kind: 'attribute'; readonly stack: string; readonly resource: string; readonly attribute: string } // `Ref` or the name given to GetAtt
  | { readonly kind: 'parameter'; readonly stack: string; readonly name: string }
  | { readonly kind: 'pseudo'; readonly stack: string; readonly name: string } // stack: empty where all stacks of unknown environment share the value
  | { readonly kind: 'import'; readonly name: string; readonly stack?: string } // stack: the importing one, where not all of the name is known
  | { readonly kind: 'id'; readonly what: string } // what AWS makes up within an ARN; several of them may be of one kind
  | { readonly kind: 'dynamic'; readonly reference: string }
  | { readonly kind: 'zones'; readonly region: string } // the list that GetAZs gives; region: its name, or empty for the one that is not known
  | { readonly kind: 'element'; readonly of: Identity; readonly index: number };

/** Of what the values of pseudo parameters are made. */
const alphabets: ReadonlyMap<string, RegExp> = new Map([
  ['AWS::AccountId', /^\d*$/], ['AWS::Partition', /^[a-z-]*$/], ['AWS::Region', /^[a-z0-9-]*$/], ['AWS::URLSuffix', /^[a-z0-9.-]*$/],
]);

/** What AWS makes up never holds what parts an ARN. */
const ofIds = /^[^:*]*$/;

/** Whether what is known by its identity alone may hold a text. */
export function mayHold(is: Identity | undefined, text: string): boolean {
  const alphabet = is?.kind === 'pseudo' ? alphabets.get(is.name) : is?.kind === 'id' ? ofIds : undefined;
  return alphabet?.test(text) ?? true;
}

/** Answer to a question about values of which not all is known. Words, so that no `if` takes "unknown" for "yes". */
export type Answer = 'yes' | 'no' | 'unknown';

/** The answer for several things of which one is enough. */
export function anyAnswer(answers: readonly Answer[]): Answer {
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

/** The answer for several things all of which are needed. */
export function allAnswer(answers: readonly Answer[]): Answer {
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The answer to what is known. */
export function answer(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

/** The answer to the contrary. */
export function opposite(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown';
}

/** One text for each identity, equal exactly when the identities are. */
export function identityKey(identity: Identity): string {
  switch (identity.kind) {
    case 'attribute': return `attribute ${identity.stack} ${identity.resource} ${identity.attribute}`;
    case 'parameter': return `parameter ${identity.stack} ${identity.name}`;
    case 'pseudo': return `pseudo ${identity.stack} ${identity.name}`;
    case 'import': return `import ${identity.stack ?? ''} ${identity.name}`;
    case 'id': return `id ${identity.what}`;
    case 'dynamic': return `dynamic ${identity.reference}`;
    case 'zones': return `zones ${identity.region}`;
    case 'element': return `element ${identity.index} of ${identityKey(identity.of)}`;
  }
}

/** Whether two identities are of the same value. Attributes of two resources differ, as do two zones of one region; the rest may coincide. */
export function sameIdentity(a: Identity, b: Identity): Answer {
  if (a === b) return 'yes';
  if (a.kind !== b.kind || a.kind === 'id') return 'unknown';
  if (a.kind === 'attribute' && b.kind === 'attribute') {
    if (a.attribute !== b.attribute) return 'unknown';
    return a.resource === b.resource && a.stack === b.stack ? 'yes' : 'no';
  }
  if (a.kind === 'pseudo' && b.kind === 'pseudo') return a.name === b.name && a.stack === b.stack ? 'yes' : 'unknown';
  if (identityKey(a) === identityKey(b)) return 'yes';
  return a.kind === 'element' && b.kind === 'element' && a.of.kind === 'zones' && b.of.kind === 'zones' && a.of.region === b.of.region ? 'no' : 'unknown';
}

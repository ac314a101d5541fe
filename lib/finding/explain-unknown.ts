import type { UnknownReason } from '../core/unknown-reason';
import { existingFact, existingThing } from './existing-thing';
import { accountStack, type Undecided } from './finding';

/** Why a value is not known, as the part of a sentence after "because", and what would settle it. */
type Explanation = Pick<Undecided, 'reason' | 'resolveWith' | 'give'>;

/** Puts the reason into words, and says what would settle it: words for people (empty where nothing can), and where it can say it what `drydock.json` would have to. */
export function explainUnknown(why: UnknownReason): Explanation {
  switch (why.kind) {
    case 'parameter': return explainParameter(why);
    case 'pseudo': return explainPseudo(why);
    case 'created': return { reason: `${attributeName(why)} is known only once ${why.resource} is created`, resolveWith: '' };
    case 'import': return {
      reason: `no stack given here exports ${why.name}`, resolveWith: `the stack that exports ${why.name}, or imports in drydock.json`, give: { imports: { [why.name]: '<what it exports>' } },
    };
    case 'dynamic': return {
      reason: `{{${why.reference}}} is read when the stack is deployed`, resolveWith: 'references in drydock.json',
      give: { references: { [why.reference.replace(/^resolve:/, '')]: '<what it gives>' } },
    };
    case 'zones': return why.region === '' ? { ...explainPseudo({ name: 'AWS::Region' }), reason: 'which zones a region has differs by account' }
      : { reason: `which zones ${why.region} has differs by account`, resolveWith: `zones.${why.region} in drydock.json`, give: { zones: { [why.region]: '<list of zones>' } } };
    case 'elsewhere': return explainElsewhere(why);
    case 'accountSetting': return {
      reason: `the account setting ${why.name} is not given`, resolveWith: `accountSettings.${why.name} in drydock.json`, give: { accountSettings: { [why.name]: '<enabled or disabled>' } },
    };
    case 'transform': return { reason: `${why.what} is in none of the templates given here`, resolveWith: why.what };
    case 'condition': return explainThrough(`condition ${why.name} is open`, why.because);
    case 'function': return why.because ? explainThrough(`${why.name} cannot be computed`, why.because)
      : { reason: `${why.name} cannot be computed as it stands`, resolveWith: '' };
    case 'request': return { reason: `IAM learns ${why.key} from the request`, resolveWith: '' };
    case 'form': return { reason: `${why.expected} is expected where ${why.found} stands`, resolveWith: `${why.expected} in its place` };
    case 'letters': return { reason: `${why.found} stands there, and ${why.expected} does not`, resolveWith: `${why.expected} in its place` };
    case 'fact': return { reason: `Drydock knows nothing of ${why.what}`, resolveWith: '' };
    case 'chance': return { reason: `it depends on ${why.what}`, resolveWith: '' };
    case 'circular': return { reason: `the ${why.what} depends on itself`, resolveWith: 'a template without the circle' };
  }
}

/** Each reason once: conditions lead into conditions hundreds of times. */
function explainThrough(words: string, why: UnknownReason): Explanation {
  const because = explainUnknown(why);
  return { ...because, reason: `${words}: ${because.reason}` };
}

type Of<Kind extends UnknownReason['kind']> = Extract<UnknownReason, { readonly kind: Kind }>;

function explainParameter({ stack, name, type, passedBy, refused }: Of<'parameter'>): Explanation {
  if (stack === accountStack) {
    const [, kind = '', id = '', field = ''] = /^(\w+)\.(.*)\.(\w+)$/s.exec(name) ?? [];
    return { reason: `drydock.json does not say ${field} of ${id}`, resolveWith: `existing.${name} in drydock.json`, give: { existing: { [kind]: { [id]: { [field]: existingFact(kind, field) } } } } };
  }
  const fallback = refused ? 'a default that the template does not take' : 'no default';
  if (passedBy !== undefined) return { reason: `${passedBy} passes no value for parameter ${name}, which has ${fallback}`, resolveWith: `Parameters.${name} of ${passedBy}` };
  return { reason: `parameter ${name} has no value here and ${fallback}`, resolveWith: `--parameter ${name}=VALUE`, give: { parameters: { [name]: `<${type}>` } } };
}

function explainPseudo({ name, stack = '' }: { readonly name: string; readonly stack?: string }): Explanation {
  switch (name) {
    case 'AWS::AccountId': return { reason: 'the account is not given', resolveWith: '--account ID', give: { account: '<12 digits>' } };
    case 'AWS::Region': case 'AWS::Partition': case 'AWS::URLSuffix': return { reason: 'the region is not given', resolveWith: '--region REGION', give: { region: '<region>' } };
    case 'AWS::StackName': return {
      reason: `what the stack ${stack} is called is decided when it is deployed`, resolveWith: `stackNames.${stack} in drydock.json`, give: { stackNames: { [stack]: '<name of the stack>' } },
    };
    default: return { reason: `${name} is known only when the stack is deployed`, resolveWith: '' };
  }
}

function explainElsewhere({ what, thing }: Of<'elsewhere'>): Explanation {
  const reason = `${what} is in none of the templates given here`;
  if (!thing) return { reason, resolveWith: what };
  const { kind, facts } = existingThing(thing.type);
  return { reason, resolveWith: `${what}, or existing.${kind} in drydock.json`, give: { existing: { [kind]: { [thing.id]: facts } } } };
}

function attributeName({ resource, attribute }: Of<'created'>): string {
  return attribute === 'Ref' ? `what ${resource} will be called` : `${resource}.${attribute}`;
}

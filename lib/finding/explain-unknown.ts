import type { UnknownReason } from '../core/unknown-reason';

/** Why a value is not known, as the part of a sentence after "because", and the input that would settle it (empty where none can). */
export function explainUnknown(why: UnknownReason): { readonly reason: string; readonly resolveWith: string } {
  switch (why.kind) {
    case 'parameter': return explainParameter(why);
    case 'pseudo': return explainPseudo(why.name);
    case 'created': return { reason: `${attributeName(why)} is known only once ${why.resource} is created`, resolveWith: '' };
    case 'import': return { reason: `no stack given here exports ${why.name}`, resolveWith: `the stack that exports ${why.name}` };
    case 'dynamic': return { reason: `{{${why.reference}}} is read when the stack is deployed`, resolveWith: 'a literal value, or a parameter' };
    case 'zones': return { reason: `which zones ${why.region || 'a region'} has differs by account`, resolveWith: '' };
    case 'elsewhere': return { reason: `${why.what} is in none of the templates given here`, resolveWith: why.what };
    case 'condition': {
      const { reason, resolveWith } = explainUnknown(why.because);
      return { reason: `condition ${why.name} is open: ${reason}`, resolveWith };
    }
    case 'function': {
      const because = why.because && explainUnknown(why.because);
      return { reason: because ? `${why.name} cannot be computed: ${because.reason}` : `${why.name} cannot be computed as it stands`, resolveWith: because?.resolveWith ?? '' };
    }
    case 'request': return { reason: `IAM learns ${why.key} from the request`, resolveWith: '' };
    case 'form': return { reason: `${why.expected} is expected where ${why.found} stands`, resolveWith: `${why.expected} in its place` };
    case 'fact': return { reason: `the catalog knows nothing of ${why.what}`, resolveWith: '' };
    case 'chance': return { reason: `it depends on ${why.what}`, resolveWith: '' };
    case 'circular': return { reason: `the ${why.what} depends on itself`, resolveWith: 'a template without the circle' };
  }
}

function explainParameter({ name, passedBy }: Extract<UnknownReason, { kind: 'parameter' }>): ReturnType<typeof explainUnknown> {
  if (passedBy !== undefined) return { reason: `${passedBy} passes no value for parameter ${name}, which has no default`, resolveWith: `Parameters.${name} of ${passedBy}` };
  return { reason: `parameter ${name} has no value here and no default`, resolveWith: `--parameter ${name}=VALUE` };
}

function explainPseudo(name: string): ReturnType<typeof explainUnknown> {
  switch (name) {
    case 'AWS::AccountId': return { reason: 'the account is not given', resolveWith: '--account ID' };
    case 'AWS::Region': case 'AWS::Partition': case 'AWS::URLSuffix': return { reason: 'the region is not given', resolveWith: '--region REGION' };
    case 'AWS::StackName': return { reason: 'what the stack is called is decided when it is deployed', resolveWith: '' };
    default: return { reason: `${name} is known only when the stack is deployed`, resolveWith: '' };
  }
}

function attributeName({ resource, attribute }: { readonly resource: string; readonly attribute: string }): string {
  return attribute === 'Ref' ? `what ${resource} will be called` : `${resource}.${attribute}`;
}

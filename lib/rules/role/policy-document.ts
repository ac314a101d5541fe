import { policyGrammar } from '../../catalog/policy-grammar';
import { entryOf } from '../../core/entry';
import { ifKnown } from '../../core/value';
import { documentIn } from '../../iam/json';
import { textsIn } from '../../iam/texts-in';
import type { Resource } from '../../model/model';
import { reachAll, type Row } from '../../model/reach';
import { defineRule, type Say } from '../rule';

const { versions, effects, ...written } = policyGrammar.value;
const sid = new RegExp(written.sid), forms = [['action', 'Action', new RegExp(written.action)], ['resource', 'Resource', new RegExp(written.resource)]] as const;

/** Where the policies of roles stand. */
const documents: Readonly<Record<string, readonly (Row & { readonly isTrust: boolean })[]>> = {
  'AWS::IAM::Role': [{ path: 'AssumeRolePolicyDocument', isTrust: true }, { path: 'Policies.*.PolicyDocument', isTrust: false }],
  'AWS::IAM::ManagedPolicy': [{ path: 'PolicyDocument', isTrust: false }],
  'AWS::IAM::Policy': [{ path: 'PolicyDocument', isTrust: false }],
  'AWS::IAM::RolePolicy': [{ path: 'PolicyDocument', isTrust: false }],
};

/** The policies of roles are written as IAM reads them. */
export const policyDocument = defineRule({
  id: 'policy-document',
  title: 'IAM cannot read the policy',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(documents),
  explanation: 'Each statement of a policy has an effect, Allow or Deny in these letters, and actions with the service before a colon. A policy of a role names the resources that it is about, and no principal; the trust policy names who may assume the role, and no resource. IAM refuses a role, or a policy, that is written otherwise.',
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  predicts: ['MalformedPolicyDocument', 'Syntax errors in policy.', 'must be prefaced by a vendor', 'must be in ARN format or "*"', 'Has prohibited field'],
  facts: [policyGrammar],
  messages: {
    version: ({ version }: { version: string }) => ({
      says: `Version of the policy is ${version}; it says in which language the policy is written, and IAM knows ${versions.join(' and ')}.`,
      fix: `Version: '${versions[0]}'`,
      repair: [{ set: versions[0] ?? '' }],
      ecsSays: 'Syntax errors in policy.',
    }),
    effect: ({ effect }: { effect: string }) => ({
      says: `Effect is ${effect}; it may be ${effects.join(' or ')}, in these letters.`,
      fix: 'Write Allow or Deny.',
      ecsSays: 'Syntax errors in policy.',
    }),
    noAction: () => ({
      says: 'The statement says of no action whether it is allowed.',
      fix: 'Give it an Action.',
      ecsSays: 'Policy statement must contain actions.',
    }),
    noResource: () => ({
      says: 'The statement does not say about what resource it is.',
      fix: "Give it a Resource, with '*' for all.",
      ecsSays: 'Policy statement must contain resources.',
    }),
    action: ({ given }: { given: string }) => ({
      says: `The action is ${given}; actions have the service before a colon, as s3:GetObject.`,
      fix: 'Write the service before it.',
      ecsSays: 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    }),
    resource: ({ given }: { given: string }) => ({
      says: `The resource is ${given}, which is no ARN.`,
      fix: "Write its ARN, or '*' for all.",
      ecsSays: `Resource ${given} must be in ARN format or "*".`,
    }),
    principal: () => ({
      says: 'The policy names a principal; its principal is the role that it belongs to.',
      fix: 'Take Principal out.',
      repair: [{ remove: true }],
      ecsSays: 'Policy document should not specify a principal.',
    }),
    trustResource: () => ({
      says: 'The trust policy names a resource; it is about the role that it stands in.',
      fix: 'Take Resource out.',
      repair: [{ remove: true }],
      ecsSays: 'Has prohibited field Resource',
    }),
    sid: ({ given }: { given: string }) => ({
      says: `Sid is ${given}; IAM takes letters and numbers alone.`,
      fix: 'Take the other characters out.',
      repair: [{ set: given.replace(/[^A-Za-z0-9]/g, '') }],
      ecsSays: 'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    }),
    sidTwice: ({ given }: { given: string }) => ({
      says: `Two statements of the policy have the Sid ${given}.`,
      fix: 'Take one of them out: it is for people alone.',
      repair: [{ remove: true }],
      ecsSays: 'Statement IDs (SID) in a single policy must be unique.',
    }),
  },
  check({ type, properties }, say) {
    for (const { row: { isTrust }, property } of reachAll(properties, entryOf(documents, type) ?? []).found) checkDocument(documentIn(property), isTrust, say);
  },
});

type Property = Resource['properties'];
type DocumentSay = Say<(typeof policyDocument)['messages']>;

/** What cannot be known of a policy is undecided where a rule rests on it; here it counts as written right. */
function checkDocument(document: Property, isTrust: boolean, say: DocumentSay): void {
  const given = document.get('Version').text(), version = ifKnown(given), statements = ifKnown(document.get('Statement').listOrOne()) ?? [];
  if (version !== undefined && !versions.includes(version)) say.violated('version', given, { version });
  const sids = new Set<string>();
  for (const statement of statements) {
    checkStatement(statement, isTrust, say);
    const id = statement.get('Sid').text(), name = ifKnown(id);
    if (name === undefined || name === '') continue;
    if (!sid.test(name)) say.violated('sid', id, { given: name });
    else if (sids.has(name)) say.violated('sidTwice', id, { given: name });
    sids.add(name);
  }
}

function checkStatement(statement: Property, isTrust: boolean, say: DocumentSay): void {
  const effect = statement.get('Effect').text(), word = ifKnown(effect);
  if (word !== undefined && !effects.includes(word)) say.violated('effect', effect, { effect: word });
  if (isMissing('Action', statement)) say.violated('noAction', statement, undefined);
  for (const [message, name, form] of isTrust ? forms.slice(0, 1) : forms) {
    for (const text of [name, `Not${name}`].flatMap(key => textsIn(statement.get(key)))) {
      if (text.state === 'known' && !form.test(text.value)) say.violated(message, text, { given: text.value });
    }
  }
  if (!isTrust && isMissing('Resource', statement)) say.violated('noResource', statement, undefined);
  for (const name of isTrust ? ['Resource', 'NotResource'] : ['Principal', 'NotPrincipal']) {
    if (statement.get(name).given === 'yes') say.violated(isTrust ? 'trustResource' : 'principal', statement.get(name), undefined);
  }
}

function isMissing(name: 'Action' | 'Resource', statement: Property): boolean {
  return statement.value().state === 'known' && statement.get(name).given === 'no' && statement.get(`Not${name}`).given === 'no';
}

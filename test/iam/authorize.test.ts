import { authorize, type ResourcePolicies } from '../../lib/iam/authorize';
import { unknown } from '../../lib/core/value';
import type { Decision } from '../../lib/iam/decide';
import { requestFor } from '../../lib/iam/request';
import { at, contextOf, policy, text, theRole, type Keys } from '../support/iam';

const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' }, deny = { ...allow, Effect: 'Deny' }, other = { ...allow, Action: 'ec2:*' };
const roleArn = 'arn:aws:iam::111122223333:role/app', root = 'arn:aws:iam::111122223333:root', session = 'arn:aws:sts::111122223333:assumed-role/app/task';

/** What has a say: statements of the role, of its boundary, and of the resource. */
interface Case {
  readonly identity?: object | readonly object[];
  readonly boundary?: object;
  readonly resource?: object | readonly object[];
  /** As the key of AWS KMS, whose policy decides alone if those of the account count. */
  readonly alone?: true;
  readonly account?: 'same' | 'another' | 'unknown';
  readonly keys?: Keys;
}

function decided({ identity = [], boundary, resource, alone, account = 'same', keys = {} }: Case): Decision {
  const open = unknown({ kind: 'pseudo', name: 'AWS::AccountId', stack: '' }, at);
  const ofResource: ResourcePolicies | undefined = resource && {
    policies: [policy(resource)], decideAlone: alone === true,
    isOfAccount: account === 'unknown' ? { answer: 'unknown', unknown: open } : { answer: account === 'same' ? 'yes' : 'no' },
  };
  const caller = theRole({ hasBoundary: boundary !== undefined });
  return authorize({ identity: [policy(identity)], boundary: boundary && policy(boundary), resource: ofResource }, requestFor('s3:GetObject', text('arn:aws:s3:::files/a'), caller, contextOf(keys)));
}

function shown(decision: Decision): string {
  return decision.answer === 'no' ? `no: ${decision.because}${decision.shutOut ? ', nor the resource policy' : ''}` : decision.answer;
}

const to = (AWS: string | readonly string[], statement: object = allow): object => ({ ...statement, Principal: { AWS } });
const everybody = { ...allow, Principal: '*' };

const evaluation = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html';
const crossAccount = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html';
const boundaries = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html';
const keyPolicies = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html';
const principals = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';
const resources = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html';
const notPrincipal = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html';

test.each<[what: string, given: Case, expected: string, source: string]>([
  ['nothing is allowed by default', {}, 'no: nothing', evaluation],
  ['an identity policy is enough', { identity: allow }, 'yes', evaluation],
  ['a pattern of fewer components with a wildcard inside may match', { identity: { ...allow, Resource: 'arn:aws:s3*/a' } }, 'unknown', resources],
  ['and may deny', { identity: [allow, { ...deny, Resource: 'arn:aws:s3*/a' }] }, 'unknown', resources],
  ['a denial of the role wins', { identity: [allow, deny] }, 'no: statement', evaluation],
  ['a denial of the resource wins', { identity: allow, resource: to(roleArn, deny) }, 'no: statement', evaluation],
  ['a denial of the boundary wins', { identity: allow, boundary: deny, resource: everybody }, 'no: statement', evaluation],
  ['a denial of the role wins over what the resource gives', { identity: deny, resource: everybody }, 'no: statement', evaluation],
  ['a resource may give it to the role', { resource: to(roleArn) }, 'yes', evaluation],
  ['a resource may give it to everybody', { resource: everybody }, 'yes', evaluation],
  ['a resource gives it to another role', { resource: to('arn:aws:iam::111122223333:role/other') }, 'no: nothing', evaluation],
  ['a resource that gives it to the account leaves it to the account', { resource: to(root) }, 'no: nothing', principals],
  ['and to the account by its number', { identity: allow, resource: to('111122223333') }, 'yes', principals],
  ['a denial of the account is one of everybody in it', { identity: allow, resource: to(root, deny) }, 'no: statement', principals],
  ['a denial of another account is not', { identity: allow, resource: to('444455556666', deny) }, 'yes', principals],
  ['what a session is called is not known', { resource: to(session) }, 'unknown', principals],
  ['the session of another role is none of this', { resource: to('arn:aws:sts::111122223333:assumed-role/other/task') }, 'no: nothing', principals],
  ['a service is nobody of the account', { resource: { ...allow, Principal: { Service: 'ecs-tasks.amazonaws.com' } } }, 'no: nothing', principals],
  ['principals hold no wildcards', { resource: to('arn:aws:iam::111122223333:role/*') }, 'unknown', principals],
  ['a boundary limits what the role has', { identity: allow, boundary: other }, 'no: boundary', boundaries],
  ['a boundary gives nothing', { boundary: allow }, 'no: nothing', boundaries],
  ['a boundary that allows it too', { identity: allow, boundary: allow }, 'yes', boundaries],
  ['a boundary limits what a resource gives to the role', { resource: to(roleArn), boundary: other }, 'no: boundary', evaluation],
  ['a boundary does not limit what a resource gives to everybody', { resource: { ...everybody, Condition: { ArnEquals: { 'aws:PrincipalArn': roleArn } } }, boundary: other }, 'yes', evaluation],
  ['nor what it gives to a session', { resource: to(session), boundary: other }, 'unknown', evaluation],
  ['a key that leaves it to the account', { identity: allow, resource: to(root), alone: true }, 'yes', keyPolicies],
  ['a key that does not', { identity: allow, resource: to('arn:aws:iam::111122223333:role/admin'), alone: true }, 'no: resource policy', keyPolicies],
  ['neither the key nor the role', { resource: to('arn:aws:iam::111122223333:role/admin'), alone: true }, 'no: nothing, nor the resource policy', keyPolicies],
  ['a key that names the role', { resource: to(roleArn), alone: true }, 'yes', keyPolicies],
  ['a key that leaves it to an account that does not allow it', { resource: to(root), alone: true }, 'no: nothing', keyPolicies],
  ['a boundary limits what a key gives', { identity: allow, resource: to(root), alone: true, boundary: other }, 'no: boundary', boundaries],
  ['across accounts the role alone is not enough', { identity: allow, resource: to('arn:aws:iam::444455556666:root'), account: 'another' }, 'no: resource policy', crossAccount],
  ['nor the resource', { resource: to(roleArn), account: 'another' }, 'no: nothing', crossAccount],
  ['where neither does, both are told', { resource: to('arn:aws:iam::444455556666:root'), account: 'another' }, 'no: nothing, nor the resource policy', crossAccount],
  ['and so they are of a boundary', { identity: allow, boundary: other, resource: to('444455556666'), account: 'another' }, 'no: boundary, nor the resource policy', crossAccount],
  ['both are, if the resource names the role', { identity: allow, resource: to(roleArn), account: 'another' }, 'yes', crossAccount],
  ['or its account', { identity: allow, resource: to(root), account: 'another' }, 'yes', crossAccount],
  ['or everybody', { identity: allow, resource: everybody, account: 'another' }, 'yes', crossAccount],
  ['and the boundary allows it', { identity: allow, resource: to(root), account: 'another', boundary: other }, 'no: boundary', crossAccount],
  ['whose account it is does not matter where both allow it', { identity: allow, resource: to(roleArn), account: 'unknown' }, 'yes', crossAccount],
  ['nor where neither does', { resource: to('444455556666'), account: 'unknown' }, 'no: nothing', crossAccount],
  ['it does where one does', { identity: allow, resource: to('444455556666'), account: 'unknown' }, 'unknown', crossAccount],
  ['all but another are denied', { identity: allow, resource: { ...deny, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/other' } } }, 'no: statement', notPrincipal],
  ['all but the role and its account', { identity: allow, resource: { ...deny, NotPrincipal: { AWS: [roleArn, root] } } }, 'yes', notPrincipal],
  ['all but the role, without its account', { identity: allow, resource: { ...deny, NotPrincipal: { AWS: roleArn } } }, 'unknown', notPrincipal],
  ['whoever has a boundary is denied whatever is excepted', { identity: allow, boundary: allow, resource: { ...deny, NotPrincipal: { AWS: [roleArn, root] } } }, 'no: statement', notPrincipal],
  ['all but another are allowed', { resource: { ...allow, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/other' } } }, 'yes', notPrincipal],
  ['all but the role are allowed', { resource: { ...allow, NotPrincipal: { AWS: roleArn } } }, 'no: nothing', notPrincipal],
])('%s', (_, given, expected) => {
  expect(shown(decided(given))).toBe(expected);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
test.each([
  ['arn:aws:s3:::files/*/test/*', 'arn:aws:s3:::files/1/test/object.jpg', 'yes'],
  ['arn:aws:s3:::files/*/test/*', 'arn:aws:s3:::files/1/2/test/3/object.jpg', 'yes'],
  ['arn:aws:s3:::files/*/test/*', 'arn:aws:s3:::files/1-test/object.jpg', 'no'],
  ['arn:aws:s3:::files/*/test/*', 'arn:aws:s3:::files/test/object.jpg', 'no'],
  ['arn:aws:sqs:*:queue', 'arn:aws:sqs:eu-west-1:111122223333:queue', 'yes'],
  ['arn:aws:sqs:*', 'arn:aws:sqs:eu-west-1:111122223333:queue', 'yes'],
  ['arn:aws:sqs:eu-*-1:111122223333:queue', 'arn:aws:sqs:eu-west-1:111122223333:queue', 'yes'],
  ['arn:aws:sqs:e*1:*:queue', 'arn:aws:sqs:us:1:111122223333:queue', 'no'],
  ['arn:aws:sqs:e*3:queue:x:y', 'arn:aws:sqs:eu:3:queue:x:y', 'no'],
  ['arn:aws:logs:*:*:log-group:/ecs/*:*', 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/web:log-stream:a', 'yes'],
])('the resource %s and %s: %s', (pattern, resource, expected) => {
  const request = requestFor('a:Do', text(resource), theRole());
  expect(authorize({ identity: [policy({ Effect: 'Allow', Action: '*', Resource: pattern })], boundary: undefined, resource: undefined }, request).answer).toBe(expected);
});

test('an effect that is not known may allow and may deny', () => {
  const open = { ...allow, Effect: { Ref: 'Effect' } };
  expect(shown(decided({ identity: open }))).toBe('unknown');
  expect(shown(decided({ identity: [open, allow] }))).toBe('unknown');
  expect(shown(decided({ identity: [{ ...open, Action: 'ec2:*' }, allow] }))).toBe('yes');
});

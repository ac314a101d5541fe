import { anybody } from '../../lib/iam/caller';
import { decide } from '../../lib/iam/decide';
import { requestFor } from '../../lib/iam/request';
import { contextOf, policy, text, theRole, type Keys } from '../support/iam';

/** Whether a condition holds, told from both sides: what it lets a statement allow, and what it lets one deny. */
function holds(condition: object, keys: Keys, caller = anybody, version = '2012-10-17'): string {
  const statement = (Effect: string) => ({ Effect, Action: '*', Resource: '*', Condition: condition });
  const request = requestFor('s3:GetObject', text('arn:aws:s3:::files/a'), caller, contextOf(keys));
  const allowed = decide([policy(statement('Allow'), version)], request).answer;
  const denied = decide([policy([statement('Deny'), { Effect: 'Allow', Action: '*', Resource: '*' }], version)], request).answer;
  expect(denied).toBe({ yes: 'no', no: 'yes', unknown: 'unknown' }[allowed]);
  return allowed;
}

const key = 'ecs:cluster', arn = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
test.each<[operator: string, written: unknown, given: string, expected: string]>([
  ['StringEquals', 'a', 'a', 'yes'],
  ['StringEquals', 'a', 'A', 'no'],
  ['StringEquals', ['a', 'b'], 'b', 'yes'],
  ['StringEquals', 'a*', 'abc', 'no'],
  ['StringNotEquals', 'a', 'b', 'yes'],
  ['StringNotEquals', ['a', 'b'], 'b', 'no'],
  ['StringEqualsIgnoreCase', 'Shop', 'sHOP', 'yes'],
  ['StringNotEqualsIgnoreCase', 'Shop', 'sHOP', 'no'],
  ['StringLike', 'a*c?', 'abbcd', 'yes'],
  ['StringLike', 'a*c?', 'Abbcd', 'no'],
  ['StringNotLike', 'a*', 'abc', 'no'],
  ['StringNotLike', ['x*', 'y*'], 'abc', 'yes'],
  ['StringLike', 'a${*}', 'a*', 'yes'],
  ['StringLike', 'a${*}', 'ab', 'no'],
  ['StringLike', '${?}${$}', '?$', 'yes'],
  ['NumericEquals', 10, '10.0', 'yes'],
  ['NumericNotEquals', '10', '11', 'yes'],
  ['NumericLessThan', '10', '9', 'yes'],
  ['NumericLessThan', '10', '10', 'no'],
  ['NumericLessThanEquals', '10', '10', 'yes'],
  ['NumericGreaterThan', '10', '9', 'no'],
  ['NumericGreaterThanEquals', '10', '10', 'yes'],
  ['NumericEquals', '10', 'ten', 'unknown'],
  ['DateEquals', '2026-11-21T10:00:00Z', '2026-11-21T11:00:00+01:00', 'yes'],
  ['DateLessThan', '2026-03-01', '2026-02-28T23:59:59Z', 'yes'],
  ['DateGreaterThan', '2024-02-29T00:00:00Z', '1709164801', 'yes'],
  ['DateNotEquals', '1970-01-01T00:00:00Z', '2000-01-01', 'yes'],
  ['DateLessThanEquals', '1999-12-31', '2000-01-01', 'no'],
  ['DateGreaterThanEquals', '2000-01-01', '2000-01-01T00:00:00Z', 'yes'],
  ['Bool', 'true', 'true', 'yes'],
  ['Bool', true, 'false', 'no'],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', 'yes'],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ4', 'no'],
  ['IpAddress', '203.0.113.0/24', '203.0.113.7', 'yes'],
  ['IpAddress', '203.0.113.0/24', '203.0.114.7', 'no'],
  ['IpAddress', '203.0.113.7', '203.0.113.7', 'yes'],
  ['NotIpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '198.51.100.1', 'yes'],
  ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1', 'yes'],
  ['IpAddress', '2001:db8::/32', '2001:db9::1', 'no'],
  ['IpAddress', '0.0.0.0/0', '2001:db9::1', 'no'],
  ['ArnEquals', arn, arn, 'yes'],
  ['ArnEquals', 'arn:aws:ecs:*:*:cluster/*', arn, 'yes'],
  ['ArnLike', 'arn:aws:ecs:eu-*:1111????3333:cluster/sh?p', arn, 'yes'],
  ['ArnLike', 'arn:aws-cn:ecs:*:*:cluster/shop', arn, 'yes'],
  // Each of the six components is held against its own: no star reaches into the next.
  ['ArnLike', 'arn:aws:ecs:*:cluster/shop', arn, 'unknown'],
  ['ArnLike', 'arn:aws:e*1:1*:*:cluster/shop', arn, 'no'],
  ['ArnNotLike', 'arn:aws:ecs:*:*:cluster/other', arn, 'yes'],
  ['ArnNotEquals', arn, arn, 'no'],
  ['StringLike', '?', '?', 'unknown'],
  ['NumericEquals', '1', '?', 'unknown'],
  ['StringAlmostEquals', 'a', 'a', 'unknown'],
])('%s %j of %s: %s', (operator, written, given, expected) => {
  expect(holds({ [operator]: { [key]: written } }, { [key]: given })).toBe(expected);
});

// Without the key nothing matches, what is negated holds, and so does all that asks only if it is there.
test.each([
  ['StringEquals', 'no'], ['StringLike', 'no'], ['NumericLessThan', 'no'], ['DateLessThan', 'no'], ['Bool', 'no'], ['BinaryEquals', 'no'], ['IpAddress', 'no'], ['ArnLike', 'no'],
  ['StringNotEquals', 'yes'], ['StringNotEqualsIgnoreCase', 'yes'], ['StringNotLike', 'yes'], ['NumericNotEquals', 'yes'], ['DateNotEquals', 'yes'], ['NotIpAddress', 'yes'], ['ArnNotLike', 'yes'],
  ['StringEqualsIfExists', 'yes'], ['ArnLikeIfExists', 'yes'], ['StringNotEqualsIfExists', 'yes'], ['ForAnyValue:StringEqualsIfExists', 'yes'],
  ['ForAllValues:StringEquals', 'yes'], ['ForAllValues:StringNotEquals', 'yes'], ['ForAnyValue:StringEquals', 'no'], ['ForAnyValue:StringNotEquals', 'no'],
])('%s of a key that the request comes without: %s', (operator, expected) => {
  expect(holds({ [operator]: { [key]: '1' } }, { [key]: null })).toBe(expected);
  expect(holds({ [operator]: { [key]: '1' } }, { [key]: [] })).toBe(expected);
  expect(holds({ [operator]: { [key]: '1' } }, {})).toBe('unknown');
});

test.each<[written: unknown, keys: Keys, expected: string]>([
  ['true', { [key]: null }, 'yes'], ['true', { [key]: 'a' }, 'no'], [false, { [key]: 'a' }, 'yes'], ['false', { [key]: null }, 'no'], ['true', {}, 'unknown'], ['true', { [key]: '?' }, 'no'],
])('Null: %j of %j: %s', (written, keys, expected) => {
  expect(holds({ Null: { [key]: written } }, keys)).toBe(expected);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
test.each<[operator: string, given: readonly string[], expected: string]>([
  ['ForAllValues:StringEquals', ['a'], 'yes'],
  ['ForAllValues:StringEquals', ['a', 'b'], 'yes'],
  ['ForAllValues:StringEquals', ['a', 'x'], 'no'],
  ['ForAnyValue:StringEquals', ['x', 'b'], 'yes'],
  ['ForAnyValue:StringEquals', ['x', 'y'], 'no'],
  ['ForAllValues:StringNotEquals', ['x', 'y'], 'yes'],
  ['ForAllValues:StringNotEquals', ['x', 'a'], 'no'],
  ['ForAnyValue:StringNotEquals', ['x', 'a'], 'yes'],
  ['ForAnyValue:StringNotEquals', ['a', 'b'], 'no'],
  ['ForAnyValue:StringLike', ['x', '?'], 'unknown'],
  ['ForAllValues:StringEquals', ['x', '?'], 'no'],
  ['StringEquals', ['a', 'b'], 'unknown'],
])('%s [a, b] of tag keys %j: %s', (operator, given, expected) => {
  expect(holds({ [operator]: { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:tagkeys': given })).toBe(expected);
});

test('all operators and all their keys have to hold, of the values of a key one', () => {
  const condition = { StringEquals: { 'aws:RequestTag/environment': ['production', 'prod-backup'] }, ArnEquals: { 'ecs:cluster': [arn, `${arn}2`] } };
  expect(holds(condition, { 'aws:RequestTag/environment': 'production', [key]: arn })).toBe('yes');
  expect(holds(condition, { 'aws:RequestTag/environment': 'prod-backup', [key]: `${arn}2` })).toBe('yes');
  expect(holds(condition, { 'aws:RequestTag/environment': null, 'aws:RequestTag/webserver': 'production', [key]: `${arn}2` })).toBe('no');
  expect(holds(condition, { 'aws:RequestTag/environment': 'test' })).toBe('no');
  expect(holds(condition, { 'aws:RequestTag/environment': 'production' })).toBe('unknown');
});

test.each<[condition: object, expected: string]>([
  [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app' } }, 'yes'],
  [{ StringEquals: { 'aws:PrincipalAccount': '111122223333' } }, 'yes'],
  [{ StringEquals: { 'kms:CallerAccount': '444455556666' } }, 'no'],
  [{ StringEquals: { 'aws:PrincipalTag/team': 'shop' } }, 'yes'],
  [{ StringEquals: { 'aws:PrincipalTag/Team': 'other' } }, 'no'],
  [{ StringEquals: { 'aws:PrincipalTag/other': 'shop' } }, 'unknown'],
  [{ StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } }, 'yes'],
  [{ StringLike: { 'aws:userid': 'AROAOTHER:*' } }, 'no'],
  [{ StringEquals: { 'aws:userid': 'AROAEXAMPLE:task' } }, 'unknown'],
  [{ Null: { 'aws:username': 'true' } }, 'yes'],
  [{ Bool: { 'aws:PrincipalIsAWSService': 'false' } }, 'yes'],
  [{ Bool: { 'aws:SecureTransport': 'false' } }, 'no'],
  [{ StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'unknown'],
  [{ DateGreaterThan: { 'aws:CurrentTime': '2000-01-01' } }, 'unknown'],
  [{ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'unknown'],
])('what a role brings with it: %j is %s', (condition, expected) => {
  expect(holds(condition, {}, theRole({ tags: { team: 'shop' } }))).toBe(expected);
});

test.each<[condition: object, resource: string, expected: string]>([
  [{ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, 'arn:aws:sqs:eu-west-1:111122223333:q', 'yes'],
  [{ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, 'arn:aws:sqs:us-east-1:111122223333:q', 'no'],
  [{ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, 'arn:aws:s3:::files/a', 'unknown'],
  [{ StringNotEquals: { 'aws:ResourceAccount': '111122223333' } }, 'arn:aws:sqs:us-east-1:111122223333:q', 'no'],
])('what the ARN of the resource says: %j of %s is %s', (condition, resource, expected) => {
  const document = policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: condition });
  expect(decide([document], requestFor('sqs:SendMessage', text(resource), anybody)).answer).toBe(expected);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
test.each<[resource: string, keys: Keys, expected: string]>([
  ['arn:aws:s3:::files/${aws:PrincipalTag/team}/*', { 'aws:principaltag/team': 'shop' }, 'yes'],
  ['arn:aws:s3:::files/${aws:PrincipalTag/team}/*', { 'aws:principaltag/team': 'other' }, 'no'],
  ['arn:aws:s3:::files/${aws:PrincipalTag/team}/*', {}, 'unknown'],
  ['arn:aws:s3:::files/${aws:PrincipalTag/team}/*', { 'aws:principaltag/team': null }, 'no'],
  ["arn:aws:s3:::files/${aws:PrincipalTag/team, 'shop'}/*", { 'aws:principaltag/team': null }, 'yes'],
  ["arn:aws:s3:::files/${aws:PrincipalTag/team, 'shop'}/*", { 'aws:principaltag/team': 'other' }, 'no'],
  ['arn:aws:s3:::${aws:PrincipalTag/team}', {}, 'unknown'],
  ['arn:aws:s3:::other/${aws:PrincipalTag/team}', {}, 'no'],
  ['arn:aws:s3:::files/${*}', {}, 'no'],
])('variables in a resource: %s with %j is %s', (resource, keys, expected) => {
  const document = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: resource });
  expect(decide([document], requestFor('s3:GetObject', text('arn:aws:s3:::files/shop/a'), anybody, contextOf(keys))).answer).toBe(expected);
});

test('variables in a condition', () => {
  const condition = { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } };
  expect(holds(condition, { 'aws:resourcetag/team': 'shop', 'aws:principaltag/team': 'shop' })).toBe('yes');
  expect(holds(condition, { 'aws:resourcetag/team': 'shop', 'aws:principaltag/team': 'other' })).toBe('no');
  expect(holds(condition, { 'aws:resourcetag/team': 'shop' })).toBe('unknown');
  expect(holds(condition, { 'aws:resourcetag/team': '${aws:PrincipalTag/team}', 'aws:principaltag/team': 'shop' }, anybody, '2008-10-17')).toBe('yes');
});

test('a policy without a version, or of the first, knows no variables', () => {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::files/${aws:PrincipalTag/team}/*' };
  const request = requestFor('s3:GetObject', text('arn:aws:s3:::files/shop/a'), anybody, contextOf({ 'aws:principaltag/team': 'shop' }));
  expect(['2012-10-17', '2008-10-17', ''].map(version => decide([policy(statement, version)], request).answer)).toEqual(['yes', 'no', 'no']);
});

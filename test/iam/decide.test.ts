import { decide } from '../../lib/iam/decide';
import { known, type Value } from '../../lib/core/value';
import { anybody } from '../../lib/iam/caller';
import { requestFor } from '../../lib/iam/request';
import { modelOf } from '../support/model';

const text = (value: string): Value<string> => known(value, { stack: 'stack', path: [] });

/** What a role may do that has these statements in a policy of its own. */
function answer(statements: string, action: string, resource: string, context: Readonly<Record<string, string>> = {}): string {
  const [role] = modelOf(`
    Parameters: { Bucket: { Type: String }, Actions: { Type: CommaDelimitedList } }
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Version: '2012-10-17', Statement: ${statements} } }] }
  `).roles;
  const request = requestFor(action, text(resource), anybody, new Map(Object.entries(context).map(([key, value]) => [key, text(value)])));
  return decide(role?.policies ?? [], request).answer;
}

test.each([
  ['a statement for it', '{ Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::b/* }', 'yes'],
  ['actions in any case', '{ Effect: Allow, Action: S3:getobject, Resource: "*" }', 'yes'],
  ['a wildcard in the action', '{ Effect: Allow, Action: s3:Get*, Resource: "*" }', 'yes'],
  ['a wildcard within the action', '{ Effect: Allow, Action: s3:*Object, Resource: "*" }', 'yes'],
  ['another action', '{ Effect: Allow, Action: s3:PutObject, Resource: "*" }', 'no'],
  ['another resource', '{ Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::other/* }', 'no'],
  ['resources in their own case only', '{ Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::B/* }', 'no'],
  ['another partition', '{ Effect: Allow, Action: s3:GetObject, Resource: arn:aws-cn:s3:::b/* }', 'yes'],
  ['a list', '[{ Effect: Allow, Action: [s3:Put*, s3:GetObject], Resource: [x, arn:aws:s3:::b/k] }]', 'yes'],
  ['all but another action', '{ Effect: Allow, NotAction: iam:*, Resource: "*" }', 'yes'],
  ['all but this action', '{ Effect: Allow, NotAction: s3:*, Resource: "*" }', 'no'],
  ['all but this resource', '{ Effect: Allow, Action: "*", NotResource: arn:aws:s3:::b/* }', 'no'],
  ['a denial beside', '[{ Effect: Deny, Action: s3:*, Resource: "*" }, { Effect: Allow, Action: s3:*, Resource: "*" }]', 'no'],
  ['a denial of something else', '[{ Effect: Deny, Action: s3:*, Resource: arn:aws:s3:::x/* }, { Effect: Allow, Action: s3:*, Resource: "*" }]', 'yes'],
  ['a denial of what nobody allows', '[{ Effect: Deny, Action: s3:*, Resource: !Ref Bucket }]', 'no'],
  ['a denial that may be meant', '[{ Effect: Deny, Action: s3:*, Resource: !Ref Bucket }, { Effect: Allow, Action: "*", Resource: "*" }]', 'unknown'],
  ['a resource that may be meant', '{ Effect: Allow, Action: s3:*, Resource: !Ref Bucket }', 'unknown'],
  ['a resource beside one that may be meant', '{ Effect: Allow, Action: s3:*, Resource: [!Ref Bucket, "*"] }', 'yes'],
  ['actions that are not known', '{ Effect: Allow, Action: !Ref Actions, Resource: "*" }', 'unknown'],
  ['actions that are not known, on another resource', '{ Effect: Allow, Action: !Ref Actions, Resource: arn:aws:s3:::x/* }', 'no'],
  ['statements that are not known', '!Ref Actions', 'unknown'],
  ['a statement without effect', '{ Action: "*", Resource: "*" }', 'unknown'],
  ['a policy variable', '{ Effect: Allow, Action: s3:*, Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team}" }', 'unknown'],
  ['a policy variable elsewhere', '{ Effect: Allow, Action: s3:*, Resource: "arn:aws:s3:::x/${aws:PrincipalTag/team}" }', 'no'],
])('%s', (_, statements, expected) => {
  expect(answer(statements, 's3:GetObject', 'arn:aws:s3:::b/k')).toBe(expected);
});

test.each([
  ['a key that the request has', 'StringEquals: { "iam:PassedToService": ecs-tasks.amazonaws.com }', 'yes'],
  ['keys in any case', 'StringEquals: { "IAM:passedtoservice": ecs-tasks.amazonaws.com }', 'yes'],
  ['one of several values', 'StringEquals: { "iam:PassedToService": [ec2.amazonaws.com, ecs-tasks.amazonaws.com] }', 'yes'],
  ['another value', 'StringEquals: { "iam:PassedToService": ec2.amazonaws.com }', 'no'],
  ['a wildcard', 'StringLike: { "iam:PassedToService": ecs* }', 'yes'],
  ['a wildcard where none is read', 'StringEquals: { "iam:PassedToService": ecs* }', 'no'],
  ['not this value', 'StringNotEquals: { "iam:PassedToService": ecs-tasks.amazonaws.com }', 'no'],
  ['not another value', 'StringNotLike: { "iam:PassedToService": ec2.* }', 'yes'],
  ['an ARN', 'ArnLike: { "ecs:cluster": "arn:aws:ecs:*:*:cluster/c" }', 'yes'],
  ['another ARN', 'ArnEquals: { "ecs:cluster": "arn:aws:ecs:*:*:cluster/d" }', 'no'],
  ['if the key is there', 'StringEqualsIfExists: { "iam:PassedToService": ec2.amazonaws.com }', 'no'],
  ['by TLS', 'Bool: { "aws:SecureTransport": true }', 'yes'],
  ['a key that only the request knows', 'StringEquals: { "aws:PrincipalTag/team": a }', 'unknown'],
  ['an operator that is not read', 'NumericLessThan: { "aws:MultiFactorAuthAge": 3 }', 'unknown'],
  ['a value that is not known', 'StringEquals: { "iam:PassedToService": !Ref Bucket }', 'unknown'],
  ['two of which one fails', 'StringEquals: { "aws:PrincipalTag/team": a, "iam:PassedToService": x }', 'no'],
])('a condition: %s', (_, condition, expected) => {
  const context = { 'iam:passedtoservice': 'ecs-tasks.amazonaws.com', 'ecs:cluster': 'arn:aws:ecs:eu-west-1:111122223333:cluster/c' };
  const statement = (effect: string) => `{ Effect: ${effect}, Action: iam:PassRole, Resource: "*", Condition: { ${condition} } }`;
  expect(answer(statement('Allow'), 'iam:PassRole', 'r', context)).toBe(expected);
  const denied = { yes: 'no', no: 'yes', unknown: 'unknown' }[expected];
  expect(answer(`[${statement('Deny')}, { Effect: Allow, Action: "*", Resource: "*" }]`, 'iam:PassRole', 'r', context)).toBe(denied);
});

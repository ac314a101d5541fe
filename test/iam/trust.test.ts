import { aService } from '../../lib/iam/caller';
import { trusts } from '../../lib/iam/trust';
import { contextOf, policy } from '../support/iam';
import { modelOf } from '../support/model';

test.each([
  ['the service', '{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }', 'yes'],
  ['one of several', '{ Effect: Allow, Principal: { Service: [ec2.amazonaws.com, ecs-tasks.amazonaws.com] }, Action: [sts:AssumeRole, sts:TagSession] }', 'yes'],
  ['with the URL suffix of the partition', '{ Effect: Allow, Principal: { Service: !Sub "ecs-tasks.${AWS::URLSuffix}" }, Action: "sts:*" }', 'yes'],
  ['as China spells it', '{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com.cn }, Action: sts:AssumeRole }', 'yes'],
  ['under a condition', '{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole, Condition: { StringEquals: { aws:SourceAccount: 1 } } }', 'unknown'],
  ['another service', '{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }', 'no'],
  ['a service that is named alike', '{ Effect: Allow, Principal: { Service: ecs.amazonaws.com }, Action: sts:AssumeRole }', 'no'],
  ['another action', '{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:TagSession }', 'no'],
  ['an account', '{ Effect: Allow, Principal: { AWS: "111122223333" }, Action: sts:AssumeRole }', 'no'],
  ['nobody', '[]', 'no'],
  ['everybody', '{ Effect: Allow, Principal: "*", Action: sts:AssumeRole }', 'unknown'],
  ['everybody of AWS', '{ Effect: Allow, Principal: { AWS: "*" }, Action: sts:AssumeRole }', 'unknown'],
  ['the service in a region', '{ Effect: Allow, Principal: { Service: ecs-tasks.eu-west-1.amazonaws.com }, Action: sts:AssumeRole }', 'unknown'],
  ['whom a parameter names', '{ Effect: Allow, Principal: { Service: !Ref Who }, Action: sts:AssumeRole }', 'unknown'],
  ['what a denial takes away', '[{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }, { Effect: Deny, Principal: { Service: ecs-tasks.amazonaws.com }, Action: "*" }]', 'no'],
])('a role that trusts %s', (_, statements, expected) => {
  const [role] = modelOf(`
    Parameters: { Who: { Type: String } }
    Resources:
      Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: ${statements} } } }
  `).roles;
  expect(role && trusts(role.trust, aService('ecs-tasks.amazonaws.com')).answer).toBe(expected);
});

const service = { Service: 'ecs-tasks.amazonaws.com' }, task = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/1';

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
test.each<[what: string, statements: object | readonly object[], expected: string]>([
  ['tasks of this account and region', { ...letting(service), Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' }, ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' } } }, 'yes'],
  ['tasks of another account', { ...letting(service), Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } } }, 'no'],
  ['tasks of one cluster, which is no task', { ...letting(service), Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop' } } }, 'no'],
  ['whoever has an external id', { ...letting(service), Condition: { StringEquals: { 'sts:ExternalId': 'shop' } } }, 'no'],
  ['whoever has a second factor', { ...letting(service), Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }, 'no'],
  ['an organization', { ...letting(service), Condition: { StringEquals: { 'aws:SourceOrgID': 'o-1' } } }, 'unknown'],
  ['one of two statements', [{ ...letting(service), Condition: { StringEquals: { 'aws:SourceAccount': '1' } } }, letting(service)], 'yes'],
  ['all but another account', [letting(service), { ...letting(service), Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } } }], 'yes'],
  ['all but this account', [letting(service), { ...letting(service), Effect: 'Deny', Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }], 'no'],
  ['all but whom a condition takes out that is not known', [letting(service), { ...letting('*'), Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceOrgID': 'o-1' } } }], 'unknown'],
])('of tasks: a role that trusts %s', (_, statements, expected) => {
  expect(trusts(policy(statements), aService('ecs-tasks.amazonaws.com'), contextOf({ 'aws:SourceAccount': '111122223333', 'aws:SourceArn': task })).answer).toBe(expected);
});

function letting(Principal: object | string): object {
  return { Effect: 'Allow', Action: 'sts:AssumeRole', Principal };
}

import { aService } from '../../lib/iam/caller';
import { trusts } from '../../lib/iam/trust';
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

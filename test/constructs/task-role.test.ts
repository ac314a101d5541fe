import { Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { TaskRole } from '../../lib/index';
import { shop } from '../support/shop';

test('ECS may assume a task role for tasks of this account and region only', () => {
  const stack = shop();
  new TaskRole(stack, 'Role');
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{
        Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': { 'Fn::Sub': 'arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*' } },
        },
      }],
    },
  });
});

test('a task role is granted to as any other', () => {
  const stack = shop();
  new s3.Bucket(stack, 'Bucket').grantRead(new TaskRole(stack, 'Role'));
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 1);
});

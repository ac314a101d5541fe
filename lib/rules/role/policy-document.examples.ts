import type { Examples } from '../example';

const policy = (statement: string, version = '2012-10-17') => `
  Resources:
    ExecutionRole:
      Properties:
        Policies: [{ PolicyName: more, PolicyDocument: { Version: '${version}', Statement: [${statement}] } }]
`;
const at = (end: string) => `ExecutionRole.Properties.Policies.0.PolicyDocument.${end}`;

export const policyDocumentExamples: Examples = {
  rule: 'policy-document',
  bad: [
    {
      name: 'an effect in small letters', over: 'fargateService', template: policy('{ Effect: allow, Action: s3:GetObject, Resource: "*" }'),
      expects: [{ at: at('Statement.0.Effect'), message: 'effect' }],
    },
    {
      name: 'the date of today for a version', over: 'fargateService', template: policy('{ Effect: Allow, Action: s3:GetObject, Resource: "*" }', '2026-11-22'),
      expects: [{ at: at('Version'), message: 'version' }],
    },
    { name: 'no resource', over: 'fargateService', template: policy('{ Effect: Allow, Action: s3:GetObject }'), expects: [{ at: at('Statement.0'), message: 'noResource' }] },
    { name: 'no action', over: 'fargateService', template: policy('{ Effect: Allow, Resource: "*" }'), expects: [{ at: at('Statement.0'), message: 'noAction' }] },
    {
      name: 'a bucket by its name, and an action without its service', over: 'fargateService', template: policy('{ Effect: Allow, Action: GetObject, Resource: my-bucket/* }'),
      expects: [{ at: at('Statement.0.Action'), message: 'action' }, { at: at('Statement.0.Resource'), message: 'resource' }],
    },
    {
      name: 'a principal', over: 'fargateService', template: policy('{ Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "*" }'),
      expects: [{ at: at('Statement.0.Principal'), message: 'principal' }],
    },
    {
      name: 'a trust policy with a resource', over: 'fargateService',
      template: `
  Resources:
    ExecutionRole:
      Properties:
        AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole, Resource: '*' }] }
`,
      expects: [{ at: 'ExecutionRole.Properties.AssumeRolePolicyDocument.Statement.0.Resource', message: 'trustResource' }],
    },
    {
      name: 'a Sid with a hyphen', over: 'fargateService', template: policy('{ Sid: read-objects, Effect: Allow, Action: s3:GetObject, Resource: "*" }'),
      expects: [{ at: at('Statement.0.Sid'), message: 'sid' }],
    },
    {
      name: 'a Sid that is there twice', over: 'fargateService',
      template: policy('{ Sid: Read, Effect: Allow, Action: s3:GetObject, Resource: "*" }, { Sid: Read, Effect: Allow, Action: s3:ListBucket, Resource: "*" }'),
      expects: [{ at: at('Statement.1.Sid'), message: 'sidTwice' }],
    },
  ],
  good: [
    { name: 'an action on a resource', over: 'fargateService', template: policy("{ Sid: Read1, Effect: Allow, Action: ['s3:Get*', 's3:ListBucket'], Resource: arn:aws:s3:::my-bucket }") },
    { name: 'everything, in the long form', over: 'fargateService', template: policy("{ Effect: Deny, Action: '*:*', Resource: '*' }") },
    { name: 'all but', over: 'fargateService', template: policy("{ Effect: Deny, NotAction: 's3:*', NotResource: arn:aws:s3:::my-bucket/* }") },
    { name: 'what a parameter says', over: 'fargateService', template: `
  Parameters: { Bucket: { Type: String } }${policy('{ Effect: Allow, Action: s3:GetObject, Resource: !Ref Bucket }')}` },
  ],
};

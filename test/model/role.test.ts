import { showText } from '../../lib/core/text';
import { modelOf } from '../support/model';

const { roles } = modelOf(`
  Parameters: { Roles: { Type: CommaDelimitedList }, Arn: { Type: String }, Stage: { Type: String } }
  Conditions: { Open: !Equals [!Ref Stage, prod] }
  Resources:
    Everything:
      Type: AWS::IAM::Role
      Properties:
        Path: /ci/
        RoleName: everything
        Policies: [{ PolicyName: inline, PolicyDocument: { Statement: { Effect: Allow, Action: a:Inline, Resource: '*' } } }]
        ManagedPolicyArns:
          - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess'
          - !Ref Managed
    Plain: { Type: AWS::IAM::Role }
    Elsewhere: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/ours', 'arn:aws:iam::aws:policy/OfWhichNobodyKnows'] } }
    Bounded: { Type: AWS::IAM::Role, Properties: { PermissionsBoundary: !Ref Managed } }
    Managed:
      Type: AWS::IAM::ManagedPolicy
      Properties: { PolicyDocument: { Statement: { Effect: Allow, Action: a:Managed, Resource: '*' } } }
    ByName:
      Type: AWS::IAM::Policy
      Properties: { PolicyName: p, Roles: [everything], PolicyDocument: { Statement: { Effect: Allow, Action: a:ByName, Resource: '*' } } }
    ByRef:
      Type: AWS::IAM::Policy
      Properties: { PolicyName: p, Roles: [!Ref Everything, !Ref Plain], PolicyDocument: { Statement: { Effect: Allow, Action: a:ByRef, Resource: '*' } } }
    OfOne:
      Type: AWS::IAM::RolePolicy
      Properties: { PolicyName: p, RoleName: !Ref Everything, PolicyDocument: { Statement: { Effect: Allow, Action: a:OfOne, Resource: '*' } } }
    Attaching:
      Type: AWS::IAM::ManagedPolicy
      Properties: { Roles: [!Ref Plain], PolicyDocument: { Statement: { Effect: Allow, Action: a:Attaching, Resource: '*' } } }
    PerhapsThere:
      Type: AWS::IAM::Policy
      Condition: Open
      Properties: { PolicyName: p, Roles: [!Ref Plain], PolicyDocument: { Statement: { Effect: Allow, Action: a:PerhapsThere, Resource: '*' } } }
`);

function actionsOf(id: string) {
  const policies = roles.find(role => role.id === id)?.policies ?? [];
  return policies.flatMap(policy => [
    ...policy.statements.map(({ actions }) => `${policy.attachedBy.id}: ${[...actions.exact].join(' ')}`),
    ...policy.unread.map(({ why }) => `${policy.attachedBy.id}: unread ${why.kind}`),
  ]);
}

test('a role has the statements of its own, of managed policies, and of all policies that name it', () => {
  expect(actionsOf('Everything')).toEqual([
    'Everything: a:inline',
    'Everything: xray:puttracesegments xray:puttelemetryrecords xray:getsamplingrules xray:getsamplingtargets xray:getsamplingstatisticsummaries',
    'Everything: a:managed',
    'ByName: a:byname', 'ByRef: a:byref', 'OfOne: a:ofone',
  ]);
});

test('a policy that may be there, and one that is elsewhere, are unread', () => {
  expect(actionsOf('Plain')).toEqual(['ByRef: a:byref', 'PerhapsThere: unread condition', 'Attaching: a:attaching']);
  expect(actionsOf('Elsewhere')).toEqual(['Elsewhere: unread elsewhere', 'Elsewhere: unread fact']);
});

test('a policy whose roles nobody knows may be anybody’s', () => {
  const [role] = modelOf(`
    Parameters: { Roles: { Type: CommaDelimitedList } }
    Resources:
      Role: { Type: AWS::IAM::Role }
      Policy: { Type: AWS::IAM::Policy, Properties: { PolicyName: p, Roles: !Ref Roles, PolicyDocument: { Statement: [] } } }
  `).roles;
  expect(role?.policies.flatMap(({ unread }) => unread.map(({ why }) => why.kind))).toEqual(['parameter']);
});

test('the ARN and the boundary of a role', () => {
  expect(showText(roles.find(({ id }) => id === 'Everything')?.arn ?? { state: 'absent', at: { stack: '', path: [] } })).toBe('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ci/everything');
  expect(roles.find(({ id }) => id === 'Bounded')?.boundary?.statements).toHaveLength(1);
  expect(roles.find(({ id }) => id === 'Plain')?.boundary).toBeUndefined();
});

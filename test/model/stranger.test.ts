import type { Model } from '../../lib/model/model';
import { modelOf } from '../support/model';

const nouns = `
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Cluster: { Type: AWS::ECS::Cluster }
  Named: { Type: AWS::ECS::Cluster, Properties: { ClusterName: shop } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: tasks } }
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [] } } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }`;

function modelWith(stranger: string): Model {
  return modelOf(`Parameters: { Stage: { Type: String } }
Conditions: { Production: !Equals [!Ref Stage, production] }
Resources:${nouns}\n  Stranger: ${stranger}`);
}

const custom = (hands: string) => `{ Type: Custom::Anything, Properties: { ServiceToken: x, Hands: ${hands} } }`;

describe('what is handed to', () => {
  test.each([
    ['a custom resource', custom('[{ Deep: !Ref Cluster }]'), 'Cluster'],
    ['a resource of a third party', '{ Type: Vendor::Some::Thing, Properties: { Role: !GetAtt Role.Arn } }', 'Role'],
    ['a nested stack whose template is not here', "{ Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: x, Parameters: { Id: !Sub 'x-${Group.GroupId}' } } }", 'Group'],
    ['a custom resource by a name that is given', custom('!Ref Named'), 'Named'],
    ['a custom resource where a condition holds', custom('!If [Production, [!Ref Cluster], none]'), 'Cluster'],
  ])('%s is known', (_, stranger, handed) => {
    expect(modelWith(stranger).strangers.flatMap(found => [...found.handed].map(key => key.split(' ')[1]))).toEqual([handed]);
  });

  test('resources of AWS is no concern', () => {
    expect(modelWith('{ Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Cluster } }').strangers).toEqual([]);
  });
});

test.each([
  ['one of two texts', "!If [Production, 'many', 'one']", undefined],
  ['a parameter', '!Ref Stage', undefined],
  ['what cannot be computed', '!Select [7, [!Ref Cluster]]', 'function'],
  ['what may be left out of a text', "!Join ['', [a, !If [Production, !Ref Cluster, !Ref AWS::NoValue]]]", 'condition'],
])('a stranger that is handed %s may be handed any resource where nobody can tell', (_, hands, why) => {
  expect(modelWith(custom(hands)).strangers[0]?.open?.why.kind).toBe(why);
});

test('a stranger may add to what it is handed, and to nothing else', () => {
  const added = (hands: string) => {
    const { clusters, network, roles } = modelWith(custom(hands));
    return {
      capacityProviders: clusters[0]?.capacityProviders.state,
      rules: network.securityGroups.all.find(({ id }) => id === 'Group')?.ingress.map(({ exists }) => exists.state),
      policies: roles[0]?.policies.flatMap(({ unread }) => unread.map(({ why }) => why.kind)),
      routes: network.routeTables.all[0]?.routes.map(({ target }) => target.state),
    };
  };
  expect(added('none')).toEqual({ capacityProviders: 'absent', rules: [], policies: [], routes: [] });
  expect(added('[!Ref Cluster, !Ref Group, !Ref Role, !Ref Routes]')).toEqual({ capacityProviders: 'unknown', rules: ['unknown'], policies: ['elsewhere'], routes: ['unknown'] });
});

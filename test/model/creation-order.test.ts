import { CreationOrder } from '../../lib/model/creation-order';
import { Deployment } from '../../lib/template/deployment';
import { parseTemplate } from '../../lib/template/parse';

function isBefore(earlier: string, later: string, resources: string): string {
  const document = parseTemplate('order.yaml', `
Parameters: { Stage: { Type: String, Default: prod }, Open: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod], IsOpen: !Equals [!Ref Open, yes] }
Resources:
  Role: { Type: AWS::IAM::Role }
  Listener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref LoadBalancer } }
  LoadBalancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }
${resources}`);
  return new CreationOrder(new Deployment([{ name: 'order', document }]).resources()).isBefore({ stack: 'order', id: earlier }, { stack: 'order', id: later });
}

test.each([
  ['DependsOn names it', 'Role', 'Service: { Type: A::B::C, DependsOn: Role }', 'yes'],
  ['DependsOn lists it', 'Role', 'Service: { Type: A::B::C, DependsOn: [Listener, Role] }', 'yes'],
  ['a property refers to it', 'Role', 'Service: { Type: A::B::C, Properties: { A: [{ B: !Ref Role }] } }', 'yes'],
  ['a property takes an attribute of it', 'Role', 'Service: { Type: A::B::C, Properties: { A: !GetAtt Role.Arn } }', 'yes'],
  ['a text mentions it', 'Role', "Service: { Type: A::B::C, Properties: { A: !Sub 'x${Role.Arn}' } }", 'yes'],
  ['its metadata refers to it', 'Role', 'Service: { Type: A::B::C, Metadata: { Waits: !If [IsProd, !Ref Role, x] } }', 'yes'],
  ['what it waits for waits for it', 'LoadBalancer', 'Service: { Type: A::B::C, DependsOn: Listener }', 'yes'],
  ['the branch that is taken refers to it', 'Role', 'Service: { Type: A::B::C, Properties: { A: !If [IsProd, !Ref Role, x] } }', 'yes'],
  ['only the other branch refers to it', 'Role', 'Service: { Type: A::B::C, Properties: { A: !If [IsProd, x, !Ref Role] } }', 'no'],
  ['a branch of an open condition refers to it', 'Role', 'Service: { Type: A::B::C, Properties: { A: !If [IsOpen, x, !Ref Role] } }', 'yes'],
  ['nothing refers to it', 'Role', 'Service: { Type: A::B::C, DependsOn: Listener }', 'no'],
  ['a text only looks like it', 'Role', "Service: { Type: A::B::C, Properties: { A: !Sub 'x${!Role}', B: Role } }", 'no'],
])('when %s', (_, earlier, service, answer) => {
  expect(isBefore(earlier, 'Service', `  ${service}`)).toBe(answer);
});

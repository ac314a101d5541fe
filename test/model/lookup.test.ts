import { ifKnown } from '../../lib/core/value';
import { extractModel } from '../../lib/model/extract';
import { Deployment, type StackInput } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';

function stack(name: string, yaml: string, settings: Partial<StackInput> = {}): StackInput {
  return { name, document: parseYaml(`${name}.yaml`, yaml), ...settings };
}

const cluster = 'Resources: { Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: prod } }, Role: { Type: AWS::IAM::Role, Properties: { RoleName: tasks } } }';
const us = { region: 'us-east-1', account: '111111111111' }, eu = { region: 'eu-west-1', account: '111111111111' }, other = { region: 'us-east-1', account: '222222222222' };

/** The stacks of the cluster and of the task role that a service and its task definition name. */
function named(service: { readonly cluster: string; readonly role: string; readonly at: Partial<StackInput> }): readonly (string | undefined)[] {
  const app = stack('app', `Resources:
  Service: { Type: AWS::ECS::Service, Properties: { Cluster: '${service.cluster}', TaskDefinition: !Ref Task } }
  Task: { Type: AWS::ECS::TaskDefinition, Properties: { TaskRoleArn: '${service.role}' } }`, service.at);
  const { services, taskDefinitions } = extractModel(new Deployment([stack('eu', cluster, eu), stack('other', cluster, other), stack('us', cluster, us), app]));
  return [services[0] && ifKnown(services[0].cluster)?.stack, taskDefinitions[0] && ifKnown(taskDefinitions[0].taskRole)?.stack];
}

test.each([
  ['in the region where it is said', 'prod', 'tasks', us, ['us', 'eu']], // roles are known in all regions of an account
  ['in the account where it is said', 'prod', 'tasks', other, ['other', 'other']],
  ['in no other region', 'prod', 'tasks', { region: 'ap-south-1', account: '111111111111' }, [undefined, 'eu']],
  ['where an ARN says', 'arn:aws:ecs:eu-west-1:111111111111:cluster/prod', 'arn:aws:iam::222222222222:role/team/tasks', us, ['eu', 'other']],
  ['nowhere where an ARN says elsewhere', 'arn:aws:ecs:eu-west-1:999999999999:cluster/prod', 'arn:aws:iam::999999999999:role/tasks', us, [undefined, undefined]],
  ['anywhere where nobody says where', 'prod', 'tasks', {}, ['eu', 'eu']],
])('a name is looked up %s', (_, clusterName, role, at, expected) => {
  expect(named({ cluster: clusterName, role, at })).toEqual(expected);
});

test.each([
  ['a name that a parameter gives', 'ClusterName: !Ref Name', 'shop', 'parameter'],
  ['a name that a condition decides', 'ClusterName: !If [Production, shop, shop-test]', 'shop', 'condition'],
  ['a name that may be made up', 'ClusterName: !If [Production, shop, !Ref AWS::NoValue]', 'shop', 'condition'],
  ['a name of which the end is known, and another end', "ClusterName: !Sub '${Name}-shop'", 'search', 'elsewhere'],
  ['a name that is made up', '{}', 'shop', 'elsewhere'],
])('a cluster with %s is not found by a name that is written down, and why says whether it could be', (_, properties, reference, why) => {
  const { services: [service] } = extractModel(new Deployment([stack('app', `
Parameters: { Name: { Type: String } }
Conditions: { Production: !Equals [!Ref Name, production] }
Resources:
  Cluster: { Type: AWS::ECS::Cluster, Properties: { ${properties.replace('{}', '')} } }
  Service: { Type: AWS::ECS::Service, Properties: { Cluster: ${reference} } }`)]));
  expect(service?.cluster).toMatchObject({ state: 'unknown', why: { kind: why } });
});

import { sameText } from '../../core/text';
import { isSame } from '../../finding/finding';
import { defineRule } from '../rule';

/** ECS makes the default namespace of a cluster where the name is new, and the template may make it too. */
export const clusterNamespace = defineRule({
  id: 'cluster-namespace',
  title: 'Cluster and template both make the namespace',
  severity: 'error',
  phase: 'create',
  subject: 'cluster',
  explanation: 'ServiceConnectDefaults of a cluster takes the ARN of a namespace or a name. Where no namespace of the name is there, ECS makes an HTTP namespace. A cluster that names by text what the same template makes does not wait for it: ECS and CloudFormation make it at the same time, and Cloud Map refuses the second. Where the cluster waits for something else, CloudFormation may be done first. Beside a namespace with DNS, tasks come into one that ECS has made.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-cluster-serviceconnectdefaults.html',
  predicts: ['Another operation of type CreateHttpNamespace'],
  facts: [],
  messages: {
    twice: (names: Names) => ({ ...words(names), ecsSays: 'Another operation of type CreateHttpNamespace and id … is in progress' }),
    beside: (names: Names) => ({ ...words(names), severity: 'warning' }),
  },
  check(cluster, say, { namespaces, order, resources }) {
    const given = cluster.properties.get('ServiceConnectDefaults', 'Namespace').text();
    const namespace = given.state === 'known' && !given.is ? namespaces.all.find(({ name, stack }) => stack === cluster.stack && sameText(name, given) === 'yes') : undefined;
    if (!namespace || namespace.exists.state !== 'known' || order.isBefore(namespace, cluster) !== 'no') return;
    // A cluster that waits for something else may come when the namespace is there.
    const isAtOnce = resources.some(resource => isSame(resource, cluster) && resource.references().length === 0);
    say.violated(isAtOnce && namespace.type === 'AWS::ServiceDiscovery::HttpNamespace' ? 'twice' : 'beside', given, { namespace: namespace.id }, { related: [namespace] });
  },
});

interface Names { readonly namespace: string }

/** Seen with CDK apps: https://github.com/aws/aws-cdk/issues/25554, https://github.com/aws/aws-cdk/issues/25616 */
function words({ namespace }: Names) {
  return {
    says: `The default namespace is given by the name of ${namespace}, and nothing makes CloudFormation create ${namespace} first: ECS makes one of that name.`,
    fix: `Namespace: !GetAtt ${namespace}.Arn`,
    repair: [{ set: { 'Fn::GetAtt': [namespace, 'Arn'] } }],
  };
}

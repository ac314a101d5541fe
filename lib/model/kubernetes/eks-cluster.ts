import { globOf, matchGlob } from '../../core/glob';
import { allAnswer, anyAnswer, type Answer } from '../../core/identity';
import { partsOf, sameText } from '../../core/text';
import { ifKnown, known, orElse, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { textsBelow } from '../../template/texts-below';
import { Lookup } from '../lookup';
import { namedOf, nounOf, type Named, type Noun } from '../noun';

/** A cluster of EKS, with what of these templates runs its pods. */
export interface EksCluster extends Named {
  readonly nodeGroups: readonly NodeGroup[];
  readonly fargateProfiles: readonly FargateProfile[];
  /** Whether nodes may come from elsewhere too: Auto Mode, Karpenter, instances of one's own. */
  readonly mayHaveOtherNodes: boolean;
}

/** `AWS::EKS::Nodegroup`. */
export interface NodeGroup extends Noun {
  readonly instanceTypes: Value<readonly Value<string>[]>;
  /** Whether EKS alone sets the nodes up, with one of its Linux images. */
  readonly asEksSetsUp: boolean;
}

/** A profile that says which pods run on Fargate. */
export interface FargateProfile extends Noun {
  /** Whether one of its selectors is for such pods. */
  selects(namespace: Value<string>, labels: Property): Answer;
}

/** Clusters that the CDK makes: by CloudFormation, or by a function of its own. */
const clusterTypes = ['AWS::EKS::Cluster', 'Custom::AWSCDK-EKS-Cluster'], profileTypes = ['AWS::EKS::FargateProfile', 'Custom::AWSCDK-EKS-FargateProfile'];

export function readEksClusters(of: (type: string) => readonly Resource[], resources: readonly Resource[]): Lookup<EksCluster> {
  const found = new Lookup('EKS cluster', clusterTypes.flatMap(of).map(clusterOf)), others = resources.some(bringsNodes);
  const isOf = (name: Property, cluster: Named): boolean => ifKnown(found.find(name.text())) === cluster;
  return new Lookup('EKS cluster', found.all.map(cluster => ({
    ...cluster,
    nodeGroups: of('AWS::EKS::Nodegroup').filter(({ properties }) => isOf(properties.get('ClusterName'), cluster)).map(nodeGroupOf),
    fargateProfiles: profileTypes.flatMap(of).filter(({ properties }) => isOf(orGiven(properties, 'ClusterName', 'clusterName'), cluster)).map(profileOf),
    mayHaveOtherNodes: others || cluster.mayHaveOtherNodes,
  })));
}

function clusterOf(resource: Resource): Named & Pick<EksCluster, 'mayHaveOtherNodes'> {
  const { properties } = resource, named = namedOf(resource, 'Name'), autoMode = properties.get('ComputeConfig', 'Enabled').flag();
  return {
    ...named,
    name: orElse(properties.get('Config', 'name').text(), named.name),
    mayHaveOtherNodes: !(autoMode.state === 'absent' || (autoMode.state === 'known' && !autoMode.value)) || properties.get('RemoteNetworkConfig').given !== 'no',
  };
}

/** What may launch instances that join, whatever their cluster, or let somebody within the cluster launch them. */
function bringsNodes({ type, properties }: Resource): boolean {
  if (/^AWS::(AutoScaling::AutoScalingGroup|EC2::(Instance|SpotFleet|EC2Fleet))$/.test(type)) return true;
  return /^Custom::AWSCDK-EKS-(HelmChart|KubernetesResource)$/.test(type) && textsBelow(properties).some(part => typeof part === 'string' && /karpenter/i.test(part));
}

function nodeGroupOf(resource: Resource): NodeGroup {
  const { properties } = resource, image = properties.get('AmiType').text(), isOfOwn = properties.get('LaunchTemplate').given !== 'no';
  const isLinux = image.state === 'absent' || (image.state === 'known' && /^(AL2|BOTTLEROCKET)/.test(image.value));
  return { instanceTypes: properties.get('InstanceTypes').texts(), asEksSetsUp: isLinux && !isOfOwn, ...nounOf(resource) };
}

/** A property where CloudFormation makes the thing, or one of what the function of the CDK is told. */
function orGiven(properties: Property, own: string, told: string): Property {
  const given = properties.get(own);
  return given.given === 'no' ? properties.get('Config', told) : given;
}

function profileOf(resource: Resource): FargateProfile {
  const selectors = orGiven(resource.properties, 'Selectors', 'selectors').list();
  return {
    selects: (namespace, labels) => (selectors.state === 'known' ? anyAnswer(selectors.value.map(selector => isFor(selector, namespace, labels))) : selectors.state === 'absent' ? 'no' : 'unknown'),
    ...nounOf(resource),
  };
}

/** In namespaces and values of labels `*` and `?` stand for others: https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html. */
function isFor(selector: Property, namespace: Value<string>, labels: Property): Answer {
  const wanted = orBelow(selector, 'Namespace', 'namespace').text(), given = orBelow(selector, 'Labels', 'labels'), list = given.list(), map = given.map();
  const pairs = [
    ...(list.state === 'known' ? list.value.map(label => ({ key: label.get('Key').text(), value: label.get('Value').text() })) : []),
    ...(map.state === 'known' ? [...map.value].map(([key, value]) => ({ key: known(key, value.at), value: value.text() })) : []),
  ];
  const isOpen = list.state === 'unknown' && map.state === 'unknown';
  return allAnswer([matches(wanted, namespace), ...pairs.map(({ key, value }) => (key.state === 'known' ? matches(value, labels.get(key.value).text()) : 'unknown')), isOpen ? 'unknown' : 'yes']);
}

function orBelow(property: Property, first: string, second: string): Property {
  const other = property.get(second);
  return other.given === 'yes' ? other : property.get(first);
}

function matches(pattern: Value<string>, text: Value<string>): Answer {
  const parts = partsOf(pattern), found = partsOf(text);
  if (!parts) return 'yes';
  if (!found) return 'no';
  const same = sameText(pattern, text);
  return same === 'yes' ? same : matchGlob(globOf(parts), found);
}

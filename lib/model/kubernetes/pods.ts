import { absent, allKnown, known, unknown, withDefault, type Known, type Unknown, type Value } from '../../core/value';
import { partlyKnownDocumentIn } from '../../iam/json';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { EksCluster } from './eks-cluster';
import { podNeedOf, type PodNeed } from './pod-need';

/** Pods that are alike, as those of a Deployment, in a manifest that the CDK applies to a cluster of EKS. */
export interface Pods extends Noun {
  readonly cluster: Value<EksCluster>;
  /** What makes them, as `Deployment web`. */
  readonly of: string;
  readonly need: Known<PodNeed> | Unknown;
  /** The instance types on which they may run; absent where they name none. */
  readonly instanceTypes: Value<readonly string[]>;
  readonly namespace: Known<string> | Unknown;
  readonly labels: Property;
}

/** The manifests that `addManifest` and `KubernetesManifest` of the CDK write. */
export const manifestType = 'Custom::AWSCDK-EKS-KubernetesResource';

/** What is no manifest is nothing here: whoever wrote it is told by Kubernetes. */
export function readPods(resource: Resource, clusters: Lookup<EksCluster>): readonly Pods[] {
  const manifest = resource.properties.get('Manifest'), objects = partlyKnownDocumentIn(manifest).list();
  const at = objects.at, cluster = clusters.find(resource.properties.get('ClusterName').text());
  return (objects.state === 'known' ? objects.value : []).flatMap(itemsOf).flatMap(object => {
    const kind = object.get('kind').text(), name = object.get('metadata', 'name').text(), template = templateIn(kind.state === 'known' ? kind.value : '', object);
    if (!template || kind.state !== 'known') return [];
    const spec = template.get('spec');
    return [{
      ...nounOf(resource), at, cluster, of: name.state === 'known' ? `${kind.value} ${name.value}` : kind.value,
      need: podNeedOf(spec), instanceTypes: instanceTypesOf(spec), namespace: withDefault(object.get('metadata', 'namespace').text(), 'default'), labels: template.get('metadata', 'labels'),
    }];
  });
}

function itemsOf(object: Property): readonly Property[] {
  const items = object.get('items').list();
  return items.state === 'known' ? items.value : [object];
}

/** The pod that an object makes more of. A DaemonSet is left out, which asks each node; so is what makes none. */
function templateIn(kind: string, object: Property): Property | undefined {
  const replicas = object.get('spec', 'replicas').number();
  if (replicas.state === 'known' && replicas.value === 0) return undefined;
  switch (kind) {
    case 'Pod': return object;
    case 'Deployment': case 'StatefulSet': case 'ReplicaSet': case 'Job': return object.get('spec', 'template');
    case 'CronJob': return object.get('spec', 'jobTemplate', 'spec', 'template');
    default: return undefined;
  }
}

const typeLabels = ['node.kubernetes.io/instance-type', 'beta.kubernetes.io/instance-type'];

/** By the node selector, or by the required affinity, of which one of the terms has to hold: types are named only where each of them does. */
function instanceTypesOf(spec: Property): Value<readonly string[]> {
  for (const label of typeLabels) {
    const selected = spec.get('nodeSelector', label).text();
    if (selected.state !== 'absent') return selected.state === 'known' ? known([selected.value], selected.at) : selected;
  }
  const terms = spec.get('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms').list();
  if (terms.state !== 'known') return terms;
  const named = terms.value.map(typesIn);
  if (named.length === 0 || named.some(({ state }) => state === 'absent')) return absent(terms.at);
  const all = allKnown(named, terms.at);
  return all.state === 'known' ? known(all.value.flat(), terms.at) : all;
}

function typesIn(term: Property): Value<readonly string[]> {
  const expressions = term.get('matchExpressions').list();
  if (expressions.state !== 'known') return expressions;
  for (const expression of expressions.value) {
    const key = expression.get('key').text(), operator = expression.get('operator').text();
    if (key.state === 'unknown' || operator.state === 'unknown') return unknown({ kind: 'form', expected: 'a label', found: 'one that is not known' }, term.at);
    if (key.state !== 'known' || !typeLabels.includes(key.value) || operator.state !== 'known' || operator.value !== 'In') continue;
    const values = expression.get('values').texts();
    return values.state === 'known' ? allKnown(values.value, values.at) : values;
  }
  return absent(term.at);
}

import { defaultCluster as defaultName } from '../../catalog/container-agent';
import { sameText } from '../../core/text';
import { known } from '../../core/value';
import type { Cluster } from '../../model/capacity/cluster';
import { isMadeUp } from '../../model/noun';
import { defineRule } from '../rule';

/** A service that names no cluster runs in the one that is called default. */
export const defaultCluster = defineRule({
  id: 'default-cluster',
  title: 'The service is not in the cluster of its template',
  severity: 'warning',
  phase: 'create',
  subject: 'service',
  explanation: 'A service that names no cluster is one of the cluster default. Where the template makes a cluster, that is hardly meant: in most accounts there is no cluster of that name, and where there is one, the container instances of the template are not in it.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['ClusterNotFoundException: Cluster not found.'],
  facts: [defaultName],
  messages: {
    leftOut: ({ cluster }: { cluster: string }) => ({
      says: `The service names no cluster, and so is one of the cluster ${defaultName.value}. The template makes ${cluster}.`,
      fix: `Cluster: !Ref ${cluster}`,
      repair: [{ set: { Ref: cluster } }],
      ecsSays: 'ClusterNotFoundException: Cluster not found.',
    }),
  },
  check({ stack, cluster }, say, { clusters }) {
    const own = clusters.filter(other => other.stack === stack && other.exists.state === 'known'), [first] = own;
    if (cluster.state === 'absent' && first && !own.some(mayBeDefault)) say.violated('leftOut', cluster, { cluster: first.id }, { related: [first] });
  },
});

function mayBeDefault({ name }: Cluster): boolean {
  return !isMadeUp(name) && sameText(name, known(defaultName.value, name.at)) !== 'no';
}

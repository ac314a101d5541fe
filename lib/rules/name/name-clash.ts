import { groupBy } from '../../core/group-by';
import { Keyed } from '../../core/keyed';
import { onceFor } from '../../core/once-for';
import { showText, textKey } from '../../core/text';
import { ifKnown, unknownsIn } from '../../core/value';
import { byResource } from '../../finding/finding';
import type { Model } from '../../model/model';
import { isMadeUp, nameKey, sameName, type Named } from '../../model/noun';
import { defineRule } from '../rule';

/** A name belongs to one cluster, capacity provider or log group of an account in a region, to one service of a cluster, and to one private namespace of a VPC. */
export const nameClash = defineRule({
  id: 'name-clash',
  title: 'Two resources have one name',
  severity: 'error',
  phase: 'create',
  subject: 'named',
  explanation: 'Clusters and capacity providers are told apart by their names within an account and region, services within their cluster. So are log groups, namespaces for HTTP, and private DNS namespaces within their VPC. The second of a name is refused. Several task definitions may have one family: they are its revisions.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: ['Creation of service was not idempotent.', 'already exists'],
  facts: [],
  messages: {
    taken: ({ name, other, isService }: { name: string; other: string; isService: boolean }) => ({
      says: `${other} has the name ${name} too.`,
      fix: 'Give it another name, or let CloudFormation make one up.',
      ecsSays: isService ? 'Creation of service was not idempotent.' : `${name} already exists`,
    }),
  },
  check(noun, say, model) {
    if (isMadeUp(noun.name)) return;
    // Which of them comes second nobody knows; it is said of all but the first by id.
    const rivals = (rivalsIn(model).get(noun)?.find([nameKey(noun.name)]) ?? []).filter(rival => rival.stack === noun.stack && byResource(rival, noun) < 0);
    const other = rivals.find(rival => sameName(rival.name, noun.name) === 'yes');
    if (other) {
      if (other.exists.state === 'unknown') return say.undecided(other.exists);
      return say.violated('taken', noun.name, { name: showText(noun.name), other: other.id, isService: noun.type === 'AWS::ECS::Service' }, { related: [other] });
    }
    const open = rivals.find(rival => sameName(rival.name, noun.name) === 'unknown');
    unknownsIn(...open ? [noun.name, open.name] : []).slice(0, 1).forEach(name => { say.undecided(name); });
  },
});

/** Those of which no two may have one name, by their names, for each of them. */
const rivalsIn = onceFor(({ capacityProviders, clusters, logGroups, namespaces, services }: Model): ReadonlyMap<Named, Keyed<Named>> => {
  const inClusters = groupBy(services.filter(({ cluster }) => cluster.state === 'known'), ({ cluster }) => ifKnown(cluster));
  const inVpcs = groupBy(namespaces.all.filter(({ type }) => type !== 'AWS::ServiceDiscovery::PublicDnsNamespace'), ({ vpc }) => textKey(vpc) ?? '');
  return new Map([capacityProviders, clusters, logGroups, ...inVpcs.values(), ...inClusters.values()].flatMap(all => {
    const byName = new Keyed<Named>(all, ({ name }) => [nameKey(name)]);
    return all.map(noun => [noun, byName]);
  }));
});

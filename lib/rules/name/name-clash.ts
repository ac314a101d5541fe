import { by } from '../../core/order';
import { ifKnown } from '../../core/value';
import type { ResourceRef } from '../../finding/finding';
import type { Model } from '../../model/model';
import type { Named } from '../../model/noun';
import { defineRule } from '../rule';

/** A name belongs to one cluster or capacity provider of an account in a region, and to one service of a cluster. */
export const nameClash = defineRule({
  id: 'name-clash',
  title: 'Two resources have one name',
  severity: 'error',
  phase: 'create',
  subject: 'named',
  explanation: 'Clusters and capacity providers are told apart by their names within an account and region, services within their cluster. The second of a name is refused. Several task definitions may have one family: they are its revisions.',
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
    const name = say.need(noun.name.state === 'unknown' && noun.name.why.kind === 'created' ? { state: 'absent', at: noun.at } : noun.name);
    // Which of them comes second nobody knows; it is said of all but the first by id.
    const [other] = name === undefined ? [] : rivalsOf(noun, model).filter(rival => ifKnown(rival.name) === name && rival.stack === noun.stack).sort(byId);
    if (name === undefined || !other || byId(other, noun) >= 0) return;
    if (other.exists.state === 'unknown') return say.undecided(other.exists);
    say.violated('taken', noun.name, { name, other: other.id, isService: noun.type === 'AWS::ECS::Service' }, { related: [other] });
  },
});

const byId = by<ResourceRef>(({ id }) => id);

/** The others that may not have the same name. */
function rivalsOf(noun: Named, { capacityProviders, clusters, services }: Model): readonly Named[] {
  const service = services.find(other => other === noun), cluster = service && ifKnown(service.cluster);
  const all: readonly Named[] = service ? services.filter(other => cluster !== undefined && ifKnown(other.cluster) === cluster) : [...capacityProviders, ...clusters];
  return all.filter(other => other !== noun && other.type === noun.type);
}

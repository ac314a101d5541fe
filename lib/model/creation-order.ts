import { circlesIn } from '../core/circles';
import { groupBy } from '../core/group-by';
import type { Answer } from '../core/identity';
import { accountStack, byResource, resourceKey, type ResourceRef } from '../finding/finding';
import type { Resource } from '../template/resource';

/** The order in which CloudFormation creates resources: what nothing puts in order, it creates at the same time. */
export class CreationOrder {
  /** By stack and logical id. */
  private readonly resources: ReadonlyMap<string, ReadonlyMap<string, Resource>>;
  private readonly waits = new Map<string, ReadonlySet<string>>();
  private found: readonly (readonly ResourceRef[])[] | undefined;

  constructor(resources: readonly Resource[]) {
    this.resources = new Map([...groupBy(resources, ({ stack }) => stack)].map(([stack, own]) => [stack, new Map(own.map(resource => [resource.id, resource]))]));
  }

  /** Whether `earlier` is finished before CloudFormation begins with `later`. Unknown across stacks, but for what the account holds already. */
  isBefore(earlier: ResourceRef, later: ResourceRef): Answer {
    if (earlier.stack !== later.stack) return earlier.stack === accountStack ? 'yes' : later.stack === accountStack ? 'no' : 'unknown';
    return this.waitsFor(later).has(earlier.id) ? 'yes' : 'no';
  }

  /** The resources that wait for each other in a circle, each circle once. */
  get circles(): readonly (readonly ResourceRef[])[] {
    return (this.found ??= this.findCircles());
  }

  /** What a condition may leave out stands in none. */
  private findCircles(): readonly (readonly ResourceRef[])[] {
    const created = [...this.resources.values()].flatMap(own => [...own.values()].filter(({ exists }) => exists.state === 'known'));
    const waitsFor = ({ stack, references }: Resource): readonly Resource[] => [...new Set(references().map(({ id }) => this.resources.get(stack)?.get(id)))].flatMap(other => (other?.exists.state === 'known' ? other : [])).sort(byResource);
    return circlesIn(new Map(created.map(resource => [resource, waitsFor(resource)])));
  }

  /** All that a resource waits for, directly or through others. */
  private waitsFor(later: ResourceRef): ReadonlySet<string> {
    const before = this.waits.get(resourceKey(later)), own = this.resources.get(later.stack);
    if (before) return before;
    const found = new Set<string>(), open = [later.id];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const next of own?.get(id)?.dependencies() ?? []) {
        if (!found.has(next)) open.push(next);
        found.add(next);
      }
    }
    this.waits.set(resourceKey(later), found);
    return found;
  }
}

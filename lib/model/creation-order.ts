import { circlesIn } from '../core/circles';
import { groupBy } from '../core/group-by';
import type { Answer } from '../core/identity';
import { accountStack, byResource, type ResourceRef } from '../finding/finding';
import type { Resource } from '../template/resource';

/** The order in which CloudFormation creates resources: what nothing puts in order, it creates at the same time. */
export class CreationOrder {
  /** By stack and logical id. */
  private readonly resources: ReadonlyMap<string, ReadonlyMap<string, Resource>>;
  /** What waits for a resource, directly or through others: by stack and logical id of those that were asked about. */
  private readonly waiting = new Map<string, Map<string, ReadonlySet<string>>>();
  private readonly direct = new Map<string, ReadonlyMap<string, readonly string[]>>();
  private found: readonly (readonly ResourceRef[])[] | undefined;

  constructor(resources: readonly Resource[]) {
    this.resources = new Map([...groupBy(resources, ({ stack }) => stack)].map(([stack, own]) => [stack, new Map(own.map(resource => [resource.id, resource]))]));
  }

  /** Whether `earlier` is finished before CloudFormation begins with `later`. Unknown across stacks, but for what the account holds already. */
  isBefore(earlier: ResourceRef, later: ResourceRef): Answer {
    if (earlier.stack !== later.stack) return earlier.stack === accountStack ? 'yes' : later.stack === accountStack ? 'no' : 'unknown';
    return this.waitingFor(earlier).has(later.id) ? 'yes' : 'no';
  }

  /** The resources that wait for each other in a circle, each circle once. */
  get circles(): readonly (readonly ResourceRef[])[] {
    return (this.found ??= this.findCircles());
  }

  /** What a condition may leave out stands in none. */
  private findCircles(): readonly (readonly ResourceRef[])[] {
    const created = [...this.resources.values()].flatMap(own => [...own.values()].filter(({ exists }) => exists.state === 'known'));
    const waitsFor = ({ stack, references }: Resource): readonly Resource[] => {
      const others: Resource[] = [], own = this.resources.get(stack);
      for (const { id } of references()) {
        const other = own?.get(id);
        if (other?.exists.state === 'known' && !others.includes(other)) others.push(other);
      }
      return others;
    };
    return circlesIn(new Map(created.map(resource => [resource, waitsFor(resource)])), byResource);
  }

  /** All that waits for a resource. */
  private waitingFor({ stack, id }: ResourceRef): ReadonlySet<string> {
    const asked = this.waiting.get(stack) ?? new Map<string, ReadonlySet<string>>(), before = asked.get(id);
    if (before) return before;
    const found = new Set<string>(), direct = this.directlyWaiting(stack);
    const add = (earlier: string): void => direct.get(earlier)?.forEach(later => found.add(later));
    add(id);
    found.forEach(add); // also of what is added meanwhile
    this.waiting.set(stack, asked.set(id, found));
    return found;
  }

  private directlyWaiting(stack: string): ReadonlyMap<string, readonly string[]> {
    const before = this.direct.get(stack);
    if (before) return before;
    const direct = new Map<string, string[]>();
    for (const [id, resource] of this.resources.get(stack) ?? []) {
      for (const earlier of resource.dependencies()) {
        const others = direct.get(earlier);
        if (others) others.push(id);
        else direct.set(earlier, [id]);
      }
    }
    this.direct.set(stack, direct);
    return direct;
  }
}

import * as fc from 'fast-check';
import { playScenarios } from '../../lib/simulation/play';
import type { Repair, ScenarioName } from '../../lib/simulation/scenario';
import { aCluster, type GivenGroup, type GivenService } from '../support/deployment';

/** What a template says, as far as repairs change it. */
interface Given {
  readonly groups: Readonly<Record<string, GivenGroup>>;
  readonly services: Readonly<Record<string, GivenService>>;
}

/** The services of a scenario that are not certain to get through, each with the repairs that are proposed for it. */
function troubles({ groups, services }: Given, name: ScenarioName): ReadonlyMap<string, readonly Repair[]> {
  const outcomes = playScenarios(aCluster(groups, services)).find(scenario => scenario.name === name)?.services ?? [];
  return new Map(outcomes.filter(({ outcome }) => outcome !== 'succeeds')
    .map(({ service, obstacles }) => [service.id, obstacles.flatMap(obstacle => (obstacle.kind === 'noPlace' ? obstacle.repairs : []))]));
}

/** The template with a repair, as its words say; with `less`, with a little less of it. Undefined where there is nothing between it and no repair. */
function repaired(given: Given, service: string, repair: Repair, less = false): Given | undefined {
  const change = (services: GivenService): Given => ({ ...given, services: { ...given.services, [service]: { ...given.services[service], ...services } } });
  const changeGroup = (id: string, group: GivenGroup): Given => ({ ...given, groups: { ...given.groups, [id]: { ...given.groups[id], ...group } } });
  switch (repair.kind) {
    case 'memory': return change({ memory: repair.memoryMiB + (less ? step(repair.memoryMiB) : 0) });
    case 'cpu': return change({ cpu: repair.cpuUnits + (less ? 1 : 0) });
    case 'ports': return less ? undefined : change({ hostPort: 0 });
    case 'zone': return less ? undefined : change({ awsvpcIn: [...given.services[service]?.awsvpcIn ?? [], repair.zone.slice(-1)] });
    case 'type': return less ? undefined : changeGroup(repair.group.autoScalingGroup.id, { types: [repair.type] });
    case 'instances': {
      const { id } = repair.group.autoScalingGroup, { min = 2, max = min } = given.groups[id] ?? {}, count = repair.instances - (less ? 1 : 0);
      return changeGroup(id, repair.grows ? { max: count } : { min: count, max: Math.max(count, Number(max)) });
    }
  }
}

/** Memory is proposed in round numbers. */
function step(memoryMiB: number): number {
  return memoryMiB >= 1024 ? 64 : memoryMiB >= 256 ? 16 : 1;
}

const zones = fc.constantFrom(['a'], ['a', 'b'], ['b']);
const groups: fc.Arbitrary<Given['groups']> = fc.dictionary(fc.constantFrom('G', 'H'),
  fc.record({ types: fc.constantFrom(['m5.large'], ['c5.large']), min: fc.integer({ min: 0, max: 3 }), more: fc.integer({ min: 0, max: 2 }), zones, managed: fc.boolean() })
    .map(({ min, more, ...group }) => ({ ...group, min, max: min + more })), { minKeys: 1 });

const services = (groups: Given['groups']): fc.Arbitrary<Given['services']> => {
  const managed = Object.keys(groups).filter(id => groups[id]?.managed);
  return fc.dictionary(fc.constantFrom('A', 'B'), fc.record({
    count: fc.integer({ min: 1, max: 5 }), memory: fc.constantFrom(200, 1000, 3000, 3900, 5000, 9000), cpu: fc.constantFrom(0, 256, 1000, 1500),
    way: fc.constantFrom<GivenService>({}, {}, { hostPort: 80 }, { awsvpcIn: ['a'] }, { awsvpcIn: ['a', 'b'] }),
    percents: fc.constantFrom<[number, number]>([100, 200], [50, 200]), scaled: fc.boolean(), provider: fc.option(fc.constantFrom(...managed, 'none')),
  }).map(({ count, way, scaled, provider, ...service }) => ({
    ...service, ...way, count, ...(scaled ? { scaling: [count, count + 3] as const } : {}), ...(provider === null || provider === 'none' ? {} : { providers: { [provider]: [0, 1] as const } }),
  })), { minKeys: 1 });
};

const deployments = groups.chain(groups => services(groups).map(services => ({ groups, services })));

let applied = 0;
afterAll(() => {
  expect(applied).toBeGreaterThan(10);
});

test.each<ScenarioName>(['desired-count', 'rolling-update', 'scaling-maximum'])('%s: each repair that is proposed gives the tasks their places, and a little less of it does not', name => {
  fc.assert(fc.property(deployments, given => {
    const before = troubles(given, name), anyway = new Set([...before.keys(), ...troubles(given, 'desired-count').keys()]);
    for (const [service, repairs] of before) {
      const heals = (changed: Given): boolean => [...troubles(changed, name).keys()].every(other => other !== service && anyway.has(other));
      for (const repair of repairs) {
        const whole = repaired(given, service, repair), less = repaired(given, service, repair, true);
        expect([service, repair.kind, whole && heals(whole)]).toEqual([service, repair.kind, true]);
        if (less && anyway.size === 1) expect([service, repair.kind, 'less', heals(less)]).toEqual([service, repair.kind, 'less', false]);
        applied++;
      }
    }
  }), { seed: 1, numRuns: 20 });
});

import { randomStream } from '../../lib/core/random';
import { fitCapacity, capacityShortage } from '../../lib/sizing/fit-capacity';
import type { CapacityFit, CapacityRequest } from '../../lib/sizing/fit';
import { explainFit, explainTooSmall } from '../../lib/sizing/words';
import { playScenarios } from '../../lib/simulation/play';
import { aCluster, aStack, type GivenGroup, type GivenService } from '../support/deployment';

const group: GivenGroup = { min: 1, max: 1, managed: true };

/** A service on the group `G`. */
function onG(service: GivenService): GivenService {
  return { providers: { G: [0, 1] }, ...service };
}

function fit(services: Readonly<Record<string, GivenService>>, request: Partial<CapacityRequest> = {}, given: GivenGroup = group): CapacityFit {
  const found = fitCapacity([aStack({ G: given }, services)], { group: { stack: 'stack', id: 'G' }, region: 'us-east-1', ...request });
  if (!found) throw new Error('nothing runs on it');
  return found;
}

/** As `2–3 r7a.medium: RESOURCE:MEMORY`. */
function chosen({ choices: [first] }: CapacityFit): string {
  return first ? `${first.min}–${first.max} ${first.instanceTypes.join()}: ${first.decides.min?.reason ?? 'nothing'}` : 'none';
}

const m6i = { allowedInstanceTypes: ['m6i.*'] };

type Row = readonly [situation: string, services: Readonly<Record<string, GivenService>>, request: Partial<CapacityRequest>, expected: string];

test.each<Row>([
  ['memory decides', { Web: onG({ count: 4, memory: 3000 }) }, m6i, '2–3 m6i.large: RESOURCE:MEMORY'],
  ['CPU decides', { Web: onG({ count: 4, cpu: 1024, memory: 128 }) }, m6i, '2–3 m6i.large: RESOURCE:CPU'],
  ['network interfaces decide', { Web: onG({ count: 8, memory: 128, awsvpcIn: ['a', 'b'] }) }, m6i, '4–5 m6i.large: RESOURCE:ENI'],
  ['a port decides', { Web: onG({ count: 3, memory: 128, hostPort: 80 }) }, m6i, '3–4 m6i.large: RESOURCE:PORTS'],
  ['tasks that are to be apart decide', { Web: onG({ count: 3, memory: 128, more: { PlacementConstraints: [{ Type: 'distinctInstance' }] } }) }, m6i, '3–4 m6i.large: DISTINCT_INSTANCE'],
  ['a second instance is there for the loss of a zone', { Web: onG({ memory: 128 }) }, m6i, '2–2 m6i.large: nothing'],
  ['one is enough where a zone may not be lost', { Web: onG({ memory: 128 }) }, { ...m6i, scenarios: ['rolling-update'] }, '1–1 m6i.large: nothing'],
  ['daemons take their part of each instance', { Agent: { daemon: true, memory: 2000 }, Web: onG({ count: 4, memory: 3000 }) }, { allowedInstanceTypes: ['m6i.large'] }, '4–5 m6i.large: RESOURCE:MEMORY'],
  ['an update that may stop a task first needs nothing beside', { Web: onG({ count: 4, memory: 3000, percents: [50, 100] }) }, m6i, '2–2 m6i.large: RESOURCE:MEMORY'],
  ['blue and green stand side by side', { Web: onG({ count: 4, memory: 3000, more: { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } } }) }, m6i, '2–4 m6i.large: RESOURCE:MEMORY'],
  ['the minimum of its scaling is what a service has', { Web: onG({ count: 1, memory: 3000, scaling: [6, 6] }) }, m6i, '3–4 m6i.large: RESOURCE:MEMORY'],
  ['scaling lifts the maximum', { Web: onG({ count: 2, memory: 3000, scaling: [2, 10] }) }, m6i, '2–5 m6i.large: nothing'],
  ['but not where nobody asks for it', { Web: onG({ count: 2, memory: 3000, scaling: [2, 10] }) }, { ...m6i, scenarios: ['rolling-update', 'zone-lost'] }, '2–2 m6i.large: nothing'],
  ['a constraint of the tasks leaves one family', { Web: onG({ memory: 128, more: { PlacementConstraints: [{ Type: 'memberOf', Expression: 'attribute:ecs.instance-type == r6i.xlarge' }] } }) }, {}, '2–2 r6i.xlarge: nothing'],
  ['other regions have other types', { Web: onG({ count: 4, memory: 3000 }) }, { region: 'eu-central-2' }, '2–3 m6i.large: RESOURCE:MEMORY'],
])('%s', (_, services, request, expected) => {
  expect(chosen(fit(services, request))).toBe(expected);
});

test('where nothing makes the group grow, what an update needs is there before', () => {
  expect(chosen(fit({ Web: { count: 4, memory: 3000 } }, m6i))).toBe('3–3 m6i.large: nothing');
});

test('what the target capacity keeps free is there beside', () => {
  const stack = aStack({ G: group }, { Web: onG({ count: 8, memory: 3000 }) });
  const provider = (stack.document.root['Resources'] as Record<string, { Properties: { AutoScalingGroupProvider: object } }>)['GProvider'];
  Object.assign(provider?.Properties.AutoScalingGroupProvider ?? {}, { ManagedScaling: { Status: 'ENABLED', TargetCapacity: 80 } });
  expect(fitCapacity([stack], { group: { stack: 'stack', id: 'GProvider' }, region: 'us-east-1', ...m6i })?.choices[0]).toMatchObject({ min: 5 });
});

const shop = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`S${i}`, onG({ count: 1 + i % 4, memory: 256 + 331 * (i % 5), cpu: 128 * (1 + i % 7), scaling: [1 + i % 4, 3 + i % 6] })]));

test('what fits floats, and the same input gives the same choice', () => {
  const found = fit(shop), [{ instanceTypes, min, max } = { instanceTypes: [], min: 0, max: 0 }] = found.choices;
  const played = playScenarios(aCluster({ G: { ...group, types: instanceTypes, min, max } }, shop));
  expect(played.filter(({ name }) => name !== 'instance-lost').map(({ outcome }) => outcome)).toEqual(['succeeds', 'succeeds', 'succeeds', 'succeeds', 'succeeds']);
  expect(JSON.stringify(fit(shop))).toBe(JSON.stringify(found));
});

test('whatever runs on it, the dry run finds a place for all of it on what was chosen', () => {
  for (let seed = 0; seed < 25; seed++) {
    const random = randomStream(seed, 'fleet'), among = <T>(...all: readonly T[]): T => all[random.below(all.length)] as T;
    const service = (): GivenService => onG({
      count: random.below(5), memory: among(128, 900, 3000, 6000), cpu: among(0, 256, 1500),
      ...among<GivenService>({}, {}, { awsvpcIn: ['a', 'b'] }, { hostPort: among(80, 81) }), ...among<GivenService>({}, { scaling: [among(0, 2), among(5, 9)] }), ...among<GivenService>({}, { percents: [50, 200] }),
      ...among<GivenService>({}, { more: { PlacementStrategies: [among({ Type: 'binpack', Field: 'cpu' }, { Type: 'random' })] } }, { more: { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } } }),
    });
    const services = { A: service(), B: service(), C: service(), ...among<Record<string, GivenService>>({}, { Agent: { daemon: true, memory: 200 } }) };
    const { choices: [first], unheld } = fit(services, { allowedInstanceTypes: ['m6i.*', 'c6i.*'] });
    const played = playScenarios(aCluster({ G: { ...group, types: first?.instanceTypes ?? [], min: first?.min, max: first?.max } }, services)).filter(({ name }) => name !== 'instance-lost');
    expect({ seed, unheld, short: played.flatMap(({ name, services }) => services.filter(({ outcome }) => outcome !== 'succeeds').map(({ service, outcome }) => `${name} ${service.id} ${outcome}`)) }).toEqual({ seed, unheld: [], short: [] });
  }
});

test('no type in no number costs less: held against trying all of them', () => {
  const services = { A: onG({ count: 3, memory: 2100, cpu: 700 }), B: onG({ count: 2, memory: 5000 }) };
  const request: CapacityRequest = { group: { stack: 'stack', id: 'G' }, region: 'us-east-1' };
  const stack = aStack({ G: group }, services), best = fit(services, { allowedInstanceTypes: ['m5.*', 'c5.*', 'r5.*'] }).choices[0]?.usdPerMonth;
  const prices = { 'm5.large': 0.096, 'm5.xlarge': 0.192, 'm5.2xlarge': 0.384, 'c5.large': 0.085, 'c5.xlarge': 0.17, 'c5.2xlarge': 0.34, 'c5.4xlarge': 0.68, 'r5.large': 0.126, 'r5.xlarge': 0.252, 'r5.2xlarge': 0.504 };
  const all = Object.entries(prices).flatMap(([type, price]) => Array.from({ length: 6 }, (_, i) => i + 2)
    .filter(min => !capacityShortage([stack], { ...request, scenarios: [] }, { instanceTypes: [type], min, max: min })).map(min => min * price * 730));
  expect(best).toBeCloseTo(Math.min(...all));
});

test('of several types each does in the same number', () => {
  const { choices: [first] } = fit(shop, { types: 4 });
  expect(first?.instanceTypes).toHaveLength(4);
  for (const type of first?.instanceTypes ?? []) expect(capacityShortage([aStack({ G: group }, shop)], { group: { stack: 'stack', id: 'G' }, region: 'us-east-1' }, { instanceTypes: [type], min: first?.min ?? 0, max: first?.max ?? 0 })).toBeUndefined();
});

test('it says why: what costs how much, what decides, what seemed cheaper', () => {
  const why = (services: Readonly<Record<string, GivenService>>, request: Partial<CapacityRequest> = {}): string => explainFit(fit(services, request), request.region ?? 'us-east-1');
  expect(why({ Web: onG({ count: 4, memory: 3000 }) }, m6i)).toBe('2 × m6i.large for 140.16 USD a month is the least of 9 types (on-demand prices of us-east-1, 2026-07-20). '
    + 'With 1, 2 tasks of Web would find no place for want of memory. Up to 3 may be launched: with 2, an update of Web could not go on for want of memory. Next would be 2 × m6i.xlarge for 280.32 USD.');
  expect(why({ Web: onG({ count: 3, memory: 5000 }) }, { allowedInstanceTypes: ['m6i.large', 'm6i.2xlarge', 'r6i.large'] })).toContain('By their sum the tasks would go on 2 × m6i.large, which costs less, but 3 of them are needed (210.24 USD): with 2, 1 task of Web would find no place for want of memory.');
  expect(why({ Web: onG({ count: 4, memory: 3000 }) }, { region: 'eu-west-1', allowedInstanceTypes: ['m8g.*', 'm7i.*'] })).toContain('(estimated for eu-west-1 from on-demand prices of us-east-1, 2026-07-20)');
});

test('where nothing fits it names the task, and the most that there is', () => {
  const { choices, tooSmall } = fit({ Web: onG({}), Huge: onG({ memory: 40_000_000 }) });
  expect(choices).toEqual([]);
  expect(tooSmall.map(explainTooSmall)).toEqual([expect.stringMatching(/^A task of Huge asks for 40000000 MiB of memory, and \d+ types have at most \d+ MiB of memory\.$/)]);
  expect(fit({ Web: onG({ task: { ContainerDefinitions: [{ Name: 'app', Image: 'app', Memory: 512, ResourceRequirements: [{ Type: 'GPU', Value: '1' }] }] } }) }).tooSmall.map(explainTooSmall)).toEqual(['A task of Web asks for 1 GPU, and 62 types have at most 0 GPUs.']);
});

test('a scenario that no number gets through is told, and asks for no instances', () => {
  const found = fit({ Web: onG({ count: 2, memory: 512 }) }, m6i, { ...group, zones: ['a'] });
  expect(found.unheld).toMatchObject([{ scenario: 'zone-lost', service: 'Web' }]);
  expect(found.choices[0]).toMatchObject({ min: 1 });
});

test('what cannot be counted is named, with what would settle it', () => {
  expect(fit({ Web: onG({ count: { Ref: 'Unknown' } }), Api: onG({}) }).uncounted).toEqual([{ service: 'Web', reason: 'parameter Unknown has no value here and no default', resolveWith: '--parameter Unknown=VALUE' }]);
});

test('a group on which nothing runs, or that is not there, is none', () => {
  const stack = aStack({ G: group, H: group }, { Web: onG({}) }), fitOf = (id: string) => fitCapacity([stack], { group: { stack: 'stack', id }, region: 'us-east-1' });
  expect([fitOf('H'), fitOf('Web'), fitOf('GProvider')?.choices.length]).toEqual([undefined, undefined, 2]);
});

test('what was chosen once is held against what runs there now', () => {
  const request: CapacityRequest = { group: { stack: 'stack', id: 'G' }, region: 'us-east-1' }, size = { instanceTypes: ['m6i.large'], min: 2, max: 3 };
  const short = (count: number, change: Partial<typeof size> = {}, region = 'us-east-1') => capacityShortage([aStack({ G: group }, { Web: onG({ count, memory: 3000 }) })], { ...request, region }, { ...size, ...change });
  expect(short(4)).toBeUndefined();
  expect(short(7)).toMatchObject({ scenario: 'desired-count', service: 'Web', tasks: 1, reason: 'RESOURCE:MEMORY' });
  expect(short(4, { instanceTypes: ['m6i.large', 'm6g.large'] })).toBe('m6g.large');
});

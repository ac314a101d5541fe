import { randomStream } from '../../lib/core/random';
import type { Model } from '../../lib/model/model';
import { playScenarios } from '../../lib/simulation/play';
import type * as room from '../../lib/simulation/room';
import { aCluster, type GivenGroup, type GivenService } from '../support/deployment';

let answers: boolean[] | undefined;

jest.mock('../../lib/simulation/room', () => {
  const { hasRoomForAll } = jest.requireActual<typeof room>('../../lib/simulation/room');
  return { hasRoomForAll: (...of: Parameters<typeof hasRoomForAll>) => {
    const answer = hasRoomForAll(...of);
    answers?.push(answer);
    return answers !== undefined && answer;
  } };
});

/** All that is said of a model, as far as it hangs on places. */
function said(model: Model): unknown {
  return playScenarios(model).map(({ name, outcome, services, clusters }) => ({
    name, outcome,
    services: services.map(({ service: { id }, obstacles, unknown, ...rest }) => ({ id, ...rest, unknown: unknown?.why, obstacles: obstacles.map(obstacle => (obstacle.kind === 'noPlace' ? { ...obstacle.noPlace, ...obstacle.need, repairs: obstacle.repairs.length } : obstacle.kind)) })),
    clusters: clusters.map(({ cluster: { id }, instances, unplaced }) => ({ id, unplaced: unplaced.length, instances: instances.map(({ tasks, ...instance }) => ({ ...instance, tasks: tasks.map(({ service, count }) => [service.id, count]) })) })),
  }));
}

/** A cluster made by chance, with room for all or not much too small. */
function cluster(seed: number): Model {
  const random = randomStream(seed, 'room'), among = <T>(...all: readonly T[]): T => all[random.below(all.length)] as T, size = among(1, 8, 16);
  const group = (): GivenGroup => {
    const min = random.below(2 * size), zones = among(['a', 'b'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c'], ['a']);
    return { min, max: min + among(0, 3, 20), zones, managed: true, types: among(['m5.xlarge'], ['m5.large'], ['m5.xlarge'], ['m5.large', 'c5.xlarge'], ['m5.large', 'r5.2xlarge']) };
  };
  const groups = { G: group(), H: group() };
  const service = (): GivenService => {
    const count = random.below(4);
    return {
      count, memory: among(128, 256, 256, 1000, 1000, 3000), cpu: among(0, 64, 1024),
      ...among<GivenService>({}, {}, { awsvpcIn: among(['a', 'b', 'c'], ['a', 'b']) }, { hostPort: among(80, 81) }),
      ...among<GivenService>({}, { scaling: [count, count + among(0, 2, 8)] }), ...among<GivenService>({}, {}, { daemon: true, memory: 200 }),
      ...among<GivenService>({}, { providers: { G: [0, 1] } }, { providers: { G: [1, 1], H: [0, 2] } }),
      ...among<GivenService>({}, { percents: [100, 200] }, { more: { PlacementStrategies: [among({ Type: 'binpack', Field: 'memory' }, { Type: 'random' }, { Type: 'spread', Field: 'attribute:ecs.availability-zone' })] } },
        { more: { DeploymentConfiguration: { Strategy: 'BLUE_GREEN' } } }),
    };
  };
  return aCluster(groups, Object.fromEntries(Array.from({ length: 2 + random.below(3) }, (_, i) => [`S${i}`, service()])));
}

test('where there is room for all, what is said is what would be said if everything were tried', () => {
  let roomy = 0;
  for (let seed = 0; seed < 40; seed++) {
    const model = cluster(seed);
    const plainly = said(model);
    answers = [];
    expect({ seed, said: said(model) }).toEqual({ seed, said: plainly });
    if (answers.includes(true)) roomy++;
    answers = undefined;
  }
  expect(roomy).toBeGreaterThan(3);
});

test('there is none where a service may fill all instances, where one of them alone has place, or where all are in one zone', () => {
  const answerFor = (group: GivenGroup, count: number): boolean | undefined => {
    answers = [];
    playScenarios(aCluster({ G: group }, { A: { count, memory: 3000 }, B: { memory: 3000 } }));
    return answers[0];
  };
  expect(answerFor({ min: 9 }, 5)).toBe(true);
  expect(answerFor({ min: 9 }, 14)).toBe(false);
  expect(answerFor({ min: 1 }, 1)).toBe(false);
  expect(answerFor({ min: 9, zones: ['a'] }, 5)).toBe(false);
});

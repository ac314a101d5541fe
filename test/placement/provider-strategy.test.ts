import { distribute, strategyFault } from '../../lib/placement/provider-strategy';

const counts = (providers: readonly string[]) => Object.fromEntries([...new Set(providers)].map(name => [name, providers.filter(other => other === name).length]));
const share = (provider: string, weight: number, base = 0) => ({ provider, weight, base });

test.each([
  ['one to four', [share('A', 1), share('B', 4)], 10, { A: 2, B: 8 }],
  ['a base before the weights', [share('A', 1, 2), share('B', 4)], 12, { A: 4, B: 8 }],
  ['a base that takes them all', [share('A', 1, 5), share('B', 4)], 3, { A: 3 }],
  ['a base on a provider of weight 0', [share('A', 0, 1), share('B', 1)], 4, { A: 1, B: 3 }],
  ['a tie goes to the first', [share('A', 1), share('B', 1)], 5, { A: 3, B: 2 }],
  ['big numbers', [share('A', 999), share('B', 1)], 1000, { A: 999, B: 1 }],
])('%s', (_, shares, count, expected) => {
  expect(counts(distribute(shares, count))).toEqual(expected);
});

test.each([
  ['all weights are zero', [share('A', 0, 1), share('B', 0)], 'allWeightsZero'],
  ['two providers have a base', [share('A', 1, 1), share('B', 1, 1)], 'severalBases'],
  ['Fargate and an Auto Scaling group', [share('FARGATE', 1), share('A', 1)], 'mixedKinds'],
  ['nothing', [share('FARGATE', 1), share('FARGATE_SPOT', 4)], undefined],
])('ECS refuses a strategy because %s', (_, shares, fault) => {
  expect(strategyFault(shares)).toBe(fault);
});

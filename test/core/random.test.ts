import { randomStream } from '../../lib/core/random';

const draws = (seed: number, name: string, count = 8) => {
  const random = randomStream(seed, name);
  return Array.from({ length: count }, () => random.below(1000));
};

test('a stream follows from its seed and its name', () => {
  expect(draws(1, 'placement')).toEqual(draws(1, 'placement'));
  expect(draws(2, 'placement')).not.toEqual(draws(1, 'placement'));
  expect(draws(1, 'faults')).not.toEqual(draws(1, 'placement'));
});

test('its numbers are the same on every machine', () => {
  expect(draws(1, 'placement', 4)).toEqual([617, 882, 384, 392]);
});

test('its numbers are even enough to choose by', () => {
  const random = randomStream(7, 'placement'), counts = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) {
    const draw = random.below(4);
    counts[draw] = (counts[draw] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

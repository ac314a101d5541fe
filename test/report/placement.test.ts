import { renderText } from '../../lib/report/text/text';
import { aReport } from './sample';

test('what depends on luck is told in seeds', () => {
  const services = [{ stack: 'shop', service: 'Big', outcome: 'undecided' as const, wanted: 1, placed: 1, luck: { seeds: 100, places: 83 } }];
  expect(renderText(aReport({ scenarios: [{ name: 'desired-count', outcome: 'undecided', services, timeline: [], placement: { clusters: [] } }] })))
    .toContain('Depends on luck\n  Big  desired-count  all its tasks find a place at 83 of 100 seeds\n');
});

test('a cluster of too many kinds of instances is told zone by zone', () => {
  const registered = { cpuUnits: 2048, memoryMiB: 8000, gpus: 0, taskEnis: 2 };
  const instances = Array.from({ length: 30 }, (_, i) => ({
    id: `G-${i}`, zone: i % 2 === 0 ? 'a' : 'b', type: 'm5.large', registered, free: { ...registered, memoryMiB: 8000 - 100 * i }, tasks: i === 0 ? [] : [{ service: 'Web', count: i }],
  }));
  expect(renderText(aReport({ scenarios: [{ name: 'desired-count', outcome: 'succeeds', services: [], timeline: [], placement: { clusters: [{ cluster: 'Cluster', instances, fargate: [], unplaced: [] }] } }] })))
    .toContain('  a  15 × m5.large  free 2048 CPU, 5200 to 8000 MiB  Web×210 in all\n  b  15 × m5.large  free 2048 CPU, 5100 to 7900 MiB  Web×225 in all\n');
});

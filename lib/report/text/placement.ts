import { groupBy } from '../../core/group-by';
import { by } from '../../core/order';
import type { Report, ReportCluster } from '../report';
import { columns } from './layout';
import type { Paint } from './paint';

/** How many lines the instances of one cluster may take. */
const mostLines = 12;

/** Where the tasks of each cluster with container instances land at desired count: by zone, instances that hold the same as one line. */
export function showPlacement({ scenarios }: Report, width: number, paint: Paint): readonly string[] {
  const clusters = scenarios.filter(({ name }) => name === 'desired-count').flatMap(({ placement }) => placement.clusters);
  return clusters.filter(({ instances }) => instances.length > 0).map(cluster => [
    `${paint('strong', 'Tasks')} of ${cluster.cluster} at desired count`,
    ...columns([...instanceRows(cluster), ...otherRows(cluster)], width - 2).map(line => `  ${line}`),
  ].join('\n'));
}

/** What hangs on the order of services and on which of equal instances ECS takes. */
export function showLuck({ scenarios }: Report, paint: Paint): readonly string[] {
  const rows = scenarios.flatMap(({ name, services }) => services.flatMap(({ service, luck }) =>
    (luck ? [[service, name, `all its tasks find a place at ${luck.places} of ${luck.seeds} seeds`]] : [])));
  return rows.length > 0 ? [[paint('strong', 'Depends on luck'), ...columns(rows).map(line => `  ${line}`)].join('\n')] : [];
}

/** Instances that hold the same as one row; where those are too many, what the instances of a zone and type hold together. */
function instanceRows({ instances }: ReportCluster): readonly (readonly string[])[] {
  const sorted = [...instances].sort(by(i => i.zone, i => i.type)), alike = groupBy(sorted, ({ zone, type, tasks }) => JSON.stringify([zone, type, tasks]));
  const groups = alike.size <= mostLines ? alike : groupBy(sorted, ({ zone, type }) => JSON.stringify([zone, type])), rows = [...groups.values()].map(rowOf);
  return rows.length <= mostLines ? rows : [...rows.slice(0, mostLines - 1), ['', `and ${rows.length - mostLines + 1} more kinds`, '', '']];
}

function rowOf(instances: ReportCluster['instances']): readonly string[] {
  const [{ zone, type } = { zone: '', type: '' }] = instances, contents = new Set(instances.map(({ tasks }) => JSON.stringify(tasks)));
  const free = `free ${rangeOf(instances.map(one => one.free.cpuUnits))} CPU, ${rangeOf(instances.map(one => one.free.memoryMiB))} MiB`;
  const counts = groupBy(instances.flatMap(({ tasks }) => tasks), ({ service }) => service), share = contents.size === 1 ? instances.length : 1;
  const held = [...counts].sort(by(([service]) => service)).map(([service, tasks]) => `${service}×${tasks.reduce((sum, { count }) => sum + count, 0) / share}`).join(', ');
  const each = instances.length === 1 || held === '' ? '' : contents.size === 1 ? ' each' : ' in all';
  return [zone || 'zone ?', `${instances.length} × ${type}`, free, `${held || 'no task'}${each}`];
}

/** `1024`, or `512 to 2048`. */
function rangeOf(numbers: readonly number[]): string {
  const [least = 0, ...others] = [...new Set(numbers)].sort(by(number => number));
  return others.length === 0 ? String(least) : `${least} to ${others.at(-1)}`;
}

function otherRows({ fargate, unplaced }: ReportCluster): readonly (readonly string[])[] {
  return [
    ...fargate.map(({ provider, service, tasks }) => [provider, '', '', `${service}×${tasks}`]),
    ...unplaced.map(({ service, count, reasons }) => ['nowhere', '', reasons.join(', '), `${service}×${count}`]),
  ];
}

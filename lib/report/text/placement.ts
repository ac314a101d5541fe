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

function instanceRows({ instances }: ReportCluster): readonly (readonly string[])[] {
  const rows = [...groupBy([...instances].sort(by(i => i.zone, i => i.type)), ({ zone, type, tasks }) => JSON.stringify([zone, type, tasks])).values()]
    .map(alike => {
      const [{ zone, type, tasks, free } = { zone: '', type: '', tasks: [], free: { memoryMiB: 0, cpuUnits: 0 } }] = alike;
      const least = (of: 'cpuUnits' | 'memoryMiB'): number => Math.min(free[of], ...alike.map(instance => instance.free[of]));
      const held = tasks.length === 0 ? 'no task' : tasks.map(({ service, count }) => `${service}×${count}`).join(', ');
      return [zone || 'zone ?', `${alike.length} × ${type}`, `free ${least('cpuUnits')} CPU, ${least('memoryMiB')} MiB`, alike.length > 1 && tasks.length > 0 ? `${held} each` : held];
    });
  return rows.length <= mostLines ? rows : [...rows.slice(0, mostLines - 1), ['', `and ${rows.length - mostLines + 1} more kinds`, '', '']];
}

function otherRows({ fargate, unplaced }: ReportCluster): readonly (readonly string[])[] {
  return [
    ...fargate.map(({ provider, service, tasks }) => [provider, '', '', `${service}×${tasks}`]),
    ...unplaced.map(({ service, count, reasons }) => ['nowhere', '', reasons.join(', '), `${service}×${count}`]),
  ];
}

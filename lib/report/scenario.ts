import type { ScenarioResult } from '../simulation/scenario';
import type { ReportScenario } from './report';

/** A scenario as the report shows it. */
export function showScenario(scenario: ScenarioResult): ReportScenario {
  return {
    name: scenario.name,
    outcome: scenario.outcome,
    services: scenario.services.map(({ service, outcome, wanted, placed }) => ({ stack: service.stack, service: service.id, outcome, wanted, placed })),
    timeline: [],
    placement: {
      clusters: scenario.clusters.map(({ cluster, instances, fargate, unplaced }) => ({
        cluster: cluster.id,
        instances: instances.map(({ capacityProvider, tasks, ...instance }) => ({
          ...instance,
          ...(capacityProvider === undefined ? {} : { capacityProvider }),
          tasks: tasks.map(task => ({ service: task.service.id, count: task.count })),
        })),
        fargate: fargate.map(({ service, provider, tasks }) => ({ service: service.id, provider, tasks })),
        unplaced: unplaced.map(({ service, count, noPlace }) => ({
          service: service.id, count,
          reasons: noPlace.counts.map(({ reason, what, instances }) => `${instances} ${reason}${what === undefined ? '' : ` ${what}`}`),
        })),
      })),
    },
  };
}

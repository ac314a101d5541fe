import type { ClusterPlacement, Repair, ScenarioResult, UnplacedTasks } from '../simulation/scenario';
import type { ReportChange, ReportCluster, ReportScenario, ReportUnplaced } from './report';

/** How many different answers of instances to one task are shown. */
const mostAnswers = 20;

/** A scenario as the report shows it. */
export function showScenario(scenario: ScenarioResult): ReportScenario {
  return {
    name: scenario.name,
    outcome: scenario.outcome,
    services: scenario.services.map(({ service, outcome, wanted, placed, luck }) => ({ stack: service.stack, service: service.id, outcome, wanted, placed, ...(luck ? { luck } : {}) })),
    timeline: [],
    placement: { clusters: scenario.clusters.map(showCluster) },
  };
}

function showCluster({ cluster, instances, fargate, unplaced }: ClusterPlacement): ReportCluster {
  return {
    cluster: cluster.id,
    instances: instances.map(({ id, zone, type, capacityProvider, registered, free, tasks }) => ({
      id, zone, type, registered, free,
      ...(capacityProvider === undefined ? {} : { capacityProvider }),
      tasks: tasks.map(task => ({ service: task.service.id, count: task.count })),
    })),
    fargate: fargate.map(({ service, provider, tasks }) => ({ service: service.id, provider, tasks })),
    unplaced: unplaced.map(showUnplaced),
  };
}

function showUnplaced({ service, count, need: { ports, attributes, eni, ...amounts }, noPlace, repairs, ecsSays }: UnplacedTasks): ReportUnplaced {
  return {
    service: service.id, count,
    reasons: noPlace.counts.map(({ reason, what, instances }) => `${instances} ${reason}${what === undefined ? '' : ` ${what}`}`),
    ecsMessage: ecsSays,
    need: {
      ...amounts, taskEnis: eni ? 1 : 0, ports: ports.map(({ port, protocol }) => `${protocol} ${port}`),
      attributes: attributes.map(({ name, value }) => (value === undefined ? name : `${name} ${value}`)),
    },
    answers: noPlace.answers.slice(0, mostAnswers).map(({ refusals, ...answer }) => ({
      ...answer,
      lacks: refusals.map(({ forever, ...refusal }) =>
        ({ ...refusal, ...(refusal.needed === undefined ? {} : { missing: refusal.needed - (refusal.free ?? 0) }), never: forever })),
    })),
    changes: repairs.map(showChange),
  };
}

function showChange(repair: Repair): ReportChange {
  switch (repair.kind) {
    case 'ports': return { ...repair, ports: repair.ports.map(({ port, protocol }) => `${protocol} ${port}`) };
    case 'type': return { ...repair, group: repair.group.autoScalingGroup.id };
    case 'instances': return { kind: 'instances', group: repair.group.autoScalingGroup.id, instances: repair.instances, lasts: repair.lasting === repair.instances };
    default: return repair;
  }
}

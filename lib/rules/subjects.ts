import { known } from '../core/value';
import type { JudgedAcknowledgement } from '../finding/acknowledgement';
import type { Cluster } from '../model/cluster';
import type { Container } from '../model/container';
import type { Listener } from '../model/listener';
import type { LoadBalancer } from '../model/load-balancer';
import type { Launcher } from '../model/launch';
import type { Model } from '../model/model';
import type { Noun } from '../model/noun';
import type { Role } from '../model/role';
import type { ScalableTarget } from '../model/scalable-target';
import type { ScalingPolicy } from '../model/scaling-policy';
import type { ScheduledTask } from '../model/scheduled-task';
import type { Service } from '../model/service';
import type { TaskDefinition } from '../model/task-definition';
import type { ScenarioResult, ServiceOutcome } from '../simulation/scenario';

/** What rules are about, and what their `check` receives. */
export interface Subjects {
  readonly acknowledgement: JudgedAcknowledgement;
  readonly cluster: Cluster;
  readonly container: { readonly task: TaskDefinition; readonly container: Container };
  readonly listener: Listener;
  readonly loadBalancer: LoadBalancer;
  /** A service or a scheduled task. */
  readonly launcher: Launcher;
  readonly role: Role;
  readonly scalableTarget: ScalableTarget;
  readonly scalingPolicy: ScalingPolicy;
  readonly scheduledTask: ScheduledTask;
  readonly service: Service;
  /** A service as one scenario went for it. */
  readonly outcome: { readonly scenario: ScenarioResult; readonly outcome: ServiceOutcome };
  readonly taskDefinition: TaskDefinition;
}

export type SubjectName = keyof Subjects;

/** A subject with the resource that stands for it. */
export interface SubjectOf<S extends SubjectName> {
  readonly noun: Pick<Noun, 'stack' | 'id' | 'exists'>;
  readonly subject: Subjects[S];
}

/** All subjects of each kind, in the order of the templates. */
export const subjects: {
  readonly [S in SubjectName]: (model: Model, scenarios: readonly ScenarioResult[], acknowledgements: readonly JudgedAcknowledgement[]) => readonly SubjectOf<S>[];
} = {
  acknowledgement: (_model, _scenarios, acknowledgements) => acknowledgements.map(judged => {
    const { at, resource = { stack: at.stack, id: '' } } = judged.acknowledgement;
    return { noun: { ...resource, exists: known(true, at) }, subject: judged };
  }),
  cluster: model => model.clusters.map(itself),
  container: model => model.taskDefinitions.flatMap(task =>
    (task.containers.state === 'known' ? task.containers.value : []).map(container => ({ noun: task, subject: { task, container } }))),
  listener: model => model.listeners.map(itself),
  loadBalancer: model => model.loadBalancers.map(itself),
  launcher: model => [...model.services, ...model.scheduledTasks].map(itself),
  role: model => model.roles.map(itself),
  scalableTarget: model => model.scalableTargets.map(itself),
  scalingPolicy: model => model.scalingPolicies.map(itself),
  scheduledTask: model => model.scheduledTasks.map(itself),
  service: model => model.services.map(itself),
  outcome: (_, scenarios) => scenarios.flatMap(scenario =>
    scenario.services.map(outcome => ({ noun: outcome.service, subject: { scenario, outcome } }))),
  taskDefinition: model => model.taskDefinitions.map(itself),
};

function itself<T extends Noun>(noun: T): { noun: Noun; subject: T } {
  return { noun, subject: noun };
}

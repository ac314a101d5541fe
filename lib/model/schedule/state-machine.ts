import type { Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import { textsBelow } from '../../template/texts-below';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { Role } from '../role';
import { readLaunch, type LaunchReferences } from '../service/launch';
import type { TaskDefinition } from '../task-definition/task-definition';
import { readOverrides, scheduleSource, type StartedTask } from './scheduled-task';
import { parametersOfRuns } from './state-definition';

/** `AWS::StepFunctions::StateMachine` that runs tasks of ECS. */
export interface StateMachine extends Noun {
  /** The role with which Step Functions does what the states say. */
  readonly role: Value<Role>;
  /** The task definitions of the templates that its states name. */
  readonly taskDefinitions: readonly TaskDefinition[];
  /** The states that run a task, and how. */
  readonly runs: readonly StartedTask[];
  /** Whether it waits for its tasks to end (`ecs:runTask.sync`). */
  readonly waits: boolean;
}

/** Reads a state machine, unless none of its states runs a task. */
export function readStateMachine(resource: Resource, roles: Lookup<Role>, references: LaunchReferences): readonly StateMachine[] {
  const { properties } = resource;
  const parts = ['DefinitionString', 'Definition', 'DefinitionSubstitutions'].flatMap(key => textsBelow(properties.get(key)));
  const says = (words: string): boolean => parts.some(part => typeof part === 'string' && part.includes(words));
  if (!says(':states:::ecs:runTask')) return [];
  const named = parts.flatMap(part => (typeof part === 'object' && part.is?.kind === 'attribute' ? [part.is] : []));
  return [{
    role: roles.find(properties.get('RoleArn').text()),
    taskDefinitions: references.taskDefinitions.all.filter(({ stack, id }) => named.some(is => is.stack === stack && is.resource === id)),
    runs: parametersOfRuns(properties).map(parameters => ({
      ...nounOf(resource),
      at: parameters.at,
      ...readLaunch({ ...scheduleSource(parameters, parameters), cluster: parameters.get('Cluster'), taskDefinition: parameters.get('TaskDefinition') }, references),
      ...readOverrides(parameters.get('Overrides'), roles),
      properties: parameters,
    })),
    waits: says(':states:::ecs:runTask.sync'),
    ...nounOf(resource),
  }];
}

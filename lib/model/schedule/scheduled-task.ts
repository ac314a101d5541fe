import { Mask } from '../../core/mask';
import { partsOf, textOf } from '../../core/text';
import { absent, unknown, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import { piecesOf } from '../../template/intrinsics/split';
import { isList, own, type Raw } from '../../template/raw';
import type { Resource } from '../../template/resource';
import { readLaunch, type Launch, type LaunchReferences } from '../service/launch';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { Role } from '../role';

/** Tasks that others than services start, each by itself. */
export interface StartedTask extends Noun, Launch {
  /** The roles that are given in the place of those of the task definition. */
  readonly overrides: { readonly executionRole: Value<Role>; readonly taskRole: Value<Role> };
  /** The containers for which something else is said than in the task definition, by their names. */
  readonly overriddenContainers: readonly Value<string>[];
  /** What tells how they are started, for what the fields above do not name. */
  readonly properties: Property;
}

/** Tasks that EventBridge starts: a target of an `AWS::Events::Rule`, an `AWS::Scheduler::Schedule`, or an `AWS::Pipes::Pipe`. */
export interface ScheduledTask extends StartedTask {
  /** What the target names: the ARN of the cluster. */
  readonly clusterArn: Value<string>;
  /** As `rate(5 minutes)`. Absent for a rule that waits for events. */
  readonly expression: Value<string>;
  /** The role with which EventBridge starts the tasks. */
  readonly role: Value<Role>;
  /** The queue that gets what could not be started. */
  readonly deadLetterQueue: Value<string>;
}

/** The tasks that a rule or a schedule starts: one for each target with `EcsParameters`. */
export function readScheduledTasks(resource: Resource, references: LaunchReferences, roles: Lookup<Role>): readonly ScheduledTask[] {
  const { properties, type } = resource;
  if (type === 'AWS::Pipes::Pipe') return readPipe(resource, references, roles);
  const isRule = type === 'AWS::Events::Rule';
  const targets = isRule ? properties.get('Targets').list() : properties.get('Target').listOrOne();
  return (targets.state === 'known' ? targets.value : []).filter(target => target.get('EcsParameters').given !== 'no').map(target => {
    const parameters = target.get('EcsParameters'), whole = parameters.value(), input = target.get('Input').text();
    return {
      ...nounOf(resource),
      // Where a condition decides whether the target runs tasks, what is said of them is undecided.
      exists: whole.state === 'unknown' && whole.mayBeAbsent ? unknown(whole.why, whole.at) : resource.exists,
      at: parameters.at,
      ...readLaunch(isRule ? ruleSource(target, parameters) : scheduleSource(target, parameters), references),
      clusterArn: target.get('Arn').text(),
      expression: properties.get('ScheduleExpression').text(),
      role: roles.find(target.get('RoleArn').text()),
      overrides: { executionRole: roles.find(entryOf(input, 'executionRoleArn')), taskRole: roles.find(entryOf(input, 'taskRoleArn')) },
      overriddenContainers: overriddenIn(input),
      deadLetterQueue: target.get('DeadLetterConfig', 'Arn').text(),
      properties: parameters,
    };
  });
}

/** The task that a pipe starts for what comes out of it. */
function readPipe(resource: Resource, references: LaunchReferences, roles: Lookup<Role>): readonly ScheduledTask[] {
  const { properties } = resource, parameters = properties.get('TargetParameters', 'EcsTaskParameters'), target = properties.get('Target');
  if (parameters.given === 'no') return [];
  return [{
    ...nounOf(resource),
    at: parameters.at,
    ...readLaunch({ ...scheduleSource(target, parameters), cluster: target }, references),
    clusterArn: target.text(),
    expression: absent(parameters.at),
    role: roles.find(properties.get('RoleArn').text()),
    ...readOverrides(parameters.get('Overrides'), roles),
    deadLetterQueue: absent(parameters.at),
    properties: parameters,
  }];
}

/** What is said otherwise than in the task definition, as ECS itself takes it. */
export function readOverrides(given: Property, roles: Lookup<Role>): Pick<StartedTask, 'overrides' | 'overriddenContainers'> {
  const containers = given.get('ContainerOverrides').list();
  return {
    overrides: { executionRole: roles.find(given.get('ExecutionRoleArn').text()), taskRole: roles.find(given.get('TaskRoleArn').text()) },
    overriddenContainers: containers.state === 'known' ? containers.value.map(container => container.get('Name').text()) : [],
  };
}

/** The text under a key of an object that is written as JSON, with functions between; absent where it holds none. */
function entryOf(json: Value<string>, key: string): Value<string> {
  const pieces = piecesOf(partsOf(json) ?? [], '"');
  const place = pieces.findIndex((piece, i) => piece.join('') === key && /^\s*:\s*$/.test(pieces[i + 1]?.join('') ?? ''));
  return place < 0 ? absent(json.at) : textOf(pieces[place + 2] ?? [], json.at);
}

/** The names under `containerOverrides` of an object that is written as JSON, with functions between. */
function overriddenIn(json: Value<string>): readonly Value<string>[] {
  const mask = new Mask();
  try {
    const overrides = own(JSON.parse(json.state === 'absent' ? '{}' : mask.hide(json)) as Raw, 'containerOverrides');
    return (isList(overrides) ? overrides : []).map(override => own(override, 'name')).flatMap(name => (typeof name === 'string' ? mask.reveal(name, json.at) : []));
  } catch {
    return [];
  }
}

function ruleSource(target: Property, properties: Property) {
  return {
    properties,
    cluster: target.get('Arn'),
    taskDefinition: properties.get('TaskDefinitionArn'),
    awsvpc: properties.get('NetworkConfiguration', 'AwsVpcConfiguration'),
    placementStrategies: properties.get('PlacementStrategies'),
  };
}

/** The names that EventBridge Scheduler, pipes and Step Functions have for the parts of a launch. */
export function scheduleSource(target: Property, properties: Property) {
  return {
    ...ruleSource(target, properties),
    awsvpc: properties.get('NetworkConfiguration', 'AwsvpcConfiguration'),
    placementStrategies: properties.get('PlacementStrategy'),
  };
}

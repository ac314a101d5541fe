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

/** Tasks that EventBridge starts: a target of an `AWS::Events::Rule`, or an `AWS::Scheduler::Schedule`. */
export interface ScheduledTask extends Noun, Launch {
  /** What the target names: the ARN of the cluster. */
  readonly clusterArn: Value<string>;
  /** As `rate(5 minutes)`. Absent for a rule that waits for events. */
  readonly expression: Value<string>;
  /** The role with which EventBridge starts the tasks. */
  readonly role: Value<Role>;
  /** The roles that the target gives in the place of those of the task definition. */
  readonly overrides: { readonly executionRole: Value<Role>; readonly taskRole: Value<Role> };
  /** The containers for which the target says something else than the task definition, by their names. */
  readonly overriddenContainers: readonly Value<string>[];
  /** The queue that gets what could not be started. */
  readonly deadLetterQueue: Value<string>;
  /** `EcsParameters`, for what the fields above do not name. */
  readonly properties: Property;
}

/** The tasks that a rule or a schedule starts: one for each target with `EcsParameters`. */
export function readScheduledTasks(resource: Resource, references: LaunchReferences, roles: Lookup<Role>): readonly ScheduledTask[] {
  const { properties, type } = resource;
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

function scheduleSource(target: Property, properties: Property) {
  return {
    ...ruleSource(target, properties),
    awsvpc: properties.get('NetworkConfiguration', 'AwsvpcConfiguration'),
    placementStrategies: properties.get('PlacementStrategy'),
  };
}

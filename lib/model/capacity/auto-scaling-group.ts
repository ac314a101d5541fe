import { onDemandDefaults } from '../../catalog/on-demand-defaults';
import type { Answer } from '../../core/identity';
import { Mask } from '../../core/mask';
import { sameText } from '../../core/text';
import { absent, known, mapValue, orElse, thenValue, unknown, withDefault, type Value } from '../../core/value';
import type { Origin } from '../../core/origin';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { typesWithin } from './instance-requirements';
import { firstOf, readOwnLaunch, type LaunchContext, type LaunchTemplate } from './launch-template';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import { lower } from '../spelling';

/** `AWS::AutoScaling::AutoScalingGroup`; an `AWS::EC2::Instance` reads as one of a fixed size of one. */
export interface AutoScalingGroup extends Named {
  readonly minSize: Value<number>;
  readonly maxSize: Value<number>;
  /** As given; without it the group begins at its minimum. */
  readonly desiredCapacity: Value<number>;
  /** `DesiredCapacityType`: what the sizes count. `units` are instances, or their weights; `vcpu` and `memory-mib` what the instances have. */
  readonly capacityUnit: Value<string>;
  /** Whether its warm pool takes instances back when it scales in; absent without a warm pool. */
  readonly reusesInstances: Value<boolean>;
  /** Whether a scaling policy or a scheduled action of the templates changes its size, or may. */
  readonly scaled: boolean;
  /** The subnets of `VPCZoneIdentifier`, by reference. */
  readonly subnets: Value<readonly Value<string>[]>;
  /** `AvailabilityZones`, which a group may name instead. */
  readonly zones: Value<readonly Value<string>[]>;
  /** `LaunchTemplate`, `MixedInstancesPolicy` or `LaunchConfigurationName`. */
  readonly launchTemplate: Value<LaunchTemplate>;
  /** What it may launch, most preferred first: the overrides of a mixed instances policy, else the launch template's type alone. */
  readonly choices: Value<readonly InstanceChoice[]>;
  /** Whether it launches On-Demand Instances alone, of its first choice as long as EC2 has them. */
  readonly keepsOrder: Value<boolean>;
  /** For how many signals of its instances CloudFormation waits when it creates the group. */
  readonly signals: Value<number>;
  readonly properties: Property;
}

/** A kind of instance that a group may launch. */
export interface InstanceChoice {
  readonly at: Origin;
  /** The one type that is named, or all that `InstanceRequirements` let EC2 choose from. */
  readonly instanceTypes: Value<readonly string[]>;
  readonly launchTemplate: Value<LaunchTemplate>;
  /** `WeightedCapacity`: how much of the group's capacity one instance counts for. */
  readonly weight: Value<number>;
}

/** What names an Auto Scaling group. */
export interface GroupParts {
  /** Scaling policies and scheduled actions. */
  readonly scalers: readonly Resource[];
  readonly warmPools: readonly Resource[];
}

export function readAutoScalingGroup(resource: Resource, launchTemplates: Lookup<LaunchTemplate>, { scalers, warmPools }: GroupParts): AutoScalingGroup {
  const { properties } = resource, named = namedOf(resource, 'AutoScalingGroupName');
  const mixed = properties.get('MixedInstancesPolicy', 'LaunchTemplate');
  const template = launchTemplates.find([
    templateNamed(properties.get('LaunchTemplate')),
    templateNamed(mixed.get('LaunchTemplateSpecification')),
    properties.get('LaunchConfigurationName').text(),
    properties.get('InstanceId').text(),
  ].reduce(orElse));
  const overrides = mixed.get('Overrides').list();
  const names = (part: Resource): Answer => sameText(part.properties.get('AutoScalingGroupName').text(), named.name);
  const warmPool = warmPools.find(pool => names(pool) === 'yes');
  return {
    minSize: properties.get('MinSize').integer(),
    maxSize: properties.get('MaxSize').integer(),
    desiredCapacity: properties.get('DesiredCapacity').integer(),
    capacityUnit: withDefault(lower(properties.get('DesiredCapacityType')), 'units'),
    reusesInstances: warmPool ? withDefault(warmPool.properties.get('InstanceReusePolicy', 'ReuseOnScaleIn').flag(), false) : absent(properties.at),
    scaled: scalers.some(scaler => names(scaler) !== 'no'),
    subnets: mapValue(properties.get('VPCZoneIdentifier').texts(), list => list.flatMap(atCommas)),
    zones: properties.get('AvailabilityZones').texts(),
    launchTemplate: template,
    choices: overrides.state === 'absent' ? known([{ at: properties.at, instanceTypes: typesOf(template), launchTemplate: template, weight: overrides }], properties.at)
      : mapValue(overrides, list => list.map(override =>
        choiceOf(override, orElse(launchTemplates.find(templateNamed(override.get('LaunchTemplateSpecification'))), template)))),
    keepsOrder: keepsOrder(properties.get('MixedInstancesPolicy', 'InstancesDistribution'), overrides),
    signals: signalsFor(resource),
    properties,
    ...named,
  };
}

function signalsFor(resource: Resource): Value<number> {
  const signal = resource.creationPolicy().get('ResourceSignal');
  return signal.given === 'no' ? absent(signal.at) : withDefault(signal.get('Count').integer(), 1);
}

/** By default all is On-Demand, and of instance types that are named the first comes first. What is left to requirements goes by price. */
function keepsOrder(distribution: Property, overrides: Value<readonly Property[]>): Value<boolean> {
  const { percent, strategy } = onDemandDefaults.value;
  const onDemand = withDefault(distribution.get('OnDemandPercentageAboveBaseCapacity').integer(), percent);
  const order = withDefault(lower(distribution.get('OnDemandAllocationStrategy')), strategy);
  return thenValue(overrides, list => thenValue(onDemand, share => mapValue(order, name => share === percent && name === strategy && list.every(override => override.get('InstanceRequirements').given === 'no'))));
}

/** An `AWS::EC2::Instance`, which may be a container instance all by itself. */
export function readInstance(resource: Resource, launchTemplates: Lookup<LaunchTemplate>, context: LaunchContext): AutoScalingGroup {
  const { properties } = resource, { at } = properties, one = known(1, at);
  const own = known(readOwnLaunch(resource, context), at);
  // An instance that names an image of its own is taken to say the rest itself too.
  const template = properties.get('ImageId').given === 'no' ? orElse(launchTemplates.find(templateNamed(properties.get('LaunchTemplate'))), own) : own;
  return {
    minSize: one, maxSize: one, desiredCapacity: one, capacityUnit: known('units', at), reusesInstances: absent(at), scaled: false,
    subnets: alone(orElse(properties.get('SubnetId').text(), firstOf(properties.get('NetworkInterfaces')).get('SubnetId').text())),
    zones: alone(properties.get('AvailabilityZone').text()),
    launchTemplate: template,
    choices: known([choiceOf(properties, template)], at), keepsOrder: known(true, at), signals: signalsFor(resource),
    properties,
    ...namedOf(resource, ''),
  };
}

function templateNamed(specification: Property): Value<string> {
  return orElse(specification.get('LaunchTemplateId').text(), specification.get('LaunchTemplateName').text());
}

/** What an override, or an instance, says of the instance's kind; the launch template says the rest. */
function choiceOf(property: Property, template: Value<LaunchTemplate>): InstanceChoice {
  return {
    at: property.at,
    instanceTypes: orElse(typesIn(property.get('InstanceType').text(), property.get('InstanceRequirements')), typesOf(template)),
    launchTemplate: template,
    weight: property.get('WeightedCapacity').integer(),
  };
}

function typesOf(template: Value<LaunchTemplate>): Value<readonly string[]> {
  return thenValue(template, ({ instanceType, requirements, at }) =>
    orElse(typesIn(instanceType, requirements), unknown({ kind: 'form', expected: 'an instance type', found: 'nothing' }, at)));
}

function typesIn(instanceType: Value<string>, requirements: Property): Value<readonly string[]> {
  return requirements.given === 'no' ? mapValue(instanceType, name => [name]) : typesWithin(requirements);
}

function alone(value: Value<string>): Value<readonly Value<string>[]> {
  return value.state === 'absent' ? value : known([value], value.at);
}

/** One element may name several, as in `- !Join [',', …]`. */
function atCommas(value: Value<string>): readonly Value<string>[] {
  if (value.state === 'absent') return [];
  const mask = new Mask();
  return mask.hide(value).split(',').map(piece => mask.reveal(piece.trim(), value.at));
}

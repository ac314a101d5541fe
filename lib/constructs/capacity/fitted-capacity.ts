import { isDeepStrictEqual } from 'node:util';
import { Annotations, Lazy, Stack, Token, type CfnElement, type IResolveContext } from 'aws-cdk-lib';
import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import { capacityShortage, explainFit, explainTooSmall, fitCapacity, pricedRegions, withoutPlace, type CapacityFit, type CapacityRequest } from '../../engine';
import { misuse, pathOf } from '../misuse';
import { addEc2Capacity, type Ec2CapacityProps } from './ec2-capacity';
import { FleetFile, type KeptChoice } from './fleet-file';
import { renderedStacks } from './rendered-stacks';

/** Container instances of which types and number are chosen. All but these can be said as for `CapacityProvider.ec2()`. */
export interface FitCapacityProps extends Ec2CapacityProps {
  /**
   * The types among which to choose, `*` standing for anything: `['m7g.*', 'c7g.*']`.
   * @default - C, M and R of the current generation, which give their whole CPU all the time; with `gpu` G and P
   */
  readonly allowedInstanceTypes?: string[];
  /**
   * Whether they have GPUs, with the drivers in their image.
   * @default false
   */
  readonly gpu?: boolean;
  /**
   * How many types EC2 is to choose from when it launches an instance, all large enough.
   * @default - 1, with Spot 4
   * @range a whole number from 1
   */
  readonly typeCount?: number;
  /**
   * What the tasks have to get through beside their desired count, each with a place for all of them.
   * @default - rolling-update, scaling-maximum, zone-lost
   */
  readonly holds?: ('rolling-update' | 'scaling-maximum' | 'zone-lost' | 'instance-lost')[];
  /**
   * The region of which types and prices are compared.
   * @default - that of the stack
   */
  readonly region?: string;
}

/** What is chosen, and so cannot be given. */
const chosen = ['instanceTypes', 'instanceRequirements', 'minCapacity', 'maxCapacity'] as const;

/**
 * Makes `<cluster>/<id>` as `addEc2Capacity` does, with types and numbers that are chosen when the app is synthesized: then all services are known. CDK prepares a tree (and so resolves references between
 * stacks), validates it, and writes templates; the choice is made by the validation.
 */
export function addFittedCapacity(cluster: ecs.Cluster, id: string, props: FitCapacityProps): void {
  const path = pathOf(cluster, id);
  const { allowedInstanceTypes, gpu = false, typeCount = props.spot ? 4 : 1, holds = ['rolling-update', 'scaling-maximum', 'zone-lost'], architecture = ec2.InstanceArchitecture.X86_64 } = props;
  const given = chosen.find(name => props[name] !== undefined), region = regionOf(cluster, path, props), allowed = allowedInstanceTypes ? { allowedInstanceTypes } : {};
  if (given) throw misuse(path, `fitCapacity chooses types and number of the instances by what runs on them, so that ${given} has nothing to say. Leave it out, or make CapacityProvider.ec2('${id}', …).`);
  if (props.operatingSystem?.startsWith('windows')) throw misuse(path, `operatingSystem is ${props.operatingSystem}, and prices are known for Linux alone. Make CapacityProvider.ec2('${id}', …).`);
  const example: Choice = { instanceTypes: Array.from({ length: typeCount }, () => exampleOf(architecture, gpu)), minCapacity: 1, maxCapacity: 1 };
  const late: LateChoice = new LateChoice(example, () => choose(scope, { group: referenceTo(groupIn(scope)), region, types: typeCount, scenarios: holds, ...allowed }, askedIn({ ...props, region })));
  addEc2Capacity(cluster, id, {
    ...props,
    architecture: undefined,
    instanceTypes: [...example.instanceTypes],
    minCapacity: Lazy.uncachedNumber({ produce: context => late.at(context).minCapacity }),
    maxCapacity: Lazy.uncachedNumber({ produce: context => late.at(context).maxCapacity }),
  });
  const scope = cluster.node.findChild(id);
  launch(scope, late);
  scope.node.addValidation({ validate: () => late.settle() });
}

/** What decides the choice, as it is given: were defaults among it, another version of Drydock might ask for something else. */
function askedIn({ region, architecture, gpu, spot, typeCount, holds, allowedInstanceTypes }: FitCapacityProps): KeptChoice['asked'] {
  return JSON.parse(JSON.stringify({ region, architecture, gpu, spot: spot && true, typeCount, holds, allowedInstanceTypes })) as KeptChoice['asked'];
}

/** Lets the group launch what is chosen, in place of the example. */
function launch(scope: IConstruct, late: LateChoice): void {
  const template = scope.node.findChild('LaunchTemplate').node.defaultChild as ec2.CfnLaunchTemplate, group = groupIn(scope);
  const data = template.launchTemplateData as ec2.CfnLaunchTemplate.LaunchTemplateDataProperty;
  const policy = group.mixedInstancesPolicy as autoscaling.CfnAutoScalingGroup.MixedInstancesPolicyProperty | undefined;
  if (!policy) {
    template.launchTemplateData = { ...data, instanceType: Lazy.uncachedString({ produce: context => late.at(context).instanceTypes[0] }) };
    return;
  }
  const overrides = Lazy.uncachedAny({ produce: context => late.at(context).instanceTypes.map(instanceType => ({ instanceType })) });
  group.mixedInstancesPolicy = { ...policy, launchTemplate: { ...policy.launchTemplate as autoscaling.CfnAutoScalingGroup.LaunchTemplateProperty, overrides } };
}

function referenceTo({ stack, logicalId }: CfnElement): CapacityRequest['group'] {
  return { stack: stack.node.path, id: stack.resolve(logicalId) as string };
}

function groupIn(scope: IConstruct): autoscaling.CfnAutoScalingGroup {
  return scope.node.findChild('AutoScalingGroup').node.defaultChild as autoscaling.CfnAutoScalingGroup;
}

type Choice = Pick<KeptChoice, 'instanceTypes' | 'minCapacity' | 'maxCapacity'>;

/** A choice that is made when it is first needed. Until then, and for the template by which it is made, an example stands in its place. */
class LateChoice {
  private made: Choice | undefined;
  private isMaking = false;

  constructor(private readonly example: Choice, private readonly make: () => Choice) {}

  at({ preparing }: Pick<IResolveContext, 'preparing'>): Choice {
    if (this.made || preparing || this.isMaking) return this.made ?? this.example;
    this.isMaking = true;
    try {
      return (this.made = this.make());
    } finally {
      this.isMaking = false;
    }
  }

  /** Why there is none. */
  settle(): string[] {
    try {
      this.at({ preparing: false });
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  }
}

function choose(scope: IConstruct, request: CapacityRequest, asked: KeptChoice['asked']): Choice {
  const file = new FleetFile(scope), kept = file.read(), stacks = renderedStacks(scope), inWords = (text: string): string => withPaths(scope, text);
  if (kept && isDeepStrictEqual(kept.asked, asked) && !isAskedAnew(scope)) {
    const short = capacityShortage(stacks, request, { instanceTypes: kept.instanceTypes, min: kept.minCapacity, max: kept.maxCapacity });
    if (short !== undefined) Annotations.of(scope).addWarningV2('Drydock:fleetOutgrown', outgrown(scope, kept, typeof short === 'string' ? `${request.region} has no ${short} for it` : inWords(withoutPlace(short)), file));
    return kept;
  }
  const fit = fitCapacity(stacks, request), [first] = fit?.choices ?? [];
  if (!fit) throw misuse(scope, `nothing runs on it, so that nothing can be chosen for it. Let a service of the cluster run on it: capacity: [{ provider: '${scope.node.id}' }].`);
  const [uncounted] = fit.uncounted;
  if (uncounted) throw misuse(scope, `the tasks of ${inWords(uncounted.service)} cannot be counted: ${uncounted.reason}. Give what is known when the app is synthesized, or make CapacityProvider.ec2('${scope.node.id}', …).`);
  if (!first) throw misuse(scope, inWords(noneFits(fit, request, asked)));
  const why = inWords(explainFit(fit, request.region)), choice = { instanceTypes: first.instanceTypes, minCapacity: first.min, maxCapacity: first.max, why, asked };
  file.write(choice);
  Annotations.of(scope).addInfo(`${why} Kept in ${file.path} until asked anew.`);
  return choice;
}

/** With the paths of services in place of their logical ids, which nobody has written. */
function withPaths({ node }: IConstruct, text: string): string {
  const services = node.root.node.findAll().filter(construct => construct instanceof ecs.CfnService);
  return services.reduce((words, service) => words.replaceAll(referenceTo(service).id, service.node.path.replace(/\/Service$/, '')), text);
}

/** By `--context drydock:refit=true`, or by the path of the construct in place of `true`. */
function isAskedAnew({ node }: IConstruct): boolean {
  const refit: unknown = node.tryGetContext('drydock:refit');
  return refit === true || refit === 'true' || refit === node.path;
}

function outgrown({ node: { path } }: IConstruct, { instanceTypes, minCapacity, maxCapacity }: KeptChoice, short: string, file: FleetFile): string {
  return `What was chosen for ${path} (${minCapacity} to ${maxCapacity} of ${instanceTypes.join(', ')}) does not hold any more: ${short}. `
    + `It stays until asked anew: synthesize with --context drydock:refit=true, or delete '${path}' in ${file.path}.`;
}

function noneFits({ types, tooSmall, unheld }: CapacityFit, { region, allowedInstanceTypes }: CapacityRequest, { architecture = 'x86_64', gpu }: KeptChoice['asked']): string {
  if (types === 0) return `${region} has no instance type for ${String(architecture)} that is allowed${allowedInstanceTypes ? ` by ${allowedInstanceTypes.join(', ')}` : ''}. Allow others.`;
  const reasons = [...tooSmall.map(explainTooSmall), ...unheld.map(short => `In whatever number, ${withoutPlace(short)}.`)].slice(0, 3);
  return `no instance type takes all that runs on it. ${reasons.join(' ')}${tooSmall.some(({ reason }) => reason === 'RESOURCE:GPU') && gpu !== true ? ' Give gpu: true, so that the image has drivers.' : ''}`;
}

function regionOf(cluster: ecs.Cluster, path: string, { region = Stack.of(cluster).region }: FitCapacityProps): string {
  if (Token.isUnresolved(region)) throw misuse(path, `types and prices differ from region to region, and the stack does not say its own. Give the stack an env with a region, or fitCapacity the region of which they are compared: { region: 'eu-west-1' }.`);
  if (!pricedRegions().includes(region)) throw misuse(path, `nothing is known of the instance types of region '${region}'. Give the region of which types and prices are compared, as { region: 'eu-west-1' }.`);
  return region;
}

function exampleOf(architecture: ec2.InstanceArchitecture, gpu: boolean): string {
  if (architecture === ec2.InstanceArchitecture.ARM_64) return gpu ? 'g5g.xlarge' : 'm7g.large';
  return gpu ? 'g5.xlarge' : 'm5.large';
}

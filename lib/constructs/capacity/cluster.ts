import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { NamespaceType, type INamespace } from 'aws-cdk-lib/aws-servicediscovery';
import type { Construct } from 'constructs';
import { CapacityProvider } from './capacity-provider';
import { isFargate, strategyOf, type CapacityChoice } from './capacity-strategy';
import { addFittedCapacity, type FitCapacityProps } from './fitted-capacity';
import { isConstruct, misuse, pathOf } from '../misuse';
import { checkGiven, checkProps } from '../options/check';

/** What a cluster is made of. Without `vpc` it makes one with public and private subnets in two zones, a NAT gateway in each, and a free way to S3. */
export interface ClusterProps extends ecs.ClusterProps {
  /**
   * The capacity that services of the cluster can run on.
   * @default - none beside Fargate by launch type, which every cluster has
   */
  readonly capacityProviders?: (CapacityProvider | ecs.AsgCapacityProvider | ecs.ManagedInstancesCapacityProvider)[];
  /**
   * What services run on that choose no capacity themselves: Fargate, or container instances, but not both.
   * @default - no default: a `FargateService` runs on Fargate, an `Ec2Service` on the one capacity provider that has container instances
   */
  readonly defaultCapacity?: CapacityChoice[];
  /**
   * The namespace in which its services call each other by Service Connect. It is made.
   * @default - none, or `defaultCloudMapNamespace`
   */
  readonly serviceConnectNamespace?: string;
}

/** What is known of a cluster that exists beside its name. */
export interface ClusterReference {
  /**
   * Its VPC. Tasks with network interfaces of their own need it, as those on Fargate, if they are not given `vpcSubnets.subnets` and `securityGroups`; so do load balancers.
   * @default - not known
   */
  readonly vpc?: ec2.IVpc;
  /**
   * The security groups of its container instances, where load balancers are let in to tasks that share the network of their instance.
   * @default - not known: who may come in is said elsewhere
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /**
   * The namespace in which its services call each other.
   * @default - not known; a service may say it as `serviceConnect.namespace`
   */
  readonly defaultCloudMapNamespace?: INamespace;
}

/**
 * A group of capacity, and the services that run on it.
 *
 * A VPC that it makes has a NAT gateway in each zone, so that the loss of a zone leaves the other one connected; each costs about 33 USD a month and the traffic.
 * Give a `vpc` of your own to share one between clusters, or to do with a single gateway: `new ec2.Vpc(this, 'Vpc', { natGateways: 1 })`.
 */
export class Cluster extends ecs.Cluster {
  /**
   * A cluster that exists, of which no more has to be known than services need. They choose its capacity providers by the names that ECS knows.
   *
   * @example
   * const cluster = Cluster.fromName(stack, 'Cluster', 'shop', { vpc: ec2.Vpc.fromLookup(stack, 'Vpc', { vpcName: 'shop' }) });
   */
  static fromName(scope: Construct, id: string, clusterName: string, known: ClusterReference = {}): ecs.ICluster {
    checkGiven('Cluster.fromName', { scope, id, clusterName, known }, isConstruct(scope) ? pathOf(scope, id) : undefined);
    if (/^$|[:/]/.test(clusterName) && !Token.isUnresolved(clusterName)) throw misuse(pathOf(scope, id), `the name of the cluster is ${JSON.stringify(clusterName)}. Give its name alone, as 'shop'.`);
    return ecs.Cluster.fromClusterAttributes(scope, id, { ...known, clusterName, vpc: known.vpc ?? unknownVpc(scope, id) });
  }

  private readonly names = new Map<string, string>();
  private readonly containerInstances = new Map<string, ecs.AsgCapacityProvider>();

  constructor(scope: Construct, id: string, props: ClusterProps = {}) {
    checkProps(scope, id, 'ClusterProps', props, new.target === Cluster);
    // The L2 reads a property `capacityProviders` of its own, which it no longer declares: it must not see ours.
    const { capacityProviders = [], defaultCapacity, serviceConnectNamespace, ...l2 } = props;
    if (serviceConnectNamespace !== undefined && l2.defaultCloudMapNamespace) throw misuse(pathOf(scope, id), 'serviceConnectNamespace and defaultCloudMapNamespace both name the namespace. Give one of them.');
    // Service Connect needs no DNS, and so none of the zones that a namespace with DNS brings.
    super(scope, id, serviceConnectNamespace === undefined ? l2 : { ...l2, defaultCloudMapNamespace: { name: serviceConnectNamespace, type: NamespaceType.HTTP, useForServiceConnect: true } });
    if (!props.vpc && this.vpc instanceof ec2.Vpc) {
      // Layers of images in ECR come from S3. The endpoint costs nothing; the same bytes through a NAT gateway do.
      this.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    }
    for (const provider of capacityProviders) this.take(provider);
    if (defaultCapacity) this.addDefaultCapacityProviderStrategy(strategyOf(this.node.path, defaultCapacity, this._capacityProviderNamesById()));
  }

  /**
   * The names of its capacity providers by the ids that users give them.
   * @internal
   */
  _capacityProviderNamesById(): ReadonlyMap<string, string> {
    return new Map([...this.capacityProviderNames.filter(isFargate).map(name => [name, name] as const), ...this.names]);
  }

  /**
   * Those with container instances.
   * @internal
   */
  _containerInstances(): readonly ecs.AsgCapacityProvider[] {
    return [...this.containerInstances.values()];
  }

  /** The capacity provider with container instances that has this id, with its Auto Scaling group. */
  capacityProvider(id: string): ecs.AsgCapacityProvider {
    checkGiven('Cluster.capacityProvider', { id }, this);
    const provider = this.containerInstances.get(id), ids = [...this.containerInstances.keys()];
    if (!provider) throw misuse(this, `there is no capacity provider '${id}' with container instances. There is ${ids.join(', ') || 'none'}.`);
    return provider;
  }

  /**
   * Adds container instances of the cheapest types, and in the number, in which all tasks that run on them have a place: at desired count, during an update, at the maximum of their scaling, with a zone lost.
   * The choice is made when the app is synthesized, and kept in `drydock.fleet.json` until asked anew (`--context drydock:refit=true`), so that new prices replace no fleet by themselves.
   * @param id names it for services of the cluster, and is the id of the construct that holds its parts.
   *
   * @example
   * const fleet = cluster.fitCapacity('fleet', { architecture: ec2.InstanceArchitecture.ARM_64, region: 'eu-west-1' });
   * new Ec2Service(stack, 'Worker', { cluster, capacity: [{ provider: fleet }], memory: 900, container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', 'infinity'] } });
   */
  fitCapacity(id: string, props: FitCapacityProps = {}): ecs.AsgCapacityProvider {
    checkGiven('Cluster.fitCapacity', { id, props }, `${this.node.path}/${id}`);
    addFittedCapacity(this, id, props);
    return this.capacityProvider(id);
  }

  override addAsgCapacityProvider(provider: ecs.AsgCapacityProvider, options?: ecs.AddAutoScalingGroupCapacityOptions): void {
    super.addAsgCapacityProvider(provider, options);
    this.register(provider.node.id, provider.capacityProviderName);
    this.containerInstances.set(provider.node.id, provider);
  }

  override addManagedInstancesCapacityProvider(provider: ecs.ManagedInstancesCapacityProvider): void {
    super.addManagedInstancesCapacityProvider(provider);
    this.register(provider.node.id, provider.capacityProviderName);
  }

  private register(id: string, name: string): void {
    if ((this.names.get(id) ?? name) !== name) throw misuse(this, `two capacity providers have the id '${id}', by which services choose between them.`);
    this.names.set(id, name);
  }

  private take(provider: CapacityProvider | ecs.AsgCapacityProvider | ecs.ManagedInstancesCapacityProvider): void {
    if (provider instanceof CapacityProvider) provider._bind(this);
    else if (provider instanceof ecs.AsgCapacityProvider) this.addAsgCapacityProvider(provider);
    else this.addManagedInstancesCapacityProvider(provider);
  }
}

/**
 * A cluster as services take it. One that the L2 imported by its ARN alone refuses to say its VPC and its security groups, also where nobody needs them.
 * @param id of what takes it.
 */
export function takenBy(scope: Construct, id: string, cluster: ecs.ICluster): ecs.ICluster {
  return knowsVpc(cluster) ? cluster
    : Object.create(cluster, { vpc: { get: () => unknownVpc(scope, id) }, connections: { value: new ec2.Connections() }, hasEc2Capacity: { value: true } }) as ecs.ICluster;
}

function knowsVpc(cluster: ecs.ICluster): boolean {
  try {
    return Boolean(cluster.vpc);
  } catch {
    return false;
  }
}

/** Stands for a VPC of which nothing is known. Subnets that are given it hands on, and what else is asked of it is refused. */
function unknownVpc(scope: Construct, id: string): ec2.IVpc {
  const vpc = (scope.node.tryFindChild(`${id}Vpc`) as ec2.IVpc | undefined) ?? ec2.Vpc.fromVpcAttributes(scope, `${id}Vpc`, { vpcId: 'unknown', availabilityZones: ['unknown'] });
  const unknown = (): Error => misuse(pathOf(scope, id), 'the VPC of the cluster has to be known here. Give it as Cluster.fromName(…, { vpc }); services without a load balancer can do with vpcSubnets.subnets and securityGroups.');
  return Object.defineProperties(vpc, {
    vpcId: { configurable: true, get: () => { throw unknown(); } },
    selectSubnets: { configurable: true, value: (selection?: ec2.SubnetSelection) => {
      if (!selection?.subnets) throw unknown();
      return ec2.Vpc.prototype.selectSubnets.call(vpc, selection);
    } },
  });
}

import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { warnOfUnknownTypes } from '../capacity/known-types';
import { durationOf } from '../durations';
import { balancedUrlOf, type LoadBalancerOptions } from '../load-balancing/application';
import { misuse } from '../misuse';
import { checkGiven, checkProps } from '../options/check';
import { checkAccess, grant, prefixOf, type Linkable, type LinkOptions } from '../service/link';
import type { ScalingOptions } from '../service/scaling';
import { nameOf } from '../service/service-connect';
import type { ContainerOptions } from '../task/container';
import type { Sidecar } from '../task/sidecar';
import type { Manifest } from './manifest';
import { mountSecrets } from './mounted-secrets';
import { podOf } from './pod';
import { podPortsOf, protocolOf } from './pod-containers';
import { podFrontOf } from './pod-load-balancer';
import { scalerOf } from './pod-scaler';
import { podVolumesOf } from './pod-volumes';

/** A service as ECS has it, on a cluster of EKS. */
export interface EksServiceProps {
  /** The cluster, made or imported, with a kubectl provider. One of `aws-eks` is imported here by its name and the function of its provider. */
  readonly cluster: eks.ICluster;
  /** The container that does the work, as services of ECS take it. What only ECS knows is refused. */
  readonly container: ContainerOptions;
  /**
   * Containers beside it: `Sidecar.xRay()`, `Sidecar.of('proxy', { … })`.
   * @default - none
   */
  readonly sidecars?: Sidecar[];
  /**
   * The Application Load Balancer that sends it requests, as for services of ECS. The cluster needs the AWS Load Balancer Controller, which registers the pods, and its VPC has to be known.
   * @default - none
   */
  readonly loadBalancer?: LoadBalancerOptions;
  /**
   * CPU of a pod, in CPU units or as text: `512`, `'0.5 vCPU'`. It asks for so much, and gets no more.
   * @default '0.25 vCPU'
   */
  readonly cpu?: number | string;
  /**
   * Memory of a pod, in MiB or as text: `1024`, `'1 GB'`. It asks for so much, and gets no more.
   * @default - '0.5 GB', and what sidecars want beside
   */
  readonly memory?: number | string;
  /**
   * How many pods there are.
   * @default - 1, or what `scaling` says
   * @range a whole number from 0
   */
  readonly desiredCount?: number;
  /**
   * How many pods there are, by load: `min`, `max`, `cpuPercent` and `memoryPercent`. The cluster needs the add-on metrics-server.
   * @default - as many as `desiredCount` says
   */
  readonly scaling?: ScalingOptions;
  /**
   * The fewest pods that run during an update, in percent of the desired count.
   * @default 100
   * @range a whole number from 0 to 100
   */
  readonly minHealthyPercent?: number;
  /**
   * The most pods that there are during an update, in percent of the desired count.
   * @default 200
   * @range a whole number from 100
   */
  readonly maxHealthyPercent?: number;
  /**
   * Instance types of nodes on which its pods may run. One of them has to have room for a pod.
   * @default - all nodes, and Fargate where a profile selects the pods
   */
  readonly instanceTypes?: string[];
  /**
   * The namespace, which has to be there.
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * The name by which other pods call it, and that its parts have in Kubernetes.
   * @default - the id of the construct in lower case
   */
  readonly serviceName?: string;
  /**
   * How its code gets the permissions of its role. On Fargate `IRSA` is the only way.
   * @default eks.IdentityType.POD_IDENTITY
   */
  readonly identityType?: eks.IdentityType;
}

/**
 * Keeps pods running on a cluster of EKS, said in the words of a service of ECS: a Deployment, a Service for its ports, a HorizontalPodAutoscaler for `scaling`, and a ServiceAccount with a role to grant to.
 *
 * @example
 * const web = new EksService(stack, 'Web', { cluster, container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 }, scaling: { min: 2, max: 10 } });
 * table.grantReadWriteData(web);
 */
export class EksService extends Construct implements iam.IGrantable {
  /** The account of its pods in Kubernetes, with the role that its code acts as. */
  readonly serviceAccount: eks.ServiceAccount;
  /** What is granted to is the role of its pods. */
  readonly grantPrincipal: iam.IPrincipal;
  /** What is applied to the cluster. */
  readonly manifest: eks.KubernetesManifest;
  /** The load balancer that sends it requests; undefined where there is none, or where only a listener was given. */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  /** The listener that sends it requests. */
  readonly listener?: elbv2.IApplicationListener;
  /** The target group with its pods. */
  readonly targets?: elbv2.ApplicationTargetGroup;
  private readonly cluster: eks.ICluster;
  private readonly address?: string;
  private readonly environment: { [name: string]: string };

  constructor(scope: Construct, id: string, props: EksServiceProps) {
    checkProps(scope, id, 'EksServiceProps', props, new.target === EksService);
    super(scope, id);
    const { cluster, container, sidecars = [], namespace = 'default', serviceName = nameOf(id), identityType = eks.IdentityType.POD_IDENTITY } = props, { path } = this.node;
    if (!cluster.kubectlProvider) {
      throw misuse(this, "the cluster has no kubectl provider, which applies manifests. Give it kubectlProviderOptions: { kubectlLayer }, or import it with kubectlProvider.");
    }
    if (!/^[a-z][-a-z0-9]{0,61}[a-z0-9]$/.test(serviceName)) throw misuse(this, `its name in Kubernetes is '${serviceName}'. Give a serviceName of two or more small letters, digits and hyphens that begins with a letter.`);
    if (props.instanceTypes) warnOfUnknownTypes(this, props.instanceTypes);
    this.cluster = cluster;
    this.serviceAccount = new eks.ServiceAccount(this, 'ServiceAccount', { cluster, namespace, name: serviceName, identityType });
    this.grantPrincipal = this.serviceAccount;
    const ports = podPortsOf(path, container), [first] = ports, metadata = { name: serviceName, namespace, labels: labelsOf(serviceName) };
    this.address = first && `http://${serviceName}.${namespace}:${first.containerPort}`;
    this.environment = { ...Object.fromEntries(sidecars.flatMap(({ _variable }) => (_variable ? [_variable] : []))), ...container.environment };
    const volumes = podVolumesOf(this, cluster, metadata, [container, ...sidecars.map(({ _described }) => _described)].flatMap(({ volumes: mounted = {} }) => Object.values(mounted)));
    const secrets = mountSecrets(this, metadata, { account: this.serviceAccount, identityType }, container.secrets);
    const front = props.loadBalancer && podFrontOf(this, cluster, metadata, ports, props.loadBalancer);
    ({ loadBalancer: this.loadBalancer, listener: this.listener, targets: this.targets } = front?.balancing ?? {});
    const drainingSeconds = props.loadBalancer && durationOf(path, 'loadBalancer.deregistrationDelay', props.loadBalancer.deregistrationDelay ?? '30 seconds').toSeconds();
    const pod = { metadata: { labels: labelsOf(serviceName) }, spec: { serviceAccountName: serviceName, ...spread(serviceName), ...podOf(this, props, { secrets, volumes, environment: this.environment, drainingSeconds }) } };
    this.manifest = new eks.KubernetesManifest(this, 'Manifest', {
      cluster,
      manifest: [
        ...secrets.manifests, ...volumes.manifests,
        { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { ...deploymentOf(path, props, serviceName), template: pod } },
        ...(first ? [serviceOf(metadata, ports)] : []),
        ...(front ? [front.manifest] : []),
        ...(props.scaling ? [scalerOf(path, metadata, props.scaling)] : []),
      ],
    });
    for (const sidecar of sidecars) sidecar._grant(this.serviceAccount.role);
    // A pod that starts before knows nothing of the role, and finds no way to its files.
    this.manifest.node.addDependency(this.serviceAccount, ...volumes.neededFirst.map(({ mountTargetsAvailable }) => mountTargetsAvailable));
    // A target group that no listener has yet takes no targets.
    if (front) this.manifest.node.addDependency(front.balancing.listener);
  }

  /** The URL by which other pods of the cluster call its first port. */
  get url(): string {
    if (this.address === undefined) throw misuse(this, 'its container has no port, and so no URL. Give container.port.');
    return this.address;
  }

  /** Lets its code use a queue, a table, a bucket, a topic, or another service: permission and environment variables in one. */
  link(target: Linkable | EksService, options: LinkOptions = {}): EksService {
    checkGiven('EksService.link', { target, options }, this);
    checkAccess(this, target, options.access);
    const prefix = prefixOf(target, options.as);
    for (const [what, value] of Object.entries(this.reach(target, options))) this.environment[`${prefix}_${what}`] = value;
    return this;
  }

  private reach(target: Linkable | EksService, { access }: LinkOptions): { readonly [what: string]: string } {
    if (target instanceof EksService && target.address !== undefined && target.cluster === this.cluster) return { URL: target.address };
    if (target instanceof EksService || target instanceof ecs.BaseService) {
      const url = balancedUrlOf(target);
      if (url !== undefined) return { URL: url };
      throw misuse(this, `it cannot call ${target.node.path}, which has ${target instanceof EksService ? 'no port, or is on another cluster' : 'no load balancer'}. Give that one loadBalancer: {}.`);
    }
    if ('secretArn' in target) throw misuse(this, `secrets of pods are mounted when they start. Give ${target.node.path} as container.secrets.`);
    if ('clusterEndpoint' in target || 'instanceEndpoint' in target) throw misuse(this, `a link with a database is for services of ECS. Let pods in to ${target.node.path} with connections.allowDefaultPortFrom(cluster), and give its endpoint as container.environment, its login as container.secrets.`);
    return grant(this, target, access);
  }
}

function serviceOf(metadata: { readonly name: string }, ports: ReturnType<typeof podPortsOf>): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labelsOf(metadata.name), ports: ports.map(port => ({ name: port.name, port: port.containerPort, targetPort: port.name, protocol: protocolOf(port) })) } };
}

function labelsOf(serviceName: string): { [label: string]: string } {
  return { 'app.kubernetes.io/name': serviceName };
}

/** Over zones, as ECS does. */
function spread(serviceName: string): Manifest {
  return { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labelsOf(serviceName) } }] };
}

function deploymentOf(path: string, { desiredCount, scaling, minHealthyPercent = 100, maxHealthyPercent = 200 }: EksServiceProps, serviceName: string): Manifest {
  if (scaling && desiredCount !== undefined) throw misuse(path, 'desiredCount and scaling both say how many pods there are, and every deployment would undo what scaling did. Leave desiredCount out.');
  if (minHealthyPercent > 100 || maxHealthyPercent < 100) throw misuse(path, `minHealthyPercent is ${minHealthyPercent} and maxHealthyPercent ${maxHealthyPercent}. Give up to 100 for the first, and 100 or more for the second.`);
  if (minHealthyPercent === 100 && maxHealthyPercent === 100) throw misuse(path, 'with minHealthyPercent and maxHealthyPercent of 100 an update may neither stop a pod nor start one. Change one of them.');
  return {
    // Where it is left out, Kubernetes leaves the count to the autoscaler.
    replicas: scaling ? undefined : desiredCount ?? 1,
    selector: { matchLabels: labelsOf(serviceName) },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: `${100 - minHealthyPercent}%`, maxSurge: `${maxHealthyPercent - 100}%` } },
  };
}

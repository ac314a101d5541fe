import * as eks from 'aws-cdk-lib/aws-eks-v2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { misuse } from '../misuse';
import { checkProps } from '../options/check';
import type { ScalingOptions } from '../service/scaling';
import { nameOf } from '../service/service-connect';
import type { ContainerOptions } from '../task/container';
import type { Manifest } from './manifest';
import { mountSecrets } from './mounted-secrets';
import { podOf, podPortsOf } from './pod';
import { scalerOf } from './pod-scaler';

/** A service as ECS has it, on a cluster of EKS. */
export interface EksServiceProps {
  /** The cluster, made or imported, with a kubectl provider. One of `aws-eks` is imported here by its name and the function of its provider. */
  readonly cluster: eks.ICluster;
  /** The container, as services of ECS take it. What only ECS knows is refused. */
  readonly container: ContainerOptions;
  /**
   * CPU of a pod, in CPU units or as text: `512`, `'0.5 vCPU'`. It asks for so much, and gets no more.
   * @default '0.25 vCPU'
   */
  readonly cpu?: number | string;
  /**
   * Memory of a pod, in MiB or as text: `1024`, `'1 GB'`. It asks for so much, and gets no more.
   * @default '0.5 GB'
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
  /** The URL by which other pods of the cluster call its first port; undefined where it has none. */
  readonly url?: string;

  constructor(scope: Construct, id: string, props: EksServiceProps) {
    checkProps(scope, id, 'EksServiceProps', props, new.target === EksService);
    super(scope, id);
    const { cluster, container, namespace = 'default', serviceName = nameOf(id), identityType = eks.IdentityType.POD_IDENTITY } = props, { path } = this.node;
    if (!cluster.kubectlProvider) {
      throw misuse(this, "the cluster has no kubectl provider, which applies manifests. Give it kubectlProviderOptions: { kubectlLayer }, or import it with kubectlProvider.");
    }
    if (!/^[a-z][-a-z0-9]{0,61}[a-z0-9]$/.test(serviceName)) throw misuse(this, `its name in Kubernetes is '${serviceName}'. Give a serviceName of two or more small letters, digits and hyphens that begins with a letter.`);
    this.serviceAccount = new eks.ServiceAccount(this, 'ServiceAccount', { cluster, namespace, name: serviceName, identityType });
    this.grantPrincipal = this.serviceAccount;
    const ports = podPortsOf(path, container), [first] = ports;
    if (first) this.url = `http://${serviceName}.${namespace}:${first.containerPort}`;
    const metadata = { name: serviceName, namespace, labels: labelsOf(serviceName) };
    const secrets = mountSecrets(this, metadata, { account: this.serviceAccount, identityType }, container.secrets);
    this.manifest = new eks.KubernetesManifest(this, 'Manifest', {
      cluster,
      manifest: [
        ...secrets.manifests,
        { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { ...deploymentOf(path, props, serviceName), template: { metadata: { labels: labelsOf(serviceName) }, spec: { serviceAccountName: serviceName, ...spread(serviceName), ...podOf(this, props, secrets) } } } },
        ...(first ? [{ apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labelsOf(serviceName), ports: ports.map(({ name, containerPort, protocol }) => ({ name, port: containerPort, targetPort: name, protocol })) } }] : []),
        ...(props.scaling ? [scalerOf(path, metadata, props.scaling)] : []),
      ],
    });
    // A pod that starts before knows nothing of the role.
    this.manifest.node.addDependency(this.serviceAccount);
  }
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

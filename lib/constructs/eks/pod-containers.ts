import { resolve } from 'node:path';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { DockerImageAsset, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { PodNeed } from '../../engine';
import { firstGiven, misuse } from '../misuse';
import { cpuUnitsOf } from '../sizes';
import type { ContainerOptions } from '../task/container';
import { namedPortsOf } from '../task/ports';
import type { Sidecar } from '../task/sidecar';
import type { Manifest } from './manifest';
import { mountsOf } from './pod-volumes';

/** Options of a container that only ECS knows, with what takes their place. */
const onlyEcs: { readonly [option: string]: string } = {
  logging: 'Agents on the nodes collect what pods write, as the add-on amazon-cloudwatch-observability does.',
  logRetention: 'Agents on the nodes collect what pods write, and make the log groups.',
  restart: 'Kubernetes starts containers anew in any case.',
  environmentFiles: 'Give environment.',
};

/** What a container gets, where it gets only so much. */
type Share = Partial<PodNeed>;

/** The ports of a container, by names that Kubernetes takes. */
export function podPortsOf(path: string, container: ContainerOptions): (ecs.PortMapping & { readonly name: string })[] {
  return namedPortsOf(path, container).map(mapping => {
    if (!/^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(mapping.name)) throw misuse(path, `the port ${mapping.name} has a name that Kubernetes does not take. Give up to 15 small letters, digits and hyphens.`);
    return mapping;
  });
}

/** A protocol as Kubernetes says it. */
export function protocolOf({ protocol }: ecs.PortMapping): 'TCP' | 'UDP' {
  return protocol === ecs.Protocol.UDP ? 'UDP' : 'TCP';
}

/** A container as Kubernetes takes it. */
export function containerOf(scope: Construct, options: ContainerOptions, share: Share, instanceTypes: readonly string[] | undefined, name = 'app'): Manifest {
  const { path } = scope.node, mounts = mountsOf(scope, options.volumes);
  refuseWhatOnlyEcsKnows(path, options);
  const size = { ...(share.milliCpu === undefined ? {} : { cpu: `${share.milliCpu}m` }), memory: `${share.memoryMiB}Mi`, ...(share.gpus ? { 'nvidia.com/gpu': share.gpus } : {}) };
  return {
    name: options.name ?? name,
    image: imageOf(scope, name === 'app' ? 'Image' : `${name}Image`, options.image, instanceTypes).image,
    command: options.entryPoint, args: options.command, workingDir: options.workingDirectory, stdin: options.interactive, tty: options.pseudoTerminal,
    securityContext: securityOf(path, options),
    ports: podPortsOf(path, options).map(port => ({ name: port.name, containerPort: port.containerPort, protocol: protocolOf(port) })),
    // Requests and limits are equal on Fargate, and here everywhere: what a task of Fargate has, a pod has.
    resources: { requests: size, limits: size },
    env: variables(options.environment),
    ...(mounts.length > 0 ? { volumeMounts: mounts } : {}),
    ...probesOf(path, options),
  };
}

/** What sidecars are in a pod: containers beside the main one, or before it where that waits for them. */
export function sidecarsOf(scope: Construct, sidecars: readonly Sidecar[], instanceTypes: readonly string[] | undefined): { readonly containers: Manifest[]; readonly initContainers: Manifest[]; readonly need: PodNeed } {
  const { path } = scope.node, containers: Manifest[] = [], initContainers: Manifest[] = [];
  let milliCpu = 0, memoryMiB = 0;
  for (const sidecar of sidecars) {
    const { memory: _, memoryReservation: _reservation, cpu, essential: _essential, restart: _restart, mainWaitsFor, ...container } = sidecar._described;
    const ownMiB = sidecar._memoryMiB(path);
    const isDone = mainWaitsFor === 'SUCCESS' || mainWaitsFor === 'COMPLETE';
    if (sidecar._isLogRouter) throw misuse(path, 'a log router is for FireLens, which only ECS has. Leave it out: agents on the nodes collect what pods write.');
    if (container.secrets) throw misuse(path, `sidecar ${container.name} has secrets, and EksService mounts those of its main container. Give them there, as container.secrets.`);
    if (ownMiB === 0) throw misuse(path, `sidecar ${container.name} has neither memory nor memoryReservation. A container of a pod needs one of them, as memory: '128 MB'.`);
    const share = { memoryMiB: ownMiB, ...(cpu === undefined ? {} : { milliCpu: milliCpuOf(path, cpu) }) }, rendered = containerOf(scope, container, share, instanceTypes, container.name);
    // One that is done before the main container starts takes nothing from it.
    if (!isDone) [milliCpu, memoryMiB] = [milliCpu + (share.milliCpu ?? 0), memoryMiB + ownMiB];
    if (isDone) initContainers.push(without(rendered, 'readinessProbe', 'livenessProbe'));
    else if (mainWaitsFor === undefined) containers.push(rendered);
    // https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
    else initContainers.push({ ...rendered, restartPolicy: 'Always', ...(mainWaitsFor === 'HEALTHY' ? { startupProbe: rendered.livenessProbe } : {}) });
  }
  return { containers, initContainers, need: { milliCpu, memoryMiB, gpus: 0 } };
}

/** Thousandths of a CPU of what is said in CPU units. */
export function milliCpuOf(path: string, cpu: number | string): number {
  return Math.ceil((cpuUnitsOf(path, cpu) * 1000) / 1024);
}

/** Variables as Kubernetes takes them. */
export function variables(environment: { readonly [name: string]: string } = {}): Manifest[] {
  return Object.entries(environment).map(([name, value]) => ({ name, value }));
}

/** Built for another processor than the node has, an image would end at once with "exec format error". */
export function imageOf(scope: Construct, id: string, image: string | ecs.ContainerImage, instanceTypes: readonly string[] | undefined): { image: string; architecture?: 'amd64' | 'arm64' } {
  const { path } = scope.node;
  if (typeof image !== 'string') throw misuse(path, "container.image is one of ECS. Give its name, as repository.repositoryUriForTagOrDigest('1.4.2'), or the folder of its Dockerfile.");
  if (!/^[./]/.test(image)) return { image };
  const architectures = new Set((instanceTypes ?? []).map(type => new ec2.InstanceType(type).architecture));
  if (architectures.size > 1) throw misuse(path, 'instanceTypes have processors of two architectures, and the image is built for one. Give types of one.');
  const isArm = architectures.has(ec2.InstanceArchitecture.ARM_64), built = scope.node.tryFindChild(id) as DockerImageAsset | undefined;
  return { image: (built ?? new DockerImageAsset(scope, id, { directory: resolve(image), platform: isArm ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64 })).imageUri, architecture: isArm ? 'arm64' : 'amd64' };
}

function refuseWhatOnlyEcsKnows(path: string, container: ContainerOptions): void {
  const {
    name, image, port, ports, command, entryPoint, environment, secrets, healthCheck, stopTimeout, workingDirectory, user, readonlyRootFilesystem, privileged, gpuCount, interactive, pseudoTerminal, volumes, ...others
  } = container;
  const stray = firstGiven(others);
  if (stray !== undefined) throw misuse(path, `container.${stray} is an option of ECS that EksService does not render. ${onlyEcs[stray] ?? 'Leave it out.'}`);
}

function without(manifest: Manifest, ...names: string[]): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([name]) => !names.includes(name)));
}

function securityOf(path: string, { user, readonlyRootFilesystem, privileged }: ContainerOptions): Manifest | undefined {
  if (user === undefined && readonlyRootFilesystem === undefined && privileged === undefined) return undefined;
  const [, uid, gid] = /^(\d+)(?::(\d+))?$/.exec(user ?? '') ?? [];
  if (user !== undefined && uid === undefined) throw misuse(path, `container.user is '${user}', and Kubernetes takes numbers. Give '1000' or '1000:1000'.`);
  return { runAsUser: numberOf(uid), runAsGroup: numberOf(gid), readOnlyRootFilesystem: readonlyRootFilesystem, privileged };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** A container that fails its health check gets no requests and is started anew. Without one a pod gets requests once it listens. */
function probesOf(path: string, options: ContainerOptions): Manifest {
  const { healthCheck } = options, port = podPortsOf(path, options).find(mapping => protocolOf(mapping) === 'TCP');
  if (healthCheck === undefined) return port ? { readinessProbe: { tcpSocket: { port: port.name } } } : {};
  const { command, interval, timeout, retries, startPeriod }: ecs.HealthCheck = typeof healthCheck === 'string' ? { command: [healthCheck] } : healthCheck, [kind = '', ...words] = command;
  if (kind === 'NONE') return {};
  const probe = {
    exec: { command: kind === 'CMD' ? words : ['sh', '-c', (kind === 'CMD-SHELL' ? words : command).join(' ')] },
    periodSeconds: interval?.toSeconds() ?? 30, timeoutSeconds: timeout?.toSeconds() ?? 5, failureThreshold: retries ?? 3,
  };
  return { readinessProbe: probe, livenessProbe: { ...probe, initialDelaySeconds: startPeriod?.toSeconds() } };
}

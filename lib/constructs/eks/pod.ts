import { resolve } from 'node:path';
import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { DockerImageAsset, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { hasRoom, instanceType, podRoom, type PodNeed } from '../../engine';
import { durationOf } from '../durations';
import { firstGiven, misuse } from '../misuse';
import { cpuUnitsOf, memoryMiBOf } from '../sizes';
import type { ContainerOptions } from '../task/container';
import { namedPortsOf } from '../task/ports';
import type { Manifest } from './manifest';
import type { MountedSecrets } from './mounted-secrets';

/** What a pod is made of. */
export interface PodOptions {
  readonly container: ContainerOptions;
  readonly cpu?: number | string;
  readonly memory?: number | string;
  readonly instanceTypes?: string[];
}

/** Options of a container that only ECS knows, with what takes their place. */
const onlyEcs: { readonly [option: string]: string } = {
  logging: 'Agents on the nodes collect what pods write, as the add-on amazon-cloudwatch-observability does.',
  logRetention: 'Agents on the nodes collect what pods write, and make the log groups.',
  restart: 'Kubernetes starts containers anew in any case.',
  volumes: 'Volumes of pods are claims of Kubernetes: make them with cluster.addManifest().',
  environmentFiles: 'Give environment.',
};

/** The pod as Kubernetes takes it. */
export function podOf(scope: Construct, options: PodOptions, secrets: MountedSecrets): Manifest {
  const { path } = scope.node, { container, instanceTypes } = options, need = podNeedOf(path, options);
  refuseWhatOnlyEcsKnows(path, container);
  if (instanceTypes) checkRoom(path, instanceTypes, need);
  const { image, architecture } = imageOf(scope, container.image, instanceTypes);
  return {
    ...(architecture ? { nodeSelector: { 'kubernetes.io/arch': architecture } } : {}),
    ...(instanceTypes ? { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'node.kubernetes.io/instance-type', operator: 'In', values: instanceTypes }] }] } } } } : {}),
    ...(container.stopTimeout === undefined ? {} : { terminationGracePeriodSeconds: durationOf(path, 'stopTimeout', container.stopTimeout).toSeconds() }),
    ...secrets.pod,
    containers: [{ ...containerOf(path, container, need), image, env: [...Object.entries(container.environment ?? {}).map(([name, value]) => ({ name, value })), ...secrets.env], ...secrets.container }],
  };
}

/** The ports of a pod, by names that Kubernetes takes. */
export function podPortsOf(path: string, container: ContainerOptions): { name: string; containerPort: number; protocol: 'TCP' | 'UDP' }[] {
  return namedPortsOf(path, container).map(({ name, containerPort, protocol }) => {
    if (!/^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw misuse(path, `the port ${name} has a name that Kubernetes does not take. Give up to 15 small letters, digits and hyphens.`);
    return { name, containerPort, protocol: (protocol as string | undefined) === 'udp' ? 'UDP' : 'TCP' };
  });
}

function refuseWhatOnlyEcsKnows(path: string, container: ContainerOptions): void {
  const { name, image, port, ports, command, entryPoint, environment, secrets, healthCheck, stopTimeout, workingDirectory, user, readonlyRootFilesystem, privileged, gpuCount, interactive, pseudoTerminal, ...others } = container;
  const stray = firstGiven(others);
  if (stray !== undefined) throw misuse(path, `container.${stray} is an option of ECS that EksService does not render. ${onlyEcs[stray] ?? 'Leave it out.'}`);
}

function podNeedOf(path: string, { cpu = '0.25 vCPU', memory = '0.5 GB', container }: PodOptions): PodNeed {
  const cpuUnits = cpuUnitsOf(path, cpu), memoryMiB = memoryMiBOf(path, memory);
  if (Token.isUnresolved(cpuUnits) || Token.isUnresolved(memoryMiB)) throw misuse(path, 'cpu and memory have to be known when the manifest is written. Give them as numbers or texts.');
  return { milliCpu: Math.ceil((cpuUnits * 1000) / 1024), memoryMiB, gpus: container.gpuCount ?? 0 };
}

/** Types that the catalog does not know are let through. */
function checkRoom(path: string, names: readonly string[], need: PodNeed): void {
  if (names.length === 0) throw misuse(path, "instanceTypes is empty. Give at least one, as 'm7g.large', or leave it out.");
  const rooms = names.map(name => { const type = instanceType(name); return type && podRoom(type, false); });
  if (!rooms.every(room => room && hasRoom(room, need) === 'no')) return;
  const most = rooms.map((room, i) => `${names[i]} has ${room?.milliCpu.most}m, ${room?.memoryMiB.most}Mi and ${room?.gpus} GPUs`);
  throw misuse(path, `a pod asks for ${need.milliCpu}m CPU, ${need.memoryMiB}Mi of memory and ${need.gpus} GPUs, and no node of instanceTypes has that: at most ${most.join('; ')}. Give larger types, or ask for less.`);
}

/** Built for another processor than the node has, an image would end at once with "exec format error". */
function imageOf(scope: Construct, image: string | ecs.ContainerImage, instanceTypes: readonly string[] | undefined): { image: string; architecture?: 'amd64' | 'arm64' } {
  const { path } = scope.node;
  if (typeof image !== 'string') throw misuse(path, "container.image is one of ECS. Give its name, as repository.repositoryUriForTagOrDigest('1.4.2'), or the folder of its Dockerfile.");
  if (!/^[./]/.test(image)) return { image };
  const architectures = new Set((instanceTypes ?? []).map(type => new ec2.InstanceType(type).architecture));
  if (architectures.size > 1) throw misuse(path, 'instanceTypes have processors of two architectures, and the image is built for one. Give types of one.');
  const isArm = architectures.has(ec2.InstanceArchitecture.ARM_64);
  return { image: new DockerImageAsset(scope, 'Image', { directory: resolve(image), platform: isArm ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64 }).imageUri, architecture: isArm ? 'arm64' : 'amd64' };
}

function containerOf(path: string, options: ContainerOptions, need: PodNeed): Manifest {
  const size = { cpu: `${need.milliCpu}m`, memory: `${need.memoryMiB}Mi`, ...(need.gpus > 0 ? { 'nvidia.com/gpu': need.gpus } : {}) };
  return {
    name: options.name ?? 'app',
    command: options.entryPoint, args: options.command, workingDir: options.workingDirectory, stdin: options.interactive, tty: options.pseudoTerminal,
    securityContext: securityOf(path, options),
    ports: podPortsOf(path, options),
    // Requests and limits are equal on Fargate, and here everywhere: what a task of Fargate has, a pod has.
    resources: { requests: size, limits: size },
    ...probesOf(path, options),
  };
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
  const { healthCheck } = options, port = podPortsOf(path, options).find(({ protocol }) => protocol === 'TCP');
  if (healthCheck === undefined) return port ? { readinessProbe: { tcpSocket: { port: port.name } } } : {};
  const { command, interval, timeout, retries, startPeriod }: ecs.HealthCheck = typeof healthCheck === 'string' ? { command: [healthCheck] } : healthCheck, [kind = '', ...words] = command;
  if (kind === 'NONE') return {};
  const probe = {
    exec: { command: kind === 'CMD' ? words : ['sh', '-c', (kind === 'CMD-SHELL' ? words : command).join(' ')] },
    periodSeconds: interval?.toSeconds() ?? 30, timeoutSeconds: timeout?.toSeconds() ?? 5, failureThreshold: retries ?? 3,
  };
  return { readinessProbe: probe, livenessProbe: { ...probe, initialDelaySeconds: startPeriod?.toSeconds() } };
}

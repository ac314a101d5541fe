import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Purpose } from '../../engine';
import { misuse } from '../misuse';
import { checkGiven } from '../options/check';
import { allowing, policyFor } from '../role/role-options';
import { cpuUnitsOf, memoryMiBOf } from '../sizes';
import { containerProps, finish, type ContainerOptions } from './container';

/** A container beside the one that does the work. */
export interface SidecarOptions extends ContainerOptions {
  /**
   * Memory that it may use at most, in MiB or as text: `'128 MB'`.
   * @default - on Fargate what the task has; elsewhere it has to have this or `memoryReservation`
   */
  readonly memory?: number | string;
  /**
   * Memory that is kept for it, in MiB or as text.
   * @default - what `memory` says
   */
  readonly memoryReservation?: number | string;
  /**
   * CPU that is kept for it, in CPU units or as text.
   * @default - none; it uses what others leave
   */
  readonly cpu?: number | string;
  /**
   * Whether the task ends when it ends.
   * @default true
   */
  readonly essential?: boolean;
  /**
   * How far it has to come before the main container starts. With `SUCCESS` it is what has to be done first, as a migration, and then not `essential`.
   * @default - the main container does not wait for it
   */
  readonly mainWaitsFor?: ecs.ContainerDependencyCondition;
}

/** What can be said of the sidecars that there are already. */
export interface KnownSidecarOptions {
  /**
   * Its image.
   * @default - the one that AWS publishes
   */
  readonly image?: string | ecs.ContainerImage;
  /**
   * Environment variables of its own.
   * @default - none beside those that it needs
   */
  readonly environment?: { [name: string]: string };
}

/** What can be said of the CloudWatch agent. */
export interface CloudWatchAgentOptions extends KnownSidecarOptions {
  /**
   * Its configuration, as the agent takes it.
   * @default - it listens for StatsD, and for metrics in logs (EMF)
   */
  readonly config?: { [key: string]: unknown };
}

/** What can be said of the log router. */
export interface LogRouterOptions extends KnownSidecarOptions {
  /**
   * Its configuration beside the options of the log drivers: a file in the image, or in S3.
   * @default - none
   */
  readonly options?: ecs.FirelensOptions;
}

/** A container beside the one that does the work, described. */
export class Sidecar {
  /** Any container. */
  static of(containerName: string, options: SidecarOptions): Sidecar {
    checkGiven('Sidecar.of', { containerName, options }, `Sidecar.of('${containerName}')`);
    return new Sidecar({ ...options, name: containerName });
  }

  /** The X-Ray daemon, to which the main container sends its traces. */
  static xRay(options: KnownSidecarOptions = {}): Sidecar {
    checkGiven('Sidecar.xRay', { options });
    return new Sidecar(
      { ...helper('x-ray', 'public.ecr.aws/xray/aws-xray-daemon:latest', options), ports: { 'x-ray': '2000/udp' }, cpu: 32, memoryReservation: 256 },
      { purposes: ['traces'], variable: 'AWS_XRAY_DAEMON_ADDRESS', address: host => `${host}:2000` },
    );
  }

  /** The collector of the AWS Distro for OpenTelemetry, to which the main container sends traces and metrics by OTLP. */
  static openTelemetry(options: KnownSidecarOptions = {}): Sidecar {
    checkGiven('Sidecar.openTelemetry', { options });
    return new Sidecar(
      {
        ...helper('otel-collector', 'public.ecr.aws/aws-observability/aws-otel-collector:latest', options),
        command: ['--config=/etc/ecs/ecs-default-config.yaml'], ports: { otlp: 4317 }, memoryReservation: 256,
      },
      { purposes: ['traces', 'metrics', 'embeddedMetrics'], variable: 'OTEL_EXPORTER_OTLP_ENDPOINT', address: host => `http://${host}:4317` },
    );
  }

  /** The CloudWatch agent, which sends on what the main container counts. */
  static cloudWatchAgent(options: CloudWatchAgentOptions = {}): Sidecar {
    checkGiven('Sidecar.cloudWatchAgent', { options });
    const { config = { metrics: { metrics_collected: { statsd: {} } }, logs: { metrics_collected: { emf: {} } } }, environment, ...rest } = options;
    return new Sidecar(
      {
        ...helper('cloudwatch-agent', 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest', { ...rest, environment: { CW_CONFIG_CONTENT: JSON.stringify(config), ...environment } }),
        ports: { emf: 25888, statsd: '8125/udp' }, memoryReservation: 256,
      },
      { purposes: ['metrics', 'embeddedMetrics'], variable: 'AWS_EMF_AGENT_ENDPOINT', address: host => `tcp://${host}:25888` },
    );
  }

  /** The log router of FireLens, Fluent Bit. A container with `logging: ecs.LogDrivers.firelens({ … })` brings one along; say this to have it otherwise. */
  static logRouter(options: LogRouterOptions = {}): Sidecar {
    checkGiven('Sidecar.logRouter', { options });
    const { options: config, ...rest } = options;
    return new Sidecar(
      // When it ends, the logs of the others have nowhere to go.
      { ...helper('log-router', 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable', rest), restart: undefined, essential: true, memoryReservation: 50 },
      { firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT, options: config } },
    );
  }

  private constructor(private readonly options: SidecarOptions & { readonly name: string }, private readonly helps: Help = {}) {}

  /**
   * Whether it is the log router.
   * @internal
   */
  get _isLogRouter(): boolean {
    return this.helps.firelensConfig !== undefined;
  }

  /**
   * What it is, for who runs it elsewhere than in a task of ECS.
   * @internal
   */
  get _described(): SidecarOptions & { readonly name: string } {
    return this.options;
  }

  /**
   * How the main container finds it where they share a network; undefined where it need not.
   * @internal
   */
  get _variable(): readonly [string, string] | undefined {
    const { variable, address } = this.helps;
    return variable === undefined || !address ? undefined : [variable, address('localhost')];
  }

  /**
   * What is mounted in it.
   * @internal
   */
  get _volumes(): NonNullable<ContainerOptions['volumes']> {
    return this.options.volumes ?? {};
  }

  /**
   * The memory that it wants for itself.
   * @internal
   */
  _memoryMiB(path: string): number {
    const { memory, memoryReservation = memory } = this.options;
    return memoryReservation === undefined ? 0 : memoryMiBOf(path, memoryReservation, `memory of sidecar ${this.options.name}`);
  }

  /**
   * Adds it to a task.
   * @internal
   */
  _addTo(path: string, task: ecs.TaskDefinition): void {
    const { memory, memoryReservation, cpu, essential, ...container } = this.options;
    if (!task.isFargateCompatible && memory === undefined && memoryReservation === undefined) {
      throw misuse(path, `sidecar ${container.name} has neither memory nor memoryReservation. On container instances ECS needs one of them, as memory: '128 MB'.`);
    }
    const props = containerProps(path, task, container, {
      essential,
      cpu: cpu === undefined ? undefined : cpuUnitsOf(path, cpu),
      memoryLimitMiB: memory === undefined ? undefined : memoryMiBOf(path, memory),
      memoryReservationMiB: memoryReservation === undefined ? undefined : memoryMiBOf(path, memoryReservation, 'memoryReservation'),
    });
    const { firelensConfig } = this.helps;
    finish(task, firelensConfig ? task.addFirelensLogRouter(container.name, { ...props, firelensConfig }) : task.addContainer(container.name, props), container);
    this._grant(task.taskRole);
  }

  /**
   * Makes the main container know it, and wait for it.
   * @internal
   */
  _introduce(main: ecs.ContainerDefinition): void {
    const { name, mainWaitsFor } = this.options, { variable, address } = this.helps, { taskDefinition } = main;
    const container = taskDefinition.findContainer(name);
    if (!container) return;
    if (mainWaitsFor !== undefined) main.addContainerDependencies({ container, condition: mainWaitsFor });
    if (variable === undefined || !address) return;
    const isBridged = taskDefinition.networkMode === ecs.NetworkMode.BRIDGE;
    // Where containers share no network, Docker tells one the address of the other.
    if (isBridged) main.addLink(container);
    main.addEnvironment(variable, address(isBridged ? name : 'localhost'));
  }

  /**
   * Lets the role of the task do what it does.
   * @internal
   */
  _grant(role: iam.IRole): void {
    for (const purpose of this.helps.purposes ?? []) {
      if (purpose === 'traces') role.addManagedPolicy(policyFor(purpose));
      else role.addToPrincipalPolicy(allowing(purpose, ['*']));
    }
  }
}

/** What a known sidecar does for the main container. */
interface Help {
  /** What the task role has to be allowed. */
  readonly purposes?: readonly Purpose[];
  /** The variable in which the main container looks for its address. */
  readonly variable?: string;
  readonly address?: (host: string) => string;
  readonly firelensConfig?: ecs.FirelensConfig;
}

/** Without it the task goes on: it is started anew. */
function helper(name: string, image: string, options: KnownSidecarOptions): SidecarOptions & { readonly name: string } {
  return { name, image, essential: false, restart: true, ...options };
}

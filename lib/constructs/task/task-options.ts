import type { IConnectable } from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { firstGiven, misuse } from '../misuse';
import { ExecutionRole } from '../role/execution-role';
import { TaskRole } from '../role/task-role';
import { addContainer, type ContainerOptions, type Share } from './container';
import { Sidecar } from './sidecar';

/** What tasks are made of, of a service or of what runs to its end. */
export interface TaskOptions {
  /**
   * The container that does the work. Makes the task definition `<id>TaskDef` beside, with the roles `<id>TaskRole` and `<id>ExecutionRole`.
   * @default - the task definition given as `taskDefinition`
   */
  readonly container?: ContainerOptions;
  /**
   * Containers beside it: `Sidecar.xRay()`, `Sidecar.of('proxy', { … })`. Only with `container`.
   * @default - none, or a log router where `container.logging` needs one
   */
  readonly sidecars?: Sidecar[];
  /**
   * Processor and operating system of the task, as `{ operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE }`. Only with `container`.
   * @default - on Fargate Linux on x86; on container instances Linux, on the processor that there is
   */
  readonly runtimePlatform?: ecs.RuntimePlatform;
  /**
   * A task definition of its own, for what `container` cannot say.
   * @default - made from `container`
   */
  readonly taskDefinition?: ecs.TaskDefinition;
  /**
   * The role that the code in the containers acts as. Only with `container`.
   * @default - a `TaskRole` that may do nothing: `service.taskDefinition.taskRole`, to grant to
   */
  readonly taskRole?: iam.IRole;
  /**
   * The role that ECS acts as to pull the image, read secrets and write logs. Only with `container`.
   * @default - an `ExecutionRole` that may do exactly what the containers need
   */
  readonly executionRole?: iam.IRole;
}

/** What is beside the container that does the work, with the log router that its logs need. */
export function sidecarsOf({ container, sidecars = [] }: TaskOptions): readonly Sidecar[] {
  const isRouted = container?.logging instanceof ecs.FireLensLogDriver;
  return isRouted && !sidecars.some(({ _isLogRouter }) => _isLogRouter) ? [Sidecar.logRouter(), ...sidecars] : sidecars;
}

/** Whether tasks run Windows. */
export function isWindows(platform: ecs.RuntimePlatform | undefined): boolean {
  return platform?.operatingSystemFamily?._operatingSystemFamily.startsWith('WINDOWS') ?? false;
}

/** The roles that were given, or new ones. */
export function rolesOf(scope: Construct, id: string, { taskRole, executionRole }: TaskOptions): { taskRole: iam.IRole; executionRole: iam.IRole } {
  return { taskRole: taskRole ?? new TaskRole(scope, `${id}TaskRole`), executionRole: executionRole ?? new ExecutionRole(scope, `${id}ExecutionRole`) };
}

/**
 * The task definition that was given; undefined where one is to be made for `container`.
 * @param inline options that go only with a container, beside those of `TaskOptions`.
 */
export function givenTask(path: string, options: TaskOptions, inline: { readonly [property: string]: unknown }): ecs.TaskDefinition | undefined {
  const { container, taskDefinition, sidecars, runtimePlatform, taskRole, executionRole } = options;
  if (container && taskDefinition) throw misuse(path, 'container and taskDefinition are both given. Give one of them; to a task definition add containers with addContainer().');
  if (container) return undefined;
  if (!taskDefinition) {
    throw misuse(path, "neither container nor taskDefinition is given. It needs one of them, as container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 }.");
  }
  const stray = firstGiven({ ...inline, sidecars, runtimePlatform, taskRole, executionRole });
  if (stray !== undefined) throw misuse(path, `${stray} goes with container. A task definition says it itself: give it there.`);
  return taskDefinition;
}

/**
 * Adds the containers to a task definition that was made for them. The first essential one is that which load balancers, scaling and discovery are about, so that the main one comes first; it may wait for
 * those after it all the same.
 * @param share what the main container may take, where the task has no size of its own.
 */
export function filled(path: string, task: ecs.TaskDefinition, options: TaskOptions, share?: Share): ecs.TaskDefinition {
  const sidecars = sidecarsOf(options), main = options.container && addContainer(path, task, options.container, share);
  for (const sidecar of sidecars) sidecar._addTo(path, task);
  if (main) for (const sidecar of sidecars) sidecar._introduce(main);
  return task;
}

/** Lets whoever runs the task reach what its containers mount. */
export function attachStorage(runner: IConstruct & IConnectable, options: TaskOptions): void {
  const mounted = [options.container?.volumes ?? {}, ...sidecarsOf(options).map(({ _volumes }) => _volumes)].flatMap(volumes => Object.values(volumes));
  for (const storage of new Set(mounted)) storage._attach(runner);
}

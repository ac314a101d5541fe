import { resolve } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import { durationOf, retentionOf } from '../durations';
import { misuse } from '../misuse';
import { downloading } from '../role/execution-role';
import type { ContainerDetails } from './container-details';
import { encryptLogs } from './log-group';
import { portMappingsOf } from './ports';
import { secretsOf, type SecretField } from './secrets';
import type { Storage } from './storage';

/** When ECS starts a container anew that ended, and leaves the task as it is. */
export interface RestartOptions {
  /**
   * Exit codes after which the container stays as it is.
   * @default - none
   */
  readonly ignoredExitCodes?: number[];
  /**
   * How long it has to run before it is started anew: between one minute and half an hour.
   * @default '5 minutes'
   */
  readonly attemptPeriod?: Duration | string;
}

/** A container of a task. */
export interface ContainerOptions extends ContainerDetails {
  /**
   * The image: a name in a registry as `docker pull` takes it, a folder with a Dockerfile, which the CDK builds (`./web`), or CDK's own type, as for images from ECR.
   */
  readonly image: string | ecs.ContainerImage;
  /**
   * The port on which it listens: `80`, or with its protocol `'53/udp'`, `'50051/grpc'`; there are `tcp`, `udp`, `http`, `http2` and `grpc`.
   * On container instances in bridge mode ECS chooses the port of the instance, so that many tasks fit on one.
   * @default - it listens on none
   */
  readonly port?: number | string;
  /**
   * Further ports by name: `{ admin: 9000 }`. The one that is `port` has the name `main`.
   * @default - none
   */
  readonly ports?: { [name: string]: number | string };
  /**
   * Its name in the task definition.
   * @default app
   */
  readonly name?: string;
  /**
   * What it runs.
   * @default - what the image says
   */
  readonly command?: string[];
  /**
   * What runs the command.
   * @default - what the image says
   */
  readonly entryPoint?: string[];
  /**
   * Environment variables.
   * @default - none
   */
  readonly environment?: { [name: string]: string };
  /**
   * Files with environment variables: one on this machine, which the CDK uploads (`./web.env`), or CDK's own type.
   * @default - none
   */
  readonly environmentFiles?: (string | ecs.EnvironmentFile)[];
  /**
   * Environment variables that ECS reads from Secrets Manager or Systems Manager when the task starts: a secret, a field of one that holds JSON (`{ secret, field: 'password' }`),
   * a parameter, or its name (`/shop/token`). The execution role is allowed to read exactly these, and to decrypt them where a key is known.
   * @default - none
   */
  readonly secrets?: { [name: string]: string | ecs.Secret | secretsmanager.ISecret | ssm.IParameter | SecretField };
  /**
   * A command by which ECS tells whether the container is healthy: a line for its shell (`curl -f http://localhost/health`), or CDK's own type.
   * @default - running is healthy enough; ECS does not look at the HEALTHCHECK of the image
   */
  readonly healthCheck?: string | ecs.HealthCheck;
  /**
   * Where its output goes: `ecs.LogDrivers.splunk({ … })`, and so on. With `ecs.LogDrivers.firelens({ … })` the task gets a log router beside.
   * @default - to a log group of its own in CloudWatch Logs
   */
  readonly logging?: ecs.LogDriver;
  /**
   * How long the log group that is made for it keeps what it gets: `'2 weeks'`, `'1 year'`, `'forever'`.
   * @default '1 month'
   */
  readonly logRetention?: logs.RetentionDays | string;
  /**
   * The key with which the log group that is made for it is encrypted. Its policy lets CloudWatch Logs use it; where the key is imported it has to do so already.
   * @default - one of CloudWatch Logs
   */
  readonly logEncryptionKey?: kms.IKey;
  /**
   * Whether ECS starts the container anew when it ends, and leaves the task as it is.
   * @default false
   */
  readonly restart?: boolean | RestartOptions;
  /**
   * How long it may take to end after SIGTERM, before ECS kills it: `'1 minute'`. Fargate allows up to two minutes.
   * @default '30 seconds'
   */
  readonly stopTimeout?: Duration | string;
  /**
   * What is mounted where: `{ '/data': Storage.efs('data', fileSystem) }`.
   * @default - nothing
   */
  readonly volumes?: { [path: string]: Storage };
}

/** What a container is to its task, and may take of its instance. On Fargate the task has a size of its own, and the containers share it. */
export interface Share {
  readonly essential?: boolean;
  readonly cpu?: number;
  readonly memoryLimitMiB?: number;
  readonly memoryReservationMiB?: number;
}

/** Adds a container; grants for its image, its secrets and its log group go to the execution role as the container needs them. */
export function addContainer(path: string, task: ecs.TaskDefinition, options: ContainerOptions, share: Share = {}): ecs.ContainerDefinition {
  return finish(task, task.addContainer(options.name ?? 'app', containerProps(path, task, options, share)), options);
}

/** Mounts what the options say, encrypts its logs, and lets the execution role fetch environment files, which the L2 leaves to its users. */
export function finish(task: ecs.TaskDefinition, container: ecs.ContainerDefinition, { volumes = {}, logEncryptionKey }: ContainerOptions): ecs.ContainerDefinition {
  if (logEncryptionKey) encryptLogs(container, logEncryptionKey);
  for (const [at, storage] of Object.entries(volumes)) storage._mount(task, container, at);
  for (const statement of downloading(task, container.environmentFiles?.map(({ s3Location }) => s3Location) ?? [])) task.addToExecutionRolePolicy(statement);
  return container;
}

/** The options in the words of the L2. */
export function containerProps(path: string, task: ecs.TaskDefinition, options: ContainerOptions, share: Share): ecs.ContainerDefinitionOptions {
  const { image, port, ports, name = 'app', secrets = {}, environmentFiles, healthCheck, logging, logRetention = logs.RetentionDays.ONE_MONTH, logEncryptionKey: _, restart, stopTimeout, ...rest } = options;
  const stray = logging && (['logRetention', 'logEncryptionKey'] as const).find(property => options[property] !== undefined);
  if (stray) throw misuse(path, `${stray} of container ${name} is for the log group that is made for it, and logging says that none is. Leave one of them out.`);
  const stopping = durationOf(path, 'stopTimeout', stopTimeout);
  if (task.compatibility === ecs.Compatibility.FARGATE) checkForFargate(path, options, stopping);
  return {
    ...rest, ...share, ...restartOf(path, restart),
    image: typeof image === 'string' ? imageOf(task, image) : image,
    portMappings: portMappingsOf(path, task, { port, ports }),
    environmentFiles: environmentFiles?.map(file => (typeof file === 'string' ? environmentFileOf(path, file) : file)),
    secrets: secretsOf(task, secrets),
    healthCheck: typeof healthCheck === 'string' ? { command: ['CMD-SHELL', healthCheck] } : healthCheck,
    logging: logging ?? ecs.LogDrivers.awsLogs({ streamPrefix: name, logRetention: retentionOf(path, logRetention) }),
    stopTimeout: stopping,
  };
}

/** What a container may not have on Fargate. */
function checkForFargate(path: string, options: ContainerOptions, stopTimeout: Duration | undefined): void {
  const stray = (['gpuCount', 'privileged', 'dockerSecurityOptions'] as const).find(property => options[property] !== undefined && options[property] !== false);
  if (stray) throw misuse(path, `container.${stray} is for container instances, and Fargate does not have it. Leave it out, or make an Ec2Service.`);
  if (stopTimeout && !stopTimeout.isUnresolved() && stopTimeout.toSeconds() > 120) throw misuse(path, `stopTimeout is ${stopTimeout.toHumanString()}. Fargate waits for '2 minutes' at most.`);
}

/** No name in a registry begins with a dot or a slash. */
function imageOf(task: ecs.TaskDefinition, image: string): ecs.ContainerImage {
  if (!/^[./]/.test(image)) return ecs.ContainerImage.fromRegistry(image);
  return ecs.ContainerImage.fromAsset(resolve(image), { platform: platformOf(task) });
}

/** For what an image is built: for another processor or system than the task has, its container would end at once with "exec format error". */
function platformOf(task: ecs.TaskDefinition): Platform | undefined {
  const { cpuArchitecture, operatingSystemFamily } = ((task.node.defaultChild as ecs.CfnTaskDefinition).runtimePlatform ?? {}) as ecs.CfnTaskDefinition.RuntimePlatformProperty;
  if (operatingSystemFamily?.startsWith('WINDOWS')) return Platform.custom('windows/amd64');
  if (cpuArchitecture === 'ARM64') return Platform.LINUX_ARM64;
  return task.isFargateCompatible || cpuArchitecture !== undefined ? Platform.LINUX_AMD64 : undefined;
}

function environmentFileOf(path: string, file: string): ecs.EnvironmentFile {
  if (!file.endsWith('.env')) throw misuse(path, `environmentFiles holds ${JSON.stringify(file)}. ECS takes files whose names end with .env.`);
  return ecs.EnvironmentFile.fromAsset(file);
}

function restartOf(path: string, restart: boolean | RestartOptions | undefined): Pick<ecs.ContainerDefinitionOptions, 'enableRestartPolicy' | 'restartIgnoredExitCodes' | 'restartAttemptPeriod'> {
  if (typeof restart !== 'object') return { enableRestartPolicy: restart };
  return { enableRestartPolicy: true, restartIgnoredExitCodes: restart.ignoredExitCodes, restartAttemptPeriod: durationOf(path, 'restart.attemptPeriod', restart.attemptPeriod) };
}

import type { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as ssm from 'aws-cdk-lib/aws-ssm';

/** The container that does the work of a task. For sidecars, volumes and the rest, use `service.taskDefinition`. */
export interface ContainerOptions {
  /**
   * The image: a name in a registry as `docker pull` takes it, or CDK's own type for images from ECR and for images that the CDK builds.
   */
  readonly image: string | ecs.ContainerImage;
  /**
   * The TCP port on which it listens. On container instances in bridge mode ECS chooses the port of the instance, so that many tasks fit on one.
   * @default - it listens on none
   */
  readonly port?: number;
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
   * Environment variables that ECS reads from Secrets Manager or Systems Manager when the task starts.
   * The execution role is allowed to read exactly these, and to decrypt them where a key is known.
   * @default - none
   */
  readonly secrets?: { [name: string]: ecs.Secret | secretsmanager.ISecret | ssm.IParameter };
  /**
   * A command by which ECS tells whether the container is healthy.
   * @default - running is healthy enough; ECS does not look at the HEALTHCHECK of the image
   */
  readonly healthCheck?: ecs.HealthCheck;
  /**
   * Where its output goes.
   * @default - to a log group of its own in CloudWatch Logs
   */
  readonly logging?: ecs.LogDriver;
  /**
   * How long the log group that is made for it keeps what it gets.
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;
  /**
   * How long it may take to end after SIGTERM, before ECS kills it. Fargate allows up to 120 seconds.
   * @default Duration.seconds(30)
   */
  readonly stopTimeout?: Duration;
}

/** What the container may take of its instance. On Fargate the task has a size of its own, and the container all of it. */
interface Share {
  readonly cpu?: number;
  readonly memoryLimitMiB?: number;
}

/** Adds the container; grants for its image, its secrets and its log group go to the execution role as the container needs them. */
export function addContainer(task: ecs.TaskDefinition, options: ContainerOptions, share: Share = {}): void {
  const { image, port, name = 'app', secrets = {}, logging, logRetention, ...rest } = options;
  task.addContainer(name, {
    ...rest, ...share,
    image: typeof image === 'string' ? ecs.ContainerImage.fromRegistry(image) : image,
    portMappings: port === undefined ? [] : [{ containerPort: port }],
    secrets: Object.fromEntries(Object.entries(secrets).map(([variable, secret]) => [variable, secretOf(secret)])),
    logging: logging ?? ecs.LogDrivers.awsLogs({ streamPrefix: name, logRetention: logRetention ?? logs.RetentionDays.ONE_MONTH }),
  });
}

function secretOf(secret: ecs.Secret | secretsmanager.ISecret | ssm.IParameter): ecs.Secret {
  if ('secretArn' in secret) return ecs.Secret.fromSecretsManager(secret);
  return 'parameterArn' in secret ? ecs.Secret.fromSsmParameter(secret) : secret;
}

import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Provider } from 'aws-cdk-lib/custom-resources';
import type { Construct } from 'constructs';
import { durationOf } from '../durations';
import { misuse } from '../misuse';
import { checkGiven, checkProps } from '../options/check';
import { neededFirst } from '../task/needed-first';
import { BatchTask, type BatchTaskProps } from './batch-task';
import { migrationHandler } from './migration-handler';

/** A task that has to end well before services are deployed. */
export interface MigrationTaskProps extends BatchTaskProps {
  /**
   * How long it may take, up to an hour. CloudFormation waits no longer.
   * @default '15 minutes'
   */
  readonly timeout?: Duration | string;
}

/**
 * A task that runs in the middle of a deployment, when what it needs is there and before the services are changed that come after it: a migration of a database, as a rule. It runs when its task definition changed.
 * Where it fails the deployment fails and is rolled back, and the services have not been touched. In a rollback the task of the former version runs once more: a migration has to be one that may.
 *
 * @example
 * const migration = new MigrationTask(stack, 'Migrate', { cluster, container: { image: './shop', command: ['npm', 'run', 'migrate'] } });
 * migration.before(web, worker);
 */
export class MigrationTask extends BatchTask {
  /** The run. What depends on it comes after the end of the task. */
  readonly run: CustomResource;

  constructor(scope: Construct, id: string, props: MigrationTaskProps) {
    checkProps(scope, id, 'MigrationTaskProps', props, new.target === MigrationTask);
    super(scope, id, props);
    const { cluster, taskDefinition, container } = this, totalTimeout = durationOf(this.node.path, 'timeout', props.timeout ?? '15 minutes');
    if (!container) throw misuse(this, 'its task definition has no container of which the exit code could tell how it went. Add one to it first.');
    if (totalTimeout.toSeconds() > 3600) throw misuse(this, `timeout is ${totalTimeout.toHumanString()}. CloudFormation waits for an hour at most.`);
    const start = this.handler('Start', 'index.start'), isComplete = this.handler('IsComplete', 'index.isComplete');
    this.grantRun(start);
    isComplete.addToRolePolicy(new iam.PolicyStatement({
      actions: ['ecs:DescribeTasks'], resources: [Stack.of(this).formatArn({ service: 'ecs', resource: 'task', resourceName: `${cluster.clusterName}/*` })],
    }));
    const { serviceToken } = new Provider(this, 'Provider', { onEventHandler: start, isCompleteHandler: isComplete, totalTimeout, queryInterval: Duration.seconds(10) });
    this.run = new CustomResource(this, 'Run', {
      resourceType: 'Custom::Migration', serviceToken,
      properties: { Run: Stack.of(this).toJsonString(this.request()), Cluster: cluster.clusterName, Container: container.containerName },
    });
    this.run.node.addDependency(...neededFirst(cluster, taskDefinition, props.vpcSubnets), taskDefinition.taskRole);
  }

  /** Lets services come after the end of the task. */
  before(...services: ecs.BaseService[]): void {
    checkGiven('MigrationTask.before', { services }, this);
    for (const service of services) service.node.defaultChild?.node.addDependency(this.run);
  }

  private handler(id: string, handler: string): lambda.Function {
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.NODEJS_22_X, handler, code: lambda.Code.fromInline(migrationHandler), timeout: Duration.minutes(1), description: this.node.path,
      logGroup: new logs.LogGroup(this, `${id}Logs`, { retention: logs.RetentionDays.ONE_MONTH }),
    });
  }

  /** What `ecs:RunTask` takes. */
  private request(): object {
    const { launchType, strategy, network } = this._launch;
    return {
      cluster: this.cluster.clusterName, taskDefinition: this.taskDefinition.taskDefinitionArn, launchType, capacityProviderStrategy: strategy,
      networkConfiguration: network && { awsvpcConfiguration: network },
    };
  }
}

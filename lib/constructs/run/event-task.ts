import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { misuse } from '../misuse';
import { checkProps } from '../options/check';
import { allowing, trusting } from '../role/role-options';
import { SchedulerRole } from '../role/scheduler-role';
import { neededFirst } from '../task/needed-first';
import { BatchTask } from './batch-task';
import { retryPolicyOf, type StartedTaskProps } from './started-task';

/** A task that runs to its end when something happens. */
export interface EventTaskProps extends StartedTaskProps {
  /** The events that start it, each a run of its own: `{ source: ['aws.s3'], detailType: ['Object Created'] }`. */
  readonly on: events.EventPattern;
  /**
   * The bus on which the events are.
   * @default - the default bus of the account, on which services of AWS tell what happened
   */
  readonly eventBus?: events.IEventBus;
  /**
   * Environment variables of the run, with what the event says: `{ KEY: events.EventField.fromPath('$.detail.object.key') }`.
   * @default - those of the container
   */
  readonly environment?: { [name: string]: string };
}

/**
 * Runs a task when something happens, by a rule of EventBridge.
 *
 * @example
 * new EventTask(stack, 'Thumbnail', {
 *   cluster, container: { image: './thumbnail' },
 *   on: { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [pictures.bucketName] } } },
 *   environment: { KEY: events.EventField.fromPath('$.detail.object.key') },
 * });
 */
export class EventTask extends BatchTask {
  /** The rule, for further patterns and targets. */
  readonly rule: events.Rule;
  /** The role with which EventBridge starts the task. */
  readonly schedulerRole: SchedulerRole;

  constructor(scope: Construct, id: string, props: EventTaskProps) {
    checkProps(scope, id, 'EventTaskProps', props, new.target === EventTask);
    super(scope, id, props);
    const { cluster, taskDefinition } = this, { on, eventBus, deadLetterQueue, enabled } = props;
    if (Object.keys(on).length === 0) throw misuse(this, "on is empty, and would start the task at every event of the bus. Say which, as { source: ['aws.s3'], detailType: ['Object Created'] }.");
    // By the account: the rule by its ARN would bring a queue of another stack back to this one.
    deadLetterQueue?.addToResourcePolicy(new iam.PolicyStatement({
      principals: [trusting('events.amazonaws.com')], actions: allowing('deadLetter', [deadLetterQueue.queueArn]).actions, resources: [deadLetterQueue.queueArn],
    }));
    // A key lets in who its policy names, and a service of AWS is nobody's role.
    deadLetterQueue?.encryptionMasterKey?.addToResourcePolicy(new iam.PolicyStatement({ principals: [trusting('events.amazonaws.com')], actions: allowing('deadLetterKey', ['*']).actions, resources: ['*'] }));
    this.schedulerRole = new SchedulerRole(this, 'SchedulerRole', { cluster, taskDefinitions: [taskDefinition], forRules: true });
    this.rule = new events.Rule(this, 'Rule', { eventPattern: on, eventBus, enabled, targets: [{ bind: () => this.target(props) }] });
    this.rule.node.addDependency(this.schedulerRole, ...neededFirst(cluster, taskDefinition, props.vpcSubnets));
  }

  private target(props: EventTaskProps): events.RuleTargetConfig {
    const { taskCount, deadLetterQueue, environment } = props, { launchType, strategy, network } = this._launch;
    return {
      arn: this.cluster.clusterArn,
      role: this.schedulerRole,
      deadLetterConfig: deadLetterQueue && { arn: deadLetterQueue.queueArn },
      retryPolicy: retryPolicyOf(this.node.path, props),
      ecsParameters: {
        taskDefinitionArn: this.taskDefinition.taskDefinitionArn, taskCount, launchType, capacityProviderStrategy: strategy,
        networkConfiguration: network && { awsVpcConfiguration: network },
      },
      input: environment && this.overriding(environment),
    };
  }

  private overriding(environment: { [name: string]: string }): events.RuleTargetInput {
    if (!this.container) throw misuse(this, 'environment is for a container, and its task definition has none. Add one to it first.');
    return events.RuleTargetInput.fromObject({
      containerOverrides: [{ name: this.container.containerName, environment: Object.entries(environment).map(([name, value]) => ({ name, value })) }],
    });
  }
}

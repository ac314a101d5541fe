import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { CapacityChoice } from '../capacity/capacity-strategy';
import { misuse } from '../misuse';
import { checkGiven, checkProps } from '../options/check';
import { allowing, passing } from '../role/role-options';
import { ec2Strategy, fargateStrategy, isOfInstances, runsOnManagedInstances } from '../service/service-capacity';
import { logGroupOf } from '../task/log-group';
import { fargateTaskOf, type FargateTaskOptions } from '../task/fargate-task';
import { instanceTaskOf } from '../task/instance-task';
import { attachStorage } from '../task/task-options';

/** A task that runs to its end. */
export interface BatchTaskProps extends FargateTaskOptions {
  /** The cluster in which it runs. */
  readonly cluster: ecs.ICluster;
  /**
   * The capacity that takes it. With container instances of the cluster's own `cpu` and `memory` are those of the container, and `ephemeralStorageGiB` has nothing to say.
   * @default - the cluster's default capacity if that is Fargate, else Fargate
   */
  readonly capacity?: CapacityChoice[];
  /**
   * The subnets in which it runs, where it has a network interface of its own (`awsvpc`), as on Fargate.
   * @default - the private subnets of the cluster's VPC, or its public ones where it has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;
  /**
   * The security groups that it has, where it has a network interface of its own (`awsvpc`).
   * @default - one that lets nobody in, and everything out
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /**
   * Whether it gets a public address. In a public subnet it reaches registries and AWS's own services in no other way.
   * @default - true on Fargate where the subnets are public, else false
   */
  readonly assignPublicIp?: boolean;
}

/** Where the network interface of a task stands, as ECS and EventBridge take it. */
interface TaskNetwork {
  readonly subnets: string[];
  readonly securityGroups: string[];
  readonly assignPublicIp: string;
}

/** What can be said of one run in a state machine. */
export interface BatchStepOptions {
  /**
   * Environment variables that the main container gets in this run, also from the state: `{ PICTURE: sfn.JsonPath.stringAt('$.picture') }`.
   * @default - those of the task definition
   */
  readonly environment?: { [name: string]: string };
  /**
   * What the containers get in this run: commands and variables, also from the state.
   * @default - what the task definition says
   */
  readonly containerOverrides?: tasks.ContainerOverride[];
  /**
   * Whether the state machine waits for the end of the task.
   * @default sfn.IntegrationPattern.RUN_JOB - it does
   */
  readonly integrationPattern?: sfn.IntegrationPattern;
  /**
   * What the state hands on.
   * @default - what ECS tells of the task
   */
  readonly resultPath?: string;
}

/**
 * A task that runs to its end when somebody asks for it: a state machine, a program, or you with `runCommand`.
 *
 * @example
 * const report = new BatchTask(stack, 'Report', { cluster, cpu: '1 vCPU', container: { image: './report' } });
 * new sfn.StateMachine(stack, 'Monthly', { definitionBody: sfn.DefinitionBody.fromChainable(report.step('Run')) });
 */
export class BatchTask extends Construct implements ec2.IConnectable {
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: ecs.TaskDefinition;
  /** Its security groups: those of the container instances, where it shares their network. */
  readonly connections: ec2.Connections;
  /** The container that does the work. */
  readonly container?: ecs.ContainerDefinition;
  /** Where the container writes its logs; undefined where they go elsewhere. */
  readonly logGroup?: logs.ILogGroup;
  private readonly strategy?: ecs.CapacityProviderStrategy[];
  private readonly onFargate: boolean;

  constructor(scope: Construct, id: string, private readonly props: BatchTaskProps) {
    checkProps(scope, id, 'BatchTaskProps', props, new.target === BatchTask);
    super(scope, id);
    const { cluster, capacity } = props, { path } = this.node, onInstances = props.taskDefinition ? !props.taskDefinition.isFargateCompatible : isOfInstances(path, cluster, capacity);
    const stray = onInstances ? (['ephemeralStorageGiB', 'assignPublicIp'] as const).find(property => props[property] !== undefined) : undefined;
    if (stray) throw misuse(this, `${stray} is for tasks on Fargate, and this one runs on container instances. Leave it out.`);
    this.cluster = cluster;
    this.strategy = onInstances ? ec2Strategy(path, cluster, capacity) : fargateStrategy(path, cluster, capacity);
    this.onFargate = !onInstances && !runsOnManagedInstances(cluster, this.strategy);
    this.taskDefinition = onInstances ? instanceTaskOf(this, '', props) : fargateTaskOf(this, '', props, !this.onFargate);
    this.connections = new ec2.Connections({ securityGroups: this.hasInterface ? props.securityGroups ?? [new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: cluster.vpc, description: path })] : this.ofInstances() });
    this.container = this.taskDefinition.defaultContainer;
    this.logGroup = this.container && logGroupOf(this.container);
    attachStorage(this, props);
  }

  /** The command by which somebody with the permissions of `grantRun` starts it. To show it after a deployment make a `CfnOutput` of it. */
  get runCommand(): string {
    const { subnets, securityGroups, assignPublicIp } = this.network;
    const strategy = this.strategy?.map(({ capacityProvider, base = 0, weight = 1 }) => `capacityProvider=${capacityProvider},base=${base},weight=${weight}`);
    return [
      `aws ecs run-task --cluster ${this.cluster.clusterName} --task-definition ${this.taskDefinition.taskDefinitionArn}`,
      strategy ? `--capacity-provider-strategy ${strategy.join(' ')}` : `--launch-type ${this.launchType}`,
      ...(this.hasInterface ? [`--network-configuration 'awsvpcConfiguration={subnets=[${subnets.join(',')}],securityGroups=[${securityGroups.join(',')}],assignPublicIp=${assignPublicIp}}'`] : []),
    ].join(' ');
  }

  /** Lets somebody start it, and hand it its roles. */
  grantRun(grantee: iam.IGrantable): void {
    checkGiven('BatchTask.grantRun', { grantee }, this);
    const { taskDefinition, cluster } = this;
    for (const statement of [
      allowing('runTask', [taskDefinition.taskDefinitionArn], { ArnEquals: { 'ecs:cluster': cluster.clusterArn } }),
      ...passing([taskDefinition.obtainExecutionRole(), taskDefinition.taskRole], 'ecs-tasks.amazonaws.com'),
    ]) grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }

  /** A step of a state machine that runs it, and waits for its end. */
  step(id: string, options: BatchStepOptions = {}): tasks.EcsRunTask {
    checkGiven('BatchTask.step', { id, options }, this);
    const { environment, containerOverrides = [], ...rest } = options, capacityProviderOptions = this.strategy && tasks.CapacityProviderOptions.custom(this.strategy);
    return new tasks.EcsRunTask(this, id, {
      integrationPattern: sfn.IntegrationPattern.RUN_JOB, ...rest,
      containerOverrides: environment ? [this.withVariables(environment), ...containerOverrides] : options.containerOverrides,
      cluster: this.cluster, taskDefinition: this.taskDefinition,
      launchTarget: this.taskDefinition.isFargateCompatible
        ? new tasks.EcsFargateLaunchTarget({ platformVersion: ecs.FargatePlatformVersion.LATEST, capacityProviderOptions })
        : new tasks.EcsEc2LaunchTarget({ capacityProviderOptions }),
      ...(this.hasInterface ? { subnets: this.subnetSelection, securityGroups: this.connections.securityGroups, assignPublicIp: this.network.assignPublicIp === 'ENABLED' } : {}),
    });
  }

  /**
   * Where it runs, for whoever starts it, in the words of ECS.
   * @internal
   */
  get _launch(): { launchType?: string; strategy?: ecs.CapacityProviderStrategy[]; network?: TaskNetwork } {
    return { ...(this.strategy ? { strategy: this.strategy } : { launchType: this.launchType }), ...(this.hasInterface ? { network: this.network } : {}) };
  }

  /** Those of another stack stand here as imported ones, so that rules for this task are in the stack of this task. */
  private ofInstances(): ec2.ISecurityGroup[] {
    return this.cluster.connections.securityGroups.map((group, i) => (
      Stack.of(group) === Stack.of(this) ? group : ec2.SecurityGroup.fromSecurityGroupId(this, `InstanceSecurityGroup${i + 1}`, group.securityGroupId)
    ));
  }

  private withVariables(environment: { [name: string]: string }): tasks.ContainerOverride {
    if (!this.container) throw misuse(this, 'it has no container yet that could get environment. Add one to its task definition first.');
    return { containerDefinition: this.container, environment: Object.entries(environment).map(([name, value]) => ({ name, value })) };
  }

  private get hasInterface(): boolean {
    return this.taskDefinition.networkMode === ecs.NetworkMode.AWS_VPC;
  }

  private get launchType(): string {
    return this.taskDefinition.isFargateCompatible ? ecs.LaunchType.FARGATE : ecs.LaunchType.EC2;
  }

  private get subnetSelection(): ec2.SubnetSelection {
    return { subnets: this.cluster.vpc.selectSubnets(this.props.vpcSubnets).subnets };
  }

  private get network(): TaskNetwork {
    const { subnetIds, hasPublic } = this.cluster.vpc.selectSubnets(this.props.vpcSubnets), { assignPublicIp = this.onFargate && hasPublic } = this.props;
    return { subnets: subnetIds, securityGroups: this.connections.securityGroups.map(({ securityGroupId }) => securityGroupId), assignPublicIp: assignPublicIp ? 'ENABLED' : 'DISABLED' };
  }
}

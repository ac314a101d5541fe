import type { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { durationOf } from '../durations';
import { misuse } from '../misuse';
import { checkGiven } from '../options/check';
import type { Balancing, NetworkBalancing } from '../load-balancing/targets';

/** What all deployments by ECS have in common. */
export interface DeploymentOptions {
  /**
   * Alarms that end a deployment and roll it back.
   * @default - none
   */
  readonly alarms?: cloudwatch.IAlarm[];
  /**
   * Whether ECS ends a deployment of which the tasks do not start or stay unhealthy, and rolls it back. Without it such a deployment may go on for hours.
   * @default true
   */
  readonly circuitBreaker?: boolean;
}

/** An update of some tasks at a time. */
export interface RollingOptions extends DeploymentOptions {
  /**
   * The fewest tasks that run meanwhile, in percent of the desired count.
   * @default 100
   * @range a whole number from 0 to 100
   */
  readonly minHealthyPercent?: number;
  /**
   * The most tasks that there are meanwhile, in percent of the desired count.
   * @default 200
   * @range a whole number from 100
   */
  readonly maxHealthyPercent?: number;
}

/** An update with all tasks twice. The traffic goes from the old ones to the new ones, and back if something is wrong. With a Network Load Balancer ECS waits ten minutes more at each move of the traffic. */
export interface BlueGreenOptions extends DeploymentOptions {
  /**
   * How long the old tasks are kept once all traffic goes to the new ones.
   * @default '5 minutes'
   */
  readonly bakeTime?: Duration | string;
  /**
   * A port of the load balancer on which the new tasks can be tried out before.
   * @default - none
   * @range a whole number from 1 to 65535
   */
  readonly testPort?: number;
  /**
   * What is called on the way, and may stop it.
   * @default - nothing
   */
  readonly hooks?: ecs.IDeploymentLifecycleHookTarget[];
}

/** An update that first gives a part of the traffic to the new tasks, and then the rest. */
export interface CanaryOptions extends BlueGreenOptions {
  /**
   * The part that goes first, in percent.
   * @default 5
   * @range a number from 0.1 to 100
   */
  readonly percent?: number;
  /**
   * How long only that part goes to the new tasks.
   * @default '10 minutes'
   */
  readonly wait?: Duration | string;
}

/** An update that gives the traffic to the new tasks in equal steps. */
export interface LinearOptions extends BlueGreenOptions {
  /**
   * How much goes at each step, in percent.
   * @default 10
   * @range a number from 3 to 100
   */
  readonly percent?: number;
  /**
   * How long between two steps.
   * @default '6 minutes'
   */
  readonly wait?: Duration | string;
}

/** An update by AWS CodeDeploy. */
export interface CodeDeployOptions {
  /**
   * How the traffic goes from the old tasks to the new ones.
   * @default codedeploy.EcsDeploymentConfig.ALL_AT_ONCE
   */
  readonly config?: codedeploy.IEcsDeploymentConfig;
  /**
   * A port of the load balancer on which the new tasks can be tried out before.
   * @default - none
   * @range a whole number from 1 to 65535
   */
  readonly testPort?: number;
  /**
   * How long the old tasks are kept.
   * @default '5 minutes'
   */
  readonly bakeTime?: Duration | string;
  /**
   * Alarms that end a deployment and roll it back.
   * @default - none
   */
  readonly alarms?: cloudwatch.IAlarm[];
}

/** What decides how traffic goes from one target group to the other. */
export interface Shift {
  readonly by: 'ECS' | 'CodeDeploy';
  readonly testPort?: number;
}

/** How an update of a service goes. */
export class Deployment {
  /** Some tasks at a time, of which by default there are never fewer than wanted. */
  static rolling(options: RollingOptions = {}): Deployment {
    checkGiven('Deployment.rolling', { options });
    const { minHealthyPercent, maxHealthyPercent, ...rest } = options;
    return new Deployment(() => ({ minHealthyPercent, maxHealthyPercent, ...common(rest) }));
  }

  /** All new tasks beside the old ones, then all traffic at once. It takes capacity for all tasks twice. */
  static blueGreen(options: BlueGreenOptions = {}): Deployment {
    checkGiven('Deployment.blueGreen', { options });
    return new Deployment(path => shifting(path, ecs.DeploymentStrategy.BLUE_GREEN, options), { by: 'ECS', testPort: options.testPort });
  }

  /** All new tasks beside the old ones, then a part of the traffic, then the rest. It takes capacity for all tasks twice. */
  static canary(options: CanaryOptions = {}): Deployment {
    checkGiven('Deployment.canary', { options });
    return new Deployment(path => ({ ...shifting(path, ecs.DeploymentStrategy.CANARY, options), canaryConfiguration: stepOf(path, options, 5, '10 minutes') }), { by: 'ECS', testPort: options.testPort });
  }

  /** All new tasks beside the old ones, then the traffic in equal steps. It takes capacity for all tasks twice. */
  static linear(options: LinearOptions = {}): Deployment {
    checkGiven('Deployment.linear', { options });
    return new Deployment(path => ({ ...shifting(path, ecs.DeploymentStrategy.LINEAR, options), linearConfiguration: stepOf(path, options, 10, '6 minutes') }), { by: 'ECS', testPort: options.testPort });
  }

  /** By AWS CodeDeploy, which takes the task definition that it is given: a deployment by CloudFormation does not change which one runs. */
  static codeDeploy(options: CodeDeployOptions = {}): Deployment {
    checkGiven('Deployment.codeDeploy', { options });
    return new Deployment(
      () => ({ deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY } }), { by: 'CodeDeploy', testPort: options.testPort },
      (service, balancing) => deploymentGroup(service, balancing, options),
    );
  }

  private constructor(
    private readonly props: (path: string) => Partial<ecs.BaseServiceOptions>, private readonly shift?: Shift,
    private readonly group?: (service: ecs.BaseService, balancing: Balancing | NetworkBalancing | undefined) => codedeploy.EcsDeploymentGroup,
  ) {}

  /**
   * What the L2 has to be told.
   * @internal
   */
  _props(path: string): Partial<ecs.BaseServiceOptions> {
    return this.props(path);
  }

  /**
   * Who moves traffic between two target groups; undefined where there is but one.
   * @internal
   */
  get _shift(): Shift | undefined {
    return this.shift;
  }

  /**
   * Makes what deploys the service, where that is not ECS.
   * @internal
   */
  _deployerOf(service: ecs.BaseService, balancing: Balancing | NetworkBalancing | undefined): codedeploy.EcsDeploymentGroup | undefined {
    return this.group?.(service, balancing);
  }
}

function common({ alarms = [], circuitBreaker = true }: DeploymentOptions): Partial<ecs.BaseServiceOptions> {
  return {
    circuitBreaker: circuitBreaker ? { enable: true, rollback: true } : { enable: false },
    ...(alarms.length > 0 ? { deploymentAlarms: { alarmNames: alarms.map(({ alarmName }) => alarmName), behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM } } : {}),
  };
}

function shifting(path: string, deploymentStrategy: ecs.DeploymentStrategy, { bakeTime = '5 minutes', hooks, ...rest }: BlueGreenOptions): Partial<ecs.BaseServiceOptions> {
  return { ...common(rest), deploymentStrategy, bakeTime: durationOf(path, 'deployment.bakeTime', bakeTime), lifecycleHooks: hooks?.map(calledAfterItsPolicy) };
}

function stepOf(path: string, { percent, wait }: CanaryOptions | LinearOptions, usualPercent: number, usualWait: string): ecs.TrafficShiftConfig {
  return { stepPercent: percent ?? usualPercent, stepBakeTime: durationOf(path, 'deployment.wait', wait ?? usualWait) };
}

function deploymentGroup(service: ecs.BaseService, balancing: Balancing | NetworkBalancing | undefined, { config, bakeTime = '5 minutes', alarms }: CodeDeployOptions): codedeploy.EcsDeploymentGroup {
  if (!balancing?.alternateTargets) throw misuse(service, 'CodeDeploy moves the traffic of a load balancer between two target groups, and the service has none. Give loadBalancer: {} or networkLoadBalancer: {}.');
  return new codedeploy.EcsDeploymentGroup(service, 'DeploymentGroup', {
    service, alarms, deploymentConfig: config,
    blueGreenDeploymentConfig: {
      listener: balancing.listener, testListener: balancing.testListener, blueTargetGroup: balancing.targets, greenTargetGroup: balancing.alternateTargets,
      terminationWaitTime: durationOf(service.node.path, 'deployment.bakeTime', bakeTime),
    },
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: alarms !== undefined && alarms.length > 0 },
  });
}

/** The L2 makes the role of a hook when the template is written, and the service would not wait for its policy: ECS calls hooks in the first deployment too. */
function calledAfterItsPolicy(hook: ecs.IDeploymentLifecycleHookTarget): ecs.IDeploymentLifecycleHookTarget {
  return {
    bind(service) {
      const config = hook.bind(service), policies = config.role?.node.findAll().filter(child => child instanceof iam.CfnPolicy) ?? [];
      for (const policy of policies) (service.node.defaultChild as ecs.CfnService).addResourceDependency(policy);
      return config;
    },
  };
}

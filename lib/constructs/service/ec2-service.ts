import type * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { takenBy } from '../capacity/cluster';
import type { LoadBalancerOptions } from '../load-balancing/application';
import type { Balancing, NetworkBalancing } from '../load-balancing/targets';
import { pathOf } from '../misuse';
import { checkProps } from '../options/check';
import { instanceTaskOf, type InstanceTaskOptions } from '../task/instance-task';
import { complete, expose, urlOf } from './complete';
import { link, type Linkable, type LinkOptions } from './link';
import { constraintsOf, strategiesOf } from './placement';
import { ec2Strategy } from './service-capacity';
import type { IBalancedServiceParts } from './service-parts';
import { withDefaults, type ServiceOptions } from './service-options';

/** A service on container instances. */
export interface Ec2ServiceProps extends ServiceOptions, InstanceTaskOptions {
  /**
   * Instances that tasks may run on: an expression of the cluster query language, as `attribute:ecs.instance-type =~ m7g.*`, which is read at once, or CDK's own type.
   * @default - any
   */
  readonly placementConstraints?: (string | ecs.PlacementConstraint)[];
  /**
   * Instances that tasks prefer, the most important wish first: `'spread:attribute:ecs.availability-zone'`, `'spread:instanceId'`, `'binpack:memory'`, `'binpack:cpu'`, `'random'`, or CDK's own type.
   * @default - ECS spreads them over zones
   */
  readonly placementStrategies?: (string | ecs.PlacementStrategy)[];
}

/**
 * Keeps tasks running on the container instances of a cluster. For one task on each of them there is `DaemonService`.
 *
 * @example
 * new Ec2Service(stack, 'Worker', { cluster, memory: 900, container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sleep', '3600'] } });
 */
export class Ec2Service extends ecs.Ec2Service implements IBalancedServiceParts {
  readonly container?: ecs.ContainerDefinition;
  readonly logGroup?: logs.ILogGroup;
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  readonly listener?: elbv2.IApplicationListener;
  readonly testListener?: elbv2.IApplicationListener;
  readonly targets?: elbv2.ApplicationTargetGroup;
  readonly alternateTargets?: elbv2.ApplicationTargetGroup;
  readonly network?: NetworkBalancing;
  readonly deploymentGroup?: codedeploy.EcsDeploymentGroup;
  readonly scaling?: ecs.ScalableTaskCount;

  constructor(scope: Construct, id: string, props: Ec2ServiceProps) {
    checkProps(scope, id, 'Ec2ServiceProps', props, new.target === Ec2Service);
    super(scope, id, l2Props(scope, id, { ...props, cluster: takenBy(scope, id, props.cluster) }));
    Object.assign(this, complete(this, props));
  }

  /** The URL by which users call it, where it has an Application Load Balancer. */
  get url(): string {
    return urlOf(this);
  }

  /** Puts another of its ports behind a load balancer. */
  expose(id: string, options: LoadBalancerOptions): Balancing {
    return expose(this, id, options);
  }

  /** Lets its code use a queue, a table, a bucket, a topic, a secret, a database or another service: permission, environment variables and security groups in one. */
  link(target: Linkable, options: LinkOptions = {}): Ec2Service {
    link(this, target, options);
    return this;
  }
}

function l2Props(scope: Construct, id: string, props: Ec2ServiceProps): ecs.Ec2ServiceProps {
  const { cluster, capacity } = props, path = pathOf(scope, id);
  return {
    ...withDefaults(path, props),
    taskDefinition: instanceTaskOf(scope, id, props),
    placementConstraints: constraintsOf(path, props.placementConstraints),
    placementStrategies: strategiesOf(path, props.placementStrategies),
    capacityProviderStrategies: props.capacityProviderStrategies ?? ec2Strategy(path, cluster, capacity),
  };
}

import type * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { NetworkBalancing } from '../load-balancing/targets';

/** What was made for any service, beside what the L2 knows of. Each service declares these for itself: its one base class is the L2's. */
export interface IServiceParts {
  /** The container that does the work. */
  readonly container?: ecs.ContainerDefinition;
  /** Where the container writes its logs; undefined where they go elsewhere. */
  readonly logGroup?: logs.ILogGroup;
}

/** What was made for a service that load balancers and scaling are for. */
export interface IBalancedServiceParts extends IServiceParts {
  /** The load balancer that sends it requests; undefined where there is none, or where only a listener was given. */
  readonly loadBalancer?: elbv2.IApplicationLoadBalancer;
  /** The listener that sends it requests. */
  readonly listener?: elbv2.IApplicationListener;
  /** The listener where the new tasks of a deployment can be tried out. */
  readonly testListener?: elbv2.IApplicationListener;
  /** The target group with its tasks. */
  readonly targets?: elbv2.ApplicationTargetGroup;
  /** The one between which and `targets` deployments move the traffic. */
  readonly alternateTargets?: elbv2.ApplicationTargetGroup;
  /** The Network Load Balancer, with its listener and its target group. */
  readonly network?: NetworkBalancing;
  /** What deploys it where CodeDeploy does. */
  readonly deploymentGroup?: codedeploy.EcsDeploymentGroup;
  /** What scales it, for further targets and schedules. */
  readonly scaling?: ecs.ScalableTaskCount;
}

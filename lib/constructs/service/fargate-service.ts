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
import { fargateTaskOf, type FargateTaskOptions } from '../task/fargate-task';
import { complete, expose, urlOf } from './complete';
import { link, type Linkable, type LinkOptions } from './link';
import { fargateStrategy, runsOnManagedInstances } from './service-capacity';
import type { IBalancedServiceParts } from './service-parts';
import { withDefaults, type ServiceOptions } from './service-options';

/** A service on Fargate. */
export interface FargateServiceProps extends ServiceOptions, FargateTaskOptions {
  /**
   * Whether tasks get public addresses. In a public subnet they reach registries and AWS's own services in no other way.
   * @default - true where the subnets of the tasks are public, else false
   */
  readonly assignPublicIp?: boolean;
  /**
   * The version of Fargate.
   * @default ecs.FargatePlatformVersion.LATEST
   */
  readonly platformVersion?: ecs.FargatePlatformVersion;
}

/**
 * Keeps tasks running on Fargate.
 *
 * @example
 * new FargateService(stack, 'Shop', {
 *   cluster, cpu: '0.5 vCPU', memory: '1 GB', container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 }, loadBalancer: {},
 * });
 */
export class FargateService extends ecs.FargateService implements IBalancedServiceParts {
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

  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    checkProps(scope, id, 'FargateServiceProps', props, new.target === FargateService);
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
  link(target: Linkable, options: LinkOptions = {}): FargateService {
    link(this, target, options);
    return this;
  }
}

function l2Props(scope: Construct, id: string, props: FargateServiceProps): ecs.FargateServiceProps {
  const { cluster, capacity, vpcSubnets } = props, path = pathOf(scope, id);
  const capacityProviderStrategies = props.capacityProviderStrategies ?? fargateStrategy(path, cluster, capacity);
  const onManagedInstances = runsOnManagedInstances(cluster, capacityProviderStrategies);
  return {
    ...withDefaults(path, props),
    taskDefinition: fargateTaskOf(scope, id, props, onManagedInstances),
    capacityProviderStrategies,
    // Only Fargate gives public addresses to tasks.
    assignPublicIp: props.assignPublicIp ?? (!onManagedInstances && cluster.vpc.selectSubnets(vpcSubnets).hasPublic),
    platformVersion: props.platformVersion,
  };
}

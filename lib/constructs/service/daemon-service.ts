import { Annotations } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { takenBy } from '../capacity/cluster';
import { misuse, pathOf } from '../misuse';
import { checkProps } from '../options/check';
import { instanceTaskOf, type InstanceTaskOptions } from '../task/instance-task';
import { complete } from './complete';
import { link, type Linkable, type LinkOptions } from './link';
import { constraintsOf } from './placement';
import type { IServiceParts } from './service-parts';
import { withDefaults } from './service-options';

/** One task on each container instance. */
export interface DaemonServiceProps extends ecs.BaseServiceOptions, InstanceTaskOptions {
  /**
   * Instances that get a task: an expression of the cluster query language, which is read at once, or CDK's own type.
   * @default - all
   */
  readonly placementConstraints?: (string | ecs.PlacementConstraint)[];
  /**
   * The subnets of its tasks, where tasks have network interfaces of their own (`awsvpc`).
   * @default - the private subnets of the cluster's VPC, or its public ones where it has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;
  /**
   * The security groups of its tasks, where tasks have network interfaces of their own (`awsvpc`).
   * @default - one that lets nobody in, and everything out
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
}

/** Options of services that have nothing to say where each instance has one task, whichever capacity provider brought it. */
const idle = ['desiredCount', 'capacityProviderStrategies', 'deploymentStrategy', 'bakeTime', 'linearConfiguration', 'canaryConfiguration'] as const;

/**
 * Keeps one task running on every container instance of a cluster, whichever capacity provider brought it. An update stops the old task of an instance before it starts the new one, so that a port of the
 * instance can be taken over.
 *
 * @example
 * new DaemonService(stack, 'Agent', { cluster, memory: 128, container: { image: 'public.ecr.aws/datadog/agent:7' } });
 */
export class DaemonService extends ecs.Ec2Service implements IServiceParts {
  readonly container?: ecs.ContainerDefinition;
  readonly logGroup?: logs.ILogGroup;

  constructor(scope: Construct, id: string, props: DaemonServiceProps) {
    checkProps(scope, id, 'DaemonServiceProps', props, new.target === DaemonService);
    super(scope, id, l2Props(scope, id, { ...props, cluster: takenBy(scope, id, props.cluster) }));
    ({ container: this.container, logGroup: this.logGroup } = complete(this, props));
    // Instances may come later, and a daemon without any is deployed as well.
    this.node.addValidation({ validate: () => {
      if (!this.cluster.hasEc2Capacity) Annotations.of(this).addWarningV2('Drydock:noInstances', `${this.node.path} runs on container instances, and ${this.cluster.node.path} has none. Give the cluster some, as capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] })].`);
      return [];
    } });
  }

  /** Lets its code use a queue, a table, a bucket, a topic, a secret, a database or a service: permission, environment variables and security groups in one. */
  link(target: Linkable, options: LinkOptions = {}): DaemonService {
    link(this, target, options);
    return this;
  }
}

function l2Props(scope: Construct, id: string, props: DaemonServiceProps): ecs.Ec2ServiceProps {
  const path = pathOf(scope, id), given = idle.find(property => props[property] !== undefined);
  if (given) throw misuse(path, `a daemon runs one task on every container instance, whichever capacity provider brought it, so that ${given} has nothing to say. Leave it out.`);
  return {
    ...withDefaults(path, { ...props, minHealthyPercent: props.minHealthyPercent ?? 0, maxHealthyPercent: props.maxHealthyPercent ?? 100 }),
    taskDefinition: instanceTaskOf(scope, id, props),
    placementConstraints: constraintsOf(path, props.placementConstraints),
    daemon: true,
  };
}

import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { takenBy } from '../capacity/cluster';
import { misuse, pathOf } from '../misuse';
import { checkProps } from '../options/check';
import { instanceTaskOf, type InstanceTaskOptions } from '../task/instance-task';
import { complete } from './complete';
import { link, type Linkable, type LinkOptions } from './link';
import type { IServiceParts } from './service-parts';
import { withDefaults } from './service-options';

/** A service on instances outside of AWS. */
export interface ExternalServiceProps extends ecs.BaseServiceOptions, InstanceTaskOptions {
  /**
   * Runs one task on each instance, in place of a number of tasks.
   * @default false
   */
  readonly daemon?: boolean;
}

/** What ECS does not do outside of AWS. */
const absent = ['capacityProviderStrategies', 'cloudMapOptions', 'serviceConnectConfiguration', 'volumeConfigurations', 'healthCheckGracePeriod', 'deploymentStrategy'] as const;

/**
 * Keeps tasks running on instances outside of AWS, which are registered with the cluster (ECS Anywhere). They have no load balancer, no scaling and no discovery of ECS's.
 *
 * @example
 * new ExternalService(stack, 'Till', { cluster, desiredCount: 2, memory: 256, container: { image: './till' } });
 */
export class ExternalService extends ecs.ExternalService implements IServiceParts {
  readonly container?: ecs.ContainerDefinition;
  readonly logGroup?: logs.ILogGroup;

  constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    checkProps(scope, id, 'ExternalServiceProps', props, new.target === ExternalService);
    super(scope, id, l2Props(scope, id, { ...props, cluster: takenBy(scope, id, props.cluster) }));
    ({ container: this.container, logGroup: this.logGroup } = complete(this, props));
  }

  /** Lets its code use a queue, a table, a bucket, a topic or a secret: permission and environment variables in one. */
  link(target: Linkable, options: LinkOptions = {}): ExternalService {
    link(this, target, options);
    return this;
  }
}

function l2Props(scope: Construct, id: string, props: ExternalServiceProps): ecs.ExternalServiceProps {
  const path = pathOf(scope, id), given = absent.find(property => props[property] !== undefined), { daemon } = props;
  if (given) throw misuse(path, `outside of AWS there is no ${given}. Leave it out.`);
  if (daemon && props.desiredCount !== undefined) throw misuse(path, 'a daemon runs one task on every instance, so that desiredCount has nothing to say. Leave it out.');
  const percents = daemon ? { minHealthyPercent: props.minHealthyPercent ?? 0, maxHealthyPercent: props.maxHealthyPercent ?? 100 } : {};
  return { ...withDefaults(path, { ...props, ...percents }), taskDefinition: instanceTaskOf(scope, id, props, true), daemon };
}

import { known, type Value } from '../../core/value';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { namedOf, type Named } from '../noun';
import type { Role } from '../role';
import { readContainer, type Container } from '../task-definition/container';

/** `AWS::ECS::ExpressGatewayService`: a service on Fargate for which ECS makes the task definition, the load balancer and the scaling. */
export interface ExpressService extends Named {
  readonly container: Container;
  readonly executionRole: Value<Role>;
  readonly taskRole: Value<Role>;
  /** With which ECS makes what is around the service. */
  readonly infrastructureRole: Value<Role>;
}

export function readExpressService(resource: Resource, roles: Lookup<Role>): ExpressService {
  const { properties } = resource, primary = properties.get('PrimaryContainer'), logs = primary.get('AwsLogsConfiguration'), { at } = logs;
  const container = { ...readContainer(primary), name: known('PrimaryContainer', primary.at) }, role = (key: string): Value<Role> => roles.find(properties.get(key).text());
  return {
    container: logs.given === 'no' ? container : { ...container, logDriver: known('awslogs', at), logOptions: known(new Map([['awslogs-group', logs.get('LogGroup').text()]]), at) },
    executionRole: role('ExecutionRoleArn'),
    taskRole: role('TaskRoleArn'),
    infrastructureRole: role('InfrastructureRoleArn'),
    ...namedOf(resource, 'ServiceName'),
  };
}

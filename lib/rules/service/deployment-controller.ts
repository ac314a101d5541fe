import { onceFor } from '../../core/once-for';
import { ifKnown } from '../../core/value';
import type { ResourceRef } from '../../finding/finding';
import { inUse } from '../../model/in-use';
import type { Model, Resource } from '../../model/model';
import { nameOf } from '../at-path';
import { defineRule } from '../rule';

/** What a service may say of its deployments depends on who deploys it. */
export const deploymentController = defineRule({
  id: 'deployment-controller',
  title: 'The service does not go with its deployment controller',
  severity: 'error',
  phase: 'create',
  subject: 'service',
  explanation: 'ECS itself, CodeDeploy or a program of your own deploys a service. Circuit breaker, alarms, Service Connect, forced deployments and strategies other than the rolling one are ECS\'s own and refused with the other controllers. CodeDeploy moves traffic, for which the service needs a load balancer. With EXTERNAL the task definition and the load balancers belong to the task sets, which other services do not have.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  predicts: [
    'When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.', 'TaskDefinition must be blank.',
    'LoadBalancers must be empty or null.', 'TaskDefinition can not be blank.',
  ],
  facts: [],
  messages: {
    ecsOnly: ({ property, controller }: { property: string; controller: string }) => ({
      says: `The deployment controller is ${controller}, and ${property} is for services that ECS deploys.`,
      fix: `Take ${property} out, or the deployment controller.`,
      ecsSays: `It is not supported with the ${controller} deployment controller.`,
    }),
    noLoadBalancer: () => ({
      says: 'The deployment controller is CODE_DEPLOY, and the service has no load balancer whose traffic CodeDeploy could move.',
      fix: 'Give the service LoadBalancers, or take the deployment controller out.',
      ecsSays: 'When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.',
    }),
    ofTaskSet: ({ property }: { property: 'TaskDefinition' | 'LoadBalancers' }) => ({
      says: `The deployment controller is EXTERNAL, with which ${property} is given to the task sets.`,
      fix: `Move ${property} to the AWS::ECS::TaskSet.`,
      ecsSays: property === 'TaskDefinition' ? 'TaskDefinition must be blank.' : 'LoadBalancers must be empty or null.',
    }),
    taskSet: ({ service, controller }: { service: string; controller: string }) => ({
      says: `The task set is one of ${service}, whose deployment controller is ${controller}: ECS takes task sets of services with EXTERNAL alone.`,
      fix: `Take the task set out, or set DeploymentController of ${service} to EXTERNAL.`,
    }),
    noTaskDefinition: ({ controller }: { controller: string }) => ({
      says: `The deployment controller is ${controller}, and the service names no task definition.`,
      fix: 'Give it a TaskDefinition.',
      ecsSays: 'TaskDefinition can not be blank.',
    }),
  },
  check(service, say, model) {
    const controller = say.need(service.deploymentController), { properties, taskDefinition, loadBalancers } = service;
    if (controller === undefined) return;
    for (const set of controller === 'EXTERNAL' ? [] : taskSetsOf(service, model)) say.violated('taskSet', set, { service: service.id, controller });
    const given = properties.get('TaskDefinition').value();
    if (controller === 'EXTERNAL') {
      if (given.state !== 'absent') say.violated('ofTaskSet', taskDefinition, { property: 'TaskDefinition' });
      if (say.need(inUse(properties.get('LoadBalancers')))) say.violated('ofTaskSet', loadBalancers, { property: 'LoadBalancers' });
    } else if (given.state === 'absent') say.violated('noTaskDefinition', given, { controller });
    if (controller === 'CODE_DEPLOY' && (loadBalancers.state === 'absent' || say.need(loadBalancers)?.length === 0)) say.violated('noLoadBalancer', loadBalancers, undefined);
    if (controller === 'ECS') return;
    const deployment = properties.get('DeploymentConfiguration'), strategy = deployment.get('Strategy').text();
    for (const setting of ['DeploymentCircuitBreaker', 'Alarms'].map(name => deployment.get(name, 'Enable'))) {
      if (say.need(inUse(setting))) say.violated('ecsOnly', setting.value(), { property: nameOf(setting), controller });
    }
    for (const enabled of [service.serviceConnect.enabled, properties.get('ForceNewDeployment', 'EnableForceNewDeployment').flag()]) {
      if (say.need(enabled)) say.violated('ecsOnly', enabled, { property: nameOf(enabled), controller });
    }
    if (!['ROLLING', undefined].includes(ifKnown(strategy))) say.violated('ecsOnly', strategy, { property: nameOf(strategy), controller });
  },
});

const taskSetsIn = onceFor(({ resources }: Model) => resources.filter(({ type, exists }) => type === 'AWS::ECS::TaskSet' && exists.state === 'known'));

/** The task sets that are there for certain and name a service by reference. */
function taskSetsOf({ stack, id }: ResourceRef, model: Model): readonly Resource[] {
  return taskSetsIn(model).filter(({ properties }) => {
    const named = properties.get('Service').text();
    return named.state === 'unknown' && named.is?.kind === 'attribute' && named.is.stack === stack && named.is.resource === id;
  });
}

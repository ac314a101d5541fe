import type { Examples } from '../example';

const controlled = (controller: string, what = 'Tags: []') => `{ Resources: { Service: { Properties: { DeploymentController: { Type: ${controller} }, ${what} } } } }`;

export const deploymentControllerExamples: Examples = {
  rule: 'deployment-controller',
  bad: [
    {
      name: 'CodeDeploy without a load balancer',
      over: 'fargateService',
      template: controlled('CODE_DEPLOY'),
      expects: [{ at: 'Service.Properties.LoadBalancers', message: 'noLoadBalancer' }],
    },
    {
      name: 'Service Connect with CodeDeploy',
      over: 'loadBalancedService',
      template: controlled('CODE_DEPLOY', 'ServiceConnectConfiguration: { Enabled: true, Namespace: arn:aws:servicediscovery:eu-west-1:111122223333:namespace/ns-a }'),
      expects: [{ at: 'Service.Properties.ServiceConnectConfiguration.Enabled', message: 'ecsOnly' }],
    },
    {
      name: 'a circuit breaker, alarms and blue/green with CodeDeploy',
      over: 'loadBalancedService',
      template: controlled('CODE_DEPLOY', `DeploymentConfiguration: {
        Strategy: BLUE_GREEN, DeploymentCircuitBreaker: { Enable: true, Rollback: true }, Alarms: { Enable: true, Rollback: true, AlarmNames: [errors] } }`),
      expects: ['Strategy', 'DeploymentCircuitBreaker.Enable', 'Alarms.Enable'].map(name => ({ at: `Service.Properties.DeploymentConfiguration.${name}`, message: 'ecsOnly' })),
    },
    {
      name: 'a task definition and a load balancer with a controller of your own',
      over: 'loadBalancedService',
      template: controlled('EXTERNAL'),
      expects: [{ at: 'Service.Properties.TaskDefinition', message: 'ofTaskSet' }, { at: 'Service.Properties.LoadBalancers', message: 'ofTaskSet' }],
    },
    {
      name: 'a deployment that CodeDeploy is to be forced to',
      over: 'loadBalancedService',
      template: controlled('CODE_DEPLOY', "ForceNewDeployment: { EnableForceNewDeployment: true, ForceNewDeploymentNonce: '7' }"),
      expects: [{ at: 'Service.Properties.ForceNewDeployment.EnableForceNewDeployment', message: 'ecsOnly' }],
    },
    {
      name: 'a task set of a service that ECS deploys',
      over: 'fargateService',
      template: '{ Resources: { Blue: { Type: AWS::ECS::TaskSet, Properties: { Cluster: !Ref Cluster, Service: !Ref Service, TaskDefinition: !Ref Task } } } }',
      expects: [{ at: 'Blue.Properties', message: 'taskSet' }],
    },
    {
      name: 'no task definition',
      over: 'fargateService',
      template: '{ Resources: { Service: { Properties: { TaskDefinition: null } } } }',
      expects: [{ at: 'Service.Properties.TaskDefinition', message: 'noTaskDefinition' }],
    },
  ],
  good: [
    { name: 'a circuit breaker with ECS', over: 'fargateService', template: controlled('ECS', 'DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } }') },
    {
      name: 'a circuit breaker that is off with CodeDeploy',
      over: 'loadBalancedService',
      template: controlled('CODE_DEPLOY', 'DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: false, Rollback: false } }'),
    },
  ],
  unknown: [
    {
      name: 'a controller from a parameter without a default',
      over: 'fargateService',
      template: `{ Parameters: { Controller: { Type: String } }, ${controlled('!Ref Controller').slice(1)}`,
      expects: [{ at: 'Service.Properties.DeploymentController.Type' }],
    },
  ],
};

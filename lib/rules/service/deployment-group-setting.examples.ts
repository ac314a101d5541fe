import type { Examples } from '../example';
import { both, deployed, route } from './example-deployment-group';

const group = (settings: string, more = '') => deployed(`${both}, ${route}`, `
              ${settings}${more}`);
const at = (property: string) => `DeploymentGroup.Properties.${property}`;

export const deploymentGroupSettingExamples: Examples = {
  rule: 'deployment-group-setting',
  bad: [
    {
      name: 'an application that does not say its compute platform',
      because: 'It is Server then, which is for EC2 instances.',
      over: 'loadBalancedService',
      template: group('DeploymentConfigName: CodeDeployDefault.ECSAllAtOnce').replace('Properties: { ComputePlatform: ECS }', 'Properties: { ApplicationName: shop }'),
      expects: [{ at: 'Application.Properties.ComputePlatform', message: 'platform' }],
    },
    {
      name: 'a group that replaces in place',
      over: 'loadBalancedService',
      template: deployed(`${both}, ${route}`).replace('DeploymentType: BLUE_GREEN', 'DeploymentType: IN_PLACE'),
      expects: [{ at: at('DeploymentStyle'), message: 'style' }],
    },
    {
      name: 'nothing said of when traffic is moved',
      over: 'loadBalancedService',
      template: deployed(`${both}, ${route}`).replace(/ +BlueGreenDeploymentConfiguration:(\n {16}.*)+\n/, ''),
      expects: [{ at: at('BlueGreenDeploymentConfiguration'), message: 'missing' }],
    },
    {
      name: 'a configuration for EC2 instances',
      over: 'loadBalancedService',
      template: group('DeploymentConfigName: CodeDeployDefault.OneAtATime'),
      expects: [{ at: at('DeploymentConfigName'), message: 'configuration' }],
    },
    {
      name: 'a service that ECS deploys',
      over: 'loadBalancedService',
      template: deployed(`${both}, ${route}`).replace('{ Type: CODE_DEPLOY }', '{ Type: ECS }'),
      expects: [{ at: 'Service.Properties', message: 'controller' }],
    },
    {
      name: 'a canary behind a Network Load Balancer',
      over: 'loadBalancedService',
      template: group('DeploymentConfigName: CodeDeployDefault.ECSCanary10Percent5Minutes', `
          LoadBalancer: { Properties: { Type: network } }
          Listener: { Properties: { Protocol: TCP } }
          Targets: { Properties: { Protocol: TCP } }`).replace('Port: 80, Protocol: HTTP, TargetType: ip } }', 'Port: 80, Protocol: TCP, TargetType: ip } }'),
      expects: [{ at: at('DeploymentConfigName'), message: 'network' }],
    },
  ],
  good: [{ name: 'a canary behind an Application Load Balancer', over: 'loadBalancedService', template: group('DeploymentConfigName: CodeDeployDefault.ECSCanary10Percent5Minutes') }],
  unknown: [
    {
      name: 'a configuration from a parameter without a default',
      over: 'loadBalancedService',
      template: `
        Parameters: { Configuration: { Type: String } }${group('DeploymentConfigName: !Ref Configuration')}`,
      expects: [{ at: at('DeploymentConfigName') }],
    },
  ],
};

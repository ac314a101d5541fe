import { ifKnown } from '../../core/value';
import { sendersTo } from '../../model/load-balancer/listener';
import { named } from '../../model/service/deployment-group';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** A deployment group for ECS replaces task sets behind a load balancer, which CodeDeploy asks it to say. */
export const deploymentGroupSetting = defineRule({
  id: 'deployment-group-setting',
  title: 'CodeDeploy does not take the deployment group',
  severity: 'error',
  phase: 'create',
  subject: 'deploymentGroup',
  explanation: 'A group that deploys a service of ECS belongs to an application for ECS, which one is only where it says so. It is blue/green, with traffic control, behind a load balancer, by a configuration for ECS, and the service is handed to CodeDeploy by its deployment controller. CodeDeploy refuses other groups. Behind a Network Load Balancer it moves all traffic at once.',
  docs: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-steps-ecs.html',
  predicts: [
    'Server Deployment Groups should not define a value for ecsServices', 'For ECS deployment, the deployment type must be BLUE_GREEN, and deployment option must be WITH_TRAFFIC_CONTROL.',
    'For ECS deployment group, loadBalancerInfo must be specified', 'For ECS deployment group, blueGreenDeploymentConfiguration must be specified',
    'Compute platform of deployment config', 'Deployment group\'s ECS service must be configured for a CODE_DEPLOY deployment controller.',
  ],
  facts: [],
  messages: {
    platform: ({ application, platform }: { application: string; platform: string }) => ({
      says: `The group deploys a service of ECS, and the compute platform of its application ${application} is ${platform}.`,
      fix: `Set ComputePlatform of ${application} to ECS.`,
      ecsSays: `${platform} Deployment Groups should not define a value for ecsServices, eksClusters, or targetGroupPairInfoList`,
    }),
    style: () => ({
      says: 'The group deploys a service of ECS, for which DeploymentStyle has to be BLUE_GREEN and WITH_TRAFFIC_CONTROL.',
      fix: 'DeploymentStyle: { DeploymentType: BLUE_GREEN, DeploymentOption: WITH_TRAFFIC_CONTROL }',
      ecsSays: 'For ECS deployment, the deployment type must be BLUE_GREEN, and deployment option must be WITH_TRAFFIC_CONTROL.',
    }),
    missing: ({ property }: { property: 'BlueGreenDeploymentConfiguration' | 'LoadBalancerInfo' }) => ({
      says: `The group deploys a service of ECS and has no ${property}.`,
      fix: property === 'LoadBalancerInfo' ? 'Give it LoadBalancerInfo with a TargetGroupPairInfoList.' : 'Say under BlueGreenDeploymentConfiguration when traffic is moved and when the old tasks are stopped.',
      ecsSays: `For ECS deployment group, ${property.charAt(0).toLowerCase()}${property.slice(1)} must be specified`,
    }),
    configuration: ({ configuration }: { configuration: string }) => ({
      says: `${configuration} is a configuration for another compute platform than ECS.`,
      fix: 'Name one for ECS, as CodeDeployDefault.ECSAllAtOnce.',
      ecsSays: 'Compute platform of deployment config does not match expected compute platform, correct compute platform should be ECS.',
    }),
    controller: ({ service, controller }: { service: string; controller: string }) => ({
      says: `The group deploys ${service}, whose deployment controller is ${controller}.`,
      fix: `DeploymentController: { Type: CODE_DEPLOY } for ${service}.`,
      ecsSays: 'Deployment group\'s ECS service must be configured for a CODE_DEPLOY deployment controller.',
    }),
    network: ({ configuration, loadBalancer }: { configuration: string; loadBalancer: string }) => ({
      says: `The configuration is ${configuration}, and behind the Network Load Balancer ${loadBalancer} CodeDeploy can only move all traffic at once.`,
      fix: 'Name CodeDeployDefault.ECSAllAtOnce.',
    }),
  },
  check(group, say, model) {
    const { properties } = group, application = ifKnown(group.application), platform = application && say.need(application.computePlatform);
    if (application && platform !== undefined && platform !== 'ECS') say.violated('platform', application.computePlatform, { application: application.id, platform }, { related: [application] });
    const style = properties.get('DeploymentStyle'), type = say.need(style.get('DeploymentType').text()), option = say.need(style.get('DeploymentOption').text());
    if (style.given === 'no' || (type ?? 'BLUE_GREEN') !== 'BLUE_GREEN' || (option ?? 'WITH_TRAFFIC_CONTROL') !== 'WITH_TRAFFIC_CONTROL') say.violated('style', style, undefined);
    for (const property of ['LoadBalancerInfo', 'BlueGreenDeploymentConfiguration'] as const) {
      if (properties.get(property).given === 'no') say.violated('missing', properties.get(property), { property });
    }
    const [service] = group.serviceNames.flatMap(name => named(name, model.services) ?? []), controller = service && say.need(service.deploymentController);
    if (service && controller !== undefined && controller !== 'CODE_DEPLOY') say.violated('controller', service, { service: service.id, controller }, { related: [service] });
    const given = properties.get('DeploymentConfigName').text(), configuration = given.state === 'absent' ? undefined : say.need(given);
    if (configuration === undefined || !configuration.startsWith('CodeDeployDefault.')) return;
    if (!configuration.startsWith('CodeDeployDefault.ECS')) say.violated('configuration', given, { configuration });
    else if (configuration !== 'CodeDeployDefault.ECSAllAtOnce') {
      const targetGroups = atPath(properties, 'LoadBalancerInfo.TargetGroupPairInfoList.*.TargetGroups.*', say).flatMap(item => named(item.get('Name').text(), model.targetGroups) ?? []);
      const loadBalancer = targetGroups.flatMap(one => sendersTo(one, model.forwarders)).find(({ kind }) => ifKnown(kind) === 'network');
      if (loadBalancer) say.violated('network', given, { configuration, loadBalancer: loadBalancer.id }, { related: [loadBalancer] });
    }
  },
});

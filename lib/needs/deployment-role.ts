import type { Purpose } from '../catalog/needed-permissions';
import { ifKnown, mapValue, type Value } from '../core/value';
import { Lookup } from '../model/lookup';
import type { Model } from '../model/model';
import type { DeploymentGroup } from '../model/service/deployment-group';
import { isFargate } from '../model/service/launch';
import type { PipelineDeployment } from '../model/service/pipeline-deployment';
import type { Service } from '../model/service/service';
import { everything, something } from './arn';
import { passedRoles } from './launcher-role';
import type { Need, RoleUse } from './need';

/** The roles with which CodeDeploy and CodePipeline bring a new revision to a service. */
export function deploymentRoleUses(model: Model): readonly RoleUse[] {
  return [...model.deploymentGroups.map(group => groupUse(group, model)), ...model.pipelineDeployments.map(action => pipelineUse(action, model))];
}

function groupUse(group: DeploymentGroup, model: Model): RoleUse {
  const { role, properties, serviceNames } = group, services = servicesNamed(serviceNames, model);
  const isGiven = (key: string): boolean => properties.get(key).given === 'yes';
  return {
    kind: 'deployment', role, principal: 'codedeploy.amazonaws.com', user: group, related: services, open: [],
    needs: [
      need('taskSet', group), need('traffic', group),
      ...(isGiven('AlarmConfiguration') ? [{ ...need('watchAlarms', group), severity: 'warning' } as const] : []),
      ...(isGiven('TriggerConfigurations') ? [{ ...need('notify', group), severity: 'warning' } as const] : []),
      ...passed(services),
    ],
  };
}

function pipelineUse(action: PipelineDeployment, model: Model): RoleUse {
  const services = servicesNamed([action.serviceName], model);
  return {
    kind: 'deployment', role: action.role, principal: action.hasOwnRole ? undefined : 'codepipeline.amazonaws.com', user: action, related: services, open: [],
    needs: [need(action.byCodeDeploy ? 'startDeployment' : 'updateService', action), ...passed(services)],
  };
}

/** Policies may name what it is about; that is not known before. */
function need(purpose: Purpose, { at }: Pick<Need, 'at'>): Need {
  return { purpose, resources: [everything(at), something('what is deployed', at)], at, severity: 'error' };
}

/** The next revision has the roles of this one, as far as can be told. */
function passed(services: readonly Service[]): readonly Need[] {
  return services.flatMap(({ taskDefinition, runsOn }) => {
    const task = ifKnown(taskDefinition);
    return task ? passedRoles(task, mapValue(runsOn, isFargate)).map(pass => ({ ...pass, severity: 'warning' as const })) : [];
  });
}

function servicesNamed(names: readonly Value<string>[], model: Model): readonly Service[] {
  const services = new Lookup('service', model.services);
  return names.flatMap(name => ifKnown(services.find(name)) ?? []);
}

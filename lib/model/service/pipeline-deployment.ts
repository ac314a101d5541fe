import { orElse, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Lookup } from '../lookup';
import { nounOf, type Noun } from '../noun';
import type { Role } from '../role';

/** An action of an `AWS::CodePipeline::Pipeline` that deploys a service of ECS. */
export interface PipelineDeployment extends Noun {
  /** Whether it has CodeDeploy do it (`CodeDeployToECS`). */
  readonly byCodeDeploy: boolean;
  /** The name of the service; absent where CodeDeploy knows it. */
  readonly serviceName: Value<string>;
  /** The role of the action, or where it has none the pipeline's. */
  readonly role: Value<Role>;
  /** Whether the pipeline's role assumes the role, which is not CodePipeline itself. */
  readonly hasOwnRole: boolean;
}

/** The actions of a pipeline that deploy to ECS. */
export function readPipelineDeployments(resource: Resource, roles: Lookup<Role>): readonly PipelineDeployment[] {
  const { properties } = resource;
  return itemsOf(properties.get('Stages')).flatMap(stage => itemsOf(stage.get('Actions'))).flatMap(action => {
    const provider = action.get('ActionTypeId', 'Provider').text(), own = action.get('RoleArn').text();
    if (provider.state !== 'known' || !['ECS', 'CodeDeployToECS'].includes(provider.value)) return [];
    return [{
      ...nounOf(resource),
      at: action.at,
      byCodeDeploy: provider.value === 'CodeDeployToECS',
      serviceName: action.get('Configuration', 'ServiceName').text(),
      role: roles.find(orElse(own, properties.get('RoleArn').text())),
      hasOwnRole: own.state !== 'absent',
    }];
  });
}

function itemsOf(property: Property): readonly Property[] {
  const list = property.list();
  return list.state === 'known' ? list.value : [];
}

import type { Purpose } from '../catalog/needed-permissions';
import { known, type Value } from '../core/value';
import type { ExpressService } from '../model/service/express-service';
import type { Model } from '../model/model';
import { arn, everything, severalIds } from './arn';
import { imageNeeds } from './image';
import { logNeeds } from './log';
import { allNeeds, type Need, type Needs, type RoleUse, type TaskContext } from './need';
import { secretNeeds } from './secret';
import { sidecarNeeds } from './sidecar';

/** The three roles of each Express service: those of its tasks, and the one with which ECS makes what is around them. */
export function expressRoleUses({ expressServices, guardedResources: guarded, logGroups, pullThroughRules }: Model): readonly RoleUse[] {
  return expressServices.flatMap((service): readonly RoleUse[] => {
    const { container, executionRole, taskRole, infrastructureRole, environment } = service, shared = { user: service, related: [] };
    const context: TaskContext = { environment, guarded, logGroups, pullThroughRules, fargate: 'yes' };
    const ofTasks = { principal: 'ecs-tasks.amazonaws.com', ...shared } as const;
    return [
      { kind: 'execution', role: executionRole, counterpart: taskRole, ...ofTasks, ...allNeeds([imageNeeds, logNeeds, secretNeeds].map(of => of(container, context))) },
      { kind: 'task', role: taskRole, counterpart: executionRole, ...ofTasks, ...sidecarNeeds(container) },
      { kind: 'infrastructure', role: infrastructureRole, principal: 'ecs.amazonaws.com', ...shared, ...surroundingNeeds(service) },
    ];
  });
}

/** Each service has target groups and a rule of its own; load balancer, certificate and security groups it may share with others that are there before. */
function surroundingNeeds({ environment, at }: ExpressService): Needs {
  const marked: readonly (readonly [string, Value<string>])[] = [['aws:requesttag/amazonecsmanaged', known('true', at)], ['aws:resourcetag/amazonecsmanaged', known('true', at)]];
  const need = (purpose: Purpose, service: string, form: string, ids: number, severity: Need['severity'] = 'warning'): Need => ({
    purpose, resources: [arn(environment, service, form, ...severalIds(ids, at))], severity, at,
    context: new Map([...marked, ['application-autoscaling:service-namespace', known('ecs', at)]]),
  });
  return {
    needs: [
      need('gatewayTargets', 'elasticloadbalancing', 'targetgroup', 2, 'error'),
      need('gatewayRule', 'elasticloadbalancing', 'listener/app', 3, 'error'),
      need('gatewayLoadBalancer', 'elasticloadbalancing', 'loadbalancer/app', 2),
      need('gatewaySecurityGroup', 'ec2', 'security-group', 1),
      need('gatewayCertificate', 'acm', 'certificate', 1),
      need('gatewayScaling', 'application-autoscaling', 'scalable-target', 1),
      { purpose: 'gatewayDescribe', resources: [everything(at)], severity: 'warning', at },
    ],
    open: [],
  };
}

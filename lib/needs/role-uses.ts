import { groupBy } from '../core/group-by';
import { onceFor } from '../core/once-for';
import type { Model } from '../model/model';
import { deploymentRoleUses } from './deployment-role';
import { expressRoleUses } from './express-role';
import { infrastructureRoleUses } from './infrastructure-role';
import { instanceRoleUses } from './instance-role';
import { launcherRoleUses } from './launcher-role';
import type { RoleAtWork } from './need';
import { taskRoleUses } from './task-roles';

/** All roles at work that the templates describe. Where no role is named, there is none. */
export const rolesAtWork = onceFor((model: Model): readonly RoleAtWork[] => {
  const uses = [
    ...[...model.taskDefinitions, ...model.daemonTaskDefinitions].flatMap(task => taskRoleUses(task, model)),
    ...instanceRoleUses(model), ...infrastructureRoleUses(model), ...launcherRoleUses(model), ...deploymentRoleUses(model), ...expressRoleUses(model),
  ].filter(({ role }) => role.state !== 'absent');
  const groups = groupBy(uses, use => (use.role.state === 'known' ? use.role.value : use));
  return [...groups.values()].flatMap(group => (group[0] ? [{ role: group[0].role, uses: group }] : []));
});

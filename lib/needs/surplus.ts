import { neededPermissions } from '../catalog/needed-permissions';
import { globOf, matchGlob } from '../core/glob';
import { partsOf, showText } from '../core/text';
import type { Value } from '../core/value';
import { isAmong, type Patterns } from '../iam/pattern';
import type { Statement } from '../iam/policy';
import { resourceOf } from '../iam/request';
import type { Role } from '../model/role';
import type { Need } from './need';

/** Some actions that a statement allows, and what there is to say of them. */
export interface Grant {
  readonly statement: Statement;
  readonly actions: readonly string[];
}

/** A grant that reaches further than anything that is needed. */
export interface WideGrant extends Grant {
  readonly because: string;
}

/** What the policies of a role allow and none of these needs asks for. What AWS's pages give along with what is needed counts as needed. */
export function unneededGrants(role: Role, needs: readonly Need[]): readonly Grant[] {
  return allowing(role).filter(({ actions }) => !actions.except).flatMap(statement => {
    const actions = statement.actions.given.filter(pattern => !needs.some(need => serves(statement, pattern, need))).map(showText);
    return actions.length > 0 ? [{ statement, actions }] : [];
  });
}

/** Whether an action of a statement may be what a need asks for. */
function serves({ resources }: Statement, pattern: Value<string>, { purpose, resources: asked }: Need): boolean {
  const { actions, also = [] } = neededPermissions.value[purpose], glob = globOf((partsOf(pattern) ?? []).map(part => (typeof part === 'string' ? part.toLowerCase() : part)));
  const names = (action: string): boolean => matchGlob(glob, [action.toLowerCase()]) !== 'no';
  const covers = asked.some(resource => isAmong(resourceOf(resource), resources).answer !== 'no');
  return also.some(names) || (covers && actions.some(names));
}

/** What the policies of a role allow without bounds: every action, every action of a service, or every resource where one is needed. */
export function wideGrants(role: Role, needs: readonly Need[]): readonly WideGrant[] {
  return allowing(role).flatMap((statement): readonly WideGrant[] => {
    const { actions, resources, awsManaged } = statement, given = actions.given.map(showText);
    if (actions.except) return [{ statement, actions: given, because: 'every action but these' }];
    if (hasAll(actions)) return [{ statement, actions: ['*'], because: hasAll(resources) ? 'it is an administrator' : 'every action' }];
    const services = given.filter(action => /^[\w-]+:\*$/.test(action));
    const ofServices = services.map(action => ({ statement, actions: [action], because: `every action of ${action.split(':')[0] ?? ''}` }));
    // The policies of AWS's own know no resources of anybody's.
    if (awsManaged !== undefined || resources.except || !hasAll(resources)) return ofServices;
    const bounded = actions.given.filter(pattern => !services.includes(showText(pattern)) && needs.some(need => !isForAll(need) && serves(statement, pattern, need))).map(showText);
    return bounded.length > 0 ? [...ofServices, { statement, actions: bounded, because: 'every resource, where one is needed' }] : ofServices;
  });
}

/** The statement of a role that for certain allows every action on every resource. */
export function administratorStatement(role: Role): Statement | undefined {
  return allowing(role).find(statement => !statement.actions.except && !statement.inDoubt && hasAll(statement.actions) && hasAll(statement.resources));
}

function isForAll({ resources: [resource] }: Need): boolean {
  return resource?.state === 'known' && resource.value === '*';
}

function hasAll({ given }: Patterns): boolean {
  return given.some(pattern => pattern.state === 'known' && pattern.value === '*');
}

function allowing({ policies }: Role): readonly Statement[] {
  return policies.flatMap(({ statements }) => statements).filter(({ effect }) => effect === 'Allow');
}

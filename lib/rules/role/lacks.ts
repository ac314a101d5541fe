import { neededPermissions, type Purpose } from '../../catalog/needed-permissions';
import { groupBy } from '../../core/group-by';
import type { Origin } from '../../core/origin';
import { showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import type { Change, ResourceRef, Severity, Words } from '../../finding/finding';
import { nearestStatement } from '../../iam/nearest-statement';
import { isAmong } from '../../iam/pattern';
import type { Statement } from '../../iam/policy';
import { actionOf } from '../../iam/request';
import type { Role } from '../../model/role';
import { shortfallOf, type Shortfall } from '../../needs/may';
import type { Need, RoleAtWork, RoleKind, RoleUse } from '../../needs/need';
import { shownResource, showStatement } from '../../needs/statement';
import { listed } from '../listed';
import type { Say } from '../rule';

/** What a role lacks for one thing, all of it to be repaired in one place. */
export interface Lack {
  readonly role: string;
  readonly severity: Severity;
  /** Each with its resource, as `ecr:GetAuthorizationToken on *`. */
  readonly permissions: readonly string[];
  /** Whose they are, as `container web`. */
  readonly whose: readonly string[];
  /** What stands in the way or comes close, as sentences. */
  readonly remark: string;
  /** What to do about it. */
  readonly fix: string;
  readonly repair?: readonly Change[];
}

/** A lack as a rule says it. */
export interface Finding<K extends string> {
  readonly message: K;
  readonly at: Origin;
  readonly data: Lack;
  readonly related: readonly ResourceRef[];
}

interface Missing<K extends string> {
  readonly message: K;
  readonly use: RoleUse;
  readonly need: Need;
  readonly shortfall: Shortfall;
  readonly place: RepairPlace;
}

/** Where the repair belongs, what there is to say of that place, and what to do there where it is not to allow more. */
interface RepairPlace {
  readonly at: Origin;
  readonly remark: string;
  readonly fix?: string;
}

/**
 * What a role lacks for its uses of one kind. `messages` says which message of the rule goes with a purpose. What cannot be told is noted as undecided.
 */
export function lacksOf<K extends string>(
  { role: value, uses }: RoleAtWork, kind: RoleKind, messages: Partial<Readonly<Record<Purpose, K>>>, say: Pick<Say, 'need' | 'undecided'>,
): readonly Finding<K>[] {
  const here = uses.filter(use => use.kind === kind && use.needs.length + use.open.length > 0);
  const role = here.length > 0 ? say.need(value) : undefined;
  if (!role) return [];
  here.flatMap(({ open }) => open).forEach(open => { say.undecided(open); });
  const missing = here.flatMap(use => use.needs.flatMap((need): readonly Missing<K>[] => {
    const shortfall = shortfallOf(role, need), message = messages[need.purpose];
    shortfall.open.forEach(open => { say.undecided(open); });
    return shortfall.actions.length > 0 && message !== undefined ? [{ message, use, need, shortfall, place: placeOf(role, need, shortfall) }] : [];
  }));
  const groups = groupBy(missing, ({ message, place }) => JSON.stringify([message, place.at]));
  return [...groups.values()].flatMap(group => (group[0] ? [findingOf(role, group[0], group)] : []));
}

function findingOf<K extends string>(role: Role, { message, place }: Missing<K>, group: readonly Missing<K>[]): Finding<K> {
  const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
  const byResource = [...groupBy(group, ({ need }) => shownResource(need))].map(([resource, lacking]) => ({
    resource, need: lacking[0]?.need, actions: unique(lacking.flatMap(({ shortfall }) => shortfall.actions)),
  }));
  const statements = byResource.map(({ need, actions }) => (need ? showStatement(role, need, actions) : ''));
  const policies = unique(group.map(({ need }) => neededPermissions.value[need.purpose].managedPolicy ?? '')), [policy = ''] = policies.length === 1 ? policies : [];
  const attach = policy === '' ? 'Add' : `Attach arn:aws:iam::aws:policy/${policy} to ${role.id}, or add`;
  return {
    message, at: place.at,
    data: {
      role: role.id,
      remark: unique([place.remark, ...group.flatMap(missing => confusionIn(role, missing))]).filter(Boolean).join(' '),
      severity: group.some(({ need }) => need.severity === 'error') ? 'error' : 'warning',
      permissions: byResource.map(({ resource, actions }) => `${listed(actions)} on ${resource}`),
      whose: unique(group.flatMap(({ need }) => need.whose ?? [])),
      fix: place.fix ?? `${attach} to a policy of ${role.id}: ${statements.join(', ')}`,
      ...(place.fix === undefined && policy !== '' ? { repair: [{ at: role.properties.get('ManagedPolicyArns').at, append: [`arn:aws:iam::aws:policy/${policy}`] }] } : {}),
    },
    related: [role, ...group.flatMap(({ use }) => [use.user, ...use.related])],
  };
}

/** Whether the other role of the task definition has what this one lacks: the two are easily taken for each other. */
function confusionIn(role: Role, { use, need }: Missing<string>): readonly string[] {
  const other = use.counterpart && ifKnown(use.counterpart), may = other && other !== role ? shortfallOf(other, need) : undefined;
  if (!other || !may || may.actions.length + may.open.length > 0) return [];
  return [use.kind === 'execution' ? `${other.id} may do that, but it is the task role, which the containers have: ECS starts the task with the execution role.`
    : `${other.id} may do that, but it is the execution role, with which ECS starts the task: in the containers the task role counts.`];
}

/** The statement that denies it, or the one that nearly allows it; else the policies of the role. */
function placeOf(role: Role, need: Need, { actions: [action = ''], deniedBy, bounded }: Shortfall): RepairPlace {
  if (deniedBy) return { at: deniedBy.at, remark: 'A statement denies it.', fix: `Take that out of the statement that denies it to ${role.id}.` };
  if (bounded) return { at: role.properties.get('PermissionsBoundary').at, remark: 'Its policies allow it; its permissions boundary does not.', fix: `Allow that in the permissions boundary of ${role.id}.` };
  for (const resource of need.resources) {
    const near = nearestStatement(role.policies, action, resource);
    if (near) return nearPlace(near.statement, near.differs, action);
  }
  // The policies of AWS's own pass roles of certain names only, and nobody can edit them: there the name is the repair.
  if (need.passes && passesByName(role, action)) {
    return {
      at: need.passes.properties.get('RoleName').at, remark: 'Its managed policy allows that for roles of other names only.',
      fix: `Give ${need.passes.id} a RoleName that the managed policy passes, or add to a policy of ${role.id}: ${showStatement(role, need, [action])}`,
    };
  }
  const given = ['Policies', 'ManagedPolicyArns'].map(key => role.properties.get(key)).find(property => property.given !== 'no');
  return { at: given?.at ?? role.at, remark: '' };
}

function passesByName({ policies }: Role, action: string): boolean {
  return policies.some(({ statements }) => statements.some(({ awsManaged, actions }) => awsManaged !== undefined && isAmong(actionOf(action), actions).answer === 'yes'));
}

function nearPlace(statement: Statement, differs: 'action' | 'resource' | 'condition', action: string): RepairPlace {
  const { actions, resources, condition } = statement;
  switch (differs) {
    case 'action': return { at: actions.at, remark: `A statement for that resource allows other actions: ${shownPatterns(statement, 'actions')}.` };
    case 'resource': return { at: resources.at, remark: `A statement allows ${action}, but on ${shownPatterns(statement, 'resources')}, which does not cover it.` };
    case 'condition': return { at: condition.at, remark: `A statement allows ${action} there, but under a condition that does not hold.` };
  }
}

function shownPatterns(statement: Statement, of: 'actions' | 'resources'): string {
  const { given, except } = statement[of], shown = given.map(showText).join(', ');
  return except ? `everything but ${shown}` : shown;
}

/** The words that all messages about lacking permissions have in common. `need` says what they are needed for. */
export function lackWords({ role, permissions, remark, severity, fix, repair }: Lack, need: string, ecsSays: string): Words {
  return { says: [`${role} lacks ${permissions.join(', and ')}: ${need}.`, remark].filter(Boolean).join(' '), fix, ...(repair ? { repair } : {}), ecsSays, severity };
}

import type { Purpose } from '../../catalog/needed-permissions';
import { groupBy } from '../../core/group-by';
import type { Origin } from '../../core/origin';
import { sameText, showText } from '../../core/text';
import { ifKnown } from '../../core/value';
import { accountStack, type Change, type ResourceRef, type Severity, type Words } from '../../finding/finding';
import { nearestStatement } from '../../iam/nearest-statement';
import { isAmong } from '../../iam/pattern';
import type { Statement } from '../../iam/policy';
import { actionOf } from '../../iam/request';
import type { CreationOrder } from '../../model/creation-order';
import type { GuardedResource } from '../../model/guarded-resource';
import type { Role } from '../../model/role';
import { shortfallOf, type Shortfall } from '../../needs/may';
import type { Need, RoleAtWork, RoleKind, RoleUse } from '../../needs/need';
import { firstStatements, shownResource, showStatement, statementFor, statementLettingIn } from '../../needs/statement';
import { listed } from '../listed';
import type { Say } from '../rule';
import { granted, policyToAttach, type Lacking } from './granting';

/** What a role lacks for one thing, all of it to be repaired in one place. */
export interface Lack {
  readonly role: string;
  /** Set where not the role lacks them, but the policy of a resource that has to let it in: the resource. */
  readonly keeper?: string;
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
  readonly actions: readonly string[];
  readonly place: RepairPlace;
}

/** Where the repair belongs, what there is to say of that place, and what to do there where it is not to allow more. */
interface RepairPlace {
  readonly at: Origin;
  readonly remark: string;
  readonly fix?: string;
  /** What may be done there in its place. */
  readonly or?: string;
  /** The resource whose policy it is, where not the role's have to allow it. */
  readonly guard?: GuardedResource;
}

/**
 * What a role lacks for its uses of one kind. `messages` says which message of the rule goes with a purpose. What cannot be told is noted as undecided.
 */
export function lacksOf<K extends string>(
  { role: value, uses }: RoleAtWork, kind: RoleKind, messages: Partial<Readonly<Record<Purpose, K>>>, say: Pick<Say, 'need' | 'undecided'>, order: CreationOrder,
): readonly Finding<K>[] {
  const here = uses.filter(use => use.kind === kind && use.needs.length + use.open.length > 0);
  const role = here.length > 0 ? say.need(value) : undefined;
  if (!role) return [];
  here.flatMap(({ open }) => open).forEach(open => { say.undecided(open); });
  const missing = here.flatMap(use => use.needs.flatMap((need): readonly Missing<K>[] => {
    const shortfall = shortfallOf(role, need), message = messages[need.purpose];
    shortfall.open.forEach(open => { say.undecided(open); });
    if (message === undefined) return [];
    const { own, shutOut } = shortfall, { guard } = need, shared = { message, use, need };
    const isShutOut = guard && shutOut.length > 0;
    if (isShutOut) say.need(guard.exists);
    return [
      ...(own.length > 0 ? [{ ...shared, actions: own, place: placeOf(role, need, shortfall) }] : []),
      ...(isShutOut && guard.exists.state === 'known' ? [{ ...shared, actions: shutOut, place: placeIn(guard, role) }] : []),
    ];
  }));
  const groups = groupBy(missing, ({ message, place }) => JSON.stringify([message, place.at]));
  return [...groups.values()].flatMap(group => (group[0] ? [findingOf(role, group[0], group, order)] : []));
}

function findingOf<K extends string>(role: Role, { message, place }: Missing<K>, group: readonly Missing<K>[], order: CreationOrder): Finding<K> {
  const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
  const lacking = [...groupBy(group, ({ need }) => shownResource(need)).values()].flatMap(([first, ...others]) =>
    (first ? [{ need: first.need, purposes: [first, ...others].map(({ need }) => need.purpose), actions: unique([first, ...others].flatMap(({ actions }) => actions)) }] : []));
  const { guard } = place;
  return {
    message, at: place.at,
    data: {
      role: guard ? ofAccount(role) : role.id,
      ...(guard ? { keeper: ofAccount(guard) } : {}),
      remark: unique([place.remark, ...group.flatMap(missing => confusionIn(role, missing))]).filter(Boolean).join(' '),
      severity: group.some(({ need }) => need.severity === 'error') ? 'error' : 'warning',
      permissions: lacking.map(({ need, actions }) => `${listed(actions)} on ${shownResource(need)}`),
      whose: unique(group.flatMap(({ need }) => need.whose ?? [])),
      ...(place.fix !== undefined ? { fix: place.fix } : guard ? lettingIn(role, guard, lacking) : granting(role, lacking, place.or, order)),
    },
    related: [role, ...(guard ? [guard] : []), ...group.flatMap(({ use }) => [use.user, ...use.related])],
  };
}

/** What is to be added to the policies of the role. */
function granting(role: Role, lacking: readonly Lacking[], or: string | undefined, order: CreationOrder): Pick<Lack, 'fix' | 'repair'> {
  const policy = policyToAttach(role, lacking), repair = granted(role, lacking, order);
  const other = or ?? (policy === undefined ? undefined : `Attach arn:aws:iam::aws:policy/${policy} to ${role.id}`);
  return {
    fix: `${other === undefined ? 'Add' : `${other}, or add`} to a policy of ${role.id}: ${lacking.map(({ need, actions }) => showStatement(statementFor(role, need, actions))).join(', ')}`,
    ...(repair ? { repair } : {}),
  };
}

/** What is to be added to the policy of the resource. */
function lettingIn(role: Role, guard: GuardedResource, lacking: readonly Lacking[]): Pick<Lack, 'fix' | 'repair'> {
  const { policy } = guard, [, id = guard.id, , ...property] = policy?.at.path ?? [], isFirst = policy?.given === 'no';
  const statements = [...(isFirst ? firstStatements(guard) : []), ...lacking.map(({ need, actions }) => statementLettingIn(role, guard, need, actions))];
  const isKnown = guard.stack !== accountStack && (role.environment.account.state === 'known' || sameText(role.environment.account, guard.environment.account) === 'yes');
  const repair = policy && isKnown && (isFirst ? [{ at: policy.at, set: { Version: '2012-10-17', Statement: statements } }] : ifKnown(policy.value()) instanceof Map ? [{ at: policy.get('Statement').at, append: statements }] : undefined);
  return {
    fix: `Add to ${property.join('.')} of ${id}: ${statements.map(showStatement).join(', ')}`,
    ...(repair ? { repair } : {}),
  };
}

/** With its account, where that is known. */
function ofAccount({ id, environment: { account } }: Role | GuardedResource): string {
  return account.state === 'known' ? `${id} of account ${account.value}` : id;
}

/** Whether the other role of the task definition has what this one lacks: the two are easily taken for each other. */
function confusionIn(role: Role, { use, need }: Missing<string>): readonly string[] {
  const other = use.counterpart && ifKnown(use.counterpart), may = other && other !== role ? shortfallOf(other, need) : undefined;
  if (!other || !may || may.actions.length + may.open.length > 0) return [];
  return [use.kind === 'execution' ? `${other.id} may do that, but it is the task role, which the containers have: ECS starts the task with the execution role.`
    : `${other.id} may do that, but it is the execution role, with which ECS starts the task: in the containers the task role counts.`];
}

/** The statement that denies it, or the one that nearly allows it; else the policies of the role. */
function placeOf(role: Role, need: Need, { own: [action = ''], deniedBy, bounded }: Shortfall): RepairPlace {
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
      or: `Give ${need.passes.id} a RoleName that the managed policy passes`,
    };
  }
  const given = ['Policies', 'ManagedPolicyArns'].map(key => role.properties.get(key)).find(property => property.given !== 'no');
  return { at: given?.at ?? role.at, remark: '' };
}

/** The policy of the resource, or the resource where it has none. */
function placeIn(guard: GuardedResource, { environment: { account } }: Role): RepairPlace {
  const { policy, at, environment: own } = guard, isElsewhere = sameText(own.account, account) === 'no';
  return {
    at: policy && policy.given !== 'no' ? policy.at : at, guard,
    remark: isElsewhere ? 'Across accounts the policies of the role and of the resource both have to allow it.' : 'Policies of roles count for a key only where its own policy lets in their account.',
  };
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
export function lackWords({ role, keeper, permissions, remark, severity, fix, repair }: Lack, need: string, ecsSays: string): Words {
  const what = permissions.join(', and '), lacks = keeper === undefined ? `${role} lacks ${what}` : `${keeper} has no policy that allows ${what} to ${role}`;
  return { says: [`${lacks}: ${need}.`, remark].filter(Boolean).join(' '), fix, ...(repair ? { repair } : {}), ecsSays, severity };
}

import { neededPermissions } from './catalog/needed-permissions';
import type { Config } from './config/config';
import { withConfigured } from './config/with-configured';
import { groupBy } from './core/group-by';
import { by } from './core/order';
import { showText } from './core/text';
import { ifKnown, type Unknown } from './core/value';
import { explainUnknown } from './finding/explain-unknown';
import { accountStack, isSame } from './finding/finding';
import { extractModel } from './model/extract';
import type { Model } from './model/model';
import type { Role } from './model/role';
import type { TaskDefinition } from './model/task-definition/task-definition';
import { launchersOf } from './needs/launch';
import { shortfallOf } from './needs/may';
import type { Need, RoleUse } from './needs/need';
import { rolesAtWork } from './needs/role-uses';
import { shownResource, statementFor } from './needs/statement';
import { unneededGrants, wideGrants, type Grant } from './needs/surplus';
import { inputOf } from './report/build';
import type { ReportGrant, ReportNeed, ReportRole, RoleReport, RoleSummary } from './report/roles/role-report';
import { Deployment, type StackInput } from './template/deployment';
import { version } from './version';

const kinds: readonly RoleUse['kind'][] = ['execution', 'task', 'instance', 'infrastructure', 'launcher', 'deployment'];
const byKind = by<ReportRole>(({ kind }) => kinds.indexOf(kind), ({ stack }) => stack ?? '', ({ role }) => role ?? '');

/** Tells of all roles at work what they need and what they have, by task definition. Pure, as the dry run is. */
export function roleReport(deployments: readonly (readonly StackInput[])[], { config }: { readonly config?: Config } = {}): RoleReport {
  const parts = deployments.map(inputs => reportOn(extractModel(new Deployment(config ? withConfigured(inputs, config) : inputs))));
  const taskDefinitions = parts.flatMap(part => part.taskDefinitions), others = parts.flatMap(part => part.others);
  return {
    formatVersion: '1', tool: { name: 'drydock', version },
    inputs: deployments.flat().map(inputOf),
    summary: summaryOf([...taskDefinitions.flatMap(({ roles }) => roles), ...others], taskDefinitions.length),
    taskDefinitions, others,
  };
}

function reportOn(model: Model): Pick<RoleReport, 'taskDefinitions' | 'others'> {
  const works = rolesAtWork(model), tasks = [...model.taskDefinitions, ...model.daemonTaskDefinitions].filter(({ stack }) => stack !== accountStack), shown = new Set<RoleUse>();
  /** The roles of which some uses pass, by what they work for. What a role is used for elsewhere is no surplus. */
  const rolesIn = (passes: (use: RoleUse) => boolean): readonly ReportRole[] => works.flatMap(({ uses }) => {
    const everywhere = uses.flatMap(({ needs }) => needs), here = uses.filter(passes);
    here.forEach(use => shown.add(use));
    return [...groupBy(here, ({ kind }) => kind).values()].flatMap(([first, ...rest]) => (first ? [roleOf([first, ...rest], everywhere)] : []));
  });
  return {
    taskDefinitions: tasks.map(task => {
      const absent = (['execution', 'task'] as const).filter(kind => task[`${kind}Role`].state === 'absent').map(none);
      return { stack: task.stack, resource: task.id, roles: [...absent, ...rolesIn(use => isFor(use, task, model))].sort(byKind) };
    }),
    others: [...rolesIn(use => !shown.has(use))].sort(byKind),
  };
}

/** Whether a role works for the tasks of a task definition: what names it is the task definition, or starts or carries its tasks. */
function isFor({ user, related }: RoleUse, task: TaskDefinition, model: Model): boolean {
  return [task, ...launchersOf(task, model)].some(noun => [user, ...related].some(other => isSame(other, noun)));
}

function none(kind: 'execution' | 'task'): ReportRole {
  return { kind, namedBy: [], needed: [], open: [], unneeded: [], wide: [] };
}

/** A role as it works in some uses of one kind. */
function roleOf(uses: readonly [RoleUse, ...RoleUse[]], everywhere: readonly Need[]): ReportRole {
  const [{ kind, role: value, principal }] = uses, role = ifKnown(value), users = uses.map(({ user }) => user);
  return {
    kind,
    ...(role ? { role: role.id, stack: role.stack } : { role: value.state === 'unknown' ? referenceIn(value) : '' }),
    ...(principal ? { assumedBy: principal } : {}),
    namedBy: distinct(users.map(({ stack, id }) => (stack === (role?.stack ?? stack) ? id : `${stack}:${id}`))),
    needed: neededBy(uses, role ?? (value.state === 'unknown' ? value : undefined)),
    open: distinct(uses.flatMap(({ open }) => open).map(({ why }) => { const { reason, resolveWith } = explainUnknown(why); return { reason, resolveWith }; })),
    unneeded: role ? unneededGrants(role, everywhere).map(grantOf) : [],
    wide: role ? wideGrants(role, everywhere).map(grant => ({ ...grantOf(grant), because: grant.because })) : [],
  };
}

/** How a role is referred to that is in none of the templates. */
function referenceIn({ why }: Unknown): string {
  return why.kind === 'elsewhere' ? why.what.replace(/^role /, '') : why.kind === 'parameter' || why.kind === 'import' ? `\${${why.name}}` : 'a role elsewhere';
}

/** What the uses need, each thing once with all whose need it is. */
function neededBy(uses: readonly RoleUse[], role: Role | Unknown | undefined): readonly ReportNeed[] {
  const needs = uses.flatMap(use => use.needs), groups = groupBy(needs.map(need => ({ need, shown: needOf(need, role) })), ({ shown }) => JSON.stringify(shown));
  return [...groups.values()].flatMap(group => (group[0] ? [{ ...group[0].shown, whose: distinct(group.flatMap(({ need }) => need.whose ?? [])) }] : []));
}

function needOf(need: Need, role: Role | Unknown | undefined): Omit<ReportNeed, 'whose'> {
  const { to, actions, docs } = neededPermissions.value[need.purpose];
  const shared = { to, actions, resource: shownResource(need), severity: need.severity, docs };
  const shortfall = role && 'policies' in role ? shortfallOf(role, need) : { actions: [], own: [], open: role ? [role] : [] }, [open] = shortfall.open;
  if (shortfall.actions.length > 0 && role && 'policies' in role) {
    const { actions: missing, own } = shortfall, { guard } = need;
    if (own.length > 0) return { ...shared, answer: 'missing', missing, statement: statementFor(role, need, own) };
    return { ...shared, answer: 'missing', missing, reason: `the policy of ${guard?.id ?? 'the resource'} does not let the role in`, resolveWith: '' };
  }
  if (!open) return { ...shared, answer: 'granted' };
  const { reason, resolveWith } = explainUnknown(open.why);
  return { ...shared, answer: 'undecided', reason, resolveWith };
}

function grantOf({ statement: { at: { path: [, id, ...path] }, resources, awsManaged }, actions }: Grant): ReportGrant {
  const shown = resources.given.map(showText);
  return { actions, resources: resources.except ? [`all but ${shown.join(', ')}`] : shown, policy: awsManaged === undefined ? [id, ...path].join('.') : awsManaged };
}

function summaryOf(roles: readonly ReportRole[], taskDefinitions: number): RoleSummary {
  const named = roles.filter(({ role }) => role !== undefined);
  const needs = new Map(named.flatMap(role => role.needed.map(need => [JSON.stringify([role.stack, role.role, need]), need] as const)));
  const count = (answer: ReportNeed['answer']): number => [...needs.values()].filter(need => need.answer === answer).length;
  return {
    taskDefinitions,
    roles: distinct(named.map(({ stack, role }) => [stack, role])).length,
    granted: count('granted'), missing: count('missing'), undecided: count('undecided') + distinct(named.flatMap(({ open }) => open)).length,
    wide: distinct(named.flatMap(({ wide }) => wide.map(({ policy, because, actions }) => [policy, because, actions]))).length,
  };
}

/** Each thing once. */
function distinct<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map(thing => [JSON.stringify(thing), thing])).values()];
}

import type { Purpose } from '../catalog/needed-permissions';
import type { Answer } from '../core/identity';
import type { Origin } from '../core/origin';
import type { Unknown, Value } from '../core/value';
import type { ResourceRef, Severity } from '../finding/finding';
import type { RequestContext } from '../iam/request';
import type { GuardedResource } from '../model/guarded-resource';
import type { Named, Noun } from '../model/noun';
import type { Role } from '../model/role';
import type { PullThroughRule } from '../model/task-definition/pull-through-rule';
import type { Environment } from '../template/resource';

/** Something that a role must be able to do because of what the templates ask for. */
export interface Need {
  readonly purpose: Purpose;
  /** What it is done to. Several where it can be written in several ways, or where nobody says which IAM is asked about: one is enough. */
  readonly resources: readonly Value<string>[];
  readonly context?: RequestContext;
  /** Set where it cannot be told whether it is a need at all. A role that may do it anyway leaves nothing open. */
  readonly inDoubt?: Unknown;
  /** The resource of the templates behind it, which may let the role in by a policy of its own. */
  readonly guard?: GuardedResource;
  /** The role that is passed. */
  readonly passes?: Role;
  /** Whose need it is within the resource, as `container web`. */
  readonly whose?: string;
  /** Where it is asked for. */
  readonly at: Origin;
  readonly severity: Extract<Severity, 'error' | 'warning'>;
}

/** What a role is assumed for. */
export type RoleKind = 'execution' | 'task' | 'instance' | 'infrastructure' | 'launcher' | 'deployment';

/** The services of AWS that assume roles for tasks and what is around them. */
export type Principal =
  | 'codedeploy.amazonaws.com' | 'codepipeline.amazonaws.com' | 'ec2.amazonaws.com' | 'ecs.amazonaws.com' | 'ecs-tasks.amazonaws.com' | 'events.amazonaws.com' | 'pipes.amazonaws.com' | 'scheduler.amazonaws.com'
  | 'states.amazonaws.com';

/** A role at work: who names it, who assumes it, and what it must be able to do then. */
export interface RoleUse {
  readonly kind: RoleKind;
  readonly role: Value<Role>;
  /** The service that assumes it; undefined where another role does. */
  readonly principal: Principal | undefined;
  /** The resource that names it. */
  readonly user: Noun;
  readonly needs: readonly Need[];
  /** What is not known of the user, and may hold more needs. */
  readonly open: readonly Unknown[];
  /** For one of the two roles of a task definition, the other. */
  readonly counterpart?: Value<Role>;
  /** What suffers with it: the services whose tasks they are. */
  readonly related: readonly ResourceRef[];
}

/** A role with all that it is assumed for; or a reference to a role that is not known, with the one use of it. */
export interface RoleAtWork {
  readonly role: Value<Role>;
  readonly uses: readonly RoleUse[];
}

/** Needs, and what is not known and may hold more. */
export type Needs = Pick<RoleUse, 'needs' | 'open'>;

export function allNeeds(parts: readonly Needs[]): Needs {
  return { needs: parts.flatMap(({ needs }) => needs), open: parts.flatMap(({ open }) => open) };
}

export const noNeeds: Needs = { needs: [], open: [] };

/** What is known around what tasks ask for. */
export interface TaskSurroundings {
  readonly environment: Environment;
  readonly guarded: readonly GuardedResource[];
}

/** What is known around a task definition. */
export interface TaskContext extends TaskSurroundings {
  readonly logGroups: readonly Named[];
  readonly pullThroughRules: readonly PullThroughRule[];
  /** Whether its tasks run on Fargate, where logging that cannot begin keeps a container from starting. */
  readonly fargate: Answer;
}

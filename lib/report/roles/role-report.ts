import type { StatementToAdd } from '../../needs/statement';
import type { ReportInput } from '../report';

/** Who may do what: for each task definition the roles that work for its tasks. Published as `schemas/roles.schema.json`. */
export interface RoleReport {
  readonly formatVersion: '1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly ReportInput[];
  readonly summary: RoleSummary;
  /** By stack and logical id. */
  readonly taskDefinitions: readonly ReportTaskDefinition[];
  /** Roles that work for no task definition of the templates. */
  readonly others: readonly ReportRole[];
}

/** How much of what is needed is granted, each need of a role counted once. */
export interface RoleSummary {
  readonly taskDefinitions: number;
  readonly roles: number;
  readonly granted: number;
  readonly missing: number;
  /** With what may ask for more. */
  readonly undecided: number;
  /** Grants that reach further than anything that is needed. */
  readonly wide: number;
}

export interface ReportTaskDefinition {
  readonly stack: string;
  readonly resource: string;
  readonly roles: readonly ReportRole[];
}

/** A role as it works for one thing. */
export interface ReportRole {
  readonly kind: 'execution' | 'task' | 'instance' | 'infrastructure' | 'launcher' | 'deployment';
  /** The logical id, or how the role is referred to where it is not in the templates; left out where none is named. */
  readonly role?: string;
  readonly stack?: string;
  /** The service of AWS's that assumes it. */
  readonly assumedBy?: string;
  /** Who names it: `Id`, `Stack:Id` for another stack than the role's. */
  readonly namedBy: readonly string[];
  readonly needed: readonly ReportNeed[];
  /** What is not known of the task and may ask for more, and what would settle it. */
  readonly open: readonly Pick<Required<ReportNeed>, 'reason' | 'resolveWith'>[];
  /** What its own policies grant and nothing seen needs. What the code in containers does is not seen. */
  readonly unneeded: readonly ReportGrant[];
  /** What its policies grant beyond any need: every action, every action of a service, every resource. */
  readonly wide: readonly (ReportGrant & { readonly because: string })[];
}

export interface ReportNeed {
  /** What it is for, as in "to pull the image". */
  readonly to: string;
  /** Whose need it is, as `container web`. */
  readonly whose: readonly string[];
  readonly actions: readonly string[];
  readonly resource: string;
  readonly answer: 'granted' | 'missing' | 'undecided';
  /** What goes wrong without: the deployment or less. */
  readonly severity: 'error' | 'warning';
  /** Of the actions those that are missing, and the statement that would grant them where the role's own policies do not. */
  readonly missing?: readonly string[];
  readonly statement?: StatementToAdd;
  /** Why it is undecided, or missing though the role's own policies grant it; and what would settle it, empty where nothing can. */
  readonly reason?: string;
  readonly resolveWith?: string;
  readonly docs: string;
}

export interface ReportGrant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Where it stands: a path in the template, or the name of a managed policy of AWS's. */
  readonly policy: string;
}

import type { ReportGrant, ReportNeed, ReportRole } from './role-report';

/** One thing that is said of a role. */
export interface RoleRow {
  readonly mark: ReportNeed['answer'] | 'wide' | 'unneeded';
  /** What it is for, or why it is said. */
  readonly about: string;
  readonly deed?: Pick<ReportGrant, 'actions' | 'resources'> & Partial<Pick<ReportGrant, 'policy'>>;
  /** Why it is open, and what would settle it; empty where there is nothing to say. */
  readonly reason: string;
  readonly resolveWith: string;
}

/** All that is said of a role: what it needs, what it may need beside, what it has beyond. */
export function rowsOf({ needed, open, wide, unneeded }: ReportRole): readonly RoleRow[] {
  const settled = { reason: '', resolveWith: '' };
  return [
    ...needed.map(({ answer, to, whose, actions, missing, resource, reason = '', resolveWith = '' }) => ({
      mark: answer, about: whose.length === 0 ? to : `${to} (${whose.join(', ')})`, deed: { actions: missing ?? actions, resources: [resource] }, reason, resolveWith,
    })),
    ...open.map(why => ({ mark: 'undecided', about: 'it may need more', ...why } as const)),
    ...wide.map(grant => ({ mark: 'wide', about: grant.because, deed: grant, ...settled } as const)),
    ...unneeded.map(grant => ({ mark: 'unneeded', about: 'not needed by anything seen', deed: grant, ...settled } as const)),
  ];
}

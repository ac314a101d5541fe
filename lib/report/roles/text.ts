import { disarmed } from '../text/disarmed';
import { counted, wrap } from '../text/layout';
import { withoutColour, type Paint, type Style } from '../text/paint';
import type { TextOptions } from '../text/text';
import type { ReportGrant, ReportNeed, ReportRole, RoleReport } from './role-report';

const styles = { granted: 'good', missing: 'error', undecided: 'advice', wide: 'warning', unneeded: 'faint' } as const satisfies Readonly<Record<string, Style>>;

/** What is said of a role, line by line: a word for it, and the rest. */
type Row = readonly [mark: keyof typeof styles, text: string];

/** Who may do what, for people: a block for each task definition, and the count last, where the eye is. */
export function renderRolesText(report: RoleReport, { width = 80, paint = withoutColour, quiet = false }: TextOptions = {}): string {
  const { taskDefinitions, others, summary: { roles, taskDefinitions: tasks, granted, missing, undecided, wide } } = disarmed(report);
  const block = (title: string, of: readonly ReportRole[]): string => [title, ...of.flatMap(role => showRole(role, width, paint, quiet))].join('\n');
  return `${[
    ...taskDefinitions.map(task => block(`${paint('strong', task.resource)}  ${paint('faint', `task definition in ${task.stack}`)}`, task.roles)),
    ...(others.length > 0 ? [block(paint('strong', 'Roles of no task definition here'), others)] : []),
    `${counted(roles, 'role')} of ${counted(tasks, 'task definition')}: ${granted} granted, ${missing} missing, ${undecided} undecided; ${counted(wide, 'wide grant')}.`,
  ].join('\n\n')}\n`;
}

function showRole({ kind, role, assumedBy, needed, open, unneeded, wide }: ReportRole, width: number, paint: Paint, quiet: boolean): readonly string[] {
  if (role === undefined) return [`  ${kind} role: ${paint('faint', 'none')}`];
  const rows: readonly Row[] = [
    ...needed.map(need => [need.answer, sayNeed(need)] as const),
    ...open.map(({ reason, resolveWith }) => ['undecided', `it may need more: ${reason}${settledBy(resolveWith)}`] as const),
    ...wide.map(grant => ['wide', `${grant.because}: ${sayGrant(grant)}`] as const),
    ...unneeded.map(grant => ['unneeded', `not needed by anything seen: ${sayGrant(grant)}`] as const),
  ];
  return [
    `  ${kind} role: ${paint('strong', role)}${assumedBy === undefined ? '' : paint('faint', `, assumed by ${assumedBy}`)}`,
    ...rows.filter(([mark]) => !quiet || mark === 'missing').flatMap(row => showRow(row, width, paint)),
  ];
}

function showRow([mark, text]: Row, width: number, paint: Paint): readonly string[] {
  return wrap(text, width - 15).map((line, i) => `    ${i === 0 ? paint(styles[mark], mark.padEnd(9)) : ' '.repeat(9)}  ${line}`);
}

function sayNeed({ answer, to, whose, actions, missing = actions, resource, reason = '', resolveWith = '' }: ReportNeed): string {
  const what = `${to}${whose.length === 0 ? '' : ` (${whose.join(', ')})`}: ${missing.join(', ')} on ${resource}`;
  return answer === 'undecided' ? `${what}; ${reason}${settledBy(resolveWith)}` : what;
}

function settledBy(resolveWith: string): string {
  return resolveWith === '' ? '' : `, needs ${resolveWith}`;
}

function sayGrant({ actions, resources, policy }: ReportGrant): string {
  return `${actions.join(', ')} on ${resources.join(', ')}, by ${policy}`;
}

import { counted } from '../../core/counted';
import { disarmed } from '../text/disarmed';
import { wrap } from '../text/layout';
import { withoutColour, type Paint, type Style } from '../text/paint';
import type { TextOptions } from '../text/text';
import type { ReportRole, RoleReport } from './role-report';
import { rowsOf, type RoleRow } from './rows';

const styles: Readonly<Record<RoleRow['mark'], Style>> = { granted: 'good', missing: 'error', undecided: 'advice', wide: 'warning', unneeded: 'faint' };

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

function showRole(of: ReportRole, width: number, paint: Paint, quiet: boolean): readonly string[] {
  const { kind, role, assumedBy } = of;
  if (role === undefined) return [`  ${kind} role: ${paint('faint', 'none')}`];
  return [
    `  ${kind} role: ${paint('strong', role)}${assumedBy === undefined ? '' : paint('faint', `, assumed by ${assumedBy}`)}`,
    ...rowsOf(of).filter(({ mark }) => !quiet || mark === 'missing').flatMap(row => showRow(row, width, paint)),
  ];
}

function showRow({ mark, about, deed, reason, resolveWith }: RoleRow, width: number, paint: Paint): readonly string[] {
  const by = deed?.policy === undefined ? '' : `, by ${deed.policy}`, what = deed ? `${deed.actions.join(', ')} on ${deed.resources.join(', ')}${by}` : '';
  const open = resolveWith === '' ? reason : `${reason}, needs ${resolveWith}`;
  return wrap(`${about}: ${[what, open].filter(Boolean).join('; ')}`, width - 15).map((line, i) => `    ${i === 0 ? paint(styles[mark], mark.padEnd(9)) : ' '.repeat(9)}  ${line}`);
}

import { code, plain, table } from '../markdown';
import { disarmed } from '../text/disarmed';
import type { ReportRole, RoleReport } from './role-report';
import { rowsOf, type RoleRow } from './rows';

/** Who may do what as Markdown: a table for each task definition. */
export function renderRolesMarkdown(report: RoleReport): string {
  const { taskDefinitions, others, summary: { granted, missing, undecided, wide } } = disarmed(report);
  const sections = [
    ...taskDefinitions.map(({ stack, resource, roles }) => section(`${plain(resource)} (${plain(stack)})`, roles)),
    ...(others.length > 0 ? [section('Roles of no task definition here', others)] : []),
  ];
  return `${['# Who may do what', ...sections, `${granted} granted, ${missing} missing, ${undecided} undecided; wide grants: ${wide}.`].join('\n\n')}\n`;
}

function section(title: string, roles: readonly ReportRole[]): string {
  const rows = roles.flatMap(role => {
    const { kind, role: name } = role, said = rowsOf(role);
    if (name === undefined) return [[`${kind}: none`, '', '', '']];
    return [...(role.needed.length === 0 ? [['', 'nothing that is seen', '']] : []), ...said.map(cellsOf)].map(cells => [`${kind}: ${plain(name)}`, ...cells]);
  });
  return [`## ${title}`, '', table(['Role', 'Answer', 'To', 'What'], rows)].join('\n');
}

function cellsOf({ mark, about, deed, reason, resolveWith }: RoleRow): readonly string[] {
  const by = deed?.policy === undefined ? '' : ` by ${plain(deed.policy)}`;
  return [
    mark === 'missing' ? '**missing**' : resolveWith === '' ? mark : `${mark}, needs ${plain(resolveWith)}`,
    plain(about),
    deed ? `${code(deed.actions.join(', '))} on ${code(deed.resources.join(', '))}${by}` : plain(reason),
  ];
}

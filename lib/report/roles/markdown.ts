import { disarmed } from '../text/disarmed';
import type { ReportNeed, ReportRole, RoleReport } from './role-report';

/** Who may do what as Markdown: a table for each task definition. */
export function renderRolesMarkdown(report: RoleReport): string {
  const { taskDefinitions, others, summary: { granted, missing, undecided, wide } } = disarmed(report);
  const sections = [
    ...taskDefinitions.map(({ stack, resource, roles }) => section(`${resource} (${stack})`, roles)),
    ...(others.length > 0 ? [section('Roles of no task definition here', others)] : []),
  ];
  return `${['# Who may do what', ...sections, `${granted} granted, ${missing} missing, ${undecided} undecided; wide grants: ${wide}.`].join('\n\n')}\n`;
}

function section(title: string, roles: readonly ReportRole[]): string {
  const rows = roles.flatMap(({ kind, role, needed, open, unneeded, wide }) => (role === undefined ? [[`${kind}: none`, '', '', '']] : [
    ...(needed.length === 0 ? [[`${kind}: ${role}`, '', 'nothing that is seen', '']] : []),
    ...needed.map(need => [`${kind}: ${role}`, answerOf(need), purposeOf(need), `${code((need.missing ?? need.actions).join(', '))} on ${code(need.resource)}`]),
    ...open.map(({ reason, resolveWith }) => [`${kind}: ${role}`, resolveWith === '' ? 'undecided' : `undecided, needs ${resolveWith}`, 'it may need more', reason]),
    ...wide.map(({ because, actions, resources, policy }) => [`${kind}: ${role}`, 'wide', because, `${code(actions.join(', '))} on ${code(resources.join(', '))} by ${policy}`]),
    ...unneeded.map(({ actions, resources, policy }) => [`${kind}: ${role}`, 'unneeded', 'not needed by anything seen', `${code(actions.join(', '))} on ${code(resources.join(', '))} by ${policy}`]),
  ]));
  return [`## ${title}`, '', ...[['Role', 'Answer', 'To', 'What'], ['---', '---', '---', '---'], ...rows].map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)].join('\n');
}

function answerOf({ answer, resolveWith = '' }: ReportNeed): string {
  return answer === 'missing' ? '**missing**' : answer === 'undecided' && resolveWith !== '' ? `undecided, needs ${resolveWith}` : answer;
}

function purposeOf({ to, whose }: ReportNeed): string {
  return whose.length === 0 ? to : `${to} (${whose.join(', ')})`;
}

function code(text: string): string {
  return `\`${text}\``;
}

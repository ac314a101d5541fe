import type { Report } from '../report';
import { counted } from './layout';
import type { Paint } from './paint';

/** The verdict, and what it was reached on. */
export function showSummary({ summary, inputs, findings }: Report, paint: Paint): readonly string[] {
  const { errors, warnings, advice, undecided, resources, services, tasks } = summary;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []), ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(advice > 0 ? [counted(advice, 'piece of advice', 'pieces of advice')] : []),
  ];
  const verdict = errors > 0 ? paint('error', paint('strong', 'It sinks')) : paint('good', paint('strong', 'It floats'));
  const rule = findings.find(({ severity }) => severity === 'error')?.rule ?? findings[0]?.rule;
  return [[
    `${verdict}${errors === 0 && undecided > 0 ? ', as far as can be told' : ''}${found.length > 0 ? `: ${found.join(', ')}` : ''}.`,
    paint('faint', `${[counted(inputs.length, 'stack'), counted(resources, 'resource'), counted(services, 'service'), counted(tasks, 'task')].join(', ')}.`),
    ...(rule === undefined ? [] : [paint('faint', `drydock explain ${rule} says more, and how to acknowledge it.`)]),
  ].join('\n')];
}

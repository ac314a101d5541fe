import { counted } from '../../core/counted';
import { openInputs } from '../digest';
import type { Report } from '../report';
import { columns, wrap } from './layout';
import type { Paint } from './paint';

/** What is undecided: how many answers each missing input would settle. */
export function showUndecided({ undecided }: Report, paint: Paint): readonly string[] {
  if (undecided.length === 0) return [];
  const rows = openInputs(undecided).map(({ input, answers, rules }) => [
    `${answers}`.padStart(4),
    input === '' ? 'cannot be told before the deployment' : `need${answers === 1 ? 's' : ''} ${input}`,
    paint('faint', first(2, rules).join(', ')),
  ]);
  return [[`${paint('strong', 'Undecided')}: ${counted(undecided.length, 'answer')}`, ...first(8, columns(rows), '      ')].join('\n')];
}

/** The first of many, and how many more there are. */
function first(count: number, texts: readonly string[], indent = ''): readonly string[] {
  return texts.length <= count + 1 ? texts : [...texts.slice(0, count), `${indent}and ${texts.length - count} more`];
}

/** What was assumed; why stands in the JSON report and in docs/facts.md. */
export function showAssumptions({ assumptions }: Report, width: number, paint: Paint): readonly string[] {
  if (assumptions.length === 0) return [];
  return [[paint('strong', 'This dry run assumed'), ...assumptions.flatMap(({ fact, value }) => item(`${fact}: ${value}`, width))].join('\n')];
}

export function showAcknowledged({ acknowledged }: Report, width: number, paint: Paint): readonly string[] {
  if (acknowledged.length === 0) return [];
  const items = acknowledged.flatMap(({ rule, resource, constructPath, reason, until }) =>
    item(`${rule} at ${constructPath ?? resource}: ${reason}${until === undefined ? '' : ` (until ${until})`}`, width));
  return [[`${paint('strong', 'Acknowledged')}: ${counted(acknowledged.length, 'finding')}`, ...items].map(line => paint('faint', line)).join('\n')];
}

function item(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`);
}

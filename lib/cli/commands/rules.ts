import { didYouMean } from '../../core/nearest';
import { InputError } from '../../finding/input-error';
import { pageUrl } from '../../report/located';
import { columns } from '../../report/text/layout';
import { rules as registry } from '../../rules/registry';
import { exitCodes, type Command } from '../command';

/** `drydock rules`. */
export const rules: Command = {
  name: 'rules',
  takes: '',
  help: 'list all rules with severity and phase',
  about: 'The phase says when ECS would object, in the order of a deployment. drydock explain RULE tells more of a rule.',
  options: [{ name: 'format', value: 'FORMAT', help: 'text (unless said otherwise) or json' }],
  run(given) {
    const format = given.one('format') ?? 'text';
    if (given.operands.length > 0) throw new InputError(`rules takes no ${given.operands.join(' ')}. Did you mean drydock explain ${given.operands.join(' ')}?`);
    if (format !== 'text' && format !== 'json') throw new InputError(`There is no format ${format} for rules.${didYouMean(format, ['text', 'json'])} There are text, json.`);
    const rows = registry.map(({ id, severity, phase, title, docs }) => ({ id, severity, phase, title, docs: pageUrl(id), source: docs }));
    process.stdout.write(format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : `${columns(rows.map(row => [row.id, row.severity, row.phase, row.title])).join('\n')}\n`);
    return exitCodes.floats;
  },
};

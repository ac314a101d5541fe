import { didYouMean } from '../../core/nearest';
import { InputError } from '../../finding/input-error';
import { pageOf } from '../../pages/page-of';
import { rules } from '../../rules/registry';
import { exitCodes, type Command } from '../command';
import { showMarkdown } from '../show-markdown';
import { noColor, terminalLook } from '../terminal';

/** `drydock explain`. */
export const explain: Command = {
  name: 'explain',
  takes: 'RULE',
  help: 'tell what a rule means and what ECS says',
  about: 'RULE is the id that a finding shows; drydock rules lists them all.',
  options: [noColor],
  run(given) {
    const [id, ...others] = given.operands.map(operand => operand.replace(/^Drydock::/, ''));
    if (id === undefined || others.length > 0) throw new InputError('drydock explain takes one rule: drydock explain RULE. drydock rules lists them.');
    const rule = rules.find(rule => rule.id === id);
    if (!rule) throw new InputError(`There is no rule ${id}.${didYouMean(id, rules.map(rule => rule.id)) || ' drydock rules lists them.'}`);
    const { width, paint } = terminalLook(!given.on('no-color'));
    process.stdout.write(showMarkdown(pageOf(rule), width, paint));
    return exitCodes.floats;
  },
};

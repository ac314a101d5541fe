import { answer, opposite, type Answer } from '../../../core/identity';
import { Mask } from '../../../core/mask';
import { unescaped } from './shell-commands';

/** What `echo` writes. */
export function echoed(args: readonly string[]): string {
  const start = args.findIndex(arg => !/^-[neE]+$/.test(arg)), options = args.slice(0, start === -1 ? args.length : start).join('');
  const text = args.slice(start === -1 ? args.length : start).join(' ');
  return `${options.includes('e') ? unescaped(text) : text}${options.includes('n') ? '' : '\n'}`;
}

/** What `printf` writes. */
export function printed([format = '', ...args]: readonly string[]): string {
  const rest = [...args], pattern = /%[sdb]/g;
  let text = '';
  do text += format.replace(pattern, () => rest.shift() ?? ''); while (rest.length > 0 && format.search(pattern) !== -1);
  return unescaped(text);
}

/** What `[ … ]`, `[[ … ]]` or `test` comes to. Known where texts are compared, not where files are looked at. */
export function tested(args: readonly string[]): Answer {
  const [first = '', second = '', third = ''] = args;
  if (first === '!') return opposite(tested(args.slice(1)));
  if (args.some(arg => Mask.covers(arg)) || args.length > 3) return 'unknown';
  if (args.length === 1) return answer(first !== '');
  if (args.length === 2) return first === '-z' ? answer(second === '') : first === '-n' ? answer(second !== '') : 'unknown';
  if (args.length < 3 || /[*?[]/.test(third)) return 'unknown';
  return second === '=' || second === '==' ? answer(first === third) : second === '!=' ? answer(first !== third) : 'unknown';
}

/** Where programs of the system and of AWS lie. */
const systemFolders = /^\/(?:usr\/)?(?:local\/)?s?bin\/|^\/opt\/aws\/|^\/etc\/init\.d\//;
const interpreters = /^(?:(?:ba|da|k|z)?sh|python[\d.]*|perl|ruby|node|php|pwsh|source|\.|eval)$/;
const configurators = /^(?:ansible\S*|chef\S*|puppet\S*|salt\S*|cinc\S*)$/;

/** Whether a program runs code that is neither in the user data nor a program of the system. */
export function isForeign(name: string, program: string, args: readonly string[]): boolean {
  if (interpreters.test(program)) return !((name === 'source' || name === '.') && /^(?:\/etc\/|~)/.test(args[0] ?? ''));
  return configurators.test(program) || (name.includes('/') && !systemFolders.test(name));
}

import { counted } from '../../core/counted';
import { groupBy } from '../../core/group-by';
import { by } from '../../core/order';
import type { Fragment } from '../../finding/finding';
import type { Report, ReportUndecided } from '../report';
import { columns, wrap } from './layout';
import type { Paint } from './paint';

/** What would settle the undecided answers: what `drydock.json` would have to say, what else would, and how many nothing settles. */
export function showWanted({ undecided }: Report, width: number, paint: Paint): readonly string[] {
  const sayable = undecided.filter(({ give }) => give !== undefined);
  const others = undecided.filter(({ give, resolveWith }) => give === undefined && resolveWith !== '');
  const nothing = undecided.length - sayable.length - others.length;
  return [
    ...(sayable.length === 0 ? [] : [
      titled(`drydock.json would settle ${counted(sayable.length, 'answer')}`, settled(sayable, ({ give }) => pathOf(give), width), paint),
      ['Ready to paste, once what stands between < and > is filled in:', '', JSON.stringify(merged(sayable.map(({ give = {} }) => give)), null, 2)].join('\n'),
    ]),
    ...(others.length === 0 ? [] : [titled(`Something else would settle ${counted(others.length, 'answer')}`, settled(others, ({ resolveWith }) => resolveWith, width), paint)]),
    ...(nothing === 0 ? [] : [wrap(`${counted(nothing, 'answer')} cannot be told by anybody before the deployment.`, width).join('\n')]),
    ...(undecided.length === 0 ? ['Nothing is undecided.'] : []),
  ];
}

function titled(title: string, lines: readonly string[], paint: Paint): string {
  return [paint('strong', title), ...lines].join('\n');
}

/** What settles answers, most first: how many, and which rules at which resources. */
function settled(answers: readonly ReportUndecided[], inputOf: (answer: ReportUndecided) => string, width: number): readonly string[] {
  const groups = [...groupBy(answers, inputOf)].sort(by(([, group]) => -group.length, ([input]) => input));
  const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(', ');
  return columns(groups.map(([input, group]) => [
    `${group.length}`.padStart(4), `${input}`, `${distinct(group.map(({ rule }) => rule))} at ${distinct(group.map(({ resource }) => resource))}`,
  ]), width);
}

/** Where a fragment says something, as `existing.subnets.subnet-1`. */
function pathOf(fragment: Fragment | string | undefined): string {
  const [[key, value] = [], ...others] = typeof fragment === 'object' ? Object.entries(fragment) : [];
  const rest = key === undefined || others.length > 0 ? '' : pathOf(value);
  return key === undefined || others.length > 0 ? '' : rest === '' ? key : `${key}.${rest}`;
}

function merged(fragments: readonly Fragment[]): Fragment {
  const all = new Map<string, Fragment | string>();
  for (const [key, value] of fragments.flatMap(fragment => Object.entries(fragment))) {
    const before = all.get(key);
    all.set(key, typeof before === 'object' && typeof value === 'object' ? merged([before, value]) : value);
  }
  return Object.fromEntries(all);
}

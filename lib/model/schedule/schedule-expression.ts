/** Who reads a schedule: EventBridge rules know no single date and want singular and plural right; the others are more patient. */
export type ScheduleReader = 'rule' | 'scheduler' | 'scaling';

/** What is wrong with a schedule as `rate(5 minutes)`, as the end of a sentence, or undefined. Judged only where AWS was seen to refuse it. */
export function scheduleProblem(expression: string, reader: ScheduleReader): string | undefined {
  const [, kind = '', inside = ''] = /^(at|cron|rate)\((.*)\)$/i.exec(expression) ?? [];
  switch (kind.toLowerCase()) {
    case 'rate': return rateProblem(inside, reader);
    case 'cron': return cronProblem(inside, reader);
    case 'at': return reader === 'rule' ? 'rules take cron(…) and rate(…)' : atProblem(inside);
    default: return `it has the form ${reader === 'rule' ? 'cron(…) or rate(…)' : 'at(…), cron(…) or rate(…)'}`;
  }
}

function rateProblem(inside: string, reader: ScheduleReader): string | undefined {
  const [, amount, unit = '', plural = ''] = /^(\d+)\s?(minute|hour|day)(s?)$/.exec(inside) ?? [];
  if (amount === undefined) return 'a rate is a whole number and minutes, hours or days';
  if (Number(amount) === 0) return 'a rate is at least 1';
  if (reader !== 'rule' || (Number(amount) === 1) === (plural === '')) return undefined;
  return `a rate of ${amount} is in ${unit}${plural === '' ? 's' : ''}`;
}

/** The fields of a cron schedule with the smallest and the largest number that each takes. The year is not checked: EventBridge takes any. */
const fields = [
  { name: 'minutes', least: 0, most: 59 }, { name: 'hours', least: 0, most: 23 }, { name: 'day of month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 }, { name: 'day of week', least: 1, most: 7 },
] as const;

function cronProblem(inside: string, reader: ScheduleReader): string | undefined {
  const given = inside.trim().split(/\s+/), [, , dayOfMonth, , dayOfWeek] = given;
  const least = reader === 'scheduler' ? 5 : 6;
  if (given.length < least || given.length > 6) return `cron has six fields, and here are ${given.length}`;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return 'of day of month and day of week exactly one is ?';
  const outside = fields.find(({ least: from, most }, i) => /^\d+$/.test(given[i] ?? '') && (Number(given[i]) < from || Number(given[i]) > most));
  return outside && `${outside.name} go from ${outside.least} to ${outside.most}`;
}

function atProblem(inside: string): string | undefined {
  const [, month, day, hour, minute, second = '0'] = /^\d{4}-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(inside) ?? [];
  if (month === undefined) return 'a date has the form at(2030-01-31T08:00:00), without a zone';
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31, isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  return isDate && isTime ? undefined : 'there is no such date or time';
}

import { Duration, Token } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import { misuse } from './misuse';

/** A duration of `'30 seconds'`, `'5 minutes'`, `'1 hour'`, or one of the CDK's own. */
export function durationOf(path: string, property: string, given: Duration | string): Duration;
export function durationOf(path: string, property: string, given: Duration | string | undefined): Duration | undefined;
export function durationOf(path: string, property: string, given: Duration | string | undefined): Duration | undefined {
  if (typeof given !== 'string') return given;
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?) *(second|minute|hour|day)s?$/.exec(given) ?? [], make = units[unit];
  if (!make) throw misuse(path, `${property} is ${JSON.stringify(given)}. Give a duration as '30 seconds', '5 minutes', '1 hour' or '1 day', or CDK's Duration.`);
  return make(Number(amount));
}

/** How long a log group keeps what it gets: `'1 month'`, `'2 weeks'`, or one of the CDK's own. CloudWatch Logs offers certain numbers of days, and no others. */
export function retentionOf(path: string, given: logs.RetentionDays | string): logs.RetentionDays {
  if (typeof given !== 'string') return given;
  if (given === 'forever') return logs.RetentionDays.INFINITE;
  const [, amount = '', unit = ''] = /^(\d+) *(day|week|month|year)s?$/.exec(given) ?? [];
  const number = Number(amount), days = unit === 'week' ? number * 7 : unit === 'month' ? monthsInDays[number] : unit === 'year' ? monthsInDays[number * 12] : number;
  if (unit === '' || days === undefined || !offered.includes(days)) {
    throw misuse(path, `logRetention is ${JSON.stringify(given)}. CloudWatch Logs keeps for ${offered.join(', ')} days: give one of these, as '1 week', '1 month', '1 year', or 'forever'.`);
  }
  return days;
}

/** The name of a time zone: Area/City; those with one word are UTC and its names. */
export function timeZoneOf(path: string, property: string, timeZone: string): string {
  if (!Token.isUnresolved(timeZone) && !/^(UTC|GMT|[A-Z]\w+(\/[\w+-]+){1,2})$/.test(timeZone)) throw misuse(path, `${property} is '${timeZone}'. Give the name of a zone, as 'Europe/Berlin' or 'UTC'.`);
  return timeZone;
}

const units: Partial<Record<string, (amount: number) => Duration>> = { second: Duration.seconds, minute: Duration.minutes, hour: Duration.hours, day: Duration.days };

// CloudWatch Logs counts months of 30 and 31 days, and years of 365, 366 and 364.
const monthsInDays: Partial<Record<number, number>> = { 1: 30, 2: 60, 3: 90, 4: 120, 5: 150, 6: 180, 12: 365, 13: 400, 18: 545, 24: 731, 36: 1096, 60: 1827, 72: 2192, 84: 2557, 96: 2922, 108: 3288, 120: 3653 };
const offered = Object.values(logs.RetentionDays).filter((days): days is logs.RetentionDays => typeof days === 'number' && days !== logs.RetentionDays.INFINITE);

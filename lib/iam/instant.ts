const form = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:?\d\d)?)?$/;

/** A date as IAM takes it, in seconds since 1970: in one of the forms of ISO 8601, or as that number. Undefined for what is none. */
export function secondsOf(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text) && text.length > 4) return Number(text);
  const [whole, year, month, day, hours = '0', minutes = '0', seconds = '0', zone = 'Z'] = form.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [sign, zoneHours, zoneMinutes] = zone === 'Z' ? [1, 0, 0] : [zone.startsWith('-') ? -1 : 1, Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  const offset = sign * (zoneHours * 60 + zoneMinutes);
  return ((daysTo(Number(year), Number(month), Number(day)) * 24 + Number(hours)) * 60 + Number(minutes) - offset) * 60 + Number(seconds);
}

/** Days from 1970-01-01, counted in years that begin in March: then the day that comes every fourth year is the last. */
function daysTo(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1, m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 719469;
}

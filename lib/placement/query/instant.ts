/**
 * The second that a date of a cluster query names, counted from 1970: `2018-06-18T22:28:28+00:00`, with `Z`, without zone, or the day alone.
 * Undefined for any other spelling. Without a zone it is taken for UTC.
 */
export function instantOf(text: string): number | undefined {
  const [, year, month, day, hour = 0, minute = 0, second = 0, sign, zoneHour = 0, zoneMinute = 0] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -60 : 60);
  return daysTo(Number(year), Number(month), Number(day)) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
}

/** Days from 1 January 1970 in the Gregorian calendar. Years are counted from March, so that a leap day comes last. */
function daysTo(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1, months = (month + 9) % 12;
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + Math.floor((months * 153 + 2) / 5) + day - 719_469;
}

import { timeZoneProperties, timeZones } from '../../catalog/time-zones';
import { nearest } from '../../core/nearest';
import { ifKnown } from '../../core/value';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** A schedule goes by a time zone that there is. */
export const timeZone = defineRule({
  id: 'time-zone',
  title: 'There is no time zone of this name',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(timeZoneProperties),
  explanation: 'EventBridge Scheduler, Application Auto Scaling and EC2 Auto Scaling know time zones by the names of the IANA database, as Europe/Berlin. Names that Windows or people use, as W. Europe Standard Time, they refuse. Nothing is said of abbreviations.',
  docs: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
  predicts: ['ScheduleExpressionTimezone', 'Timezone'],
  facts: [timeZones],
  messages: {
    notFound: ({ name, meant }: { name: string; meant: string | undefined }) => ({
      says: `${name} is no name of a time zone in the IANA database.`,
      fix: meant === undefined ? 'Take a name of the IANA database, as Europe/Berlin.' : `Did you mean ${meant}?`,
    }),
  },
  check({ type, properties }, say) {
    for (const property of atPath(properties, timeZoneProperties[type] ?? '', say)) {
      const text = property.text(), name = ifKnown(text);
      if (name === undefined || !/[/ ]/.test(name) || isName(name.toLowerCase())) continue;
      say.violated('notFound', text, { name, meant: nearest(name, allNames()) });
    }
  },
});

function isName(name: string): boolean {
  return allNames().some(other => other.toLowerCase() === name);
}

function allNames(): readonly string[] {
  return Object.entries(timeZones.value).flatMap(([area, zones]) => zones.split(' ').map(zone => `${area}/${zone}`));
}

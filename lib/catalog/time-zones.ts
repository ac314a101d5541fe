import { fact } from './fact';
import names from './data/time-zones.json';

/** The names of time zones by what stands before their first slash. Made by `tools/import-time-zones.mjs`. */
export const timeZones = fact<Readonly<Record<string, string>>>({
  id: 'time-zones',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/applicationautoscaling/aws.sdk.kotlin.services.applicationautoscaling.model/-put-scheduled-action-request/timezone.html',
    read: '2026-11-22',
    says: 'Time zones have the names of the IANA time zone database (such as Etc/GMT+9 or Pacific/Tahiti). The names are those of its version 2025b, with the older ones that it keeps.',
  },
  value: names,
});

/** Where resources that EventBridge and Auto Scaling run by the clock give a time zone, by resource type. */
export const timeZoneProperties: Readonly<Record<string, string>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': 'ScheduledActions.*.Timezone',
  'AWS::AutoScaling::ScheduledAction': 'TimeZone',
  'AWS::Scheduler::Schedule': 'ScheduleExpressionTimezone',
};

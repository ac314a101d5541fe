import { didYouMean } from '../../core/nearest';
import { ifKnown } from '../../core/value';
import { sameName } from '../../model/noun';
import { defineRule } from '../rule';

/** The log driver awslogs writes into a log group that is there, and makes one only where it is told to. */
export const logGroupElsewhere = defineRule({
  id: 'log-group-elsewhere',
  title: 'The log group is in none of these templates',
  severity: 'warning',
  phase: 'start',
  subject: 'container',
  explanation: 'The driver awslogs makes a log stream before the container starts, in a log group that has to be there. Without awslogs-create-group nothing makes one that the templates do not, and tasks do not start in an account that has not got it.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  predicts: ['The specified log group does not exist.'],
  facts: [],
  messages: {
    missing: ({ group, groups }: { group: string; groups: readonly string[] }) => ({
      says: `The log group ${group} is in none of these templates, and the driver is not told to create it.${didYouMean(group, groups)} The container starts only where the account already has it in this Region.`,
      fix: 'Refer to an AWS::Logs::LogGroup of the template, or set awslogs-create-group to true and allow logs:CreateLogGroup.',
      ecsSays: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 time(s): failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    }),
  },
  check({ container: { logDriver, logOptions } }, say, { logGroups }) {
    if (say.need(logDriver) !== 'awslogs') return;
    const options = say.need(logOptions), group = options?.get('awslogs-group');
    if (!group || group.state !== 'known' || options?.has('awslogs-create-group')) return;
    if (logGroups.some(({ name }) => sameName(name, group) !== 'no')) return;
    say.violated('missing', group, { group: group.value, groups: logGroups.flatMap(({ name }) => ifKnown(name) ?? []) });
  },
});

import { awslogsOptions } from '../../catalog/log-drivers';
import { known } from '../../core/value';
import { supports } from '../../model/task-definition';
import { defineRule } from '../rule';

/** The awslogs driver has to be told where its logs go, in options that it knows. */
export const logOptions = defineRule({
  id: 'log-options',
  title: 'The awslogs driver does not have the options that it needs',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'The driver awslogs needs the log group and its region, and on Fargate a prefix for the log streams. ECS refuses a task definition without them, with options that the driver does not have, and with awslogs-create-group set to anything but true.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  predicts: [
    'Log driver awslogs requires options: awslogs-region, awslogs-group', 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.',
    'Log driver awslogs disallows options:', "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
  ],
  facts: [awslogsOptions],
  messages: {
    leftOut: ({ options, ecsSays }: { options: readonly string[]; ecsSays: string }) => ({
      says: `The awslogs driver needs the ${options.length === 1 ? 'option' : 'options'} ${options.join(' and ')}.`,
      fix: options.includes('awslogs-region') ? 'Add them to Options; the region of the stack is !Ref AWS::Region.' : 'Add them to Options.',
      ecsSays,
    }),
    notTaken: ({ option }: { option: string }) => ({
      says: `The awslogs driver has no option ${option}.`,
      fix: 'Take it out of Options.',
      ecsSays: `Log driver awslogs disallows options: ${option}`,
    }),
    createGroup: ({ value }: { value: string }) => ({
      says: `awslogs-create-group is ${value}; ECS takes only true, and no option where the group is there already.`,
      fix: 'Take awslogs-create-group out.',
      ecsSays: "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
    }),
    twoPatterns: () => ({
      says: 'awslogs-datetime-format and awslogs-multiline-pattern both say where a message begins.',
      fix: 'Take one of them out.',
      ecsSays: "CannotCreateContainerError: you cannot configure log opt 'awslogs-datetime-format' and 'awslogs-multiline-pattern' at the same time",
      phase: 'start',
    }),
  },
  check({ task, container }, say) {
    if (say.need(container.logDriver) !== 'awslogs') return;
    const { logOptions: given } = container;
    const options = say.need(given.state === 'absent' ? known(new Map<string, never>(), given.at) : given);
    if (!options) return;
    const { required, requiredOnFargate, taken } = awslogsOptions.value;
    const missing = required.filter(option => !options.has(option));
    if (missing.length > 0) say.violated('leftOut', given, { options: missing, ecsSays: `Log driver awslogs requires options: ${missing.join(', ')}` });
    const prefix = requiredOnFargate.filter(option => !options.has(option));
    if (prefix.length > 0 && say.need(supports(task, 'FARGATE'))) {
      say.violated('leftOut', given, { options: prefix, ecsSays: `Fargate requires log configuration options to include ${prefix.join()} to support log driver awslogs.` });
    }
    for (const option of options.keys()) if (!taken.includes(option)) say.violated('notTaken', options.get(option) ?? given, { option });
    if (options.has('awslogs-datetime-format') && options.has('awslogs-multiline-pattern')) say.violated('twoPatterns', given, undefined);
    const create = options.get('awslogs-create-group'), value = create && say.need(create);
    if (create && value !== undefined && value.toLowerCase() !== 'true') say.violated('createGroup', create, { value });
  },
});

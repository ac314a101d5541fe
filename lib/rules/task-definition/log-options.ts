import { logDriverOptions } from '../../catalog/log-drivers';
import { entryOf } from '../../core/entry';
import { ifKnown, unknownsIn, withDefault, type Value } from '../../core/value';
import { supports } from '../../model/task-definition/task-definition';
import { atPath } from '../at-path';
import { listed } from '../listed';
import { defineRule } from '../rule';

/** A log driver has to be told where its logs go, in options that it knows. */
export const logOptions = defineRule({
  id: 'log-options',
  title: 'The log driver cannot work with its options',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'The driver awslogs needs the log group and its region, and on Fargate a prefix for the log streams; the driver splunk needs an address and a token, which may come from a secret. ECS refuses a task definition without them, with options that awslogs does not have, and with awslogs-create-group set to anything but true.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  predicts: [
    'Log driver awslogs requires options: awslogs-region, awslogs-group', 'Log driver splunk requires options: splunk-token', 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.',
    'Log driver awslogs disallows options:', "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
  ],
  facts: [logDriverOptions],
  messages: {
    leftOut: ({ driver, options, ecsSays }: { driver: string; options: readonly string[]; ecsSays: string }) => ({
      says: `The log driver ${driver} needs the ${options.length === 1 ? 'option' : 'options'} ${listed(options)}.`,
      fix: `Add ${options.length === 1 ? 'it' : 'them'} to Options${options.includes('awslogs-region') ? '; the region of the stack is !Ref AWS::Region' : ''}.`,
      ...(options.join() === 'awslogs-region' ? { repair: [{ below: options, set: { Ref: 'AWS::Region' } }] } : {}),
      ecsSays,
    }),
    notTaken: ({ driver, option }: { driver: string; option: string }) => ({
      says: `The log driver ${driver} has no option ${option}.`,
      fix: 'Take it out of Options.',
      repair: [{ remove: true }],
      ecsSays: `Log driver ${driver} disallows options: ${option}`,
    }),
    createGroup: ({ value }: { value: string }) => ({
      says: `awslogs-create-group is ${value}; ECS takes only true, and no option where the group is there already.`,
      fix: 'Take awslogs-create-group out.',
      repair: [{ remove: true }],
      ecsSays: "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
    }),
    mode: ({ mode }: { mode: string }) => ({
      says: `mode is ${mode}; Docker takes blocking or non-blocking.`,
      fix: 'mode: non-blocking',
      repair: [{ set: 'non-blocking' }],
      ecsSays: `CannotStartContainerError: logger: logging mode not supported: ${mode}`,
      phase: 'start',
    }),
    buffer: () => ({
      says: 'max-buffer-size is given and mode is blocking, in which there is no buffer.',
      fix: 'Set mode to non-blocking, or take max-buffer-size out.',
      ecsSays: "logger: max-buffer-size option is only supported with 'mode=non-blocking'",
      phase: 'start',
    }),
    twoPatterns: () => ({
      says: 'awslogs-datetime-format and awslogs-multiline-pattern both say where a message begins.',
      fix: 'Take one of them out.',
      ecsSays: "CannotCreateContainerError: you cannot configure log opt 'awslogs-datetime-format' and 'awslogs-multiline-pattern' at the same time",
      phase: 'start',
    }),
  },
  check({ task, container }, say) {
    const { logOptions: given } = container, driver = say.need(container.logDriver) ?? '', has = entryOf(logDriverOptions.value, driver);
    const options = has && say.need(withDefault(given, new Map<string, Value<string>>()));
    if (!options) return;
    const secrets = atPath(container.properties, 'LogConfiguration.SecretOptions.*.Name', say).map(name => name.text()), [open] = unknownsIn(...secrets);
    const without = (names: readonly string[]): readonly string[] => {
      const left = names.filter(name => !options.has(name) && !secrets.some(secret => ifKnown(secret) === name));
      if (left.length > 0 && open) say.undecided(open);
      return open ? [] : left;
    };
    const missing = without(has.required), onFargate = without(has.requiredOnFargate);
    if (missing.length > 0) say.violated('leftOut', given, { driver, options: missing, ecsSays: `Log driver ${driver} requires options: ${missing.join(', ')}` });
    if (onFargate.length > 0 && say.need(supports(task, 'FARGATE'))) {
      say.violated('leftOut', given, { driver, options: onFargate, ecsSays: `Fargate requires log configuration options to include ${onFargate.join()} to support log driver ${driver}.` });
    }
    for (const [option, at] of options) if (has.taken && !has.taken.includes(option)) say.violated('notTaken', at, { driver, option });
    if (options.has('awslogs-datetime-format') && options.has('awslogs-multiline-pattern')) say.violated('twoPatterns', given, undefined);
    const way = options.get('mode'), mode = way && say.need(way);
    if (way && mode !== undefined && mode !== 'blocking' && mode !== 'non-blocking') say.violated('mode', way, { mode });
    if (mode === 'blocking' && options.has('max-buffer-size')) say.violated('buffer', options.get('max-buffer-size') ?? given, undefined);
    const create = options.get('awslogs-create-group'), value = create && say.need(create);
    if (create && value !== undefined && value.toLowerCase() !== 'true') say.violated('createGroup', create, { value });
  },
});

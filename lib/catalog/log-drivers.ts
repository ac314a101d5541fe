import { fact } from './fact';

/** The options of a log driver, as ECS looks at them. */
export interface LogDriverOptions {
  readonly required: readonly string[];
  readonly requiredOnFargate: readonly string[];
  /** All that the driver takes, where ECS refuses others by name. */
  readonly taken?: readonly string[];
}

/** The options that ECS demands of a log driver, by driver, and those beside which it takes no others. */
export const logDriverOptions = fact<Readonly<Record<string, LogDriverOptions>>>({
  id: 'log-driver-options',
  standing: 'observed',
  source: {
    url: 'https://github.com/hashicorp/terraform-provider-aws/issues/8596',
    read: '2026-11-20',
    says: '"Log driver splunk requires options"; likewise for awslogs, whose required options are in API LogConfiguration. "Log driver awslogs disallows options": aws-samples/amazon-ecs-firelens-examples issue 83. The options of awslogs are those of Docker\'s driver.',
  },
  value: {
    awslogs: {
      required: ['awslogs-group', 'awslogs-region'],
      requiredOnFargate: ['awslogs-stream-prefix'],
      taken: [
        'awslogs-group', 'awslogs-region', 'awslogs-stream-prefix', 'awslogs-create-group', 'awslogs-datetime-format', 'awslogs-multiline-pattern', 'mode', 'max-buffer-size',
        'awslogs-create-stream', 'awslogs-credentials-endpoint', 'awslogs-endpoint', 'awslogs-force-flush-interval-seconds', 'awslogs-format', 'awslogs-max-buffered-events', 'awslogs-stream', 'tag',
      ],
    },
    splunk: { required: ['splunk-token', 'splunk-url'], requiredOnFargate: [] },
  },
});

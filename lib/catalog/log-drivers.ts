import { fact } from './fact';

/** The options of the awslogs driver: those that ECS demands, and all that it takes. */
export const awslogsOptions = fact({
  id: 'awslogs-options',
  standing: 'observed',
  source: {
    url: 'https://github.com/aws-samples/amazon-ecs-firelens-examples/issues/83',
    read: '2026-11-20',
    says: 'ECS refuses an option of another driver by name: "Log driver awslogs disallows options". The required ones are in API LogConfiguration; the rest are those of Docker\'s driver.',
  },
  value: {
    required: ['awslogs-group', 'awslogs-region'],
    requiredOnFargate: ['awslogs-stream-prefix'],
    taken: [
      'awslogs-group', 'awslogs-region', 'awslogs-stream-prefix', 'awslogs-create-group', 'awslogs-datetime-format', 'awslogs-multiline-pattern', 'mode', 'max-buffer-size',
      'awslogs-create-stream', 'awslogs-credentials-endpoint', 'awslogs-endpoint', 'awslogs-force-flush-interval-seconds', 'awslogs-format', 'awslogs-max-buffered-events', 'awslogs-stream', 'tag',
    ],
  },
});

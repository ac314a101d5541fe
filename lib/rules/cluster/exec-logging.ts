import { inUse } from '../../model/in-use';
import { defineRule } from '../rule';

/** Where the logs of ECS Exec go is said exactly where they are not to go where the containers' logs go. */
export const execLogging = defineRule({
  id: 'exec-logging',
  title: 'The settings for logging ECS Exec contradict each other',
  severity: 'error',
  phase: 'create',
  subject: 'cluster',
  explanation: 'A cluster logs what is typed in ECS Exec as the containers log (DEFAULT), not at all (NONE), or elsewhere (OVERRIDE). ECS demands a LogConfiguration with a log group or a bucket for OVERRIDE, and refuses one with the others.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
  predicts: [
    "You must set logging to 'OVERRIDE' when you supply a log configuration.",
    'A CloudWatch log group name or S3 bucket name must be specified when overriding the default log configuration.',
  ],
  facts: [],
  messages: {
    noTarget: () => ({
      says: 'Logging is OVERRIDE, and LogConfiguration names neither a log group nor a bucket.',
      fix: 'Give LogConfiguration a CloudWatchLogGroupName or an S3BucketName.',
      ecsSays: 'A CloudWatch log group name or S3 bucket name must be specified when overriding the default log configuration.',
    }),
    notOverridden: ({ logging }: { logging: string }) => ({
      says: `A LogConfiguration is given, and Logging is ${logging}.`,
      fix: 'Set Logging to OVERRIDE, or take LogConfiguration out.',
      ecsSays: "You must set logging to 'OVERRIDE' when you supply a log configuration.",
    }),
  },
  check(cluster, say) {
    const exec = cluster.properties.get('Configuration', 'ExecuteCommandConfiguration'), logging = exec.get('Logging').text(), target = exec.get('LogConfiguration');
    const way = say.need(logging) ?? (logging.state === 'absent' ? 'DEFAULT' : undefined), isGiven = say.need(inUse(target));
    if (way === undefined || isGiven === undefined) return;
    const names = ['CloudWatchLogGroupName', 'S3BucketName'].map(name => target.get(name).given);
    if (way === 'OVERRIDE' && names.every(given => given === 'no')) say.violated('noTarget', target, undefined);
    if (way !== 'OVERRIDE' && isGiven) say.violated('notOverridden', logging, { logging: way });
  },
});

import { endsWith, showText, startsWith } from '../../core/text';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** An environment file is an object in S3, named by its ARN, whose name ends in .env. */
export const environmentFile = defineRule({
  id: 'environment-file',
  title: 'The environment file is not an .env object of S3',
  severity: 'error',
  phase: 'register',
  subject: 'container',
  explanation: 'ECS reads files of variables from S3. Value is the ARN of the object, as arn:aws:s3:::bucket/name.env, and not its address; ECS refuses another form. It also demands that the name ends in .env.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
  predicts: ['Invalid arn syntax.'],
  facts: [],
  messages: {
    notArn: ({ value }: { value: string }) => ({
      says: `The environment file is ${value}, which is not the ARN of an object of S3.`,
      fix: 'Write arn:aws:s3:::bucket/name.env, or in a template !Sub ${Bucket.Arn}/name.env.',
      ecsSays: 'Invalid arn syntax.',
    }),
    extension: ({ value }: { value: string }) => ({
      says: `The environment file is ${value}; ECS wants a name that ends in .env.`,
      fix: 'Give the object a name that ends in .env.',
      severity: 'warning',
    }),
  },
  check({ container }, say) {
    for (const file of atPath(container.properties, 'EnvironmentFiles.*.Value', say)) {
      const value = file.text(), isArn = startsWith(value, 'arn:'), hasExtension = endsWith(value, '.env');
      if (value.state === 'absent') continue;
      if (isArn === 'no') say.violated('notArn', value, { value: showText(value) });
      else if (hasExtension === 'no') say.violated('extension', value, { value: showText(value) });
      else if (isArn === 'unknown' || hasExtension === 'unknown') say.need(value);
    }
  },
});

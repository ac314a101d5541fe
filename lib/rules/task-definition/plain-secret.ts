import { ifKnown } from '../../core/value';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** What a template says in plain text everybody reads who reads the template or the task definition. */
export const plainSecret = defineRule({
  id: 'plain-secret',
  title: 'A secret stands in the template in plain text',
  severity: 'advice',
  phase: 'register',
  subject: 'container',
  explanation: 'Values of Environment stand in the template, in the task definition and in what the console and the API show of it. A password, a token or a key comes from Secrets Manager or the Parameter Store by Secrets, and stands nowhere. Judged by the name of the variable, where the value is written out in the template.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  predicts: [],
  facts: [],
  messages: {
    plain: ({ name }: { name: string }) => ({
      says: `The value of ${name} stands in the template, and in the task definition for everybody who may describe it.`,
      fix: `Move ${name} to Secrets, with the ARN of a secret or of a parameter.`,
    }),
  },
  check({ container }, say) {
    for (const variable of atPath(container.properties, 'Environment.*', say)) {
      const given = variable.get('Value').text(), name = ifKnown(variable.get('Name').text()), value = ifKnown(given);
      const isWritten = given.at.from === undefined && value !== undefined && !isNoSecret.test(value);
      if (isWritten && name !== undefined && secretNames.test(name)) say.violated('plain', given, { name });
    }
  },
});

/** Whole words at the end of a name: PASSWORD_FILE and TOKEN_URL are none. */
const secretNames = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET_?KEY)$/i;

/** Nothing, a switch, a number, an address, or the ARN of where the secret is. */
const isNoSecret = /^(?:|true|false|yes|no|on|off|\d{1,4}|arn:.*|https?:\/\/.*|\/.*|\{\{resolve:.*)$/i;

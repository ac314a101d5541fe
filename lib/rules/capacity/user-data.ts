import { userDataSize } from '../../catalog/user-data-size';
import { entryOf } from '../../core/entry';
import { partsOf } from '../../core/text';
import { defineRule } from '../rule';

const places: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'AWS::AutoScaling::LaunchConfiguration': ['UserData'],
  'AWS::EC2::Instance': ['UserData'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData', 'UserData'],
};

/** User data travels as Base64, and is not long. */
export const userData = defineRule({
  id: 'user-data',
  title: 'EC2 does not take the user data',
  severity: 'error',
  phase: 'create',
  subject: 'resource',
  types: Object.keys(places),
  explanation: 'EC2 and EC2 Auto Scaling take user data in Base64, in which Fn::Base64 puts it, and not as the text of a script. They take up to 16 KB of it.',
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
  predicts: ['Invalid BASE64 encoding of user data', 'User data is limited to 16384 bytes'],
  facts: [userDataSize],
  messages: {
    plain: () => ({
      says: 'The user data is plain text; EC2 takes it in Base64.',
      fix: 'Put it in Fn::Base64.',
      ecsSays: 'Invalid BASE64 encoding of user data.',
    }),
    tooLong: ({ length }: { length: number }) => ({
      says: `The user data has at least ${length} bytes; EC2 takes up to ${mostBytes}.`,
      fix: 'Keep the script in a bucket of S3, and let the user data fetch and run it.',
      ecsSays: `User data is limited to ${mostBytes} bytes`,
    }),
  },
  check({ type, properties }, say) {
    const path = entryOf(places, type), given = path && properties.get(...path), text = given?.text();
    if (!text || (text.state === 'unknown' && text.mayBeAbsent)) return;
    const letters = (partsOf(text) ?? []).map(part => (typeof part === 'string' ? part : '')).join('');
    if (takenLiterally.includes(given?.function) && /[^A-Za-z0-9+/=\s]/.test(letters)) return say.violated('plain', text, undefined);
    // What is encoded already is a third longer than what EC2 counts.
    const length = given?.function === 'Fn::Base64' ? letters.length : Math.floor(letters.replace(/[=\s]/g, '').length * 3 / 4);
    if (length > mostBytes) say.violated('tooLong', text, { length });
  },
});

const mostBytes = userDataSize.value.kilobytes * 1024;

/** The functions that do not encode, and take nothing that is; undefined for a text as it stands. */
const takenLiterally: readonly (string | undefined)[] = [undefined, 'Fn::Join', 'Fn::Sub', 'Ref'];

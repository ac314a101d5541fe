import { evaluate } from '../support/evaluate';
import { Deployment } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import { explainUnknown } from '../../lib/finding/explain-unknown';

function ask(conditions: string, name: string): string {
  const document = parseYaml('stack.yaml', `
Parameters: { Given: { Type: String, Default: 'true' }, Open: { Type: String }, Other: { Type: String } }
Resources: { Role: { Type: AWS::IAM::Role }, Same: { Type: AWS::IAM::Role } }
Conditions:\n  ${conditions.replaceAll('\n', '\n  ')}`);
  const value = new Deployment([{ name: 'stack', document }]).stacks.get('stack')?.condition(name, { stack: 'stack', path: [] });
  if (value?.state === 'known') return String(value.value);
  return value?.state === 'unknown' ? explainUnknown(value.why).reason : 'absent';
}

const open = 'condition C is open: parameter Open has no value here and no default';

test.each([
  ['!Equals [!Ref Given, true]', 'true'],
  ['!Equals [!Ref Given, yes]', 'true'],
  ['!Equals [!Ref Given, x]', 'false'],
  ['!Equals [!Ref Open, x]', open],
  ['!Equals [!Ref Open, !Ref Open]', 'true'],
  ["!Equals [!Sub 'a-${Open}', b]", 'false'],
  ['!Equals [!Ref Role, !Ref Same]', 'false'],
  ['!Not [!Equals [a, b]]', 'true'],
  ['!Not [!Equals [!Ref Open, b]]', open],
  ['!And [!Equals [a, a], !Equals [b, b]]', 'true'],
  ['!And [!Equals [!Ref Open, a], !Equals [a, b]]', 'false'],
  ['!And [!Equals [!Ref Open, a], !Equals [a, a]]', open],
  ['!Or [!Equals [!Ref Open, a], !Equals [a, a]]', 'true'],
  ['!Or [!Equals [!Ref Open, a], !Equals [a, b]]', open],
  ['!Equals [a]', 'condition C is open: Fn::Equals cannot be computed as it stands'],
  ['!Not [a]', 'condition C is open: Conditions cannot be computed as it stands'],
  ['{ Fn::Equals: [a, a], Fn::Not: [] }', 'condition C is open: Conditions cannot be computed as it stands'],
  ['yes', 'condition C is open: Conditions cannot be computed as it stands'],
])('%s is %s', (condition, expected) => {
  expect(ask(`C: ${condition}`, 'C')).toBe(expected);
});

test('conditions refer to conditions', () => {
  expect(ask('A: !Equals [a, a]\nB: !Not [!Condition A]\nC: !Or [!Condition B, Condition: A]', 'C')).toBe('true');
});

test.each(['A', 'B'])('conditions that need each other are unknown, whichever is asked first: %s', first => {
  const circle = 'A: !And [!Condition B, !Equals [a, b]]\nB: !Or [!Condition A, !Equals [a, a]]\nC: !Not [!Condition A]';
  expect(ask(circle, first)).toBe(`condition ${first} is open: the condition A of stack stack depends on itself`);
  expect(ask(circle, 'C')).toBe('condition C is open: condition A is open: the condition A of stack stack depends on itself');
});

test('a chain of conditions without end in sight is given up', () => {
  const chain = Array.from({ length: 1000 }, (_, i) => `C${i}: !Not [!Condition C${i + 1}]`).join('\n');
  expect(ask(chain, 'C0')).toContain('cannot be computed as it stands');
});

test('what is open in the middle stays open at the end', () => {
  expect(evaluate('!If [Perhaps, { Cpu: 256 }, !Ref AWS::NoValue]')).toBe('${?} or absent because condition Perhaps is open: parameter Open has no value here and no default');
});

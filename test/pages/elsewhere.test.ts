import { elsewhere } from '../../lib/pages/elsewhere';
import { rules } from '../../lib/rules/registry';

const ids: Readonly<Record<string, RegExp>> = {
  'CDK constructs': /^$/,
  'CloudFormation Validate': /^[EFIW]\d{4}$/,
  'Control Tower': /^CT\.[A-Z0-9]+\.PR\.\d+$/,
  'KICS': /^[a-z0-9_]+$/,
  'Prowler': /^[a-z0-9_]+$/,
  'Trivy': /^AWS-\d{4}$/,
  'Security Hub': /^[A-Za-z0-9]+\.\d+$/,
  'cdk-nag': /^AwsSolutions-[A-Z]+\d+$/,
  'cfn-lint': /^[EIW]\d{4}$/,
  'checkov': /^CKV_AWS_\d+$/,
};

test.each(Object.entries(elsewhere))('%s is a rule, and the checkers that have it too are named by their ids', (rule, others) => {
  expect(rules.map(({ id }) => id)).toContain(rule);
  for (const other of others) {
    const checker = Object.keys(ids).find(name => other === name || other.startsWith(`${name} `)) ?? other;
    expect(other.slice(checker.length).trim()).toMatch(ids[checker] ?? /^no such checker$/);
  }
  expect(new Set(others).size).toBe(others.length);
});

test('they are sorted by rule', () => {
  expect(Object.keys(elsewhere)).toEqual(Object.keys(elsewhere).sort());
});

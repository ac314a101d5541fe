import { onceFor } from '../../lib/core/once-for';
import { dryRun } from '../../lib/dry-run';
import { baseStacks, type BaseStackName } from '../../lib/rules/base-stacks';
import { fingerprintOf } from '../../lib/report/fingerprint';
import type { Example, Examples } from '../../lib/rules/example';
import { examples } from '../../lib/rules/examples-registry';
import { rules } from '../../lib/rules/registry';
import { stacksOf, templateOf } from '../../lib/pages/example-template';
import { parseJson } from '../../lib/template/parse-json';
import { applyRepair } from '../support/apply-repair';
import { schemaFaults } from '../support/schema-faults';

/** What is said of an example, once for all tests. */
const reportOn = onceFor((example: Example) => {
  const { report, broken } = dryRun([stacksOf(example)]);
  expect(broken).toEqual([]);
  return report;
});

function expected(example: Example): string[] {
  return (example.expects ?? []).map(({ at, message }) => [at, message].filter(Boolean).join(' ')).sort();
}

/** Where and how the rule is violated: the message of a finding is told by its fingerprint. */
function violations(id: string, example: Example): string[] {
  const keys = Object.keys(rules.find(rule => rule.id === id)?.messages ?? {});
  return reportOn(example).findings.filter(finding => finding.rule === id).map(({ stack, resource, path, fingerprint }) => {
    const message = keys.find(key => fingerprintOf(id, { stack, id: resource }, path, key) === fingerprint);
    return `${[resource, path].filter(Boolean).join('.')} ${message ?? '?'}`;
  }).sort();
}

/** What a finding of the rule is about is gone after the repair that it holds. */
function expectRepairs(id: string, example: Example): void {
  for (const { rule, fingerprint, repair } of reportOn(example).findings) {
    if (rule !== id || !repair) continue;
    const repaired = JSON.stringify(applyRepair(templateOf(example), repair)), { report } = dryRun([[{ name: 'example', document: parseJson('example.json', repaired) }]]);
    expect(report.findings.filter(finding => finding.fingerprint === fingerprint)).toEqual([]);
  }
}

describe.each(examples.map((all): [string, Examples] => [all.rule, all]))('%s', (rule, all) => {
  const named = (list: readonly Example[] = []): [string, Example][] => list.map(example => [example.name, example]);

  test.each(named(all.bad))('finds %s, and nothing of it where it is repaired as the report says', (_, example) => {
    expect(example.expects).not.toHaveLength(0);
    expect(violations(rule, example)).toEqual(expected(example));
    if (example.nested === undefined) expectRepairs(rule, example);
  });

  test.each(named(all.good))('has nothing against %s, and neither has any other rule at level error', (_, example) => {
    expect(reportOn(example).findings.filter(finding => finding.rule === rule || finding.severity === 'error')).toEqual([]);
  });

  const read = [...named(all.spelled), ...named(all.defaulted)];
  if (read.length > 0) {
    test.each(read)('reads %s as ECS does', (_, example) => {
      expect(violations(rule, example)).toEqual(expected(example));
    });
  }

  if (all.unknown) {
    test.each(named(all.unknown))('does not decide %s', (_, example) => {
      const result = reportOn(example);
      expect(result.findings.filter(finding => finding.rule === rule)).toEqual([]);
      const undecided = result.undecided.filter(answer => answer.rule === rule).map(answer => `${answer.resource}.${answer.path}`.replace(/^.*\.?Resources\./, ''));
      expect(undecided).toEqual(expect.arrayContaining(expected(example)));
      expect(undecided).not.toHaveLength(0);
    });
  }
});

test('what is said of them is as the schema of reports says', () => {
  expect(examples.flatMap(({ bad, unknown = [] }) => [...bad, ...unknown]).map(reportOn).flatMap(schemaFaults)).toEqual([]);
});

test.each((Object.keys(baseStacks) as BaseStackName[]).filter(over => over !== 'nothing'))('%s, over which examples are laid, floats', over => {
  expect(reportOn({ name: over, over, template: '' }).findings).toEqual([]);
});

test('every rule has examples, and the lists are sorted by id', () => {
  const ids = rules.map(rule => rule.id);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(examples.map(all => all.rule)).toEqual(ids);
});

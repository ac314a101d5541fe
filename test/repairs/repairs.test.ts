import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dryRun } from '../../lib/dry-run';
import { stacksOf, templateOf } from '../../lib/pages/example-template';
import { examples } from '../../lib/rules/examples-registry';
import { parseYaml } from '../../lib/template/parse';
import { parseJson } from '../../lib/template/parse-json';
import type { RawMap } from '../../lib/template/raw';
import { applyRepair } from '../support/apply-repair';

// Templates that sink, each for a reason of its own.
const folder = join(__dirname, 'templates'), files = readdirSync(folder);

function rootOf(file: string): RawMap {
  const text = readFileSync(join(folder, file), 'utf8');
  return (file.endsWith('.json') ? parseJson(file, text) : parseYaml(file, text)).root;
}

function findingsIn(root: unknown) {
  const { report, broken } = dryRun([[{ name: 'repaired', document: parseJson('repaired.json', JSON.stringify(root)) }]]);
  expect(broken).toEqual([]);
  return report.findings;
}

test('there are at least sixty', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
});

test.each(files)('%s: after the repair that the report holds nothing of it is left, and no other error', file => {
  const root = rootOf(file), repairable = findingsIn(root).filter(({ repair }) => repair);
  expect(repairable).not.toHaveLength(0);
  for (const { fingerprint, repair = [] } of repairable) {
    const after = findingsIn(applyRepair(root, repair));
    expect(after.filter(finding => finding.fingerprint === fingerprint || finding.severity === 'error')).toEqual([]);
  }
});

// Each rule shows what it finds; where it holds a repair, what it found is gone after it.
const repairable = examples.flatMap(({ rule, bad }) => bad.filter(({ nested }) => nested === undefined).flatMap(example =>
  (dryRun([stacksOf(example)]).report.findings.some(finding => finding.rule === rule && finding.repair) ? [[`${rule}: ${example.name}`, rule, templateOf(example)] as const] : [])));

test.each(repairable)('%s: the repair takes it away', (_, rule, root) => {
  for (const { fingerprint, repair = [] } of findingsIn(root).filter(finding => finding.rule === rule && finding.repair)) {
    expect(findingsIn(applyRepair(root, repair)).filter(finding => finding.fingerprint === fingerprint)).toEqual([]);
  }
});

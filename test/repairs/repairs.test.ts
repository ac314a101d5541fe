import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dryRun } from '../../lib/dry-run';
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

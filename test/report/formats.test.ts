import { join } from 'node:path';
import { renderGithub } from '../../lib/report/formats/github';
import { renderHtml } from '../../lib/report/formats/html';
import { renderJunit } from '../../lib/report/formats/junit';
import { renderMarkdown } from '../../lib/report/formats/markdown';
import { renderSarif } from '../../lib/report/formats/sarif';
import type { Report } from '../../lib/report/report';
import { expectGolden } from '../support/golden';
import { aFinding, aPlainFinding, aReport, anUndecided } from './sample';

const hostile = 'a|b <script>alert(1)</script> `x` @everyone ::error::\n%';
const advice = (resource: string) => aPlainFinding({
  rule: 'plain-secret', severity: 'advice', title: 'A secret stands in the template in plain text', resource, path: 'Properties.ContainerDefinitions.0.Environment.0.Value',
  message: 'The value of DB_PASSWORD stands in the template.', location: { file: 'shop.yaml', line: 60, column: 9 },
});

const report = aReport({
  findings: [
    aFinding({ repair: [{ path: ['Resources', 'WebTask', 'Properties', 'Memory'], set: '2048' }, { path: ['Resources', 'WebTask', 'Properties', 'Cpu'], set: '512' }] }),
    aPlainFinding({ rule: 'role-policy-order', severity: 'warning', title: 'What works with the role does not wait for its policy', message: hostile, resource: 'Web', path: 'Properties', fix: 'DependsOn: RolePolicy' }),
    advice('WebTask'), advice('WorkerTask'),
  ],
  undecided: [anUndecided(), anUndecided({ rule: 'container-memory' }), anUndecided({ rule: 'subnet-route', resolveWith: '' })],
  acknowledged: [{ ...aFinding({ resource: 'OldTask' }), reason: 'It goes away with the old shop.', until: '2027-06-30' }],
});
const formats: readonly [string, (report: Report) => string][] = [
  ['report.md', renderMarkdown], ['report.html', renderHtml], ['report.github.txt', renderGithub], ['report.junit.xml', renderJunit], ['report.sarif', renderSarif],
];

test.each(formats)('%s is the one that was approved', (file, render) => {
  expectGolden(join(__dirname, 'golden', file), render(report));
});

test.each(formats)('%s says of a report without findings that it floats', (file, render) => {
  if (file !== 'report.sarif') expect(render(aReport())).toMatch(/floats/);
  else expect(JSON.parse(render(aReport()))).toMatchObject({ runs: [{ results: [] }] });
});

test('SARIF describes each rule with all that GitHub asks for', () => {
  const { runs: [run] } = JSON.parse(renderSarif(report)) as { runs: { tool: { driver: { rules: object[] } } }[] };
  const text = { text: expect.stringMatching(/./) as string };
  for (const rule of run?.tool.driver.rules ?? []) expect(rule).toMatchObject({ shortDescription: text, fullDescription: text, help: text });
});

test('a comment of many errors stays within what GitHub takes', () => {
  const findings = Array.from({ length: 400 }, (_, i) => aFinding({ resource: `Task${i}`, message: 'm'.repeat(300) }));
  expect(renderMarkdown(aReport({ findings })).length).toBeLessThan(65_536);
  expect(renderMarkdown(aReport({ findings }))).toMatch(/^and 360 errors more$/m);
});

test('what comes from a template is no markup, mentions nobody and gives no commands', () => {
  expect(renderMarkdown(report)).not.toMatch(/[^\\]<script|@everyone|a\|b/);
  expect(renderHtml(report)).not.toMatch(/<script/);
  expect(renderGithub(report).split('\n').filter(line => line.startsWith('::'))).toHaveLength(report.findings.length);
});

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { dryRunApp } from '../lib/constructs/dry-run-app';
import { renderText, type Report } from '../lib/engine';
import { Drydock } from '../lib/index';
import { expectGolden } from './support/golden';

const root = join(__dirname, '..');
const examples = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);

/** Runs an example, as far as the moment at which it is dry-run. */
function appOf(example: string): App {
  const attach = jest.spyOn(Drydock, 'attach').mockImplementation();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an app is a program, which runs when it is loaded
  require(join(root, 'examples', example, 'app.ts'));
  const [call] = attach.mock.calls;
  attach.mockRestore();
  return call?.[0] as App;
}

/** What `npx cdk synth` would print in this folder, where its templates lie in `cdk.out`. */
function reportOn(app: App): Report {
  const { directory } = app.synth();
  const { report, broken } = dryRunApp(app, [directory]);
  expect(broken).toEqual([]);
  return JSON.parse(JSON.stringify(report).replaceAll(relative(process.cwd(), directory), 'cdk.out')) as Report;
}

test.each(examples)('%s gives the report that is written down beside it', example => {
  const report = reportOn(appOf(example));
  expectGolden(join(root, 'examples', example, 'expected.txt'), renderText(report));
  expect(report.summary.errors > 0).toBe(!example.includes('floats'));
});

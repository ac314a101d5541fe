import { App, Stack } from 'aws-cdk-lib';
import { context } from '../../cdk.json';
import { dryRunApp } from '../../lib/constructs/plugin/dry-run-app';
import { builds } from '../support/builds';

// Our defaults float: a construct of ours with its defaults yields no finding, of whatever level.
describe.each([
  ['without feature flags', {}],
  ['with those of cdk init', context],
])('%s', (_, flags) => {
  test.each(builds)('%s floats', (_, build) => {
    const app = new App({ context: flags });
    build(new Stack(app, 'Shop'));
    const { report, broken } = dryRunApp(app, [app.synth().directory]);
    expect(broken).toEqual([]);
    expect(report.findings).toEqual([]);
  });
});

test.each(builds)('the validator of aws-cdk-lib has nothing against %s', (_, build) => {
  process.env.CDK_VALIDATION = 'true';
  const printed = jest.spyOn(console, 'error').mockImplementation();
  const app = new App({ context });
  build(new Stack(app, 'Shop'));
  expect(() => app.synth()).not.toThrow();
  const { calls } = printed.mock;
  printed.mockRestore();
  expect(calls).toEqual([]);
}, 30_000);

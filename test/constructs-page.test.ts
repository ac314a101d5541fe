import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { dryRunApp } from '../lib/constructs/plugin/dry-run-app';
import * as drydock from '../lib/index';
import { mixedCluster, shop } from './support/shop';

const root = join(__dirname, '..'), page = readFileSync(join(root, 'docs', 'constructs.md'), 'utf8');
const programs = [...page.matchAll(/^## (.*?)\n(?:(?!^## ).*\n)*?```ts\n([^]*?)^```$/gm)].map(([, title = '', text = '']) => [title, text] as const);

/** What programs of the page know without saying where it is from. */
const known = {
  ...drydock, ecs, CfnOutput: cdk.CfnOutput, appscaling: cdk.aws_applicationautoscaling, cloudwatch: cdk.aws_cloudwatch, ec2: cdk.aws_ec2, efs: cdk.aws_efs, eks: cdk.aws_eks_v2, events: cdk.aws_events, iam: cdk.aws_iam, rds: cdk.aws_rds, s3: cdk.aws_s3,
  secretsmanager: cdk.aws_secretsmanager, sfn: cdk.aws_stepfunctions, sns: cdk.aws_sns, sqs: cdk.aws_sqs,
};

function run(text: string, stack: cdk.Stack): void {
  const { outputText } = transpileModule(text, { compilerOptions: { module: ModuleKind.None, target: ScriptTarget.ES2022 } });
  (new Function('stack', 'cluster', ...Object.keys(known), outputText) as (...given: unknown[]) => void)(stack, mixedCluster(stack), ...Object.values(known));
}

test('every section that shows how has a program', () => {
  expect(programs.map(([title]) => title)).toEqual([
    'Clusters and capacity', 'Capacity that is chosen', 'Services', 'Containers', 'Sidecars', 'Storage', 'Images', 'Load balancers', 'Deployments', 'Scaling', 'Names and links', 'Tasks that end', 'Monitoring',
    'On Kubernetes', 'Several stacks, and what exists already', 'What is underneath',
  ]);
});

test.each(programs)('the program of "%s" runs and floats', (_, text) => {
  const stack = shop(), app = stack.node.root as cdk.App;
  run(text, stack);
  const { report, broken } = dryRunApp(app, [app.synth().directory]);
  expect(broken).toEqual([]);
  expect(report.findings).toEqual([]);
});

test('it shows what the app is told of a choice', () => {
  const stack = shop(), [, text = ''] = programs.find(([title]) => title === 'Capacity that is chosen') ?? [], [, told = ''] = /^```text\n(2 ×[^]*?)\n```$/m.exec(page) ?? [];
  run(text, stack);
  Annotations.fromStack(stack).hasInfo('*', Match.stringLikeRegexp(`^${told.replaceAll('\n', ' ').replaceAll(/[().]/g, '\\$&')}`));
});

test.each(['constructs.md', 'comparison.md'])('what docs/%s links is there', file => {
  const text = readFileSync(join(root, 'docs', file), 'utf8'), links = [...text.matchAll(/\]\((?!https:)([^)#]*)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  expect(links.filter(target => !existsSync(join(root, 'docs', target)))).toEqual([]);
});

/** `ecs-drydock/jest`: matchers for what a deployment would do. `import 'ecs-drydock/jest'` adds them to `expect`, in a test or in `setupFilesAfterEnv`. */
import { CfnElement, Stack, Stage } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { Construct, type IConstruct } from 'constructs';
import { bugText, dryRunApp, readConfig } from './constructs/plugin/dry-run-app';
import { dryRun, parseTemplate, renderText, rules, type DryRunResult, type Report, type ReportFinding } from './engine';

/** What can be dry-run: an app, a stage or a stack, a `Template` of aws-cdk-lib/assertions, or a template as a plain object. A stack is judged within its app. */
export type Subject = Stage | Stack | Template | { readonly Resources: object };

/** The matchers. */
export interface DrydockMatchers<R> {
  /** Nothing would stop the deployment: there is no finding at level error. */
  toFloat(): R;
  /** There is a finding of this rule, at any level; with `resource` (a logical id, or a construct) at that resource. */
  toHaveFinding(rule: string, at?: { readonly resource?: string | IConstruct }): R;
  /** So many tasks of a service (a construct, or its logical id) find a place when everything runs at desired count. */
  toPlace(service: string | IConstruct, tasks: number): R;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how @types/jest is extended
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- its type parameters are given by @types/jest
    interface Matchers<R, T = {}> extends DrydockMatchers<R> {}
  }
}
declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- for expect of @jest/globals
  interface Matchers<R extends void | Promise<void>, T = unknown> extends DrydockMatchers<R> {}
}

interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

const matchers = {
  toFloat(subject: Subject): Result {
    const report = judge(subject), errors = report.findings.filter(({ severity }) => severity === 'error');
    return { pass: errors.length === 0, message: () => (errors.length === 0 ? 'It floats, and was expected to sink.\n' : told(report, errors)) };
  },

  toHaveFinding(subject: Subject, rule: string, { resource }: { readonly resource?: string | IConstruct } = {}): Result {
    if (!rules.some(({ id }) => id === rule)) throw new Error(`Drydock has no rule ${rule}. All of them: npx drydock rules`);
    const report = judge(subject), places = resource === undefined ? undefined : placesOf(resource);
    const found = report.findings.filter(finding => finding.rule === rule && (places?.some(place => isAt(finding.stack, finding.resource, place)) ?? true));
    return {
      pass: found.length > 0,
      message: () => (found.length > 0 ? told(report, found) : `There is no finding of ${rule}${resource === undefined ? '' : ` at ${nameOf(resource)}`}.\n\n${told(report, report.findings)}`),
    };
  },

  toPlace(subject: Subject, service: string | IConstruct, tasks: number): Result {
    const report = judge(subject), places = placesOf(service);
    const outcomes = report.scenarios.filter(({ name }) => name === 'desired-count').flatMap(({ services }) => services);
    const outcome = outcomes.find(({ stack, service: id }) => places.some(place => isAt(stack, id, place)));
    if (!outcome) throw new Error(`There is no service ${nameOf(service)} here${outcomes.length === 0 ? '' : `, but ${outcomes.map(({ service: id }) => id).join(', ')}`}.`);
    const { outcome: word, placed, wanted } = outcome, undecided = word === 'undecided';
    return {
      pass: !undecided && placed === tasks,
      message: () => `${undecided ? `It is not known where the tasks of ${nameOf(service)} find a place` : `${placed} of ${wanted} tasks of ${nameOf(service)} find a place${placed === tasks ? '' : `, not ${tasks}`}`}.\n\n${renderText(report)}`,
    };
  },
};

/** What is found in the subject. Findings in other stacks of its app are not its own. */
function judge(subject: Subject): Report {
  if (!Stack.isStack(subject) && !Stage.isStage(subject)) return reportOf(dryRunTemplate(subject));
  const { root, path } = subject.node, report = reportOf(dryRunApp(root, [synthesized(root as Stage)]));
  const isOwn = ({ stack }: { readonly stack: string }): boolean => path === '' || `${stack}/`.startsWith(`${path}/`);
  return { ...report, findings: report.findings.filter(isOwn), undecided: report.undecided.filter(isOwn), acknowledged: report.acknowledged.filter(isOwn) };
}

/** The folder of an app's assembly, which the CDK writes once: `Template.fromStack` reads the same. */
function synthesized(app: Stage): string {
  try {
    return app.synth().directory;
  } catch (error) {
    // A plugin, ours or another, found something. By then the templates are written, and the verdict is for the matcher.
    if ((error as Error).name === 'ValidationFailed') return app.outdir;
    throw error;
  }
}

function dryRunTemplate(template: Template | { readonly Resources: object }): DryRunResult {
  if (!isTemplate(template)) throw new Error(`Drydock judges an app, a stage, a stack or a template, and expect() was given ${describe(template)}.`);
  const root = 'toJSON' in template ? template.toJSON() : template;
  const config = readConfig(), { region, account } = config ?? {};
  const stack = { name: 'template', document: parseTemplate('template', JSON.stringify(root, null, 2)), ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) };
  return dryRun([[stack]], config ? { config } : {});
}

function isTemplate(subject: unknown): boolean {
  return typeof subject === 'object' && subject !== null && ('toJSON' in subject || 'Resources' in subject);
}

/** Something that TypeScript would not have let through. */
function describe(subject: unknown): string {
  if (Construct.isConstruct(subject)) return `the construct ${subject.node.path}, which is judged within its stack: give Stack.of(construct)`;
  return typeof subject === 'object' && subject !== null ? 'an object without Resources' : String(subject);
}

function reportOf({ report, broken: [bug] }: DryRunResult): Report {
  if (bug) throw new Error(bugText(bug.error, `, in rule ${bug.rule} at ${bug.resource.id}`));
  return report;
}

/** The report, with these findings alone. */
function told(report: Report, findings: readonly ReportFinding[]): string {
  const count = (severity: ReportFinding['severity']): number => findings.filter(finding => finding.severity === severity).length;
  return renderText({ ...report, findings, summary: { ...report.summary, errors: count('error'), warnings: count('warning'), advice: count('advice') } });
}

/** A resource: its logical id, and its stack where a construct says it. */
interface PlaceOfResource {
  readonly stack?: string;
  readonly id: string;
}

function placesOf(resource: string | IConstruct): readonly PlaceOfResource[] {
  if (typeof resource === 'string') return [{ id: resource }];
  return [resource, resource.node.defaultChild].filter(CfnElement.isCfnElement)
    .map(element => ({ stack: element.stack.node.path, id: element.stack.resolve(element.logicalId) as string }));
}

/** In a `Template` the stack has no name that the construct knows. */
function isAt(stack: string, id: string, place: PlaceOfResource): boolean {
  return id === place.id && (place.stack === undefined || stack === 'template' || stack === place.stack);
}

function nameOf(resource: string | IConstruct): string {
  return typeof resource === 'string' ? resource : resource.node.path;
}

/** Jest's `expect`, which is a global unless a project turned that off. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by Jest alone, and only then
const { expect } = ('expect' in globalThis ? globalThis : require('@jest/globals')) as { expect: { extend(matchers: object): void } };
expect.extend(matchers);

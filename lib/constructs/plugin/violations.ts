import { resolve } from 'node:path';
import type { PolicyViolation } from 'aws-cdk-lib';
import type { FailOn, Report, ReportFinding } from '../../engine';
import { covers, type TreeAcknowledgement } from './acknowledgements';

/**
 * What the CDK is told of a report. Findings that were acknowledged in the construct tree are told as well: the CDK takes them out itself, and keeps a record of them.
 * Those acknowledged elsewhere it would not take out.
 */
export function violationsOf(report: Report, failOn: FailOn, acknowledged: readonly TreeAcknowledgement[]): PolicyViolation[] {
  const files = new Map(report.inputs.map(({ stack, path }) => [stack, resolve(path)]));
  const inTree = report.acknowledged.filter(({ rule, constructPath = '' }) => acknowledged.some(entry => entry.rule === rule && covers(entry, constructPath)));
  return [...report.findings, ...inTree].map(finding => ({
    ruleName: finding.rule,
    description: [`${finding.title}. ${finding.message}`, ...(finding.ecsMessage === undefined ? [] : [`ECS: ${finding.ecsMessage}`])].join('\n'),
    severity: label(finding, failOn),
    violatingResources: [{
      resourceLogicalId: finding.resource,
      locations: finding.path === '' ? [] : [finding.path],
      templatePath: files.get(finding.stack),
      ...(finding.constructPath === undefined ? {} : { constructPath: finding.constructPath }),
    }],
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
    ruleMetadata: { phase: finding.phase, docs: finding.docs },
  }));
}

/** The CDK judges by labels once something is acknowledged: what makes a synthesis fail has to be called an error, and nothing else. */
function label({ severity }: ReportFinding, failOn: FailOn): string {
  if (severity === 'advice') return 'info';
  return failOn === 'warning' || (failOn === 'error' && severity === 'error') ? 'error' : 'warning';
}

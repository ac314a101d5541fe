import { nameOf } from '../digest';
import { markup } from '../markup';
import type { Report, ReportFinding } from '../report';
import { disarmed } from '../text/disarmed';

/** The report as JUnit's XML, which most pipelines show: a suite for each stack, a failed case for each error. One without errors has the case that it floats. */
export function renderJunit(given: Report): string {
  const { inputs, findings } = disarmed(given), stacks = [...new Set([...inputs.map(({ stack }) => stack), ...findings.map(({ stack }) => stack)])];
  const suites = stacks.map(stack => suite(stack, findings.filter(finding => finding.stack === stack)));
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="drydock" failures="${failures}">`, ...suites, '</testsuites>'].join('\n')}\n`;
}

function suite(stack: string, findings: readonly ReportFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error'), others = findings.filter(({ severity }) => severity !== 'error').map(linesOf);
  return [
    `  <testsuite name="${markup(stack)}" tests="${Math.max(errors.length, 1)}" failures="${errors.length}">`,
    ...errors.map(error => [
      `    <testcase classname="${markup(`${stack}.${nameOf(error)}`)}" name="${markup(error.rule)}">`,
      `      <failure type="${markup(error.phase)}" message="${markup(error.title)}">${markup(linesOf(error))}</failure>`,
      '    </testcase>',
    ].join('\n')),
    ...(errors.length === 0 ? [`    <testcase classname="${markup(stack)}" name="floats"/>`] : []),
    ...(others.length === 0 ? [] : [`    <system-out>${markup(others.join('\n\n'))}</system-out>`]),
    '  </testsuite>',
  ].join('\n');
}

function linesOf({ rule, severity, message, fix, location: { file, line, column } }: ReportFinding): string {
  return [`${file}:${line}:${column} ${severity} ${rule}`, message, ...(fix === undefined ? [] : [`Repair: ${fix}`])].join('\n');
}

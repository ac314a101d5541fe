import type { AcknowledgedFinding, Report, ReportFinding } from '../report';

const levels = { error: 'error', warning: 'warning', advice: 'note' } as const;

/** The report as SARIF 2.1.0, for code scanning. What is acknowledged is in it as suppressed. */
export function renderSarif({ tool, findings, acknowledged }: Report): string {
  const all: readonly (ReportFinding | AcknowledgedFinding)[] = [...findings, ...acknowledged], rules = [...new Map(all.map(finding => [finding.rule, finding])).values()];
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: {
        name: tool.name, version: tool.version, informationUri: 'https://www.npmjs.com/package/ecs-drydock',
        rules: rules.map(({ rule, title, docs }) => ({ id: rule, shortDescription: { text: title }, fullDescription: { text: title }, help: { text: `drydock explain ${rule} says more, and so does ${docs}` }, helpUri: docs })),
      } },
      columnKind: 'utf16CodeUnits',
      results: all.map(finding => result(finding, rules.findIndex(({ rule }) => rule === finding.rule))),
    }],
  }, null, 2)}\n`;
}

function result(finding: ReportFinding | AcknowledgedFinding, ruleIndex: number): object {
  const { rule, severity, message, fix, stack, resource, location: { file, line, column }, fingerprint } = finding;
  return {
    ruleId: rule, ruleIndex, level: levels[severity],
    message: { text: fix === undefined ? message : `${message}\n${fix}` },
    locations: [{
      physicalLocation: { artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') }, region: { startLine: line, startColumn: column } },
      logicalLocations: [{ name: resource, fullyQualifiedName: `${stack}/${resource}`, kind: 'resource' }],
    }],
    partialFingerprints: { 'drydock/v1': fingerprint },
    ...('reason' in finding ? { suppressions: [{ kind: 'external', justification: finding.reason }] } : {}),
  };
}

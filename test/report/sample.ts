import { fingerprintOf } from '../../lib/report/fingerprint';
import type { Report, ReportCluster, ReportFinding, ReportUndecided } from '../../lib/report/report';

/** A finding of a hand-written template; what a test is about is given. */
export function aFinding(given: Partial<ReportFinding> = {}): ReportFinding {
  const finding = {
    rule: 'fargate-task-size', severity: 'error' as const, phase: 'register' as const, stack: 'shop', resource: 'WebTask', related: [] as readonly string[],
    path: 'Properties.Memory', title: 'Fargate offers no task of this size',
    message: 'With 256 CPU units Fargate offers 512, 1024, 2048 MiB, not 4096.',
    ecsMessage: 'No Fargate configuration exists for given values: 256 CPU, 4096 memory.',
    fix: "Memory: '2048'",
    docs: 'https://unpkg.com/ecs-drydock/docs/rules/fargate-task-size.md',
    location: { file: 'shop.yaml', line: 41, column: 15 },
    ...given,
  };
  return { ...finding, fingerprint: fingerprintOf(finding.rule, { stack: finding.stack, id: finding.resource }, finding.path, finding.message) };
}

/** One that ECS says nothing of, and for which there is more than one repair. */
export function aPlainFinding(given: Partial<ReportFinding>): ReportFinding {
  const finding: Partial<Record<keyof ReportFinding, unknown>> = aFinding(given);
  if (given.ecsMessage === undefined) delete finding.ecsMessage;
  if (given.fix === undefined) delete finding.fix;
  return finding as ReportFinding;
}

export function anUndecided(given: Partial<ReportUndecided> = {}): ReportUndecided {
  return {
    rule: 'fargate-task-size', stack: 'shop', resource: 'WebTask', path: 'Properties.Memory',
    reason: 'parameter WebMemory has no value here and no default', resolveWith: '--parameter WebMemory=VALUE', ...given,
  };
}

/** A report that says of itself what it holds. */
export function aReport(given: Partial<Report> = {}): Report {
  const findings = given.findings ?? [], count = (severity: string): number => findings.filter(finding => finding.severity === severity).length;
  return {
    formatVersion: '1', tool: { name: 'drydock', version: '0.1.0' }, seed: 1,
    inputs: [{ path: 'shop.yaml', stack: 'shop' }],
    summary: { errors: count('error'), warnings: count('warning'), advice: count('advice'), undecided: given.undecided?.length ?? 0, resources: 23, services: 2, tasks: 4 },
    findings, undecided: [], assumptions: [], scenarios: [], acknowledged: [],
    ...given,
  };
}

const registered = { cpuUnits: 2048, memoryMiB: 7680, gpus: 0, taskEnis: 2 };

/** Three instances in two zones, two of them alike, and a task that found no place. */
export const aCluster: ReportCluster = {
  cluster: 'Cluster',
  instances: [
    { id: 'Group-1', zone: 'us-east-1a', type: 'm5.large', registered, free: { ...registered, memoryMiB: 1536 }, tasks: [{ service: 'Web', count: 1 }, { service: 'Worker', count: 2 }] },
    { id: 'Group-2', zone: 'us-east-1b', type: 'm5.large', registered, free: { ...registered, memoryMiB: 3584 }, tasks: [{ service: 'Web', count: 1 }] },
    { id: 'Group-3', zone: 'us-east-1a', type: 'm5.large', registered, free: { ...registered, memoryMiB: 1024 }, tasks: [{ service: 'Web', count: 1 }, { service: 'Worker', count: 2 }] },
  ],
  fargate: [{ service: 'Api', provider: 'FARGATE', tasks: 3 }],
  unplaced: [{
    service: 'Batch', count: 2, reasons: ['3 RESOURCE:MEMORY'], ecsMessage: '(service Batch) was unable to place a task.',
    need: { cpuUnits: 0, memoryMiB: 4000, gpus: 0, taskEnis: 0, ports: ['tcp 80'], attributes: ['ecs.os-type linux'] },
    answers: [{ instances: 3, instance: 'Group-2', type: 'm5.large', registered, free: registered, lacks: [{ reason: 'RESOURCE:MEMORY', needed: 4000, free: 3584, missing: 416, never: false }] }],
    changes: [{ kind: 'instances', group: 'Group', instances: 4, lasts: true }],
  }],
};

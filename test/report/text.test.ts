import { join } from 'node:path';
import type { Report, ReportFinding } from '../../lib/report/report';
import { inColour } from '../../lib/report/text/paint';
import { renderText, type TextOptions } from '../../lib/report/text/text';
import { expectGolden } from '../support/golden';
import { aCluster, aFinding, aPlainFinding, aReport, anUndecided } from './sample';

const wrongTarget = aFinding({
  rule: 'target-group-type', title: 'The target group cannot take targets of this kind', phase: 'create', resource: 'Targets', path: 'Properties.TargetType', related: ['Web', 'WebTask'],
  message: 'Tasks in awsvpc mode are targets by address, and target group Targets takes instances: no task of service Web can be registered.',
  ecsMessage: 'The provided target group has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.',
  fix: 'TargetType: ip', location: { file: 'shop.yaml', line: 77, column: 7 },
});
const noRoom = aPlainFinding({
  rule: 'room-at-scaling-maximum', severity: 'warning', phase: 'scale', title: 'Scaling to the maximum finds no room', resource: 'Group', path: 'Properties.MaxSize', related: ['Worker'],
  message: 'At 20 tasks 8 find no place: 0 of 3 container instances can take another (3 RESOURCE:MEMORY).', location: { file: 'shop.yaml', line: 210, column: 16 },
});
const noBreaker = aPlainFinding({
  rule: 'deployment-circuit-breaker', severity: 'advice', phase: 'deploy', title: 'A failed deployment would not be rolled back', resource: 'Web', path: 'Properties.DeploymentConfiguration',
  message: 'Service Web has no deployment circuit breaker.', location: { file: 'shop.yaml', line: 99, column: 7 },
});

const mixed = aReport({
  findings: [
    aFinding({ valueFrom: { path: 'Parameters.WebMemory.Default', location: { file: 'shop.yaml', line: 9, column: 14 } } }),
    wrongTarget, noBreaker,
    aFinding({ resource: 'WorkerTask', message: 'With 256 CPU units Fargate offers 512, 1024, 2048 MiB, not 900.', fix: "Memory: '1024'", location: { file: 'shop.yaml', line: 140, column: 15 } }),
    noRoom,
  ],
  undecided: [anUndecided(), anUndecided({ rule: 'container-memory' }), anUndecided({ rule: 'secret-permission', resolveWith: '--region REGION' }), anUndecided({ rule: 'subnet-route', resolveWith: '' })],
  acknowledged: [{ ...aFinding({ resource: 'OldTask' }), reason: 'It goes away with the old shop.', until: '2027-06-30' }],
  assumptions: [{ fact: 'placement-ties', value: 'the instance with the lowest id', because: 'AWS does not say how ECS chooses among instances of equal rank.' }],
  scenarios: [{ name: 'desired-count', outcome: 'succeeds', services: [], timeline: [], placement: { clusters: [aCluster] } }],
});

function many(rule: string, severity: ReportFinding['severity'], count: number): readonly ReportFinding[] {
  return Array.from({ length: count }, (_, i) => aPlainFinding({
    rule, severity, resource: `Task${i}`, title: `What ${rule} says`, message: `Task definition Task${i} does what it should not.`, location: { file: 'shop.yaml', line: 10 * i + 1, column: 5 },
  }));
}

const reports: readonly [string, Report, TextOptions?][] = [
  ['nothing-found', aReport()],
  ['one-error', aReport({ findings: [aFinding()] })],
  ['warnings-only', aReport({ findings: [noRoom], undecided: [anUndecided()] })],
  ['from-the-cdk', aReport({ findings: [aFinding({
    resource: 'ShopWebTaskDefE32F8A11', constructPath: 'Shop/Web/TaskDef/Resource', userCode: { file: 'lib/shop-stack.ts', line: 42 },
    location: { file: 'cdk.out/Shop.template.json', line: 118, column: 17 },
  })] })],
  ['mixed', mixed],
  ['mixed-narrow', mixed, { width: 50 }],
  ['mixed-quiet', mixed, { quiet: true }],
  ['mixed-in-colour', mixed, { paint: inColour, width: 100 }],
  ['much-undecided', aReport({ undecided: Array.from({ length: 30 }, (_, i) => anUndecided({ rule: `rule-${i % 5}`, resolveWith: `the stack that exports name-${i % 12}` })) })],
  ['sixty', aReport({ findings: [...many('image-tag', 'advice', 20), ...many('fargate-task-size', 'error', 14), ...many('log-retention', 'advice', 2), ...many('task-role', 'warning', 24)] })],
];

test.each(reports.map(([name, report, options = {}]): [string, Report, TextOptions] => [name, report, options]))('the text of %s is the one that was approved', (name, report, options) => {
  expectGolden(join(__dirname, 'golden', `${name}.txt`), renderText(report, options));
});

test('prose keeps to the width of the terminal', () => {
  const prose = renderText({ ...mixed, undecided: [], scenarios: [] }, { width: 60 });
  expect(prose.split('\n').filter(line => line.length > 60)).toEqual(['drydock explain fargate-task-size says more, and how to acknowledge it.']);
});

test('names from a template cannot steer the terminal', () => {
  const hostile = aFinding({ resource: 'Web\u001b[2J\u009b1mTask', message: 'Line\r\nIt floats.\u202e', related: ['\u0007'], location: { file: 'a\u001b]0;x\u0007.yaml', line: 1, column: 1 } });
  const text = renderText(aReport({ findings: [hostile] }));
  expect([...text].filter(character => character !== '\n' && /[\p{Cc}\p{Cf}]/u.test(character))).toEqual([]);
  expect(text).toContain('Web\\u001b[2J\\u009b1mTask');
  expect(text.match(/^It floats/gm)).toBeNull();
});

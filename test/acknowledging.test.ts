import { parseConfig } from '../lib/config/parse-config';
import { dryRun } from '../lib/dry-run';
import type { Report } from '../lib/report/report';
import type { StackInput } from '../lib/template/deployment';
import { parseTemplate } from '../lib/template/parse';
import { sinking } from './support/templates';

/** A stack that sinks at Task, with lines put into that resource. */
function stack(name: string, lines = '', more: Partial<StackInput> = {}): StackInput {
  return { name, document: parseTemplate(`${name}.yaml`, sinking.replace('  Task:\n', `  Task:\n${lines}`)), ...more };
}

function metadata(acknowledge: string): string {
  return `    Metadata: { aws:cdk:path: Shop/Web/TaskDef/Resource, Drydock: { acknowledge: [${acknowledge}] } }\n`;
}

function found({ findings }: Report): readonly string[] {
  return findings.map(({ rule, severity, stack, resource, path }) => [rule, severity, stack, resource, path].filter(Boolean).join(' '));
}

const sinks = 'fargate-task-size error shop Task Properties.Memory';

describe('in a template', () => {
  test('a finding at the resource moves to acknowledged, with its reason', () => {
    const { report } = dryRun([[stack('shop', metadata('{ rule: fargate-task-size, reason: It goes away., until: 2027-06-30 }'))]], { today: '2026-11-20' });
    expect(report.summary.errors).toBe(0);
    expect(report.findings).toEqual([]);
    expect(report.acknowledged).toMatchObject([{ rule: 'fargate-task-size', severity: 'error', resource: 'Task', reason: 'It goes away.', until: '2027-06-30' }]);
  });

  test('past its date the finding counts again, and the acknowledgement is reported where it stands', () => {
    const { report } = dryRun([[stack('shop', metadata('{ rule: fargate-task-size, reason: It goes away., until: 2026-06-30 }'))]], { today: '2026-11-20' });
    expect(found(report)).toEqual(['acknowledgement warning shop Task Metadata.Drydock.acknowledge.0', sinks]);
    expect(report.findings[0]?.message).toContain('ended on 2026-06-30, and it is 2026-11-20');
  });

  test('without a reason it does not count', () => {
    const { report } = dryRun([[stack('shop', metadata('{ rule: fargate-task-size }'))]]);
    expect(found(report)).toEqual(['acknowledgement warning shop Task Metadata.Drydock.acknowledge.0', sinks]);
  });
});

describe('in drydock.json', () => {
  const config = (...acknowledge: object[]) => parseConfig('drydock.json', JSON.stringify({ acknowledge }, null, 2));
  const reason = 'It goes away.', rule = 'fargate-task-size';

  test.each<[string, object, readonly string[]]>([
    ['by rule alone', { rule, reason }, []],
    ['by rule and resource', { rule, resource: 'Task', reason }, []],
    ['by rule, resource and stack', { rule, resource: 'Task', stack: 'shop', reason }, []],
    ['for another resource', { rule, resource: 'Other', reason }, ['acknowledgement advice drydock.json acknowledge.0', sinks]],
    ['for a stack that is not checked now', { rule, stack: 'other', reason }, [sinks]],
  ])('acknowledging %s', (_, acknowledgement, expected) => {
    expect(found(dryRun([[stack('shop')]], { config: config(acknowledgement) }).report)).toEqual(expected);
  });

  test('one that does nothing is reported at its line', () => {
    const { report } = dryRun([[stack('shop')]], { config: config({ rule, reason }, { rule, resource: 'Other', reason }) });
    expect(report.findings).toMatchObject([{ rule: 'acknowledgement', location: { file: 'drydock.json', line: 7 } }]);
  });

  test('one that is used in one of several deployments is not idle in the others', () => {
    const floating = { ...stack('other'), document: parseTemplate('other.yaml', 'Resources: {}') };
    const { report } = dryRun([[floating], [stack('shop')]], { config: config({ rule, reason }) });
    expect(report).toMatchObject({ findings: [], acknowledged: [{ stack: 'shop' }] });
  });
});

describe('in a CDK app', () => {
  const shop = (constructPath: string) => stack('shop', metadata(''), { acknowledged: [{ rule: 'fargate-task-size', reason: 'It goes away.', constructPath }] });

  test.each([['the construct itself', 'Shop/Web/TaskDef/Resource'], ['one around it', 'Shop/Web'], ['its stack', 'Shop']])('%s acknowledges', (_, constructPath) => {
    expect(dryRun([[shop(constructPath)]]).report).toMatchObject({ findings: [], acknowledged: [{ resource: 'Task' }] });
  });

  test.each([['a construct beside it', 'Shop/Worker'], ['a construct whose name begins the same', 'Shop/We']])('%s does not', (_, constructPath) => {
    expect(found(dryRun([[shop(constructPath)]]).report)).toEqual(expect.arrayContaining([sinks]));
  });
});

test('what an app acknowledges and only one of its stages shows is not idle in the other', () => {
  const acknowledged = [{ rule: 'fargate-task-size', reason: 'It goes away.', constructPath: '' }];
  const floating = { ...stack('test'), document: parseTemplate('test.yaml', 'Resources: { Topic: { Type: AWS::SNS::Topic } }'), acknowledged };
  expect(dryRun([[floating], [stack('shop', '', { acknowledged })]]).report).toMatchObject({ findings: [], acknowledged: [{ stack: 'shop' }] });
  expect(found(dryRun([[floating]]).report)).toEqual(['acknowledgement advice test Topic']);
});

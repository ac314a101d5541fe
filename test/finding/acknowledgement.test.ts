import { judge, setAside, type Acknowledgement, type Circumstances, type Standing } from '../../lib/finding/acknowledgement';
import type { Undecided, Violation } from '../../lib/finding/finding';

const at = { stack: 'shop', path: ['Resources', 'Task'] };
const violation: Violation = {
  rule: 'fargate-task-size', message: 'memoryNotOffered', severity: 'error', phase: 'register', title: 'No such size', words: { says: 'No.' },
  resource: { stack: 'shop', id: 'Task' }, at, related: [],
};
const undecided: Undecided = { rule: 'fargate-task-size', resource: { stack: 'shop', id: 'Task' }, at, reason: 'it is not known', resolveWith: '' };

function acknowledging(given: Partial<Acknowledgement> = {}): Acknowledgement {
  return { rule: 'fargate-task-size', reason: 'It goes away.', covers: ({ id }) => id === 'Task', at, ...given };
}

function standingOf(given: Partial<Acknowledgement>, circumstances: Partial<Circumstances> = {}): Standing {
  return judge(acknowledging(given), { violations: [violation], undecided: [], rules: ['fargate-task-size', 'task-role'], today: '2026-11-20', ...circumstances }).standing;
}

test.each<[string, Partial<Acknowledgement>, Partial<Circumstances>, Standing]>([
  ['that covers a finding holds', {}, {}, { kind: 'holds' }],
  ['holds on its last day', { until: '2026-11-20' }, {}, { kind: 'holds' }],
  ['is past on the day after', { until: '2026-11-19' }, {}, { kind: 'past', today: '2026-11-20' }],
  ['is never past when no day is given', { until: '2026-11-19' }, { today: undefined }, { kind: 'holds' }],
  ['without a reason does not hold', { reason: ' ' }, {}, { kind: 'noReason' }],
  ['of a rule that does not exist does not hold', { rule: 'fargate-tasksize' }, {}, { kind: 'noSuchRule', hint: ' Did you mean fargate-task-size?' }],
  ['with an end that is no date does not hold', { until: '30.6.2027' }, {}, { kind: 'noDate' }],
  ['of a rule that finds nothing there is idle', { rule: 'task-role' }, {}, { kind: 'idle' }],
  ['of another resource is idle', { covers: () => false }, {}, { kind: 'idle' }],
  ['that is past and idle is idle', { rule: 'task-role', until: '2020-01-01' }, {}, { kind: 'idle' }],
  ['is left alone where its rule cannot tell', {}, { violations: [], undecided: [undecided] }, { kind: 'holds' }],
])('an acknowledgement %s', (_, given, circumstances, expected) => {
  expect(standingOf(given, circumstances)).toEqual(expected);
});

test('findings that an acknowledgement covers are set aside, and no others', () => {
  const elsewhere = { ...violation, resource: { stack: 'shop', id: 'Other' } }, otherRule = { ...violation, rule: 'task-role' };
  const held = acknowledging(), past = acknowledging({ covers: () => true });
  const { open, acknowledged } = setAside([violation, elsewhere, otherRule], [
    { acknowledgement: past, standing: { kind: 'past', today: '2026-11-20' } },
    { acknowledgement: held, standing: { kind: 'holds' } },
  ]);
  expect(open).toEqual([elsewhere, otherRule]);
  expect(acknowledged).toEqual([{ violation, acknowledgement: held }]);
});

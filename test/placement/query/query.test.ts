import { Fleet } from '../../../lib/placement/fleet';
import type { Instance } from '../../../lib/placement/instance';
import { evaluateQuery } from '../../../lib/placement/query/evaluate';
import { isProblem, parseQuery } from '../../../lib/placement/query/parse';
import { aTask, anInstance, placeMany } from '../../support/placement';

function ask(text: string, changes: Partial<Instance> = {}): string {
  const fleet = new Fleet([anInstance('i-1', {
    attributes: new Map([['ecs.instance-type', 't2.small'], ['stack', 'prod'], ['rack', 'r 1']]),
    agent: { version: '1.105.1', connected: true, ec2InstanceId: 'i-abcd1234', registeredAt: '2018-02-12T23:00:00Z' },
    ...changes,
  })]);
  placeMany(fleet, aTask({}, { group: 'service:web' }), 2);
  const parsed = parseQuery(text), [state] = fleet.states;
  if (isProblem(parsed) || !state) throw new Error(JSON.stringify(parsed));
  return evaluateQuery(parsed, state);
}

describe('a query selects the instance', () => {
  test.each([
    ['attribute:ecs.instance-type == t2.small'],
    ['attribute:stack equals prod'],
    ['attribute:stack==prod'],
    ['attribute:rack == "r 1"'],
    ['attribute:stack != test'],
    ['attribute:stack not_equals test'],
    ['attribute:ecs.instance-type =~ t2.*'],
    ['attribute:ecs.instance-type matches [tm]\\d\\.small|c5.*'],
    ['attribute:ecs.instance-type !~ t3.*'],
    ["attribute:ecs.instance-type in [t2.small, 't2.medium']"],
    ['attribute:ecs.instance-type not_in [t3.small]'],
    ['attribute:ecs.instance-type !in [t3.small]'],
    ['attribute:stack exists'],
    ['attribute:other !exists'],
    ['attribute:other not_exists && attribute:ecs.ami-id exists'],
    ['agentVersion > 1.14.5'],
    ['agentVersion greater_than_equal 1.105'],
    ['agentConnected == true'],
    ["ec2InstanceId in ['i-abcd1234', 'i-wxyx7890']"],
    ['registeredAt < 2018-02-13'],
    ['registeredAt >= 2018-02-13T00:00:00+01:00'],
    ['runningTasksCount == 2'],
    ['runningTasksCount less_than 3'],
    ['task:group == service:web'],
    ['task:group in [database, service:web]'],
    ['task:group =~ service:.*'],
    ['not(task:group == database)'],
    ['! task:group == database'],
    ['task:group != database'],
    ['(attribute:stack == test or attribute:stack == prod) and attribute:ecs.instance-type == t2.small'],
    ['attribute:stack == prod or attribute:stack == test and attribute:stack == none'],
    ['not attribute:stack == test and attribute:stack == prod'],
    ['attribute:stack == test || !(attribute:stack == test && attribute:stack == prod)'],
  ])('%s', text => {
    expect(ask(text)).toBe('yes');
  });
});

describe('a query does not select the instance', () => {
  test.each([
    ['attribute:ecs.instance-type == t2'],
    ['attribute:ecs.instance-type =~ (m|c)5'],
    ['attribute:other == prod'],
    ['attribute:other != prod'],
    ['attribute:other exists'],
    ['agentVersion < 1.14.5'],
    ['registeredAt > 2018-02-12T23:00:00'],
    ['task:group == database'],
    ['task:group != service:web'],
    ['runningTasksCount > 2 or not attribute:stack exists'],
  ])('%s', text => {
    expect(ask(text)).toBe('no');
  });
});

describe('nobody can tell before the instance is there', () => {
  test.each([
    ['agentVersion < 1.14.5', { agent: {} }],
    ['agentConnected == true', { agent: {} }],
    ['ec2InstanceId == i-1', { agent: {} }],
    ['registeredAt < 2018-02-13', { agent: {} }],
    ['attribute:ecs.subnet-id == subnet-1', {}],
    ['attribute:other exists', { attributesComplete: false }],
    ['attribute:other != x', { attributesComplete: false }],
    ['not attribute:other == x', { attributesComplete: false }],
    ['attribute:other == x or attribute:stack == test', { attributesComplete: false }],
    ['attribute:stack =~ \\Qprod\\E', {}],
    ['attribute:stack > prod', {}],
    ['attribute:ecs.instance-type =~ t2', {}],
  ])('%s', (text, changes) => {
    expect(ask(text, changes)).toBe('unknown');
  });

  test('but what is known may decide all the same', () => {
    expect(ask('attribute:other == x or attribute:stack == prod', { attributesComplete: false })).toBe('yes');
    expect(ask('attribute:other == x and attribute:stack == test', { attributesComplete: false })).toBe('no');
  });
});

describe('a query that cannot be read says where and what was expected', () => {
  test.each([
    ['', 1, 'attribute:NAME', 'the end'],
    ['attribute:stack = prod', 17, 'one of ==', '='],
    ['attribut:stack == prod', 1, 'attribute:NAME', 'attribut:stack'],
    ['attribute: == prod', 1, 'attribute:NAME', 'attribute:'],
    ['attribute:stack ==', 19, 'a value', 'the end'],
    ['attribute:stack =~', 19, 'a pattern', 'the end'],
    ['attribute:stack in t2.small', 20, 'a list in brackets', 't2.small'],
    ['attribute:stack in []', 21, 'a value', ']'],
    ['attribute:stack in [a b]', 23, 'a comma or a closing bracket', 'b]'],
    ['(attribute:stack == a', 22, 'a closing parenthesis', 'the end'],
    ['attribute:stack == a)', 21, 'the end', ')'],
    ['attribute:stack == a attribute:stack == b', 22, 'and, or, or the end', 'attribute:stack'],
    ['attribute:stack == a and', 25, 'attribute:NAME', 'the end'],
    ['runningTasksCount =~ 1.*', 19, 'one of == != > >= < <=', '=~'],
    ['agentConnected > true', 16, 'one of == != in !in =~ !~', '>'],
    [`attribute:stack == ${'a'.repeat(2000)}`, 2001, 'at most 2000 characters', 'a'.repeat(19)],
  ])('%s', (text, position, expected, found) => {
    expect(parseQuery(text)).toEqual({ position, expected: expect.stringContaining(expected), found });
  });
});

import { parseConfig } from '../../lib/config/parse-config';
import { InputError } from '../../lib/finding/input-error';

function faultsOf(config: unknown): string {
  try {
    parseConfig('drydock.json', JSON.stringify(config));
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
}

test('everything that drydock.json may say is read', () => {
  const config = {
    $schema: 'node_modules/ecs-drydock/schemas/drydock.schema.json',
    acknowledge: [{ rule: 'fargate-task-size', resource: 'Task', stack: 'Shop', reason: 'It goes away.', until: '2027-06-30' }],
    parameters: { Environment: 'prod', Count: 3, Public: false, Shop: { Count: 4 } },
    region: 'us-gov-west-1', account: '123456789012', failOn: 'warning',
  };
  expect(parseConfig('drydock.json', JSON.stringify(config))).toMatchObject(config);
});

test('what is left out is empty', () => {
  expect(parseConfig('drydock.json', '{}')).toMatchObject({ acknowledge: [], parameters: {} });
});

const reason = 'It goes away.';

test.each<[string, unknown, string]>([
  ['a key that it does not have', { acknowlege: [] }, 'drydock.json:1:15 takes no acknowlege. Did you mean acknowledge?'],
  ['a key that is like none', { x: 1 }, 'drydock.json:1:6 takes no x. It takes $schema, acknowledge, parameters, stackNames, imports, references, zones, accountSettings, existing, region, account, failOn.'],
  ['a key that an acknowledgement does not have', { acknowledge: [{ rule: 'r', reason, till: '2027-01-31' }] }, 'takes no till. It takes rule, resource, stack, reason, until.'],
  ['an acknowledgement without a reason', { acknowledge: [{ rule: 'r' }] }, 'drydock.json:1:17 acknowledge[0] lacks reason: Why they may'],
  ['an empty reason', { acknowledge: [{ rule: 'r', reason: ' ' }] }, 'acknowledge[0].reason cannot be " ". Why they may'],
  ['an end that is no date', { acknowledge: [{ rule: 'r', reason, until: 'June' }] }, 'acknowledge[0].until cannot be "June". The last day on which they may, as 2027-01-31'],
  ['a list for a parameter', { parameters: { Subnets: ['a', 'b'] } }, 'parameters.Subnets cannot be a list. A value as it would be typed'],
  ['a map for a parameter of a stack', { parameters: { Shop: { Count: {} } } }, 'parameters.Shop.Count cannot be a map. A value as it would be typed.'],
  ['an account as a number', { account: 123456789012 }, 'account cannot be 123456789012. The account of stacks that do not say theirs: 12 digits, as a text.'],
  ['a region that is none', { region: 'Ireland' }, 'region cannot be "Ireland". The region of stacks that do not say theirs, as eu-west-1.'],
  ['a severity that is none', { failOn: 'warnings' }, 'failOn cannot be "warnings". Did you mean warning? It takes error, warning, never.'],
  ['a list', [], 'drydock.json holds a list where a map is expected.'],
])('%s is refused with its place and with what is right', (_, config, message) => {
  expect(faultsOf(config)).toContain(message);
});

test('all mistakes are said at once, each on a line', () => {
  expect(faultsOf({ region: 1, account: 2 }).split('\n')).toHaveLength(2);
});

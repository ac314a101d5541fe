import fc from 'fast-check';
import { authorize, type Policies } from '../../lib/iam/authorize';
import type { Decision } from '../../lib/iam/decide';
import { requestFor } from '../../lib/iam/request';
import { policy, text, theRole } from '../support/iam';

/** A statement as IAM has it: what is drawn is small, so that statements often mean the same. */
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  about: fc.record({ key: fc.constantFrom('Action', 'NotAction'), value: fc.subarray(['s3:GetObject', 's3:*', 'S3:get*', '*', 'ec2:RunInstances', 's3:?etObject'], { minLength: 1 }) }),
  on: fc.record({ key: fc.constantFrom('Resource', 'NotResource'), value: fc.subarray(['arn:aws:s3:::files/a', 'arn:aws:s3:::files/*', '*', 'arn:aws:s3:::other/*', 'arn:aws:s3:::files/${aws:PrincipalTag/team}'], { minLength: 1 }) }),
  condition: fc.constantFrom(undefined, { StringEquals: { 'aws:PrincipalTag/team': 'a' } }, { StringNotLike: { 'aws:PrincipalTag/team': 'x*' } }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, { Null: { 'aws:username': 'false' } }),
  principal: fc.constantFrom('*', { AWS: 'arn:aws:iam::111122223333:role/app' }, { AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:role/other' }, { Service: 'ecs.amazonaws.com' }),
}).map(({ Effect, about, on, condition, principal }) => ({ Effect, [about.key]: about.value, [on.key]: on.value, ...(condition ? { Condition: condition } : {}), Principal: principal }));
const statements = fc.array(statement, { maxLength: 4 });

type Written = readonly object[];
interface World {
  readonly identity: Written;
  readonly boundary: Written | undefined;
  readonly resource: Written | undefined;
  readonly alone: boolean;
  readonly same: boolean;
}
const world: fc.Arbitrary<World> = fc.record({ identity: statements, boundary: fc.option(statements, { nil: undefined }), resource: fc.option(statements, { nil: undefined }), alone: fc.boolean(), same: fc.boolean() });

function decided({ identity, boundary, resource, alone, same }: World): Decision {
  const policies: Policies = {
    identity: [policy(identity)], boundary: boundary && policy(boundary),
    resource: resource && { policies: [policy(resource)], decideAlone: alone, isOfAccount: { answer: same ? 'yes' : 'no' } },
  };
  return authorize(policies, requestFor('s3:GetObject', text('arn:aws:s3:::files/a'), theRole({ hasBoundary: boundary !== undefined, tags: { team: 'a' } })));
}

const check = <T>(given: fc.Arbitrary<T>, holds: (value: T) => void): void => { fc.assert(fc.property(given, holds), { seed: 5, numRuns: 600 }); };
const everything = { Action: '*', Resource: '*', Principal: '*' };

test('a denial of everything denies, wherever it stands', () => {
  check(fc.tuple(world, fc.constantFrom('identity', 'boundary', 'resource')), ([given, where]) => {
    expect(decided({ ...given, [where]: [...(given[where as 'identity'] as Written | undefined ?? []), { Effect: 'Deny', ...everything }] })).toMatchObject({ answer: 'no', because: 'statement' });
  });
});

const rank = { no: 0, unknown: 1, yes: 2 };

test('to allow more takes nothing away, to deny more gives nothing', () => {
  check(fc.tuple(world, statement, fc.constantFrom('identity', 'boundary', 'resource')), ([given, more, where]) => {
    const here = given[where as 'identity'] as Written | undefined;
    if (!here) return;
    const [before, behind] = [decided(given), decided({ ...given, [where]: [...here, more] })].map(({ answer }) => rank[answer]);
    if (more.Effect === 'Allow') expect(behind).toBeGreaterThanOrEqual(before ?? 0);
    else expect(behind).toBeLessThanOrEqual(before ?? 0);
  });
});

test('a boundary gives nothing', () => {
  check(world, given => {
    const without = rank[decided({ ...given, boundary: undefined }).answer];
    expect(rank[decided(given).answer]).toBeLessThanOrEqual(without);
  });
});

test('in which order statements stand, and in how many policies, does not matter', () => {
  check(world, given => {
    const turned = (written: Written | undefined): Written | undefined => written && [...written].reverse();
    expect(decided({ ...given, identity: turned(given.identity) ?? [], boundary: turned(given.boundary), resource: turned(given.resource) }).answer).toBe(decided(given).answer);
  });
});

test('NotAction and NotResource are the complements of Action and Resource', () => {
  check(fc.tuple(statement, fc.constantFrom('Action', 'Resource')), ([given, key]) => {
    const { Action = ['*'], Resource = ['*'], Condition } = given as Record<string, unknown>, rest = { Effect: 'Allow', ...(Condition ? { Condition } : {}) };
    const other = key === 'Action' ? { Resource } : { Action }, list = key === 'Action' ? Action : Resource;
    const answers = [{ ...rest, ...other, [key]: list }, { ...rest, ...other, [`Not${key}`]: list }, { ...rest, ...other, [key]: '*' }]
      .map(written => decided({ identity: [written], boundary: undefined, resource: undefined, alone: false, same: true }).answer);
    const [inside, outside, anyway] = answers;
    if (inside === 'yes') expect(outside).toBe('no');
    if (outside === 'yes') expect(inside).toBe('no');
    if (anyway === 'yes' && inside === 'no') expect(outside).toBe('yes');
  });
});

test('a value that is not known leaves an answer open or as it is', () => {
  check(fc.tuple(world, fc.nat(), fc.constantFrom('identity', 'boundary', 'resource')), ([given, which, where]) => {
    const here = given[where as 'identity'] as Written | undefined;
    if (!here || here.length === 0) return;
    const before = decided(given).answer, behind = decided({ ...given, [where]: here.map((one, i) => (i === which % here.length ? asUnknown(one, which) : one)) }).answer;
    if (before !== 'unknown') expect([before, 'unknown']).toContain(behind);
  });
});

/** The statement with one of its values, by number, in the place of which something stands that nobody can read. */
function asUnknown(statement: object, which: number): object {
  const entries = Object.entries(statement), [chosen] = entries[which % entries.length] ?? [''];
  return Object.fromEntries(entries.map(([key, value]: [string, unknown]) => [key, key !== chosen ? value : openIn(key, value)]));
}

/** What is no text is open where a text should stand. */
function openIn(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return [{ Open: key }, ...(value as readonly unknown[]).slice(1)];
  if (key === 'Condition') return Object.fromEntries(Object.entries(value as object).map(([operator, tests]) => [operator, Object.fromEntries(Object.keys(tests as object).map(name => [name, { Open: name }]))]));
  return key === 'Principal' ? { AWS: { Open: key } } : { Open: key };
}

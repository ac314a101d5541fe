import { readInputs } from '../../lib/assembly/read-inputs';
import { dryRun } from '../../lib/dry-run';
import type { Report } from '../../lib/report/report';
import { folderOf } from '../support/folder';
import { linkedShop, type Way } from '../support/linked-shop';

/** What is found in a folder of the shop's templates, of which one may be changed. */
function check(way: Way, [file, from, to]: readonly [string, string, string] = ['network.yaml', '', '']): Report {
  const files = linkedShop(way), changed = files[file]?.replace(from, to) ?? '';
  expect(from === '' || changed !== files[file]).toBe(true);
  const { deployments } = readInputs(['.'], { workingDirectory: folderOf({ ...files, [file]: changed }), region: 'eu-west-1' });
  return dryRun(deployments).report;
}

function said({ findings }: Report): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, location, resource }) => `${rule} at ${resource} in ${location.file}`);
}

describe.each<Way>(['by exports', 'by nesting', 'by parameters of Systems Manager'])('templates that refer to each other %s', way => {
  test('are read as one deployment, and nothing is undecided', () => {
    const report = check(way);
    expect(said(report)).toEqual([]);
    expect(report.undecided).toEqual([]);
    expect(report.summary).toMatchObject({ services: 1, tasks: 2 });
  });

  test.each<[string, [string, string, string], string]>([
    ['a security group that lets nothing out', ['network.yaml', 'FromPort: 443, ToPort: 443', 'FromPort: 5432, ToPort: 5432'], 'instance-network-path at Tasks in network.yaml'],
    ['subnets without a way out', ['network.yaml', '0.0.0.0/0, NatGatewayId', '10.9.0.0/16, NatGatewayId'], 'instance-network-path at Routes in network.yaml'],
    ['a role that may not read secrets', ['service.yaml', 'Memory: 512', "Memory: 512, Secrets: [{ Name: KEY, ValueFrom: !Sub 'arn:aws:secretsmanager:eu-west-1:${AWS::AccountId}:secret:key-AbCdEf' }]"], 'execution-role-permissions at ExecutionRole in cluster.yaml'],
    ['container instances that are too small', ['cluster.yaml', 'm5.large', 't3.nano'], 'task-placement at Task in service.yaml'],
  ])('%s is found across them', (_, change, expected) => {
    expect(said(check(way, change))).toContain(expected);
  });
});

describe('what a nested stack is passed', () => {
  const child = 'Parameters: { Size: { Type: String, AllowedValues: [small, large] }, Count: { Type: Number } }\nResources: { Cluster: { Type: AWS::ECS::Cluster } }';
  const errors = (passed: string): readonly string[] => {
    const main = `Parameters: { Stage: { Type: String, Default: prod } }\nResources: { Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: ${passed} } } }`;
    const { deployments } = readInputs(['main.yaml'], { workingDirectory: folderOf({ 'main.yaml': main, 'child.yaml': child }) });
    return dryRun(deployments).report.findings.map(({ message }) => message);
  };

  test.each<[string, string, readonly string[]]>([
    ['all that its template asks for', '{ Size: small, Count: 1 }', []],
    ['a value that its template does not allow', '{ Size: !Ref Stage, Count: 1 }', ['Parameter Size is "prod"; its AllowedValues takes small, large.']],
    ['too little', '{ Size: small }', ['Child passes no value for parameter Count, which has no default.']],
    ['what its template does not declare', '{ Size: small, Count: 1, Colour: red }', ['Child passes a value for parameter Colour, which its template does not declare.']],
  ])('%s', (_, passed, expected) => {
    expect(errors(passed)).toEqual(expected);
  });
});

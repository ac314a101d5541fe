import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { drydock } from '../support/command';
import { folderOf } from '../support/folder';
import { floating, open, sinking } from '../support/templates';

/** What is wrong with what was given, and what the command says of it. */
const faults: readonly [string, readonly string[], RegExp][] = [
  ['a path that does not exist', ['check', 'shp.yaml'], /There is no shp\.yaml\. Did you mean shop\.yaml\?/],
  ['a path in another folder that does not exist', ['check', 'templates/shop.yaml'], /There is no templates\/shop\.yaml\./],
  ['an empty path', ['check', ''], /A path is empty\./],
  ['links that lead in a circle', ['check', 'circle'], /circle cannot be read: its symbolic links lead in a circle\./],
  ['nothing, where there is no cdk.out', ['check'], /There is no cdk\.out here\. Name what to check: drydock check PATH/],
  ['JSON that is broken', ['check', 'broken.json'], /broken\.json:2:8 is not JSON/],
  ['YAML that is broken', ['check', 'broken.yaml'], /broken\.yaml:\d+:\d+ is not YAML/],
  ['YAML that is no template', ['check', 'notes.yaml'], /notes\.yaml is not a CloudFormation template: it has no Resources/],
  ['an empty file', ['check', 'empty.yaml'], /empty\.yaml is empty/],
  ['a folder without templates', ['check', 'folder'], /The folder folder holds no template/],
  ['50 MB', ['check', 'huge.yaml'], /huge\.yaml is no template: it has 50 MB/],
  ['a command that does not exist', ['chek', 'shop.yaml'], /There is no command chek\. Did you mean check\?/],
  ['a path without a command', ['shop.yaml'], /Did you mean drydock check shop\.yaml\?/],
  ['an option that does not exist', ['check', 'shop.yaml', '--formt', 'json'], /There is no option --formt\. Did you mean --format\?/],
  ['an option that no option is like', ['check', 'shop.yaml', '--fleet', 'now.json'], /There is no option --fleet\. --help lists them\./],
  ['an option without its value', ['check', 'shop.yaml', '--region'], /--region needs a value: --region REGION/],
  ['an option in place of a value', ['check', 'shop.yaml', '--region', '--quiet'], /--region needs a value/],
  ['a switch with a value', ['check', 'shop.yaml', '--quiet=yes'], /--quiet takes no value/],
  ['an option twice', ['check', 'shop.yaml', '--region', 'eu-west-1', '--region', 'eu-west-2'], /--region is given twice/],
  ['a format that does not exist', ['check', 'shop.yaml', '--format', 'jsn'], /There is no format jsn\. Did you mean json\? There are text, json, sarif, junit, markdown, html, github\./],
  ['two formats for stdout', ['check', 'shop.yaml', '--format', 'json', '--format', 'text'], /Only one format can go to stdout, not json and text/],
  ['a format with an empty file name', ['check', 'shop.yaml', '--format', 'json='], /--format json= names no file/],
  ['a file that cannot be written', ['check', 'shop.yaml', '--format', 'json=nowhere/report.json'], /nowhere\/report\.json cannot be written/],
  ['a parameter without a value', ['check', 'shop.yaml', '--parameter', 'TaskMemory'], /--parameter takes NAME=VALUE, or STACK:NAME=VALUE for one stack, not TaskMemory/],
  ['a parameter that no template has', ['check', 'open.yaml', '--parameter', 'TaskMemry=512'], /No template declares a parameter TaskMemry\. Did you mean TaskMemory\?/],
  ['a parameter that the named stack does not have', ['check', 'open.yaml', '--parameter', 'open:Memory=512'], /No template declares a parameter open:Memory\./],
  ['a parameter of a stack that is not there', ['check', 'open.yaml', '--parameter', 'opn:TaskMemory=512'], /There is no stack opn for parameter TaskMemory\. Did you mean open\?/],
  ['a parameter twice', ['check', 'open.yaml', '--parameter', 'TaskMemory=1', '--parameter', 'TaskMemory=2'], /--parameter gives TaskMemory twice: 1 and 2\./],
  ['a parameter twice in a file', ['check', 'open.yaml', '--parameters', 'twice.json'], /twice\.json gives TaskMemory twice\./],
  ['a value where a file of values belongs', ['check', 'open.yaml', '--parameters', 'open:TaskMemory=1'], /There is no open:TaskMemory=1\. Did you mean --parameter open:TaskMemory=1\?/],
  ['a value as the AWS CLI takes it', ['check', 'open.yaml', '--parameters', 'ParameterKey=TaskMemory,ParameterValue=1'], /Did you mean --parameter TaskMemory=1\?/],
  ['a value that the parameter does not allow', ['check', 'stages.yaml', '--parameter', 'Stage=prd'], /Parameter Stage takes dev, prod, not prd\. Did you mean prod\?/],
  ['a text for a number', ['check', 'stages.yaml', '--parameter', 'Count=two'], /Parameter Count takes a number, not two\./],
  ['a parameter file that is broken', ['check', 'open.yaml', '--parameters', 'broken.json'], /broken\.json:2:8 is not JSON/],
  ['a parameter file that holds something else', ['check', 'open.yaml', '--parameters', 'list.json'], /list\.json holds no parameters\. It takes \[\{ "ParameterKey"/],
  ['a parameter file that leaves a value as it was', ['check', 'open.yaml', '--parameters', 'previous.json'], /leaves TaskMemory at its previous value/],
  ['a region that is none', ['check', 'shop.yaml', '--region', 'Ireland'], /--region takes a region, as eu-west-1, not Ireland/],
  ['an account that is none', ['check', 'shop.yaml', '--account', '42'], /--account takes an account id of 12 digits, not 42/],
  ['more seeds than anybody waits for', ['check', 'shop.yaml', '--seeds', '5000'], /--seeds takes a whole number from 1 to 1000, not 5000/],
  ['a seed that is no number', ['check', 'shop.yaml', '--seed', 'luck'], /--seed takes a whole number, not luck/],
  ['a day that is none', ['check', 'shop.yaml', '--today', '2026-13-01'], /--today takes a date, as 2027-01-31, not 2026-13-01/],
  ['a day that no calendar has', ['check', 'shop.yaml', '--today', '2026-02-30'], /--today takes a date/],
  ['a severity that is none', ['check', 'shop.yaml', '--fail-on', 'warnings'], /--fail-on takes error, warning or never, not warnings\. Did you mean warning\?/],
  ['a configuration that does not exist', ['check', 'shop.yaml', '--config', 'dock.json'], /There is no dock\.json/],
  ['a configuration that says something else', ['check', 'shop.yaml', '--config', 'config.json'], /config\.json:1:\d+ takes no acknowlege\. Did you mean acknowledge\?/],
  ['no rule to explain', ['explain'], /takes one rule: drydock explain RULE/],
  ['a rule that does not exist', ['explain', 'fargate-tasksize'], /There is no rule fargate-tasksize\. Did you mean fargate-task-size\?/],
];

test.each(faults)('%s is refused with exit code 2, one message and nothing on stdout', (_, words, message) => {
  const folder = folderOf({
    'shop.yaml': floating, 'open.yaml': open, 'broken.json': '{ "Resources": {},\n  "a": }', 'broken.yaml': 'Resources:\n  Task: { Type: "AWS::ECS::Service\n', 'notes.yaml': 'to: do\n', 'empty.yaml': '',
    'folder/readme.md': 'nothing', 'list.json': '[1, 2]', 'previous.json': '[{ "ParameterKey": "TaskMemory", "UsePreviousValue": true }]', 'config.json': '{ "acknowlege": [] }',
    'twice.json': '["TaskMemory=1", "TaskMemory=2"]', 'stages.yaml': 'Parameters: { Stage: { Type: String, AllowedValues: [dev, prod] }, Count: { Type: Number } }\nResources: { Topic: { Type: "AWS::SNS::Topic" } }\n',
    ...(words.includes('huge.yaml') ? { 'huge.yaml': 'a'.repeat(50_000_000) } : {}),
  });
  symlinkSync('circle', join(folder, 'circle'));
  const { status, stdout, stderr } = drydock(folder, words);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ +at /m); // no stack trace
  expect([status, stdout]).toEqual([2, '']);
});

test.each<[string, readonly string[], number]>([
  ['a template that floats', ['shop.yaml'], 0],
  ['one that sinks', ['sinks.yaml'], 1],
  ['one that sinks, with --fail-on never', ['sinks.yaml', '--fail-on', 'never'], 0],
  ['one that floats with a warning', ['warns.yaml'], 0],
  ['one that floats with a warning, with --fail-on warning', ['warns.yaml', '--fail-on', 'warning'], 1],
  ['one of which not all is known', ['open.yaml'], 0],
  ['one that sinks by a parameter', ['open.yaml', '--parameter', 'TaskMemory=4096'], 1],
  ['one that sinks by a parameter of its stack', ['open.yaml', '--parameter', 'TaskMemory=512', '--parameter', 'open:TaskMemory=4096'], 1],
  ['one that floats by a parameter file', ['open.yaml', '--parameters', 'list.json'], 0],
  ['one that sinks by the template configuration of a pipeline', ['open.yaml', '--parameters', 'pipeline.json'], 1],
  ['one that sinks by a list of texts, in YAML', ['open.yaml', '--parameters', 'texts.yaml'], 1],
  ['one that sinks by a file with a map for each stack, in YAML', ['open.yaml', '--parameters', 'stacks.yaml'], 1],
  ['one that sinks by a parameter file that is a plain map', ['open.yaml', '--parameters', 'map.json'], 1],
  ['one of which an option goes before the parameter file', ['open.yaml', '--parameters', 'map.json', '--parameter', 'TaskMemory=512'], 0],
])('%s gives the exit code that it should', (_, words, expected) => {
  const folder = folderOf({
    'shop.yaml': floating, 'sinks.yaml': sinking, 'open.yaml': open,
    'warns.yaml': floating.replace('  Task:\n', '  Task:\n    Metadata: { Drydock: { acknowledge: [{ rule: fargate-task-size }] } }\n'),
    'list.json': '[{ "ParameterKey": "TaskMemory", "ParameterValue": "512" }]', 'map.json': '{ "TaskMemory": 4096 }',
    'pipeline.json': '{ "Parameters": { "TaskMemory": "4096" }, "Tags": { "Team": "shop" } }', 'texts.yaml': '- TaskMemory=4096\n', 'stacks.yaml': 'open:\n  TaskMemory: 4096\n',
  });
  expect(drydock(folder, ['check', ...words]).status).toBe(expected);
});

test('a template of which every value is unknown floats as far as can be told', () => {
  const values = ['Cluster', 'TaskDefinition', 'LaunchType', 'DesiredCount', 'NetworkConfiguration'];
  const folder = folderOf({ 'unknown.yaml': [
    'Parameters:', ...values.map(value => `  ${value}: { Type: String }`),
    'Conditions:', '  Maybe: !Equals [!Ref Cluster, a]',
    'Resources:', '  Service:', '    Type: AWS::ECS::Service', '    Condition: Maybe', '    Properties:', ...values.map(value => `      ${value}: !Ref ${value}`),
    '  Task:', '    Type: AWS::ECS::TaskDefinition', '    Properties:', ...['Cpu', 'Memory', 'ContainerDefinitions', 'RequiresCompatibilities', 'Volumes'].map(name => `      ${name}: !Ref Cluster`),
  ].join('\n') });
  const { status, stdout, stderr } = drydock(folder, ['check', 'unknown.yaml']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('It floats, as far as can be told');
});

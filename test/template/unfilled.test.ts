import { InputError } from '../../lib/finding/input-error';
import { parseTemplate } from '../../lib/template/parse';

const service = (properties: string, more = ''): string => `Resources:\n  Web:\n    Type: AWS::ECS::Service\n    Properties:\n${properties}${more}`;

test.each([
  ['Jinja that is no YAML', service('      {% if fargate %}\n      LaunchType: FARGATE\n      {% endif %}\n'), 5, '{% if fargate %}'],
  ['Go that is no YAML', service('      LaunchType: FARGATE\n{{- range .Services }}\n  {{ . }}: {}\n{{ end }}\n'), 6, '{{- range .Services }}'],
  ['ERB that is no YAML', service('      LaunchType: FARGATE\n<% if tags %>\n      Tags: []\n'), 6, '<% if tags %>'],
  ['JSON with a bare tag', '{ "Resources": { "Web": { "Type": "AWS::ECS::Service", "Properties": {\n "DesiredCount": {{ count }} } } } }', 2, '{{ count }}'],
  ['a bare tag, which is a map of maps to YAML', service('      LaunchType: FARGATE\n      DesiredCount: {{ count }}\n'), 6, '{{ count }}'],
  ['a tag in quotes', service('      LaunchType: FARGATE\n      ServiceName: "{{ environment }}-web"\n'), 6, '{{ environment }}'],
])('%s is a template of another language', (_, text, line, tag) => {
  expect(() => parseTemplate('web.yaml', text)).toThrow(new InputError(`web.yaml:${line} holds ${tag}, which something has to fill in before it is CloudFormation. Check what comes of that.`));
});

test.each([
  ['a dynamic reference', service("      ServiceName: '{{resolve:ssm:/shop/name}}'\n")],
  ['what Docker fills in', service('      LaunchType: EC2\n', '  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions: [{ Name: web, LogConfiguration: { LogDriver: syslog, Options: { tag: "{{.Name}}" } } }]\n')],
  ['what Systems Manager fills in', 'Resources:\n  Doc:\n    Type: AWS::SSM::Document\n    Properties: { Content: "{{ InstanceId }}" }\n'],
])('%s is CloudFormation', (_, text) => {
  expect(() => parseTemplate('web.yaml', text)).not.toThrow();
});

test('a fault beside such tags is told as it is', () => {
  expect(() => parseTemplate('web.yaml', service('      LaunchType: FARGATE\n     Cluster: web\n', '  Doc: "{{ InstanceId }}"\n'))).toThrow('is not YAML');
});

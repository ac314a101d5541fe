import { showText } from '../../lib/core/text';
import type { Value } from '../../lib/core/value';
import { explainUnknown } from '../../lib/finding/explain-unknown';
import { Deployment, type StackInput } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import type { Property, Shape } from '../../lib/template/property';
import type { StackSettings } from '../../lib/template/stack-settings';

/** A template with a little of everything that a function may refer to. */
const around = `
Parameters:
  Stage: { Type: String, Default: test }
  Size: { Type: Number, Default: 512 }
  Open: { Type: String }
  OpenSubnets: { Type: List<AWS::EC2::Subnet::Id> }
  Ports: { Type: CommaDelimitedList, Default: '80, 443' }
  NoPorts: { Type: CommaDelimitedList, Default: '' }
  Image: { Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>, Default: /ami/latest }
Mappings:
  Images: { eu-west-1: { arm64: ami-1, x86: ami-2 }, us-east-1: { arm64: ami-1, x86: ami-3 } }
  Sizes: { test: { Memory: 512, Ports: [80, 443] } }
Conditions:
  Always: !Equals [!Ref Stage, test]
  Never: !Not [!Condition Always]
  Perhaps: !Equals [!Ref Open, 'yes']
Resources:
  Role: { Type: AWS::IAM::Role }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'files-\${Stage}' } }
  Absent: { Type: AWS::S3::Bucket, Condition: Never }
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://example.com/nested.yaml } }
`;

/** What an expression, written as YAML, comes to: see `show`. */
export function evaluate(expression: string, settings: Partial<StackSettings> = {}, others: readonly StackInput[] = []): string {
  const lines = expression.split('\n').map(line => `      ${line}`).join('\n');
  const yaml = `${around}  Probe:\n    Type: AWS::SNS::Topic\n    Properties:\n      Value:\n  ${lines}\n`;
  const deployment = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml', yaml), ...settings }, ...others]);
  return show(deployment.stacks.get('stack')?.resource('Probe')?.properties.get('Value'));
}

/** A value in words: JSON of what is known, `absent`, or what is known of the unknown and the reason. */
export function show(property: Property | undefined): string {
  const value = property?.value();
  if (value?.state !== 'known') return value ? showUnknown(value) : 'nothing';
  const shape = value.value;
  if (typeof shape !== 'object') return JSON.stringify(shape);
  if (shape instanceof Map) return `{ ${[...(shape as ReadonlyMap<string, Property>)].map(([key, inner]) => `${key}: ${show(inner)}`).join(', ')} }`;
  return `[${(shape as readonly Property[]).map(show).join(', ')}]`;
}

function showUnknown(value: Exclude<Value<Shape>, { state: 'known' }>): string {
  if (value.state === 'absent') return 'absent';
  const elements = (value.elements as readonly Value<string>[] | undefined)?.map(showText);
  const entries = value.entries && [...value.entries].map(([key, entry]) => `${key}: ${show(entry as Property)}`);
  return [showText(value), ...(elements ? [`with ${elements.join(' and ')}`] : []), ...(entries ? [`with ${entries.join(', ')}`] : []), ...(value.mayBeAbsent ? ['or absent'] : []), `because ${explainUnknown(value.why).reason}`].join(' ');
}

import { machineImage } from '../../lib/model/capacity/machine-image';
import { Deployment } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';
import { evaluate } from '../support/evaluate';

test.each([
  ["'{{resolve:ssm:/x}}'", '${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["'{{resolve:ssm:/x:3}}'", '${?} because {{resolve:ssm:/x:3}} is read when the stack is deployed'],
  ["'{{resolve:ssm-secure:/x:1}}'", '${?} because {{resolve:ssm-secure:/x:1}} is read when the stack is deployed'],
  ["'{{resolve:secretsmanager:db:SecretString:password}}'", '${?} because {{resolve:secretsmanager:db:SecretString:password}} is read when the stack is deployed'],
  ["'a-{{resolve:ssm:/x}}-b'", 'a-${?}-b because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["'{{resolve:ssm:/x}}{{resolve:ssm:/y}}'", '${?}${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["!Sub 'db:{{resolve:ssm:/${Stage}/x}}'", 'db:${?} because {{resolve:ssm:/test/x}} is read when the stack is deployed'],
  ["!Sub '{{resolve:secretsmanager:${Role}::password}}'", '${?} because {{resolve:secretsmanager:${Role}::password}} is read when the stack is deployed'],
  ["!Sub ['{{resolve:ssm:${x}}}', { x: !Ref Open }]", '${?} because {{resolve:ssm:${Open}}} is read when the stack is deployed'],
  ["!Join ['', ['x{{resolve:ssm:', !Ref Stage, '}}y']]", 'x${?}y because {{resolve:ssm:test}} is read when the stack is deployed'],
  ["!Join [',', ['{{resolve:ssm:/x}}', b]]", '${?},b because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["!Select [1, ['{{resolve:ssm:/x}}', b]]", '"b"'],
  ["!If [Always, '{{resolve:ssm:/x}}', b]", '${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["!If [Perhaps, '{{resolve:ssm:/x}}', '{{resolve:ssm:/x}}']", '${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["{ 'Fn::Base64': '{{resolve:ssm:/x}}' }", '${?} because {{resolve:ssm:/x}} is read when the stack is deployed'],
  ["{ a: '{{resolve:ssm:/x}}', b: c }", '{ a: ${?} because {{resolve:ssm:/x}} is read when the stack is deployed, b: "c" }'],
  ["'{{resolve:ssm:/x'", '"{{resolve:ssm:/x"'],
  ["'{{ resolve:ssm:/x }}'", '"{{ resolve:ssm:/x }}"'],
])('%s is %s', (expression, expected) => {
  expect(evaluate(expression, { region: 'eu-west-1' })).toBe(expected);
});

const al2023 = '/aws/service/ecs/optimized-ami/amazon-linux-2023';

test.each([
  ["'{{resolve:ssm:" + al2023 + "/recommended/image_id}}'", 'amazonLinux x86_64'],
  ["'{{resolve:ssm:" + al2023 + "/arm64/recommended/image_id:12}}'", 'amazonLinux arm64'],
  ["!Sub '{{resolve:ssm:" + al2023 + "/${Arm}/recommended/image_id}}'", 'amazonLinux arm64'],
  ["!Join ['', ['{{resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/', !Ref Arm, '/latest/image_id}}']]", 'bottlerocket arm64'],
  ["!FindInMap [Images, gpu, id]", 'amazonLinux x86_64 gpu'],
  ['!Ref Image', 'windows x86_64'],
  ["'resolve:ssm:" + al2023 + "/gpu/recommended/image_id'", 'amazonLinux x86_64 gpu'],
  ["'{{resolve:ssm:/mine}}'", 'unknown'],
  ['ami-0123456789abcdef0', 'unknown'],
])('image %s is %s', (expression, expected) => {
  const { stacks } = new Deployment([{ name: 'stack', document: parseYaml('stack.yaml', `
Parameters:
  Arm: { Type: String, Default: arm64 }
  Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ami-windows-latest/Windows_Server-2022-English-Full-ECS_Optimized/image_id }
Mappings: { Images: { gpu: { id: '{{resolve:ssm:${al2023}/gpu/recommended/image_id}}' } } }
Resources: { Probe: { Type: A::B::C, Properties: { Image: ${expression} } } }`) }]);
  const id = stacks.get('stack')?.resource('Probe')?.properties.get('Image').text(), image = id && machineImage(id, () => undefined);
  const shown = image?.state === 'known' ? [image.value.family, image.value.architecture, ...(image.value.gpuDriver ? ['gpu'] : [])].join(' ') : image?.state;
  expect(shown).toBe(expected);
});

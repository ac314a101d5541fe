import { showText } from '../../lib/core/text';
import { Deployment } from '../../lib/template/deployment';
import { parseYaml } from '../../lib/template/parse-yaml';

const template = `
  Parameters: { Stage: { Type: String } }
  Resources:
    Plain: { Type: AWS::IAM::Role }
    Named: { Type: AWS::IAM::Role, Properties: { RoleName: runner, Path: /ci/ } }
    Staged: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'files-\${Stage}' } }
    ByParameter: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Stage } }
    Password: { Type: AWS::SecretsManager::Secret, Properties: { Name: db } }
    Attached: { Type: AWS::SecretsManager::SecretTargetAttachment, Properties: { SecretId: !Ref Password } }
    Family: { Type: AWS::ECS::TaskDefinition, Properties: { Family: web } }
    Service: { Type: AWS::ECS::Service }
    Setting: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Stage } }
    Function: { Type: AWS::Serverless::Function }
    Other: { Type: AWS::EC2::VPC }
`;
const stack = new Deployment([{ name: 'stack', region: 'eu-west-1', account: '111122223333', document: parseYaml('template.yaml', template) }]).stacks.get('stack');

test.each([
  ['Plain', 'Ref', '${Plain}'],
  ['Plain', 'Arn', 'arn:aws:iam::111122223333:role/${Plain}'],
  ['Named', 'Ref', 'runner'],
  ['Named', 'Arn', 'arn:aws:iam::111122223333:role/ci/runner'],
  ['Staged', 'Arn', 'arn:aws:s3:::files-${Stage}'],
  ['ByParameter', 'Ref', '${Stage}'],
  ['Password', 'Ref', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-${Password.Suffix}'],
  ['Attached', 'Ref', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-${Password.Suffix}'],
  ['Family', 'Ref', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:${Family.Revision}'],
  ['Service', 'Name', '${Service.Name}'],
  ['Setting', 'Type', 'String'],
  ['Setting', 'Value', '${Stage}'],
  ['Function', 'Arn', 'arn:aws:lambda:eu-west-1:111122223333:function:${Function}'],
  ['Other', 'Ref', '${Other}'],
  ['Other', 'VpcId', '${Other}'],
  ['Named', 'constructor', '${Named.constructor}'],
])('%s: %s gives %s', (resource, attribute, expected) => {
  const at = { stack: 'stack', path: [] };
  const value = attribute === 'Ref' ? stack?.reference(resource, at) : stack?.attribute(resource, attribute, at);
  expect(value?.state).not.toBe('absent');
  expect(showText(value as Parameters<typeof showText>[0])).toBe(expected);
});

test('an ARN can be split, whatever the resource in it will be called', () => {
  const withRepository = `
    Resources:
      Repository: { Type: AWS::ECR::Repository }
      Image: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Join ['', [
        !Select [4, !Split [':', !GetAtt Repository.Arn]], .dkr.ecr., !Select [3, !Split [':', !GetAtt Repository.Arn]], '.', !Ref 'AWS::URLSuffix', /, !Ref Repository, ':1']] } }
  `;
  const { stacks } = new Deployment([{ name: 'stack', document: parseYaml('template.yaml', withRepository) }]);
  const image = stacks.get('stack')?.resource('Image')?.properties.get('DisplayName').text();
  expect(image && showText(image)).toBe('${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/${Repository}:1');
});

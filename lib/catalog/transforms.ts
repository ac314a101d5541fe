import { fact } from './fact';

/** The transforms that leave resources as they are but for those of types that they bring themselves, by how their names begin. */
export const gentleTransforms = fact<readonly string[]>({
  id: 'gentle-transforms',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html',
    read: '2026-11-21',
    says: 'AWS::LanguageExtensions computes functions. AWS::Serverless expands resources of the AWS::Serverless types, AWS::SecretsManager rotation schedules with a hosted Lambda function. '
      + 'AWS::CodeDeployBlueGreen makes the green resources of an update. AWS::Include inserts what a file in S3 holds. Any other macro is handed the whole template, and may give back another.',
  },
  value: ['AWS::CodeDeployBlueGreen', 'AWS::Include', 'AWS::LanguageExtensions', 'AWS::SecretsManager', 'AWS::Serverless'],
});

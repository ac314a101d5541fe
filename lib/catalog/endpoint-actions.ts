import { fact } from './fact';

/** What is asked of the services of AWS when a task starts, by the ends of the names of their endpoints: what a policy of the endpoint must allow. */
export const endpointActions = fact<ReadonlyMap<string, readonly string[]>>({
  id: 'endpoint-actions',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
    read: '2026-11-20',
    says: 'The policy of an endpoint must allow what ECS asks for through it; the others are the actions of the task execution role.',
  },
  value: new Map([
    ['ecr.api', ['ecr:GetAuthorizationToken']],
    ['ecr.dkr', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']],
    ['logs', ['logs:CreateLogStream', 'logs:PutLogEvents']],
    ['s3', ['s3:GetObject']],
    ['secretsmanager', ['secretsmanager:GetSecretValue']],
    ['ssm', ['ssm:GetParameters']],
  ]),
});

/** The bucket of a region in which ECR keeps the layers of images, by what stands before and behind the region. */
export const layerBucket = fact({
  id: 'layer-bucket',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms',
    read: '2026-11-20',
    says: 'Minimum S3 bucket permissions: GetObject on arn:aws:s3:::prod-region-starport-layer-bucket/*.',
  },
  value: { before: 'arn:aws:s3:::prod-', behind: '-starport-layer-bucket/' },
});

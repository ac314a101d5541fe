import { fact } from './fact';

/** The ends of the names of the VPC endpoints by which services are called, by what stands before the colon of an action. */
export const callEndpoints = fact<ReadonlyMap<string, string>>({
  id: 'call-endpoints',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
    read: '2026-11-22',
    says: 'The names of the interface endpoints of each service.',
  },
  value: new Map([
    ['aps', 'aps-workspaces'], ['cloudwatch', 'monitoring'], ['firehose', 'kinesis-firehose'], ['kinesis', 'kinesis-streams'], ['kms', 'kms'], ['logs', 'logs'], ['s3', 's3'],
    ['ssmmessages', 'ssmmessages'], ['xray', 'xray'],
  ]),
});

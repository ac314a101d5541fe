import { fact } from './fact';

/** The services that have gateway endpoints, by the ends of their names; all others have interface endpoints alone. */
export const gatewayEndpointServices = fact<readonly string[]>({
  id: 'gateway-endpoint-services',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    read: '2026-11-21',
    says: 'Gateway endpoints are for Amazon S3 and DynamoDB; S3 Express One Zone, in the guide of S3, has one too.',
  },
  value: ['s3', 'dynamodb', 's3express'],
});

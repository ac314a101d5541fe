import type { Examples } from '../example';

const logged = (more: string, after = '') => `
        Resources:
          Logs: { Type: AWS::S3::Bucket, Properties: {} }
          LoadBalancer: { ${after} Properties: { LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: 'true' }, { Key: access_logs.s3.bucket, Value: !Ref Logs }] } }
          ${more}
      `;
const policy = `LogsPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Logs
              PolicyDocument:
                Statement: [{ Effect: Allow, Principal: { Service: logdelivery.elasticloadbalancing.amazonaws.com }, Action: s3:PutObject, Resource: !Sub '\${Logs.Arn}/*' }]`;
const at = 'LoadBalancer.Properties.LoadBalancerAttributes.1.Value';

export const accessLogBucketExamples: Examples = {
  rule: 'access-log-bucket',
  bad: [
    { name: 'a bucket without a policy', over: 'loadBalancedService', template: logged(''), expects: [{ at, message: 'noPolicy' }] },
    { name: 'a policy for which the load balancer does not wait', over: 'loadBalancedService', template: logged(policy), expects: [{ at, message: 'early' }] },
  ],
  good: [
    { name: 'a policy for which the load balancer waits', over: 'loadBalancedService', template: logged(policy, 'DependsOn: LogsPolicy,') },
  ],
};

import { ifKnown, type Value } from '../../core/value';
import { ownerOf } from '../../finding/finding';
import type { GuardedResource } from '../../model/guarded-resource';
import type { Model } from '../../model/model';
import { doneByStranger } from '../../model/stranger';
import { defineRule } from '../rule';

/** An Application Load Balancer writes its access logs into a bucket that lets it. */
export const accessLogBucket = defineRule({
  id: 'access-log-bucket',
  title: 'The load balancer may not write its access logs into the bucket',
  severity: 'error',
  phase: 'create',
  subject: 'loadBalancer',
  explanation: 'When access logs of an Application Load Balancer are turned on, Elastic Load Balancing writes a file into the bucket to see whether it may. The bucket needs a policy that lets it. A load balancer that refers to its bucket does not wait for the policy, which is a resource of its own.',
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  predicts: ['Access Denied for bucket'],
  facts: [],
  messages: {
    noPolicy: ({ bucket }: { bucket: string }) => ({
      says: `Access logs go to ${bucket}, which has no policy: Elastic Load Balancing may not write there.`,
      fix: `Add an AWS::S3::BucketPolicy of ${bucket} that allows s3:PutObject to logdelivery.elasticloadbalancing.amazonaws.com, and let the load balancer wait for it.`,
      ecsSays,
    }),
    early: ({ bucket, policy }: { bucket: string; policy: string }) => ({
      says: `Access logs go to ${bucket}, and nothing makes CloudFormation create ${policy}, which lets Elastic Load Balancing write there, before the load balancer.`,
      fix: `DependsOn: ${policy}`,
      repair: [{ dependsOn: [policy] }],
      ecsSays,
      severity: 'warning',
    }),
  },
  check(loadBalancer, say, model) {
    const attributes = ifKnown(loadBalancer.properties.get('LoadBalancerAttributes').list()) ?? [], valueOf = (key: string) => attributes.find(item => ifKnown(item.get('Key').text()) === key)?.get('Value').text();
    const isOn = valueOf('access_logs.s3.enabled'), given = valueOf('access_logs.s3.bucket');
    // Logs of the other kinds are delivered by CloudWatch Logs, which may add the policy itself.
    if (!isOn || !given || ifKnown(loadBalancer.kind) !== 'application' || say.need(isOn)?.toLowerCase() !== 'true') return;
    const bucket = bucketOf(given, model);
    if (!bucket) return;
    const stranger = doneByStranger(bucket, model.strangers);
    const holder = model.resources.find(({ type, properties }) => type === 'AWS::S3::BucketPolicy' && bucketOf(properties.get('Bucket').text(), model) === bucket);
    if (stranger) say.undecided(stranger);
    else if (bucket.policies.length === 0) say.violated('noPolicy', given, { bucket: bucket.id }, { related: [bucket] });
    else if (holder?.exists.state === 'known' && model.order.isBefore(holder, loadBalancer) === 'no') say.violated('early', given, { bucket: bucket.id, policy: holder.id }, { related: [bucket, holder] });
  },
});

function bucketOf(name: Value<string>, { guardedResources }: Model): GuardedResource | undefined {
  const named = ownerOf(name.state === 'absent' ? undefined : name.is, guardedResources);
  return named?.type === 'AWS::S3::Bucket' ? named : undefined;
}

const ecsSays = 'Access Denied for bucket: … Please check S3bucket permission';

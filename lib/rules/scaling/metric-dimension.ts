import { showText, startsWith } from '../../core/text';
import { ifKnown } from '../../core/value';
import { ownerOf } from '../../finding/finding';
import { atPath } from '../at-path';
import { defineRule } from '../rule';

/** Metrics of ECS are counted by the names of cluster and service, and not by their ARNs. */
export const metricDimension = defineRule({
  id: 'metric-dimension',
  title: 'There is no metric of ECS with this dimension',
  severity: 'warning',
  phase: 'scale',
  subject: 'resource',
  types: ['AWS::CloudWatch::Alarm', 'AWS::ApplicationAutoScaling::ScalingPolicy'],
  explanation: 'ECS counts by ClusterName and ServiceName. Ref of a service is its ARN, and its name GetAtt Name; Ref of a cluster is its name. Under an ARN there is no metric: the alarm stays at INSUFFICIENT_DATA, and whatever scales or rolls back by it does nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html',
  predicts: [],
  facts: [],
  messages: {
    arn: ({ dimension, given, name }: { dimension: string; given: string; name: string | undefined }) => ({
      says: `The dimension ${dimension} is ${given}, which is an ARN; it is a name.`,
      fix: name === undefined ? 'Write the name in its place.' : `Write ${name}.`,
    }),
  },
  check({ properties }, say, { services, clusters }) {
    for (const path of paths) {
      for (const metric of atPath(properties, path, say)) {
        if (!/^(?:AWS\/ECS|ECS\/ContainerInsights)$/.test(ifKnown(metric.get('Namespace').text()) ?? '')) continue;
        for (const property of ifKnown(metric.get('Dimensions').list()) ?? []) {
          const dimension = ifKnown(property.get('Name').text()), value = property.get('Value').text(), is = value.state === 'absent' ? undefined : value.is;
          if (dimension !== 'ServiceName' && dimension !== 'ClusterName') continue;
          const service = ownerOf(is, services), cluster = ownerOf(is, clusters), attribute = is?.kind === 'attribute' ? is.attribute : undefined;
          const isArn = startsWith(value, 'arn:') === 'yes' || (service && (attribute === 'Ref' || attribute === 'ServiceArn')) || (cluster && attribute === 'Arn');
          const name = service ? `!GetAtt ${service.id}.Name` : cluster && `!Ref ${cluster.id}`;
          if (isArn) say.violated('arn', value, { dimension, given: showText(value), name }, { related: [service, cluster].filter(owner => owner !== undefined) });
        }
      }
    }
  },
});

/** Where a metric is named: by an alarm itself or by its queries, and by target tracking. */
const paths = ['', 'Metrics.*.MetricStat.Metric', 'TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification', 'TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification.Metrics.*.MetricStat.Metric'];

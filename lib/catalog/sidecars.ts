import { fact } from './fact';
import type { Purpose } from './needed-permissions';

/** A container of AWS's own that calls AWS with the task role. */
export interface Sidecar {
  /** The last part of the name of its image. */
  readonly image: string;
  readonly purposes: readonly Purpose[];
  /** What it does by the configuration that its command names, where it brings several along; with another it may do anything. */
  readonly byConfiguration?: Readonly<Record<string, readonly Purpose[]>>;
}

/** What runs beside the containers of a task often enough to be known by its image. */
export const sidecars = fact<readonly Sidecar[]>({
  id: 'sidecars',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html',
    read: '2026-11-20',
    says: 'Images and configurations of the AWS Distro for OpenTelemetry as in aws-observability/aws-otel-collector, config/ecs; the others as on the pages of X-Ray, Container Insights and App Mesh.',
  },
  value: [
    { image: 'aws-xray-daemon', purposes: ['traces'] },
    { image: 'cloudwatch-agent', purposes: ['metrics'] },
    { image: 'aws-appmesh-envoy', purposes: ['mesh'] },
    {
      image: 'aws-otel-collector', purposes: [],
      byConfiguration: {
        'ecs-default-config.yaml': ['traces', 'embeddedMetrics'],
        'ecs-cloudwatch-xray.yaml': ['traces', 'embeddedMetrics'],
        'ecs-cloudwatch.yaml': ['embeddedMetrics'],
        'ecs-xray.yaml': ['traces'],
        'ecs-amp.yaml': ['remoteWrite'],
        'ecs-amp-prometheus.yaml': ['remoteWrite'],
        'ecs-amp-xray.yaml': ['traces', 'remoteWrite'],
        'ecs-amp-xray-prometheus.yaml': ['traces', 'remoteWrite'],
        'otel-task-metrics-config.yaml': ['embeddedMetrics'],
        'otel-instance-metrics-config.yaml': ['embeddedMetrics'],
      },
    },
  ],
});

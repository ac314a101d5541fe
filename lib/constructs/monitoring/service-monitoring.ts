import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { checkProps } from '../options/check';
import type { IBalancedServiceParts } from '../service/service-parts';

/** What is watched, and who is told. */
export interface ServiceMonitoringProps {
  /** The service, which may be an imported one. With one of Drydock's, its load balancer is watched too. */
  readonly service: ecs.IBaseService;
  /**
   * Who is told of alarms, of deployments that failed and of tasks that found no place.
   * @default - nobody: the alarms are there, and events are not watched
   */
  readonly topic?: sns.ITopic;
  /**
   * The share of the tasks' CPU that is too much for a quarter of an hour, in percent.
   * @default 90
   * @range a number from 1 to 100
   */
  readonly cpuPercent?: number;
  /**
   * The share of the tasks' memory that is too much for a quarter of an hour, in percent.
   * @default 90
   * @range a number from 1 to 100
   */
  readonly memoryPercent?: number;
  /**
   * The share of requests that may fail with 5xx for five minutes, in percent.
   * @default 5
   * @range a number from 0.1 to 100
   */
  readonly failedPercent?: number;
  /**
   * Whether a dashboard is made.
   * @default true
   */
  readonly dashboard?: boolean;
}

/** Events of ECS that nobody wants to miss. */
const bad = { 'ECS Deployment State Change': ['SERVICE_DEPLOYMENT_FAILED'], 'ECS Service Action': ['SERVICE_TASK_PLACEMENT_FAILURE', 'SERVICE_TASK_START_IMPAIRED'] };

/**
 * Alarms worth having, a dashboard, and word of deployments that failed and of tasks that found no place.
 *
 * @example
 * new ServiceMonitoring(stack, 'WebMonitoring', { service: web, topic });
 */
export class ServiceMonitoring extends Construct {
  /** CPU, memory, with a load balancer unhealthy tasks and failed requests, and of a worker the messages that it could not work off. */
  readonly alarms: cloudwatch.Alarm[];
  /** The dashboard, for further widgets. */
  readonly dashboard?: cloudwatch.Dashboard;
  /** What tells of events; there where there is a topic. */
  readonly rules: events.Rule[];

  constructor(scope: Construct, id: string, props: ServiceMonitoringProps) {
    checkProps(scope, id, 'ServiceMonitoringProps', props, new.target === ServiceMonitoring);
    super(scope, id);
    const { service, topic, cpuPercent = 90, memoryPercent = 90, failedPercent = 5, dashboard = true } = props;
    const { cpu, memory } = usageOf(service), watched = service as ecs.IBaseService & Watched;
    const requests = watched.targets && requestsOf([watched.targets, ...(watched.alternateTargets ? [watched.alternateTargets] : [])]);
    const { targets: network, alternateTargets: alternate } = watched.network ?? {};
    const deadLetters = watched.queue?.deadLetterQueue?.queue;
    this.alarms = [
      this.alarm('Cpu', cpu, cpuPercent, 3, `More than ${cpuPercent} % of the CPU of ${service.node.path}`),
      this.alarm('Memory', memory, memoryPercent, 3, `More than ${memoryPercent} % of the memory of ${service.node.path}`),
      ...(requests ? [
        this.alarm('Unhealthy', requests.unhealthy, 1, 3, `Tasks of ${service.node.path} that do not answer their health check`),
        this.alarm('Failed', requests.failedPercent, failedPercent, 1, `More than ${failedPercent} % of the requests to ${service.node.path} fail`),
      ] : []),
      ...(network ? [this.alarm('UnhealthyNetwork', unhealthyOf([network, ...(alternate ? [alternate] : [])]), 1, 3, `Tasks of ${service.node.path} that do not accept connections`)] : []),
      ...(deadLetters ? [this.alarm('DeadLetters', deadLetters.metricApproximateNumberOfMessagesVisible(), 1, 1, `Messages that ${service.node.path} could not work off`)] : []),
    ];
    if (topic) for (const alarm of this.alarms) alarm.addAlarmAction(new actions.SnsAction(topic));
    this.rules = topic ? Object.entries(bad).map(([detailType, eventName]) => new events.Rule(this, detailType.replaceAll(' ', ''), {
      eventPattern: { source: ['aws.ecs'], detailType: [detailType], resources: [service.serviceArn], detail: { eventName } },
      targets: [new targets.SnsTopic(topic)],
    })) : [];
    this.dashboard = dashboard ? new cloudwatch.Dashboard(this, 'Dashboard', { widgets: [[usage([cpu, memory]), ...(requests ? [traffic(requests)] : [])]] }) : undefined;
  }

  private alarm(id: string, metric: cloudwatch.IMetric, threshold: number, evaluationPeriods: number, alarmDescription: string): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, id, {
      metric, threshold, evaluationPeriods, alarmDescription,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // A service without tasks or requests tells nothing, and that is no alarm.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}

/** What ECS tells of every service: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html. */
function usageOf({ serviceName, cluster }: ecs.IBaseService): { readonly cpu: cloudwatch.Metric; readonly memory: cloudwatch.Metric } {
  const metric = (metricName: string): cloudwatch.Metric => new cloudwatch.Metric({ namespace: 'AWS/ECS', metricName, dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: serviceName } });
  return { cpu: metric('CPUUtilization'), memory: metric('MemoryUtilization') };
}

/** What services of Drydock have beside those of the L2. */
interface Watched extends Pick<IBalancedServiceParts, 'targets' | 'alternateTargets' | 'network'> {
  readonly queue?: { readonly deadLetterQueue?: sqs.DeadLetterQueue };
}

interface Requests {
  readonly all: cloudwatch.IMetric;
  readonly time: cloudwatch.IMetric;
  readonly unhealthy: cloudwatch.IMetric;
  readonly failedPercent: cloudwatch.IMetric;
}

const period = Duration.minutes(5), sum = { statistic: 'Sum', period };

function requestsOf(groups: readonly elbv2.ApplicationTargetGroup[]): Requests {
  const all = ofAll('requests', groups.map(({ metrics }) => metrics.requestCount(sum)));
  const failed = ofAll('failed', groups.map(({ metrics }) => metrics.custom('HTTPCode_Target_5XX_Count', sum)));
  return {
    all, unhealthy: ofAll('unhealthy', groups.map(({ metrics }) => metrics.unhealthyHostCount({ statistic: 'Maximum', period }))),
    time: ofAll('time', groups.map(({ metrics }) => metrics.targetResponseTime({ statistic: 'p95', period })), 'MAX'),
    failedPercent: new cloudwatch.MathExpression({ expression: '100 * failed / requests', usingMetrics: { failed, requests: all }, label: 'Failed, %', period }),
  };
}

function unhealthyOf(groups: readonly elbv2.NetworkTargetGroup[]): cloudwatch.IMetric {
  return ofAll('unhealthy', groups.map(({ metrics }) => metrics.unHealthyHostCount({ statistic: 'Maximum', period })));
}

/** Where deployments move traffic between two target groups, nobody knows which of them has it. */
function ofAll(id: string, metrics: readonly cloudwatch.Metric[], by = 'SUM'): cloudwatch.IMetric {
  const [only, ...others] = metrics, usingMetrics = Object.fromEntries(metrics.map((metric, i) => [`${id}${i + 1}`, metric]));
  if (only && others.length === 0) return only;
  return new cloudwatch.MathExpression({ expression: `${by}([${Object.keys(usingMetrics).map(name => `FILL(${name}, 0)`).join(', ')}])`, usingMetrics, label: id, period });
}

function usage(left: cloudwatch.IMetric[]): cloudwatch.IWidget {
  return new cloudwatch.GraphWidget({ title: 'CPU and memory, %', width: 12, left, leftYAxis: { min: 0 } });
}

function traffic({ all, time, failedPercent }: Requests): cloudwatch.IWidget {
  return new cloudwatch.GraphWidget({ title: 'Requests and their time', width: 12, left: [all], right: [time, failedPercent], leftYAxis: { min: 0 }, rightYAxis: { min: 0 } });
}

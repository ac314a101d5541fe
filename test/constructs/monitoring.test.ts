import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Cluster, Deployment, FargateService, QueueWorker, ServiceMonitoring, type ServiceMonitoringProps } from '../../lib/index';
import { nginx, only, shop } from '../support/shop';

function monitored(props: Partial<ServiceMonitoringProps> = {}): Template {
  const stack = shop(), service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {} });
  new ServiceMonitoring(stack, 'Monitoring', { service, topic: new sns.Topic(stack, 'OnCall'), ...props });
  return Template.fromStack(stack);
}

test('alarms, events of failed deployments and of tasks without a place go to a topic, and there is a dashboard', () => {
  const template = monitored();
  template.resourceCountIs('AWS::CloudWatch::Alarm', 4);
  template.allResourcesProperties('AWS::CloudWatch::Alarm', { TreatMissingData: 'notBreaching', AlarmActions: [{ Ref: Object.keys(template.findResources('AWS::SNS::Topic'))[0] }] });
  template.hasResourceProperties('AWS::Events::Rule', { EventPattern: { 'detail-type': ['ECS Service Action'], 'detail': { eventName: ['SERVICE_TASK_PLACEMENT_FAILURE', 'SERVICE_TASK_START_IMPAIRED'] } } });
  template.hasResourceProperties('AWS::Events::Rule', { EventPattern: { 'detail-type': ['ECS Deployment State Change'] } });
  template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
});

test('a service of the L2 without a load balancer has fewer alarms, and without a topic nobody is told', () => {
  const stack = shop(), taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('busybox') });
  const monitoring = new ServiceMonitoring(stack, 'Monitoring', { service: new ecs.FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), taskDefinition }), dashboard: false });
  expect([monitoring.alarms.length, monitoring.rules, monitoring.dashboard]).toEqual([2, [], undefined]);
  expect(only(stack, 'AWS::ECS::Service').id).toMatch(/^Web/);
});

test('where deployments move the traffic, both target groups are watched', () => {
  const stack = shop();
  const service = new FargateService(stack, 'Web', { cluster: new Cluster(stack, 'Cluster'), container: nginx, loadBalancer: {}, networkLoadBalancer: { listenerPort: 8443 }, deployment: Deployment.canary() });
  new ServiceMonitoring(stack, 'Monitoring', { service });
  const template = Template.fromStack(stack), expression = (Expression: string): object => ({ Metrics: Match.arrayWith([Match.objectLike({ Expression })]) });
  template.resourceCountIs('AWS::CloudWatch::Alarm', 5);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', expression('SUM([FILL(failed1, 0), FILL(failed2, 0)])'));
  template.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', expression('SUM([FILL(unhealthy1, 0), FILL(unhealthy2, 0)])'), 2);
});

test('of a worker the messages are watched that it could not work off', () => {
  const stack = shop(), service = new QueueWorker(stack, 'Worker', { cluster: new Cluster(stack, 'Cluster'), container: { image: nginx.image } });
  new ServiceMonitoring(stack, 'Monitoring', { service });
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ApproximateNumberOfMessagesVisible', Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeadLetters'), 'QueueName'] } }] });
});

test('a share beyond the whole is refused', () => {
  expect(() => monitored({ cpuPercent: 120 })).toThrow('Shop/Monitoring: cpuPercent is 120. Give a number from 1 to 100.');
});

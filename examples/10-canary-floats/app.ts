import { App, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Cluster, Deployment, Drydock, FargateService } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Checkout');

const failed = new cloudwatch.Alarm(stack, 'FailedPayments', {
  metric: new cloudwatch.Metric({ namespace: 'Checkout', metricName: 'FailedPayments', statistic: 'Sum' }),
  threshold: 5,
  evaluationPeriods: 1,
});

new FargateService(stack, 'Checkout', {
  cluster: new Cluster(stack, 'Cluster'),
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  loadBalancer: {},
  scaling: { min: 3, max: 12 },
  // A tenth of the users for a quarter of an hour, then all; the old tasks stay ten minutes longer.
  deployment: Deployment.canary({ percent: 10, wait: '15 minutes', bakeTime: '10 minutes', testPort: 8080, alarms: [failed] }),
});

Drydock.attach(app);

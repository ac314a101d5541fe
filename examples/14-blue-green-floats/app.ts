import { App, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Cluster, Deployment, Drydock, FargateService } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Shop');

// What looks at the new tasks on the test port, and says whether they may have the users.
const tryOut = new lambda.Function(stack, 'TryOut', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline("exports.handler = async () => ({ hookStatus: 'SUCCEEDED' });"),
});

const failed = new cloudwatch.Alarm(stack, 'FailedOrders', {
  metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'FailedOrders', statistic: 'Sum' }),
  threshold: 5,
  evaluationPeriods: 1,
});

new FargateService(stack, 'Web', {
  cluster: new Cluster(stack, 'Cluster'),
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80 },
  loadBalancer: {},
  desiredCount: 3,
  deployment: Deployment.blueGreen({
    testPort: 8080,
    hooks: [new ecs.DeploymentLifecycleLambdaTarget(tryOut, 'TryOut', { lifecycleStages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT] })],
    bakeTime: '15 minutes',
    alarms: [failed],
  }),
});

Drydock.attach(app);

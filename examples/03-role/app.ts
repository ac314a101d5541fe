import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Cluster, Drydock, FargateService } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Payments');

// Roles are the security team's: one execution role for all services, with AWS's policy for it, and nobody else changes it.
const executionRole = new iam.Role(stack, 'ExecutionRole', {
  assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
}).withoutPolicyUpdates();

new FargateService(stack, 'Api', {
  cluster: new Cluster(stack, 'Cluster'),
  desiredCount: 2,
  executionRole,
  container: {
    image: 'public.ecr.aws/nginx/nginx:stable',
    port: 80,
    secrets: { PROVIDER_KEY: new secretsmanager.Secret(stack, 'ProviderKey') },
  },
  loadBalancer: {},
});

Drydock.attach(app);

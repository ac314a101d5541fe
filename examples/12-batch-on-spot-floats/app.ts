import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { BatchTask, CapacityProvider, Cluster, Drydock } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Rendering');

// Spot instances of many types, so that EC2 always finds some; none while there is nothing to do.
const cluster = new Cluster(stack, 'Cluster', {
  capacityProviders: [
    CapacityProvider.ec2('spot', { instanceTypes: ['c7i.2xlarge', 'c6i.2xlarge', 'm7i.2xlarge', 'm6i.2xlarge'], minCapacity: 0, maxCapacity: 20, spot: true }),
  ],
});

// One task renders one picture of a film: four of them fill an instance.
const render = new BatchTask(stack, 'Render', {
  cluster,
  capacity: [{ provider: 'spot' }],
  cpu: '2 vCPU',
  memory: '3 GB',
  container: { image: 'public.ecr.aws/docker/library/busybox:stable', command: ['sh', '-c', 'echo rendering $PICTURE'], stopTimeout: '90 seconds' },
});
new s3.Bucket(stack, 'Pictures').grantPut(render.taskDefinition.taskRole);

// All pictures at once, up to eighty at a time. Where EC2 took an instance back, or none was there yet, the picture is tried again.
const picture = render.step('RenderPicture', { environment: { PICTURE: sfn.JsonPath.stringAt('$') }, resultPath: sfn.JsonPath.DISCARD });
picture.addRetry({ errors: ['States.TaskFailed', 'ECS.AmazonECSException'], interval: Duration.minutes(1), maxAttempts: 5, backoffRate: 2 });
const film = new sfn.StateMachine(stack, 'Film', {
  definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Map(stack, 'EachPicture', { itemsPath: '$.pictures', maxConcurrency: 80 }).itemProcessor(picture)),
});
new CfnOutput(stack, 'FilmArn', { value: film.stateMachineArn });

Drydock.attach(app);

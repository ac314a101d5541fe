import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Cluster, Drydock, FargateService, Repository } from 'ecs-drydock';

const app = new App();
const tools = '111122223333', production = '444455556666';

// The account in which images are built and kept.
const images = new Stack(app, 'Images', { env: { account: tools } });
const repository = new Repository(images, 'Web', { repositoryName: 'shop/web', pullAccounts: [production] });
new CfnOutput(images, 'Push', { value: repository.pushCommands });

// The account in which they run.
const shop = new Stack(app, 'Shop', { env: { account: production } });
new FargateService(shop, 'Web', {
  cluster: new Cluster(shop, 'Cluster'),
  container: { image: repository.image('1.4.2'), port: 80 },
  loadBalancer: {},
  scaling: { min: 2, max: 10 },
});

Drydock.attach(app);

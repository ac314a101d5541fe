import { App, Stack } from 'aws-cdk-lib';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { readInputs } from '../../lib/engine';
import { CapacityProvider, Cluster, Ec2Service, FargateService, SharedLoadBalancer, Storage } from '../../lib/index';
import { nginx } from '../support/shop';

/** The line of this file that made each resource, as an assembly tells it that was made with so many calls in a stack trace. */
function linesWith(stackTraceLimit: number): Record<string, number | undefined> {
  const before = Error.stackTraceLimit, app = new App({ treeMetadata: false });
  Error.stackTraceLimit = stackTraceLimit;
  fill(new Stack(app, 'Shop'));
  const { directory } = app.synth(), [[stack] = []] = readInputs([directory], { workingDirectory: process.cwd() }).deployments;
  Error.stackTraceLimit = before;
  return Object.fromEntries(Object.keys(stack?.document.root['Resources'] ?? {}).map(id => [stack?.constructPath?.(id) ?? id, stack?.userCode?.(id)?.line]));
}

function fill(stack: Stack): void {
  const cluster = new Cluster(stack, 'Cluster', { capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.large'] })] });
  const loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc: cluster.vpc }), orders = new sqs.Queue(stack, 'Orders');
  const files = new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc });
  const api = new FargateService(stack, 'Api', { cluster, container: { ...nginx, ports: { admin: 9000 } }, loadBalancer: { loadBalancer, paths: ['/api/*'] } });
  api.expose('Admin', { port: 'admin', internetFacing: false });
  const web = new Ec2Service(stack, 'Web', { cluster, container: nginx, loadBalancer: {}, networkLoadBalancer: { listenerPort: 81 }, scaling: { max: 4 } });
  web.link(orders);
  new FargateService(stack, 'Reports', { cluster, container: { ...nginx, volumes: { '/data': Storage.efs('data', files) } } });
}

test('ten calls of a stack trace, which Node.js keeps, are enough to find the line of the app that made a resource', () => {
  const all = linesWith(100), usual = linesWith(10);
  expect(Object.keys(all).length).toBeGreaterThan(80);
  expect(Object.values(all)).not.toContain(undefined);
  expect(usual).toEqual(all);
});

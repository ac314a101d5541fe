// Templates as the constructs of the build in dist/ synthesize them, for benchmarks.
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ApplicationLoadBalancer, ListenerAction } from 'aws-cdk-lib/aws-elasticloadbalancingv2';

const { CapacityProvider, Cluster, Ec2Service, FargateService } = createRequire(import.meta.url)('../dist/lib/index.js');

/** A cluster in its VPC with so many services, in one stack or in several that import what is shared. */
export function synthesize(services, stacks) {
  process.env.CDK_VALIDATION = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
  try {
    const app = new App({ outdir, context: { '@aws-cdk/core:stackResourceLimit': 0 }, analyticsReporting: false });
    const shared = new Stack(app, 'Stack0');
    const cluster = new Cluster(shared, 'Cluster', { capacityProviders: [CapacityProvider.ec2('general', { instanceTypes: ['m7g.2xlarge'], minCapacity: services, maxCapacity: services * 2 })] });
    const others = Array.from({ length: stacks - 1 }, (_, i) => new Stack(app, `Stack${i + 1}`));
    const all = others.length > 0 ? others : [shared];
    const listeners = all.map(stack => new ApplicationLoadBalancer(stack, 'Balancer', { vpc: cluster.vpc }).addListener('Http', { port: 80, defaultAction: ListenerAction.fixedResponse(404) }));
    for (let i = 0; i < services; i++) serve(all[i % all.length], i, cluster, listeners[i % all.length]);
    return app.synth().stacks.map(({ templateFullPath }) => JSON.parse(readFileSync(templateFullPath, 'utf8')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** A web server, a worker on Fargate or one on container instances, in turn: ten resources each, more or less. */
function serve(stack, i, cluster, listener) {
  const container = { image: 'public.ecr.aws/nginx/nginx:stable', port: 80, environment: { STAGE: 'production' } }, scaling = { min: 2, max: 10, cpuPercent: 60 };
  if (i % 3 === 0) new FargateService(stack, `Web${i}`, { cluster, container, cpu: '0.5 vCPU', memory: '1 GB', loadBalancer: { listener, priority: i + 1, paths: [`/${i}/*`] } });
  if (i % 3 === 1) new FargateService(stack, `Worker${i}`, { cluster, container, cpu: '0.5 vCPU', memory: '1 GB', scaling });
  if (i % 3 === 2) new Ec2Service(stack, `Batch${i}`, { cluster, container, memory: 512, capacity: [{ provider: 'general' }], scaling });
}

import { defaultEgress } from '../../catalog/default-egress';
import { callEndpoints } from '../../catalog/call-endpoints';
import { endpointActions, layerBucket } from '../../catalog/endpoint-actions';
import { ephemeralPorts } from '../../catalog/ephemeral-ports';
import { ecsCallsByIpv4, ipv6Only } from '../../catalog/ipv6-only';
import { nat64Prefix } from '../../catalog/nat64';
import { publicAddresses } from '../../catalog/public-addresses';
import { registryNames } from '../../catalog/registry-names';
import { fargateOwnInterface, startEndpoints } from '../../catalog/start-endpoints';
import type { Change, Words } from '../../finding/finding';
import { subnetsOf } from '../../network/interface';
import { suppliesOf, type Supply, type What } from '../../network/supplies';
import { startPaths, type StartPath } from '../../network/start-paths';
import { survey, type Blockage } from '../../network/survey';
import { defineRule } from '../rule';
import { describeObstacle } from './describe-obstacle';
import { missingWay } from './missing-way';
import { isReportedElsewhere } from './is-reported-elsewhere';
import { listed } from '../listed';

/** What a task needs before it runs must be reached from the interface by which it is started. */
export const taskNetworkPath = defineRule({
  id: 'task-network-path',
  title: 'Tasks cannot reach what they need to start',
  severity: 'error',
  phase: 'start',
  subject: 'launcher',
  explanation: 'Before a container runs, its image, its secrets and its environment files are fetched and its log stream is made: through the network interface of the task on Fargate, '
    + 'through that of the container instance on EC2. There must be a route to the internet, with a public address or a NAT gateway, or VPC endpoints for what is needed, '
    + 'and security groups and network ACLs must let port 443 pass. Tasks may land in any subnet of the service, so each needs a way: those in a subnet without one fail, and ECS starts them again, often in the same place.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  predicts: ['CannotPullContainerError', 'ResourceInitializationError: unable to pull secrets or registry auth', 'ResourceInitializationError: failed to validate logger args', 'TargetNotConnectedException'],
  facts: [startEndpoints, callEndpoints, ecsCallsByIpv4, ipv6Only, nat64Prefix, registryNames, fargateOwnInterface, endpointActions, layerBucket, publicAddresses, ephemeralPorts, defaultEgress],
  messages: {
    image: (blocked: Blocked) => ({
      ...describe(blocked),
      ecsSays: needsService(blocked, 'ecr.api') && blocked.path.whose === 'tasks'
        ? 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.'
        : 'CannotPullContainerError: … i/o timeout',
    }),
    secrets: (blocked: Blocked) => ({
      ...describe(blocked),
      ecsSays: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret: … context deadline exceeded',
    }),
    environmentFiles: (blocked: Blocked) => ({ ...describe(blocked), ecsSays: 'ResourceInitializationError: failed to download env files: … i/o timeout' }),
    serviceConnect: (blocked: Blocked) => describe(blocked),
    // On container instances the log driver does not wait: logs are lost, tasks run.
    logs: (blocked: Blocked) => ({
      ...describe(blocked),
      ...(blocked.path.whose === 'tasks' ? { ecsSays: 'ResourceInitializationError: failed to validate logger args: create stream has been retried …' } : { severity: 'warning' }),
    }),
    upstream: (blocked: Blocked) => ({ ...describe(blocked), severity: 'warning', ecsSays: 'CannotPullContainerError: … i/o timeout' }),
    calls: (blocked: Blocked) => ({ ...describe(blocked), severity: 'warning' }),
    exec: (blocked: Blocked) => ({ ...describe(blocked), severity: 'warning', phase: 'exec', ecsSays: 'TargetNotConnectedException: The execute command failed due to an internal error.' }),
  },
  check(launcher, say, model) {
    const task = say.need(launcher.taskDefinition), capacity = say.need(launcher.runsOn);
    if (!task || !capacity) return;
    const { supplies, unknowns } = suppliesOf(task, launcher, model);
    for (const unknown of unknowns) say.undecided(unknown);
    for (const path of startPaths(launcher, capacity, model)) {
      const { blockages, unknowns: open } = survey([...path.interfaces, ...path.strays], supplies.filter(({ what }) => path.carries.includes(what)), model.network);
      for (const unknown of [...path.unknowns, ...open]) say.undecided(unknown);
      for (const blockage of blockages.filter(({ obstacle }) => !isReportedElsewhere(obstacle))) {
        const related = [...path.through, ...subnetsOf(blockage.interfaces), ...blockage.obstacle.involved];
        const services = servicesIn(blockage), repair = missingWay(blockage.obstacle, { ...blockage, services }, model);
        say.violated(gravest(blockage.supplies), blockage.obstacle, { blockage, path, services, repair }, { related });
      }
    }
  },
});

interface Blocked {
  readonly blockage: Blockage<Supply>;
  readonly path: StartPath;
  readonly services: readonly string[];
  readonly repair: readonly Change[] | undefined;
}

const purposes: Readonly<Record<What, string>> = {
  image: 'the registry of their images', secrets: 'the store of their secrets', environmentFiles: 'their environment files', serviceConnect: 'Service Connect', logs: 'CloudWatch Logs',
  upstream: 'the registry behind the pull through cache, as the first pull of an image must', calls: 'where they send logs, metrics and traces', exec: 'ECS Exec',
};
const whats = Object.keys(purposes) as readonly What[];

function gravest(supplies: readonly Supply[]): What {
  return whats.find(what => supplies.some(supply => supply.what === what)) ?? 'image';
}

function servicesIn({ supplies }: Blockage<Supply>): readonly string[] {
  return [...new Set(supplies.flatMap(({ from }) => (from.kind === 'service' ? from.service : [])))];
}

function describe({ blockage: { obstacle, interfaces, supplies }, path, services, repair }: Blocked): Words {
  const subnets = subnetsOf(interfaces).map(({ id }) => id), where = subnets.length > 0 ? ` in ${listed(subnets)}` : '';
  const { because, ...how } = describeObstacle(obstacle, { services, addressBy: path.addressBy, repair });
  const wanted = whats.filter(what => supplies.some(supply => supply.what === what)).map(what => `${purposes[what]} (${endsOf(supplies.filter(supply => supply.what === what))})`);
  return { says: `${path.whose === 'tasks' ? 'Tasks' : 'Container instances'}${where} cannot reach ${listed(wanted)}: ${because}.`, ...how };
}

function endsOf(supplies: readonly Supply[]): string {
  return listed([...new Set(supplies.map(({ from }) => (from.kind === 'service' ? `${from.service}${from.isElsewhere ? ' of another region' : ''}` : 'the internet')))]);
}

function needsService({ blockage }: Blocked, service: string): boolean {
  return blockage.supplies.some(({ from }) => from.kind === 'service' && from.service === service);
}

import { callEndpoints } from '../catalog/call-endpoints';
import { neededPermissions } from '../catalog/needed-permissions';
import { fargateOwnInterface, startEndpoints } from '../catalog/start-endpoints';
import type { Origin } from '../core/origin';
import { partsOf } from '../core/text';
import { absent, ifKnown, unknownsIn, type Unknown, type Value } from '../core/value';
import type { Model } from '../model/model';
import type { Launcher } from '../model/service/launch';
import type { Container } from '../model/task-definition/container';
import { dualStackName, hasIpv6Addresses } from '../model/task-definition/image';
import type { TaskDefinition } from '../model/task-definition/task-definition';
import type { Need } from '../needs/need';
import { callNeeds, executionNeeds } from '../needs/task-roles';
import type { Service } from './aws-service';

/** Something outside the VPC without which a task does not start, or not as it should. */
export interface Supply {
  readonly what: What;
  /** Where the task definition asks for it. */
  readonly at: Origin;
  readonly from: Source;
}

/** From the most to the least grave. */
export type What = 'image' | 'secrets' | 'environmentFiles' | 'serviceConnect' | 'logs' | 'upstream' | 'calls' | 'exec';

/** Where it comes from: a service of AWS, by the end of the name of its endpoints; the internet; or one of the two. */
export type Source =
  | ({ readonly kind: 'service'; readonly isElsewhere?: boolean; readonly byContainers?: true } & Service & Named) // isElsewhere: in another region than the tasks, to which endpoints do not lead
  | ({ readonly kind: 'internet'; readonly hasIpv6: boolean } & Named)
  | { readonly kind: 'registry'; readonly image: Unknown };

interface Named {
  /** Set where the name that is written has IPv4 addresses alone: where, and the name that has both. */
  readonly ipv4Only?: { readonly at: Origin; readonly instead: string };
}

const endpoints = startEndpoints.value;

/** What tasks need, and what is not known of it. */
export interface Supplies {
  readonly supplies: readonly Supply[];
  readonly unknowns: readonly Unknown[];
}

/** What the tasks of a launcher need to run. */
export function suppliesOf(task: TaskDefinition, launcher: Launcher, model: Model): Supplies {
  // Older platform versions log in and read secrets beside the task's interface.
  const beside = fargateOwnInterface.value.includes(ifKnown(launcher.platformVersion) ?? '') ? ['ecr.api', 'secretsmanager', 'ssm'] : [];
  const calls = callNeeds(task, [launcher], model), serviceConnect = model.services.find(service => service === launcher)?.serviceConnect.enabled ?? absent(launcher.at);
  const found = [
    ...(ifKnown(task.containers) ?? []).flatMap(container => [...imageSupplies(container, launcher), ...logSupplies(container, launcher), ...secretSupplies(container), ...fileSupplies(container)]),
    ...suppliesIf('serviceConnect', serviceConnect, endpoints.serviceConnect),
    ...upstreamSupplies(task, model),
    ...calls.needs.flatMap(need => callSupplies(need, launcher)), ...calls.open,
  ];
  return {
    supplies: found.flatMap(found => ('what' in found ? found : [])).filter(({ from }) => from.kind !== 'service' || !beside.includes(from.service)),
    unknowns: found.flatMap(found => ('what' in found ? [] : found)),
  };
}

function suppliesIf(what: What, enabled: Value<boolean>, services: readonly string[]): readonly (Supply | Unknown)[] {
  if (enabled.state === 'unknown') return [enabled];
  return enabled.state === 'known' && enabled.value ? fromServices(what, enabled.at, services) : [];
}

function imageSupplies({ image, registry }: Container, launcher: Launcher): readonly (Supply | Unknown)[] {
  if (registry.state === 'absent') return [];
  if (registry.state === 'unknown') return [{ what: 'image', at: image.at, from: { kind: 'registry', image: registry } }];
  const instead = dualStackName(image), ipv4Only = instead === undefined ? {} : { ipv4Only: { at: image.at, instead } };
  if (registry.value === 'internet') return [{ what: 'image', at: image.at, from: { kind: 'internet', hasIpv6: hasIpv6Addresses(image), ...ipv4Only } }];
  const isElsewhere = isOtherRegion(regionOfRegistry(image), launcher);
  return endpoints.ecrImage.map(service => ({ what: 'image', at: image.at, from: { kind: 'service', service, ...(service === 'ecr.dkr' ? ipv4Only : {}), isForLayers: service === 's3', isElsewhere } }));
}

/** The region in the name of a registry of ECR. */
function regionOfRegistry(image: Value<string>): string | undefined {
  return /\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./.exec((partsOf(image) ?? []).map(part => (typeof part === 'string' ? part : '')).join(''))?.[1];
}

/** The first pull through a cache goes to the other registry. One of ECR's own may be reached in another way. */
function upstreamSupplies(task: TaskDefinition, model: Model): readonly Supply[] {
  const isBeyond = model.pullThroughRules.every(({ upstream }) => upstream.state === 'known' && !upstream.value.includes('.dkr.ecr.'));
  return executionNeeds(task, model).needs.flatMap(({ purpose, at }) => (purpose === 'upstreamImage' && isBeyond ? { what: 'upstream', at, from: { kind: 'internet', hasIpv6: false } } : []));
}

function logSupplies({ logDriver, logOptions }: Container, launcher: Launcher): readonly (Supply | Unknown)[] {
  if (logDriver.state === 'unknown') return [logDriver];
  const region = ifKnown(ifKnown(logOptions)?.get('awslogs-region') ?? absent(logDriver.at));
  const choosesEndpoint = ifKnown(logOptions)?.has('awslogs-endpoint') === true;
  return logDriver.state === 'known' && logDriver.value === 'awslogs' ? fromServices('logs', logDriver.at, endpoints.logs, { isElsewhere: isOtherRegion(region, launcher), ...(choosesEndpoint ? { byContainers: true } : {}) }) : [];
}

/** What containers call with the task role while they run: the services that have the actions. */
function callSupplies({ purpose, at, resources: [resource = absent(at)], inDoubt }: Need, launcher: Launcher): readonly (Supply | Unknown)[] {
  const services = neededPermissions.value[purpose].actions.flatMap(action => callEndpoints.value.get(action.replace(/:.*/, '')) ?? []);
  const region = (partsOf(resource) ?? []).map(part => (typeof part === 'string' ? part : '')).join('').split(':')[3];
  const isExec = purpose.startsWith('exec');
  return inDoubt ? [inDoubt] : fromServices(isExec ? 'exec' : 'calls', at, [...new Set(services)], { isElsewhere: isOtherRegion(region, launcher), ...(isExec ? {} : { byContainers: true }) });
}

/** Whether what is said of a region is all of the name of one, and of another than that of the tasks. */
function isOtherRegion(region = '', { environment }: Launcher): boolean {
  return /^[a-z]+(-[a-z]+)+-\d+$/.test(region) && region !== (ifKnown(environment.region) ?? region);
}

function secretSupplies({ secrets }: Container): readonly (Supply | Unknown)[] {
  return secrets.flatMap(({ at, store }): readonly (Supply | Unknown)[] => {
    if (store.state !== 'known') return unknownsIn(store);
    return fromServices('secrets', at, store.value === 'Secrets Manager' ? endpoints.secret : endpoints.parameter);
  });
}

function fileSupplies({ environmentFiles: files }: Container): readonly (Supply | Unknown)[] {
  if (files.state === 'unknown') return [files];
  return files.state === 'known' && files.value.length > 0 ? fromServices('environmentFiles', files.at, endpoints.environmentFile) : [];
}

/** `byContainers`: the code in containers, or an option of theirs, chooses the name by which the services are called. */
function fromServices(what: What, at: Origin, services: readonly string[], how: { readonly isElsewhere?: boolean; readonly byContainers?: true } = {}): readonly Supply[] {
  return services.map(service => ({ what, at, from: { kind: 'service', service, ...how } }));
}

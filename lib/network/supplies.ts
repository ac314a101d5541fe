import { fargateOwnInterface, startEndpoints } from '../catalog/start-endpoints';
import type { Origin } from '../core/origin';
import { ifKnown, unknownsIn, type Unknown, type Value } from '../core/value';
import type { Container } from '../model/task-definition/container';
import { needsIpv4 } from '../model/task-definition/image';
import type { Launch } from '../model/service/launch';

/** Something outside the VPC without which a task does not start, or not as it should. */
export interface Supply {
  readonly what: What;
  /** Where the task definition asks for it. */
  readonly at: Origin;
  readonly from: Source;
}

/** From the most to the least grave. */
export type What = 'image' | 'secrets' | 'environmentFiles' | 'serviceConnect' | 'logs' | 'exec';

/** Where it comes from: a service of AWS, by the end of the name of its endpoints; the internet; or one of the two. `ipv4Only`: where a name is written that has no IPv6 addresses. */
export type Source =
  | { readonly kind: 'service'; readonly service: string; readonly ipv4Only?: Origin; readonly isForLayers?: boolean }
  | { readonly kind: 'internet' }
  | { readonly kind: 'registry'; readonly image: Unknown };

const endpoints = startEndpoints.value;

/** What tasks need, and what is not known of it. */
export interface Supplies {
  readonly supplies: readonly Supply[];
  readonly unknowns: readonly Unknown[];
}

/** What the containers of a task need to run. `serviceConnect`: whether the service adds the proxy of Service Connect to them. */
export function suppliesOf(containers: readonly Container[], { platformVersion, execEnabled }: Launch, serviceConnect: Value<boolean>): Supplies {
  // Older platform versions log in and read secrets beside the task's interface.
  const beside = fargateOwnInterface.value.includes(ifKnown(platformVersion) ?? '') ? ['ecr.api', 'secretsmanager', 'ssm'] : [];
  const found = [
    ...containers.flatMap(container => [...imageSupplies(container), ...logSupplies(container), ...secretSupplies(container), ...fileSupplies(container)]),
    ...suppliesIf('serviceConnect', serviceConnect, endpoints.serviceConnect),
    ...suppliesIf('exec', execEnabled, endpoints.exec),
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

function imageSupplies({ image, registry }: Container): readonly (Supply | Unknown)[] {
  if (registry.state === 'absent') return [];
  if (registry.state === 'unknown') return [{ what: 'image', at: image.at, from: { kind: 'registry', image: registry } }];
  if (registry.value === 'internet') return [{ what: 'image', at: image.at, from: { kind: 'internet' } }];
  const ipv4Only = needsIpv4(image) ? { ipv4Only: image.at } : {};
  return endpoints.ecrImage.map(service => ({ what: 'image', at: image.at, from: { kind: 'service', service, ...(service === 'ecr.dkr' ? ipv4Only : {}), isForLayers: service === 's3' } }));
}

function logSupplies({ logDriver }: Container): readonly (Supply | Unknown)[] {
  if (logDriver.state === 'unknown') return [logDriver];
  return logDriver.state === 'known' && logDriver.value === 'awslogs' ? fromServices('logs', logDriver.at, endpoints.logs) : [];
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

function fromServices(what: What, at: Origin, services: readonly string[]): readonly Supply[] {
  return services.map(service => ({ what, at, from: { kind: 'service', service } }));
}

import { mapValue, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { namedOf, type Named } from '../noun';
import { upper } from '../spelling';

/** `AWS::ServiceDiscovery::Service`: a name in Cloud Map under which tasks register. */
export interface DiscoveryService extends Named {
  /** `A`, `AAAA`, `SRV` or `CNAME`; absent in an HTTP namespace, which has no records. */
  readonly recordTypes: Value<readonly Value<string>[]>;
  /** `HealthCheckConfig`, by which Route 53 asks. */
  readonly healthCheck: Property;
}

export function readDiscoveryService(resource: Resource): DiscoveryService {
  return {
    ...namedOf(resource, 'Name'),
    recordTypes: mapValue(resource.properties.get('DnsConfig', 'DnsRecords').list(), list => list.map(record => upper(record.get('Type')))),
    healthCheck: resource.properties.get('HealthCheckConfig'),
  };
}

/** `AWS::ServiceDiscovery::HttpNamespace`, `PrivateDnsNamespace` or `PublicDnsNamespace`. */
export type Namespace = Named;

export function readNamespace(resource: Resource): Namespace {
  return namedOf(resource, 'Name');
}

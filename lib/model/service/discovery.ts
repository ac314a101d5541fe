import { mapValue, orElse, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { namedOf, type Named } from '../noun';
import { upper } from '../spelling';

/** `AWS::ServiceDiscovery::Service`: a name in Cloud Map under which tasks register. */
export interface DiscoveryService extends Named {
  /** `A`, `AAAA`, `SRV` or `CNAME`; absent in an HTTP namespace, which has no records. */
  readonly recordTypes: Value<readonly Value<string>[]>;
  /** By reference. */
  readonly namespace: Value<string>;
  /** `HealthCheckConfig`, by which Route 53 asks. */
  readonly healthCheck: Property;
}

export function readDiscoveryService(resource: Resource): DiscoveryService {
  const { properties } = resource, dns = properties.get('DnsConfig');
  return {
    recordTypes: mapValue(dns.get('DnsRecords').list(), list => list.map(record => upper(record.get('Type')))),
    namespace: orElse(properties.get('NamespaceId').text(), dns.get('NamespaceId').text()),
    healthCheck: properties.get('HealthCheckConfig'),
    ...namedOf(resource, 'Name'),
  };
}

/** `AWS::ServiceDiscovery::HttpNamespace`, `PrivateDnsNamespace` or `PublicDnsNamespace`. */
export interface Namespace extends Named {
  /** The VPC of a private one, by reference; absent for the others. */
  readonly vpc: Value<string>;
}

export function readNamespace(resource: Resource): Namespace {
  return { vpc: resource.properties.get('Vpc').text(), ...namedOf(resource, 'Name') };
}

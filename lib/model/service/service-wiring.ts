import type { Origin } from '../../core/origin';
import { partsOf, textOf } from '../../core/text';
import { ifKnown, mapValue, orElse, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { DiscoveryService } from './discovery';
import type { ClassicLoadBalancer } from '../load-balancer/load-balancer';
import type { Lookup } from '../lookup';
import type { TargetGroup } from '../load-balancer/target-group';

/** An entry of a service's `LoadBalancers`. */
export interface ServiceLoadBalancer {
  readonly at: Origin;
  readonly containerName: Value<string>;
  readonly containerPort: Value<number>;
  readonly targetGroup: Value<TargetGroup>;
  /** The other target group of a blue/green deployment. */
  readonly alternateTargetGroup: Value<TargetGroup>;
  /** `AdvancedConfiguration`: what a blue/green deployment needs. */
  readonly advanced: Property;
  /** Set for a classic load balancer alone. */
  readonly classic: Value<ClassicLoadBalancer>;
}

/** An entry of a service's `ServiceRegistries`. */
export interface ServiceRegistry {
  readonly at: Origin;
  /** `RegistryArn`, as given. */
  readonly arn: Value<string>;
  readonly discovery: Value<DiscoveryService>;
  readonly containerName: Value<string>;
  readonly containerPort: Value<number>;
  readonly port: Value<number>;
}

/** A service's `ServiceConnectConfiguration`. */
export interface ServiceConnect {
  readonly at: Origin;
  readonly enabled: Value<boolean>;
  /** A name or an ARN. */
  readonly namespace: Value<string>;
  readonly services: Value<readonly ServiceConnectService[]>;
}

export interface ServiceConnectService {
  readonly at: Origin;
  readonly portName: Value<string>;
  /** The port's name unless given. */
  readonly discoveryName: Value<string>;
  /** As given. */
  readonly clientAliases: Property;
  /** `DnsName:Port` of `ClientAliases`, those that give both. */
  readonly aliases: readonly Value<string>[];
  /** `IngressPortOverride`: where the proxy listens in place of the container port. */
  readonly ingressPort: Value<number>;
  readonly perRequestTimeoutSeconds: Value<number>;
}

export function readServiceLoadBalancers(
  property: Property, targetGroups: Lookup<TargetGroup>, classic: Lookup<ClassicLoadBalancer>,
): Value<readonly ServiceLoadBalancer[]> {
  return mapValue(property.list(), list => list.map(item => ({
    at: item.at,
    containerName: item.get('ContainerName').text(),
    containerPort: item.get('ContainerPort').integer(),
    targetGroup: targetGroups.find(item.get('TargetGroupArn').text()),
    alternateTargetGroup: targetGroups.find(item.get('AdvancedConfiguration', 'AlternateTargetGroupArn').text()),
    advanced: item.get('AdvancedConfiguration'),
    classic: classic.find(item.get('LoadBalancerName').text()),
  })));
}

export function readServiceRegistries(property: Property, discovery: Lookup<DiscoveryService>): Value<readonly ServiceRegistry[]> {
  return mapValue(property.list(), list => list.map(item => ({
    at: item.at,
    arn: item.get('RegistryArn').text(),
    discovery: discovery.find(item.get('RegistryArn').text()),
    containerName: item.get('ContainerName').text(),
    containerPort: item.get('ContainerPort').integer(),
    port: item.get('Port').integer(),
  })));
}

export function readServiceConnect(property: Property): ServiceConnect {
  return {
    at: property.at,
    enabled: withDefault(property.get('Enabled').flag(), false),
    namespace: property.get('Namespace').text(),
    services: mapValue(property.get('Services').list(), list => list.map(item => {
      const portName = item.get('PortName').text(), discoveryName = item.get('DiscoveryName').text();
      return {
        at: item.at, portName, discoveryName: orElse(discoveryName, portName), clientAliases: item.get('ClientAliases'), aliases: readAliases(item.get('ClientAliases')),
        ingressPort: item.get('IngressPortOverride').integer(), perRequestTimeoutSeconds: item.get('Timeout', 'PerRequestTimeoutSeconds').integer(),
      };
    })),
  };
}

function readAliases(property: Property): readonly Value<string>[] {
  return (ifKnown(property.list()) ?? []).flatMap(item => {
    const name = item.get('DnsName').text(), port = item.get('Port').text();
    return name.state === 'absent' || port.state === 'absent' ? [] : [textOf([...partsOf(name) ?? [], ':', ...partsOf(port) ?? []], name.at)];
  });
}

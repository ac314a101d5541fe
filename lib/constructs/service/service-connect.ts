import type { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { durationOf } from '../durations';
import { misuse } from '../misuse';

/** What a service is for others in the namespace of its cluster. `{}` publishes all its ports, each as `<name>:<port>`. */
export interface ServiceConnectOptions {
  /**
   * The name by which others call its first port: `http://api:8080`. Further ports are `<name>-<name of the port>`.
   * @default - the id of the construct in lower case
   */
  readonly name?: string;
  /**
   * Whether it only calls others, and publishes nothing.
   * @default false
   */
  readonly clientOnly?: boolean;
  /**
   * The namespace, where it is not the one of the cluster.
   * @default - the cluster's
   */
  readonly namespace?: string;
  /**
   * How long a request may take in all.
   * @default - 15 seconds, as ECS has it, and for TCP no limit
   */
  readonly requestTimeout?: Duration | string;
  /**
   * How long a connection may be idle.
   * @default - 5 minutes, as ECS has it, and for TCP an hour
   */
  readonly idleTimeout?: Duration | string;
  /**
   * Where the proxy that ECS adds writes its logs.
   * @default - nowhere
   */
  readonly logging?: ecs.LogDriver;
}

/** In the words of the L2, once the ports are known. */
export function connect(service: ecs.BaseService, options: ServiceConnectOptions): void {
  const { name = nameOf(service.node.id), clientOnly, namespace, logging } = options, { path } = service.node;
  if (namespace === undefined && !service.cluster.defaultCloudMapNamespace) {
    throw misuse(service, "serviceConnect needs a namespace, and the cluster has none. Give the cluster one, as serviceConnectNamespace: 'shop', or serviceConnect.namespace.");
  }
  const mappings = (service.taskDefinition.defaultContainer?.portMappings ?? []).filter(({ protocol }) => protocol !== ecs.Protocol.UDP);
  if (!clientOnly && mappings.length === 0) throw misuse(service, 'serviceConnect publishes ports, and the container has none. Give container.port, or serviceConnect.clientOnly: true.');
  const [first] = mappings;
  urls.set(service, clientOnly || !first ? undefined : `http://${name}:${first.containerPort}`);
  service.enableServiceConnect({
    namespace,
    logDriver: logging,
    services: clientOnly ? undefined : mappings.map((mapping, i) => {
      if (mapping.name === undefined) throw misuse(service, `serviceConnect needs names of ports, and port ${mapping.containerPort} has none. Name it in its task definition.`);
      const called = i === 0 ? name : `${name}-${mapping.name}`;
      return {
        portMappingName: mapping.name, discoveryName: called, dnsName: called, port: mapping.containerPort,
        perRequestTimeout: durationOf(path, 'serviceConnect.requestTimeout', options.requestTimeout), idleTimeout: durationOf(path, 'serviceConnect.idleTimeout', options.idleTimeout),
      };
    }),
  });
}

/** Services that are in a namespace, and the URL by which each is called there if it is. */
const urls = new WeakMap<ecs.BaseService, string | undefined>();

/** The URL by which a service calls another one by Service Connect; undefined where that one has no name. */
export function connectedUrlOf(caller: ecs.BaseService, service: ecs.BaseService): string | undefined {
  const url = urls.get(service);
  if (url !== undefined && !urls.has(caller)) throw misuse(caller, `${service.node.path} has a name in the namespace, by which only services call that are in it too. Give serviceConnect: { clientOnly: true }.`);
  return url;
}

/** A name for the network, of the id of a construct. */
export function nameOf(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-');
}

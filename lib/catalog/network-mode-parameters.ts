import { fact } from './fact';

/** A parameter that some network modes do not take. */
export interface NetworkModeParameter {
  /** From the properties of the task definition, with `*` for each item of a list. */
  readonly path: string;
  readonly modes: readonly string[];
  /** What ECS says, `*` for the mode. */
  readonly ecsSays: string;
}

const container = 'ContainerDefinitions.*';

/** Which parameters of a task definition ECS does not take in which network modes. */
export const networkModeParameters = fact<readonly NetworkModeParameter[]>({
  id: 'network-mode-parameters',
  standing: 'observed',
  source: {
    url: 'https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs',
    read: '2026-11-20',
    says: 'Templates deployed in September 2026, with what ECS answered to each; in accord with links, hostname, extraHosts and networkMode in the API reference.',
  },
  value: [
    { path: 'ProxyConfiguration', modes: ['bridge', 'host', 'none'], ecsSays: 'APPMESH proxy configuration is only supported in networkMode=awsvpc' },
    { path: `${container}.Links`, modes: ['awsvpc', 'host', 'none'], ecsSays: 'Links are not supported when networkMode=*.' },
    { path: `${container}.Hostname`, modes: ['awsvpc'], ecsSays: 'Hostname is not supported on container when networkMode=*.' },
    { path: `${container}.ExtraHosts`, modes: ['awsvpc'], ecsSays: 'Extra hosts are not supported on container when networkMode=*.' },
    { path: `${container}.DnsServers`, modes: ['awsvpc'], ecsSays: 'DNS servers are not supported on container when networkMode=*.' },
    { path: `${container}.DisableNetworking`, modes: ['awsvpc'], ecsSays: 'Disable Networking is not supported on container when networkMode=*.' },
    { path: `${container}.PortMappings`, modes: ['none'], ecsSays: 'Port mappings are not supported when networkMode=*.' },
  ],
});

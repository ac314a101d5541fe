import { Token } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { misuse } from '../misuse';

/** What stands behind the slash of a port, and what that means. */
const protocols: Partial<Record<string, Pick<ecs.PortMapping, 'protocol' | 'appProtocol'>>> = {
  tcp: {},
  udp: { protocol: ecs.Protocol.UDP },
  http: { appProtocol: ecs.AppProtocol.http },
  http2: { appProtocol: ecs.AppProtocol.http2 },
  grpc: { appProtocol: ecs.AppProtocol.grpc },
};

/** The ports of a container as ECS takes them. */
export function portMappingsOf(path: string, task: ecs.TaskDefinition, options: Ports): ecs.PortMapping[] {
  // ECS takes names where it can connect services by them.
  const isNamed = task.networkMode === ecs.NetworkMode.AWS_VPC || task.networkMode === ecs.NetworkMode.BRIDGE;
  // On the network of Windows ECS chooses the port of the instance too; the L2 says so for bridge mode alone.
  const chosen = task.networkMode === ecs.NetworkMode.NAT ? { hostPort: 0 } : {};
  return namedPortsOf(path, options).map(({ name, ...mapping }) => ({ ...(isNamed ? { name } : {}), ...chosen, ...mapping }));
}

/** The ports of a container: the one that is `port` as `main`, and those by name. */
export function namedPortsOf(path: string, { port, ports = {} }: Ports): (ecs.PortMapping & { readonly name: string })[] {
  const named = [...(port === undefined ? [] : [['main', port] as const]), ...Object.entries(ports)];
  return named.map(([name, given]) => ({ name, ...portOf(path, name, given) }));
}

interface Ports {
  readonly port?: number | string;
  readonly ports?: { readonly [name: string]: number | string };
}

function portOf(path: string, name: string, given: number | string): ecs.PortMapping {
  if (Token.isUnresolved(given)) return { containerPort: Token.asNumber(given) };
  const [, number, protocol = 'tcp'] = /^(\d+)(?:\/(\w+))?$/.exec(`${given}`) ?? [], details = protocols[protocol], containerPort = Number(number);
  if (!(containerPort >= 1 && containerPort <= 65535) || !details) {
    throw misuse(path, `the port ${name} is ${JSON.stringify(given)}. Give a number from 1 to 65535, or with one of ${Object.keys(protocols).join(', ')} as '53/udp' and '50051/grpc'.`);
  }
  return { containerPort, ...details };
}

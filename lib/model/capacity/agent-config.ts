import { agentSwitches } from '../../catalog/container-agent';
import type { Origin } from '../../core/origin';
import { ifKnown, known, mapValue, orElse, thenValue, unknown, withDefault, type Value } from '../../core/value';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { MachineImage } from './machine-image';
import type { AgentFile } from './user-data/agent-file';
import { readUserData } from './user-data/user-data';

/** What user data sets for the ECS agent. A value is absent where the user data is known and does not set it. */
export interface AgentConfig {
  /** `ECS_CLUSTER`: without it the instance joins the cluster `default`. */
  readonly cluster: Value<string>;
  /** `ECS_RESERVED_MEMORY`. */
  readonly reservedMemoryMiB: Value<number>;
  /** `ECS_AVAILABLE_LOGGING_DRIVERS`. */
  readonly loggingDrivers: Value<readonly string[]>;
  /** `ECS_INSTANCE_ATTRIBUTES`. */
  readonly attributes: Value<ReadonlyMap<string, Value<string>>>;
  /** `ECS_RESERVED_PORTS` and `ECS_RESERVED_PORTS_UDP`, which take the place of the default lists. */
  readonly reservedPorts: Value<readonly number[]>;
  readonly reservedUdpPorts: Value<readonly number[]>;
  /** Whether `ECS_DYNAMIC_HOST_PORT_RANGE` says from which ports those are taken that no task fixes. */
  readonly choosesPorts: Value<boolean>;
  /** `ECS_ENABLE_GPU_SUPPORT`. */
  readonly gpuSupport: Value<boolean>;
  /** Whether it has the attributes that a variable switches, by attribute. */
  readonly switched: ReadonlyMap<string, Value<boolean>>;
  /** `HTTPS_PROXY` or `HTTP_PROXY`, by which the agent reaches ECS. */
  readonly proxy: Value<string>;
  /** Whether the agent is to call AWS by names that have IPv6 addresses, by `ECS_INSTANCE_IP_COMPATIBILITY`; without it the agent looks which addresses the instance has. */
  readonly usesIpv6: Value<boolean>;
  /** The operating system that the user data is written for, where it tells. */
  readonly os: 'linux' | 'windows' | undefined;
  /** Whether the user data is of no form that the image takes, such as one that begins with `#!`. Nothing in it is run then. */
  readonly passedOver: boolean;
  /** Whether it speaks of Docker plugins: then the instances may have volume drivers that nobody else mentions. */
  readonly installsPlugins: boolean;
  /** Whether it may install the agent on an image that has none. */
  readonly installsAgent: boolean;
  /** Whether it waits until the agent has started. */
  readonly awaitsAgent: boolean;
}

/**
 * What the user data of an instance tells the agent on it. Where it tells nothing the image may: an image that AWS does not publish can hold a
 * configuration of its own.
 */
export function readAgentConfig(userData: Property, image: Value<MachineImage>, resource: (id: string) => Resource | undefined): AgentConfig {
  const { file, os, passedOver, installsPlugins, installsAgent } = readUserData(userData, ifKnown(image)?.family, resource);
  if (image.state === 'unknown') file.suspect(image.why);
  return {
    cluster: file.setting('ECS_CLUSTER'),
    reservedMemoryMiB: thenValue(file.setting('ECS_RESERVED_MEMORY'), text => numberIn(text, file.at)),
    loggingDrivers: thenValue(file.setting('ECS_AVAILABLE_LOGGING_DRIVERS'), text => listIn(text, 'a list of log drivers', (item): item is string => typeof item === 'string', file.at)),
    attributes: attributesIn(file.setting('ECS_INSTANCE_ATTRIBUTES'), file),
    reservedPorts: thenValue(file.setting('ECS_RESERVED_PORTS'), text => listIn(text, 'a list of ports', Number.isInteger as IsPort, file.at)),
    reservedUdpPorts: thenValue(file.setting('ECS_RESERVED_PORTS_UDP'), text => listIn(text, 'a list of ports', Number.isInteger as IsPort, file.at)),
    choosesPorts: withDefault(mapValue(file.setting('ECS_DYNAMIC_HOST_PORT_RANGE'), () => true), false),
    gpuSupport: mapValue(file.setting('ECS_ENABLE_GPU_SUPPORT'), isTrue),
    switched: new Map(agentSwitches.value.map(({ setting, attribute, when }) => [attribute, mapValue(file.setting(setting), text => isTrue(text) === when)])),
    proxy: orElse(file.setting('HTTPS_PROXY'), file.setting('HTTP_PROXY')),
    usesIpv6: mapValue(file.setting('ECS_INSTANCE_IP_COMPATIBILITY'), text => text.trim() === 'ipv6'),
    os,
    passedOver,
    installsPlugins,
    installsAgent,
    awaitsAgent: file.isAwaited,
  };
}

/** As Go's `strconv.ParseBool` reads it. */
function isTrue(text: string): boolean {
  return /^(?:1|t|true)$/i.test(text);
}

type IsPort = (item: unknown) => item is number;

function numberIn(text: string, at: Origin): Value<number> {
  return /^\d+$/.test(text) ? known(Number(text), at) : unknown({ kind: 'form', expected: 'a whole number', found: JSON.stringify(text) }, at);
}

function listIn<T>(text: string, expected: string, is: (item: unknown) => item is T, at: Origin): Value<readonly T[]> {
  const list = json(text);
  return Array.isArray(list) && list.every(is) ? known(list, at) : unknown({ kind: 'form', expected, found: text }, at);
}

/** Attributes by name; the values of some may not be known. */
function attributesIn(value: Value<string>, { mask, at }: AgentFile): AgentConfig['attributes'] {
  if (value.state === 'absent') return value;
  const map = json(mask.hide(value));
  if (typeof map === 'object' && map !== null) return known(new Map(Object.entries(map).map(([name, text]) => [name, mask.reveal(String(text), at)])), at);
  return unknown(value.state === 'unknown' ? value.why : { kind: 'form', expected: 'a map of attributes', found: value.value }, at);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { fact } from './fact';

/** What stands under a property. */
export type Form = 'list' | 'whole number' | 'true or false';

const container = (form: Form, properties: readonly string[]): readonly (readonly [string, Form])[] => properties.map(property => [`ContainerDefinitions.*.${property}`, form]);

/** Of which form the properties of a task definition are, by path, with `*` for each item of a list. A number or a truth value may also be a text. */
export const taskDefinitionForms = fact<readonly (readonly [path: string, form: Form])[]>({
  id: 'task-definition-forms',
  standing: 'documented',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-taskdefinition-containerdefinition.html',
    read: '2026-11-21',
    says: 'Types of the properties: Command [ String, ... ], Cpu Integer, Environment [ KeyValuePair, ... ], Essential Boolean and so on. The units of vCPU and GB are for Cpu and Memory of the task alone.',
  },
  value: [
    ['ContainerDefinitions', 'list'], ['Volumes', 'list'],
    ...container('list', [
      'Command', 'DependsOn', 'EntryPoint', 'Environment', 'EnvironmentFiles', 'ExtraHosts', 'HealthCheck.Command', 'LogConfiguration.SecretOptions', 'MountPoints', 'PortMappings',
      'ResourceRequirements', 'Secrets', 'SystemControls', 'Ulimits', 'VolumesFrom',
    ]),
    ...container('whole number', [
      'Cpu', 'HealthCheck.Interval', 'HealthCheck.Retries', 'HealthCheck.StartPeriod', 'HealthCheck.Timeout', 'Memory', 'MemoryReservation', 'PortMappings.*.ContainerPort',
      'PortMappings.*.HostPort', 'StartTimeout', 'StopTimeout', 'Ulimits.*.HardLimit', 'Ulimits.*.SoftLimit',
    ]),
    ...container('true or false', ['DisableNetworking', 'Essential', 'Interactive', 'MountPoints.*.ReadOnly', 'Privileged', 'PseudoTerminal', 'ReadonlyRootFilesystem']),
  ],
});
